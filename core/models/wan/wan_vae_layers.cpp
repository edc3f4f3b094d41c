// SPDX-License-Identifier: Apache-2.0
// See wan_vae_layers.h.
#include "core/models/wan/wan_vae_layers.h"

#include "core/nn/attention.h"
#include "core/nn/fused.h"
#include "core/nn/layers.h"
#include "core/weights/mapped_memory.h"

#include <torch/torch.h>

#include <cmath>

namespace longtake {
namespace {

/// [B, C, T, H, W] -> [B * T, C, H, W]
torch::Tensor as_pictures(const torch::Tensor& x) {
    return x.transpose(1, 2).flatten(0, 1);
}

/// [B * T, C, H, W] -> [B, C, T, H, W]
torch::Tensor as_clip(const torch::Tensor& pictures, int64_t batch) {
    return pictures.unflatten(0, {batch, -1}).transpose(1, 2);
}

/// A Conv2d registered under `path`.
void add_conv2d(torch::nn::Module& owner,
                const std::string& path,
                std::array<int64_t, 3> shape,
                torch::ScalarType dtype,
                torch::Tensor& weight,
                torch::Tensor& bias) {
    const auto [out, in, side] = shape;
    auto conv = add_layer<torch::nn::Module>(owner, path);
    weight = add_parameter(*conv, "weight", {out, in, side, side}, dtype);
    bias = add_parameter(*conv, "bias", {out}, dtype);
}

torch::Tensor run_layers(const std::vector<std::shared_ptr<WanVaeLayer>>& layers, torch::Tensor x, CausalCache* cache) {
    for (const auto& layer : layers) {
        x = layer->forward(x, cache);
    }
    return x;
}

bool is_stream_start(const CausalCache* cache) {
    return cache == nullptr || cache->is_first();
}

} // namespace

WanChannelNorm::WanChannelNorm(int64_t channels, int64_t space_dims) {
    std::vector<int64_t> shape(static_cast<size_t>(space_dims + 1), 1);
    shape[0] = channels;
    gamma = add_parameter(*this, "gamma", shape, torch::kFloat32);
}

torch::Tensor WanChannelNorm::forward(const torch::Tensor& x) const {
    if (can_fuse(x)) {
        return from_planes(fused_unit_norm(to_planes(x), gain(), RowActivation::None), x.size(0));
    }
    constexpr double kEps = 1e-12;
    const torch::Tensor wide = x.to(torch::kFloat32);
    const torch::Tensor length = wide.norm(2, 1, /*keepdim=*/true).clamp_min(kEps);
    return (wide / length * gain().view({-1, 1, 1, 1})).to(x.scalar_type());
}

torch::Tensor WanChannelNorm::forward_silu(const torch::Tensor& x) const {
    if (can_fuse(x)) {
        return from_planes(fused_unit_norm(to_planes(x), gain(), RowActivation::Silu), x.size(0));
    }
    return torch::silu(forward(x));
}

torch::Tensor WanChannelNorm::gain() const {
    return gamma.flatten() * std::sqrt(static_cast<double>(gamma.size(0)));
}

WanResidualBlock::WanResidualBlock(int64_t in_channels, int64_t out_channels, torch::ScalarType dtype) {
    norm1 = add_layer<WanChannelNorm>(*this, "norm1", in_channels, 3);
    conv1 = add_layer<CausalConv3d>(*this, "conv1", in_channels, out_channels, std::array<int64_t, 3>{3, 3, 3}, dtype);
    norm2 = add_layer<WanChannelNorm>(*this, "norm2", out_channels, 3);
    conv2 = add_layer<CausalConv3d>(*this, "conv2", out_channels, out_channels, std::array<int64_t, 3>{3, 3, 3}, dtype);
    if (in_channels != out_channels) {
        conv_shortcut = add_layer<CausalConv3d>(*this, "conv_shortcut", in_channels, out_channels,
                                                std::array<int64_t, 3>{1, 1, 1}, dtype);
    }
}

torch::Tensor WanResidualBlock::forward(const torch::Tensor& x, CausalCache* cache) const {
    const torch::Tensor shortcut = conv_shortcut ? conv_shortcut->forward(x, cache) : x;
    const torch::Tensor inner = conv1->forward(norm1->forward_silu(x), cache);
    return conv2->forward(norm2->forward_silu(inner), cache, shortcut);
}

WanFrameAttention::WanFrameAttention(int64_t channels, torch::ScalarType dtype) {
    norm = add_layer<WanChannelNorm>(*this, "norm", channels, 2);
    add_conv2d(*this, "to_qkv", {3 * channels, channels, 1}, dtype, qkv_weight, qkv_bias);
    add_conv2d(*this, "proj", {channels, channels, 1}, dtype, proj_weight, proj_bias);
}

torch::Tensor WanFrameAttention::forward(const torch::Tensor& x, CausalCache* /*cache*/) const {
    torch::Tensor tokens = as_pictures(norm->forward(x)).flatten(2).transpose(1, 2); // [B * T, H * W, C]
    const auto qkv =
        torch::linear(tokens, qkv_weight.flatten(1), qkv_bias).unsqueeze(1).chunk(3, -1); // 3 x [B * T, 1, H * W, C]
    tokens = torch::linear(attend(qkv[0], qkv[1], qkv[2]), proj_weight.flatten(1), proj_bias);
    return x + as_clip(tokens.transpose(1, 2).unflatten(2, {x.size(3), x.size(4)}), x.size(0));
}

WanMidBlock::WanMidBlock(int64_t channels, torch::ScalarType dtype) {
    const auto first = add_layer<WanResidualBlock>(*this, "resnets.0", channels, channels, dtype);
    const auto attention = add_layer<WanFrameAttention>(*this, "attentions.0", channels, dtype);
    const auto second = add_layer<WanResidualBlock>(*this, "resnets.1", channels, channels, dtype);
    layers = {first, attention, second};
}

torch::Tensor WanMidBlock::forward(const torch::Tensor& x, CausalCache* cache) const {
    return run_layers(layers, x, cache);
}

WanUpsample::WanUpsample(int64_t in_channels, int64_t out_channels, TimeResampling time, torch::ScalarType dtype) {
    add_conv2d(*this, "resample.1", {out_channels, in_channels, 3}, dtype, weight, bias);
    if (time == TimeResampling::Yes) {
        time_conv = add_layer<CausalConv3d>(*this, "time_conv", in_channels, 2 * in_channels,
                                            std::array<int64_t, 3>{3, 1, 1}, dtype);
    }
}

torch::Tensor WanUpsample::forward(const torch::Tensor& x, CausalCache* cache) const {
    return double_sides(time_conv ? double_frames(x, cache) : x);
}

torch::Tensor WanUpsample::double_sides(const torch::Tensor& x) const {
    if (kernels && can_fuse(x)) {
        PlaneInput input;
        input.fresh = to_planes(x); // [B * T, H, W, C]
        input.scale = PlaneScale::Doubled;
        const ConvShape shape{x.scalar_type(),     weight.size(1), weight.size(0), 1,
                              input.fresh.size(0), 2 * x.size(3),  2 * x.size(4),  input.scale};
        PlaneWeights& weights = prepare_planes(prepared_, weight, bias);
        const torch::Tensor planes = convolve_planes(kernels->convolution(shape), weights, input, kernels->scratch());
        release_mapped(weight);
        return from_planes(planes, x.size(0));
    }
    const torch::Tensor larger = as_pictures(x).repeat_interleave(2, 2).repeat_interleave(2, 3); // [B * T, C, 2H, 2W]
    return as_clip(torch::conv2d(larger, weight, bias, 1, 1), x.size(0));
}

torch::Tensor WanUpsample::double_frames(const torch::Tensor& x, CausalCache* cache) const {
    if (cache != nullptr && cache->is_first()) {
        cache->next_slot(); // the next latent finds no history: this frame is not part of it
        return x;
    }
    if (cache == nullptr && x.size(2) == 1) {
        return x;
    }
    const torch::Tensor later = cache == nullptr ? x.slice(2, 1) : x;
    const torch::Tensor doubled =
        to_planes(time_conv->forward(later, cache)).unflatten(3, {2, -1}); // [B * T, H, W, 2, C]
    const torch::Tensor frames =
        from_planes(doubled.permute({0, 3, 1, 2, 4}).flatten(0, 1), x.size(0)); // [B, C, 2T, H, W]
    return cache == nullptr ? torch::cat({x.slice(2, 0, 1), frames}, 2) : frames;
}

WanDownsample::WanDownsample(int64_t channels, TimeResampling time, torch::ScalarType dtype) {
    add_conv2d(*this, "resample.1", {channels, channels, 3}, dtype, weight, bias);
    if (time == TimeResampling::Yes) {
        time_conv =
            add_layer<CausalConv3d>(*this, "time_conv", channels, channels, std::array<int64_t, 3>{3, 1, 1}, dtype, 2);
    }
}

torch::Tensor WanDownsample::forward(const torch::Tensor& x, CausalCache* cache) const {
    const torch::Tensor padded = torch::constant_pad_nd(as_pictures(x), {0, 1, 0, 1});
    const torch::Tensor smaller = as_clip(torch::conv2d(padded, weight, bias, 2), x.size(0));
    return time_conv ? halve_frames(smaller, cache) : smaller;
}

torch::Tensor WanDownsample::halve_frames(const torch::Tensor& x, CausalCache* cache) const {
    if (cache == nullptr) {
        return x.size(2) == 1 ? x : torch::cat({x.slice(2, 0, 1), time_conv->convolve(x)}, 2);
    }
    torch::Tensor& slot = cache->next_slot();
    const torch::Tensor before = slot.defined() ? slot : torch::zeros_like(x.slice(2, 0, 1));
    slot = last_frames(x, 1);
    return cache->is_first() ? x : time_conv->convolve(torch::cat({before, x}, 2));
}

WanResidualDownBlock::WanResidualDownBlock(int64_t in_channels,
                                           int64_t out_channels_in,
                                           int64_t block_count,
                                           std::optional<TimeResampling> downsample,
                                           torch::ScalarType dtype)
    : out_channels(out_channels_in)
    , time_factor(downsample == TimeResampling::Yes ? 2 : 1)
    , space_factor(downsample ? 2 : 1) {
    TORCH_CHECK(in_channels * time_factor * space_factor * space_factor % out_channels == 0, "[wan.vae] ", in_channels,
                " channels cannot be averaged into ", out_channels);
    for (int64_t i = 0; i < block_count; ++i) {
        layers.push_back(add_layer<WanResidualBlock>(*this, "resnets." + std::to_string(i),
                                                     i == 0 ? in_channels : out_channels, out_channels, dtype));
    }
    if (downsample) {
        layers.push_back(add_layer<WanDownsample>(*this, "downsampler", out_channels, *downsample, dtype));
    }
}

torch::Tensor WanResidualDownBlock::forward(const torch::Tensor& x, CausalCache* cache) const {
    return run_layers(layers, x, cache) + average_down(x, out_channels, time_factor, space_factor);
}

WanUpBlock::WanUpBlock(int64_t in_channels,
                       int64_t out_channels_in,
                       int64_t block_count,
                       std::optional<TimeResampling> upsample,
                       bool is_residual,
                       torch::ScalarType dtype)
    : out_channels(out_channels_in)
    , time_factor(upsample == TimeResampling::Yes ? 2 : 1)
    , has_shortcut(is_residual && upsample) {
    TORCH_CHECK(!has_shortcut || out_channels * time_factor * 4 % in_channels == 0, "[wan.vae] ", in_channels,
                " channels cannot be repeated into ", out_channels);
    for (int64_t i = 0; i <= block_count; ++i) {
        layers.push_back(add_layer<WanResidualBlock>(*this, "resnets." + std::to_string(i),
                                                     i == 0 ? in_channels : out_channels, out_channels, dtype));
    }
    if (upsample) {
        const std::string name = is_residual ? "upsampler" : "upsamplers.0";
        layers.push_back(add_layer<WanUpsample>(*this, name, out_channels,
                                                is_residual ? out_channels : out_channels / 2, *upsample, dtype));
    }
}

torch::Tensor WanUpBlock::forward(const torch::Tensor& x, CausalCache* cache) const {
    const torch::Tensor y = run_layers(layers, x, cache);
    return has_shortcut ? y + duplicate_up(x, out_channels, time_factor, is_stream_start(cache)) : y;
}

int64_t WanUpBlock::input_frames(int64_t frames) const {
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
        frames = (*layer)->input_frames(frames);
    }
    return frames;
}

