// SPDX-License-Identifier: Apache-2.0
// See wan_vae.h.
#include "core/models/wan/wan_vae.h"

#include "core/nn/layers.h"

#include <torch/torch.h>

#include <algorithm>

namespace longtake {
namespace {

constexpr std::array<int64_t, 3> kCube = {3, 3, 3};
constexpr std::array<int64_t, 3> kPoint = {1, 1, 1};

TimeResampling time_resampling(bool is_temporal) {
    return is_temporal ? TimeResampling::Yes : TimeResampling::No;
}

/// The 2.1 encoder is one flat list: blocks and attentions of a stage, then its downsampling.
std::vector<std::shared_ptr<WanVaeLayer>>
flat_down_blocks(torch::nn::Module& owner, const WanVaeConfig& config, torch::ScalarType dtype) {
    std::vector<std::shared_ptr<WanVaeLayer>> layers;
    const auto name = [&layers] { return "down_blocks." + std::to_string(layers.size()); };
    int64_t channels = config.base_dim;
    double scale = 1.0;
    for (size_t stage = 0; stage < config.dim_mult.size(); ++stage) {
        const int64_t out = config.base_dim * config.dim_mult[stage];
        for (int64_t i = 0; i < config.num_res_blocks; ++i) {
            layers.push_back(add_layer<WanResidualBlock>(owner, name(), channels, out, dtype));
            channels = out;
            if (std::find(config.attn_scales.begin(), config.attn_scales.end(), scale) != config.attn_scales.end()) {
                layers.push_back(add_layer<WanFrameAttention>(owner, name(), out, dtype));
            }
        }
        if (stage + 1 < config.dim_mult.size()) {
            layers.push_back(add_layer<WanDownsample>(owner, name(), out,
                                                      time_resampling(config.temperal_downsample[stage]), dtype));
            scale /= 2.0;
        }
    }
    return layers;
}

std::vector<std::shared_ptr<WanVaeLayer>>
residual_down_blocks(torch::nn::Module& owner, const WanVaeConfig& config, torch::ScalarType dtype) {
    std::vector<std::shared_ptr<WanVaeLayer>> layers;
    int64_t channels = config.base_dim;
    for (size_t stage = 0; stage < config.dim_mult.size(); ++stage) {
        const bool is_last = stage + 1 == config.dim_mult.size();
        const int64_t out = config.base_dim * config.dim_mult[stage];
        const auto downsample =
            is_last ? std::nullopt : std::optional(time_resampling(config.temperal_downsample[stage]));
        layers.push_back(add_layer<WanResidualDownBlock>(owner, "down_blocks." + std::to_string(stage), channels, out,
                                                         config.num_res_blocks, downsample, dtype));
        channels = out;
    }
    return layers;
}

} // namespace

WanEncoder::WanEncoder(const WanVaeConfig& config, torch::ScalarType dtype) {
    const int64_t last = config.base_dim * config.dim_mult.back();
    conv_in = add_layer<CausalConv3d>(*this, "conv_in", config.in_channels, config.base_dim, kCube, dtype);
    down_blocks =
        config.is_residual ? residual_down_blocks(*this, config, dtype) : flat_down_blocks(*this, config, dtype);
    mid_block = add_layer<WanMidBlock>(*this, "mid_block", last, dtype);
    norm_out = add_layer<WanChannelNorm>(*this, "norm_out", last, 3);
    conv_out = add_layer<CausalConv3d>(*this, "conv_out", last, 2 * config.z_dim, kCube, dtype);
}

torch::Tensor WanEncoder::forward(const torch::Tensor& patches, CausalCache* cache) const {
    torch::Tensor x = conv_in->forward(patches, cache);
    for (const auto& block : down_blocks) {
        x = block->forward(x, cache);
    }
    x = mid_block->forward(x, cache);
    return conv_out->forward(norm_out->forward_silu(x), cache);
}

WanDecoder::WanDecoder(const WanVaeConfig& config, torch::ScalarType dtype) {
    const size_t stages = config.dim_mult.size();
    int64_t channels = config.decoder_base_dim * config.dim_mult.back();
    conv_in = add_layer<CausalConv3d>(*this, "conv_in", config.z_dim, channels, kCube, dtype);
    mid_block = add_layer<WanMidBlock>(*this, "mid_block", channels, dtype);
    for (size_t stage = 0; stage < stages; ++stage) {
        const int64_t out = config.decoder_base_dim * config.dim_mult[stages - 1 - stage];
        const bool is_last = stage + 1 == stages;
        const auto upsample = is_last ? std::nullopt
                                      : std::optional(time_resampling(
                                            config.temperal_downsample[config.temperal_downsample.size() - 1 - stage]));
        up_blocks.push_back(add_layer<WanUpBlock>(*this, "up_blocks." + std::to_string(stage), channels, out,
                                                  config.num_res_blocks, upsample, config.is_residual, dtype));
        channels = config.is_residual || is_last ? out : out / 2; // Wan 2.1 halves channels while upsampling
    }
    norm_out = add_layer<WanChannelNorm>(*this, "norm_out", channels, 3);
    conv_out = add_layer<CausalConv3d>(*this, "conv_out", channels, config.out_channels, kCube, dtype);
}

torch::Tensor WanDecoder::forward(const torch::Tensor& z, CausalCache* cache) const {
    torch::Tensor x = mid_block->forward(conv_in->forward(z, cache), cache);
    for (const auto& block : up_blocks) {
        x = block->forward(x, cache);
    }
    return conv_out->forward(norm_out->forward_silu(x), cache);
}

WanVae::WanVae(const WanVaeConfig& config, torch::ScalarType dtype)
    : config_(config)
    , dtype_(dtype) {
    encoder = add_layer<WanEncoder>(*this, "encoder", config, dtype);
    quant_conv = add_layer<CausalConv3d>(*this, "quant_conv", 2 * config.z_dim, 2 * config.z_dim, kPoint, dtype);
    post_quant_conv = add_layer<CausalConv3d>(*this, "post_quant_conv", config.z_dim, config.z_dim, kPoint, dtype);
    decoder = add_layer<WanDecoder>(*this, "decoder", config, dtype);
    mean_ = torch::tensor(config.latents_mean, torch::kFloat32).view({1, -1, 1, 1, 1});
    deviation_ = torch::tensor(config.latents_std, torch::kFloat32).view({1, -1, 1, 1, 1});
}

void WanVae::use_kernels(const std::shared_ptr<KernelChoice>& choice) {
    for (const auto& module : modules(/*include_self=*/false)) {
        if (auto* conv = dynamic_cast<CausalConv3d*>(module.get())) {
            conv->kernels = choice;
        } else if (auto* upsample = dynamic_cast<WanUpsample*>(module.get())) {
            upsample->kernels = choice;
        }
    }
}

torch::Tensor WanVae::decode_next(const torch::Tensor& latent, CausalCache& cache) const {
    TORCH_CHECK(latent.dim() == 5 && latent.size(1) == config_.z_dim && latent.size(2) == 1,
                "[wan.vae] expected one latent [B, ", config_.z_dim, ", 1, h, w], got ", latent.sizes());
    const TileGrid grid = tiles_of(latent.size(3), latent.size(4));
    TileJoin frames(grid.scaled(config_.spatial_factor()));
    torch::Tensor part;
    cache.begin_pass(); // of every tile one after the other, so that each has its own slots
    for (size_t row = 0; row < grid.rows.size(); ++row) {
        const torch::Tensor rows = latent.narrow(3, grid.rows[row].begin, grid.rows[row].size());
        for (size_t column = 0; column < grid.columns.size(); ++column) {
            const torch::Tensor tile = rows.narrow(4, grid.columns[column].begin, grid.columns[column].size());
            part = to_frames(decoder->forward(post_quant_conv->forward(to_decoder_space(tile), nullptr), &cache));
            if (grid.count() > 1) {
                frames.add(row, column, part);
            }
        }
    }
    cache.end_pass();
    return grid.count() > 1 ? frames.joined() : part;
}

torch::Tensor WanVae::decode(const torch::Tensor& latents) const {
    CausalCache cache;
    std::vector<torch::Tensor> frames;
    for (int64_t t = 0; t < latents.size(2); ++t) {
        frames.push_back(decode_next(latents.slice(2, t, t + 1), cache));
    }
    return torch::cat(frames, 2);
}

torch::Tensor WanVae::decode_clip(const torch::Tensor& latents) const {
    return to_frames(decoder->forward(post_quant_conv->forward(to_decoder_space(latents), nullptr), nullptr));
}

torch::Tensor WanVae::encode(const torch::Tensor& frames) const {
    const int64_t step = config_.temporal_factor();
    TORCH_CHECK(frames.dim() == 5 && (frames.size(2) - 1) % step == 0, "[wan.vae] expected frames [B, 3, ", step,
                "n + 1, H, W], got ", frames.sizes());
    const int64_t factor = config_.spatial_factor();
    const TileGrid grid = tiles_of(frames.size(3) / factor, frames.size(4) / factor);
    if (grid.count() == 1) {
        return encode_stream(frames);
    }
    TileJoin latents(grid);
    for (size_t row = 0; row < grid.rows.size(); ++row) {
        const TileSpan y = grid.rows[row].scaled(factor);
        for (size_t column = 0; column < grid.columns.size(); ++column) {
            const TileSpan x = grid.columns[column].scaled(factor);
            latents.add(row, column, encode_stream(frames.narrow(3, y.begin, y.size()).narrow(4, x.begin, x.size())));
        }
    }
    return latents.joined();
}

torch::Tensor WanVae::encode_stream(const torch::Tensor& frames) const {
    const int64_t step = config_.temporal_factor();
    const torch::Tensor patches = patchify_frames(frames.to(dtype_), config_.patch_size);
    CausalCache cache;
    std::vector<torch::Tensor> means;
    for (int64_t begin = 0; begin < frames.size(2); begin += begin == 0 ? 1 : step) {
        const int64_t end = begin == 0 ? 1 : begin + step;
        cache.begin_pass();
        means.push_back(encode_chunk(patches.slice(2, begin, end), &cache).slice(1, 0, config_.z_dim));
        cache.end_pass();
    }
    return to_model_space(torch::cat(means, 2));
}

void WanVae::use_tiles(int64_t side, int64_t overlap) {
    const int64_t factor = config_.spatial_factor();
    TORCH_CHECK(side % factor == 0 && overlap % factor == 0, "[wan.vae] expected tiles of whole latents, got ", side,
                " pixels sharing ", overlap);
    tile_side_ = side / factor;
    tile_overlap_ = overlap / factor;
}

TileGrid WanVae::tiles_of(int64_t height, int64_t width) const {
    if (tile_side_ == 0) {
        return {{{0, height}}, {{0, width}}};
    }
    return {tile_spans(height, tile_side_, tile_overlap_), tile_spans(width, tile_side_, tile_overlap_)};
}

WanPosterior WanVae::encode_clip(const torch::Tensor& frames) const {
    const auto parts = encode_chunk(patchify_frames(frames.to(dtype_), config_.patch_size), nullptr).chunk(2, 1);
    return {to_model_space(parts[0]), parts[1].to(torch::kFloat32).clamp(-30.0, 20.0)};
}

int64_t WanVae::decoder_receptive_latents() const {
    constexpr int64_t kHistory = 2; // what each 3-tap convolution remembers
    int64_t frames = kHistory;
    for (auto block = decoder->up_blocks.rbegin(); block != decoder->up_blocks.rend(); ++block) {
        frames = (*block)->input_frames(frames);
    }
    return decoder->mid_block->input_frames(frames) + kHistory;
}

torch::Tensor WanVae::to_model_space(const torch::Tensor& z) const {
    return (z.to(torch::kFloat32) - mean_.to(z.device())) / deviation_.to(z.device());
}

torch::Tensor WanVae::to_decoder_space(const torch::Tensor& latents) const {
    return (latents.to(torch::kFloat32) * deviation_.to(latents.device()) + mean_.to(latents.device())).to(dtype_);
}

torch::Tensor WanVae::to_frames(const torch::Tensor& decoded) const {
    return unpatchify_frames(decoded, config_.patch_size).to(torch::kFloat32).clamp(-1.0, 1.0);
}

torch::Tensor WanVae::encode_chunk(const torch::Tensor& patches, CausalCache* cache) const {
    return quant_conv->forward(encoder->forward(patches, cache), nullptr); // [B, 2 * z_dim, T, h, w]
}

torch::Tensor patchify_frames(const torch::Tensor& frames, int64_t patch) {
    if (patch == 1) {
        return frames;
    }
    const torch::Tensor parts = frames.unflatten(4, {-1, patch}).unflatten(3, {-1, patch}); // [B, C, F, H', py, W', px]
    return parts.permute({0, 1, 6, 4, 2, 3, 5}).flatten(1, 3);
}

torch::Tensor unpatchify_frames(const torch::Tensor& patches, int64_t patch) {
    if (patch == 1) {
        return patches;
    }
    const torch::Tensor parts = patches.unflatten(1, {-1, patch, patch}); // [B, C, px, py, F, H', W']
    return parts.permute({0, 1, 4, 5, 3, 6, 2}).flatten(5, 6).flatten(3, 4);
}

} // namespace longtake