torch::Tensor average_down(const torch::Tensor& x, int64_t out_channels, int64_t time_factor, int64_t space_factor) {
    const int64_t missing = (time_factor - x.size(2) % time_factor) % time_factor;
    torch::Tensor groups = missing > 0 ? torch::constant_pad_nd(x, {0, 0, 0, 0, missing, 0}) : x;
    groups = groups.unflatten(4, {-1, space_factor}).unflatten(3, {-1, space_factor}).unflatten(2, {-1, time_factor});
    groups = groups.permute({0, 1, 3, 5, 7, 2, 4, 6}).flatten(1, 4); // [B, C * ft * fs * fs, T', H', W']
    return groups.unflatten(1, {out_channels, -1}).mean(2);
}

torch::Tensor duplicate_up(const torch::Tensor& x, int64_t out_channels, int64_t time_factor, bool is_first) {
    const int64_t repeats = out_channels * time_factor * 4 / x.size(1);
    // Channels last throughout: copies are of whole rows of channels, and the sum with the main path needs no
    // transposition.
    torch::Tensor parts = to_planes(x)
                              .repeat_interleave(repeats, 3)
                              .unflatten(3, {out_channels, time_factor, 2, 2}); // [B * T, H, W, O, ft, 2, 2]
    parts = parts.permute({0, 4, 1, 5, 2, 6, 3}).flatten(4, 5).flatten(2, 3).flatten(0, 1); // [B * T * ft, 2H, 2W, O]
    parts = from_planes(parts, x.size(0));
    return is_first ? parts.slice(2, time_factor - 1) : parts;
}

} // namespace longtake
