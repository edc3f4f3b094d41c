// SPDX-License-Identifier: Apache-2.0
// See wan_transformer.h. Shapes: B batch, L tokens, D width, N heads, d head width, M rows attended to, G modulation
// groups.
#include "core/models/wan/wan_transformer.h"

#include "core/nn/attention.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace longtake {
namespace {

/// [B, M, N * d] -> [B, N, M, d]
torch::Tensor split_heads(const torch::Tensor& x, int64_t heads) {
    return x.unflatten(2, {heads, -1}).transpose(1, 2);
}

/// Rows of unequal prompts in one batch: [B, M, text_dim] with one zero row behind the longest prompt, and the score
/// bias that makes attention over them equal attention over kWanTextLength rows, padded with zeros: 0 for real rows,
/// log(count) for the one that stands for all padding, -inf for what fills shorter prompts.
struct PackedText {
    torch::Tensor rows;
    torch::Tensor bias;
};

PackedText pack(const std::vector<torch::Tensor>& rows) {
    const int64_t batch = static_cast<int64_t>(rows.size());
    int64_t longest = 0;
    for (const torch::Tensor& prompt : rows) {
        TORCH_CHECK(prompt.dim() == 2 && prompt.size(0) <= kWanTextLength, "[wan.transformer] expected at most ",
                    kWanTextLength, " text rows, got ", prompt.sizes());
        longest = std::max(longest, prompt.size(0));
    }
    const bool has_padding = std::any_of(rows.begin(), rows.end(),
                                         [](const torch::Tensor& prompt) { return prompt.size(0) < kWanTextLength; });
    const int64_t width = longest + (has_padding ? 1 : 0);
    std::vector<torch::Tensor> padded;
    torch::Tensor bias = torch::zeros({batch, 1, 1, width}, torch::kFloat32);
    for (int64_t b = 0; b < batch; ++b) {
        const torch::Tensor& prompt = rows[static_cast<size_t>(b)];
        const int64_t count = prompt.size(0);
        padded.push_back(torch::constant_pad_nd(prompt, {0, 0, 0, width - count}));
        if (has_padding) {
            const double score = count < kWanTextLength ? std::log(static_cast<double>(kWanTextLength - count))
                                                        : -std::numeric_limits<double>::infinity();
            bias[b].narrow(-1, count, width - count).fill_(-std::numeric_limits<double>::infinity());
            bias[b].select(-1, width - 1).fill_(score);
        }
    }
    return {torch::stack(padded), has_padding ? bias : torch::Tensor()};
}

} // namespace

WanAttention::WanAttention(const WanTransformerConfig& config, bool has_image, torch::ScalarType dtype)
    : heads(config.num_attention_heads) {
    const int64_t width = config.width();
    to_q = add_layer<Linear>(*this, "to_q", width, width, dtype);
    to_k = add_layer<Linear>(*this, "to_k", width, width, dtype);
    to_v = add_layer<Linear>(*this, "to_v", width, width, dtype);
    to_out = add_layer<Linear>(*this, "to_out.0", width, width, dtype);
    norm_q = add_layer<RmsNorm>(*this, "norm_q", width, config.eps);
    norm_k = add_layer<RmsNorm>(*this, "norm_k", width, config.eps);
    if (has_image) {
        add_k_proj = add_layer<Linear>(*this, "add_k_proj", *config.added_kv_proj_dim, width, dtype);
        add_v_proj = add_layer<Linear>(*this, "add_v_proj", *config.added_kv_proj_dim, width, dtype);
        norm_added_k = add_layer<RmsNorm>(*this, "norm_added_k", width, config.eps);
    }
}

torch::Tensor WanAttention::attend_self(const torch::Tensor& x, const RotaryTable& positions) const {
    const torch::Tensor q = norm_q->forward_rotated(to_q->forward(x), heads, positions); // [B, L, N, d]
    const torch::Tensor k = norm_k->forward_rotated(to_k->forward(x), heads, positions);
    return to_out->forward(attend(q.transpose(1, 2), k.transpose(1, 2), split_heads(to_v->forward(x), heads)));
}

torch::Tensor WanAttention::attend_text(const torch::Tensor& x,
                                        const WanKeyValue& text,
                                        const torch::Tensor& bias,
                                        const WanKeyValue* image) const {
    const torch::Tensor q = split_heads(norm_q->forward(to_q->forward(x)), heads); // [B, N, L, d]
    torch::Tensor mixed = attend(q, text.key, text.value, bias.defined() ? std::optional(bias) : std::nullopt);
    if (image != nullptr) {
        mixed = mixed + attend(q, image->key, image->value);
    }
    return to_out->forward(mixed);
}

WanKeyValue WanAttention::text_key_value(const torch::Tensor& text) const {
    return {split_heads(norm_k->forward(to_k->forward(text)), heads), split_heads(to_v->forward(text), heads)};
}

WanKeyValue WanAttention::image_key_value(const torch::Tensor& image) const {
    return {split_heads(norm_added_k->forward(add_k_proj->forward(image)), heads),
            split_heads(add_v_proj->forward(image), heads)};
}

WanBlock::WanBlock(const WanTransformerConfig& config, torch::ScalarType dtype)
    : eps(config.eps) {
    const int64_t width = config.width();
    attn1 = add_layer<WanAttention>(*this, "attn1", config, false, dtype);
    attn2 = add_layer<WanAttention>(*this, "attn2", config, config.added_kv_proj_dim.has_value(), dtype);
    if (config.cross_attn_norm) {
        norm2 = add_layer<AffineLayerNorm>(*this, "norm2", width, eps);
    }
    ffn = add_layer<FeedForward>(*this, "ffn", width, config.ffn_dim, width, Activation::GeluTanh, dtype);
    scale_shift_table = add_parameter(*this, "scale_shift_table", {1, 6, width}, torch::kFloat32);
}

torch::Tensor WanBlock::forward(torch::Tensor x,
                                const torch::Tensor& modulation,
                                const RotaryTable& positions,
                                const WanKeyValue& text,
                                const torch::Tensor& bias,
                                const WanKeyValue* image) const {
    const auto parts = (scale_shift_table.unsqueeze(0) + modulation).unbind(2); // 6 x [B, G, D]
    const torch::Tensor &shift_msa = parts[0], &scale_msa = parts[1], &gate_msa = parts[2];
    const torch::Tensor &c_shift_msa = parts[3], &c_scale_msa = parts[4], &c_gate_msa = parts[5];

    x = add_gated(x, attn1->attend_self(modulated_norm(x, scale_msa, shift_msa, eps), positions), gate_msa);
    x = x + attn2->attend_text(norm2 ? norm2->forward(x) : x, text, bias, image);
    return add_gated(x, ffn->forward(modulated_norm(x, c_scale_msa, c_shift_msa, eps)), c_gate_msa);
}

WanEmbedder::WanEmbedder(int64_t in_features, int64_t width, torch::ScalarType dtype)
    : linear_1(add_layer<Linear>(*this, "linear_1", in_features, width, dtype))
    , linear_2(add_layer<Linear>(*this, "linear_2", width, width, dtype)) {}

WanImageEmbedder::WanImageEmbedder(int64_t in_features,
                                   int64_t width,
                                   std::optional<int64_t> positions,
                                   torch::ScalarType dtype) {
    constexpr double kEps = 1e-5;
    norm1 = add_layer<AffineLayerNorm>(*this, "norm1", in_features, kEps);
    ff = add_layer<FeedForward>(*this, "ff", in_features, in_features, width, Activation::Gelu, dtype);
    norm2 = add_layer<AffineLayerNorm>(*this, "norm2", width, kEps);
    if (positions) {
        pos_embed = add_parameter(*this, "pos_embed", {1, *positions, in_features}, dtype);
    }
}

torch::Tensor WanImageEmbedder::forward(torch::Tensor tokens) const {
    if (pos_embed.defined()) {
        // First and last image come as two samples and become one sequence.
        tokens = tokens.reshape({-1, 2 * tokens.size(1), tokens.size(2)}) + pos_embed;
    }
    return norm2->forward(ff->forward(norm1->forward(tokens)));
}

WanTransformer::WanTransformer(const WanTransformerConfig& config, torch::ScalarType dtype)
    : config_(config)
    , dtype_(dtype) {
    const int64_t width = config.width();
    patch_embedding =
        add_layer<PatchEmbedding>(*this, "patch_embedding", config.in_channels, width, config.patch_size, dtype);
    time_embedder =
        add_layer<WanEmbedder>(*this, "condition_embedder.time_embedder", config.freq_dim, width, torch::kFloat32);
    time_proj = add_layer<Linear>(*this, "condition_embedder.time_proj", width, 6 * width, dtype);
    text_embedder = add_layer<WanEmbedder>(*this, "condition_embedder.text_embedder", config.text_dim, width, dtype);
    if (config.image_dim) {
        image_embedder = add_layer<WanImageEmbedder>(*this, "condition_embedder.image_embedder", *config.image_dim,
                                                     width, config.pos_embed_seq_len, dtype);
    }
    for (int64_t i = 0; i < config.num_layers; ++i) {
        blocks.push_back(add_layer<WanBlock>(*this, "blocks." + std::to_string(i), config, dtype));
    }
    scale_shift_table = add_parameter(*this, "scale_shift_table", {1, 2, width}, torch::kFloat32);
    const auto [pt, ph, pw] = config.patch_size;
    proj_out = add_layer<Linear>(*this, "proj_out", width, config.out_channels * pt * ph * pw, dtype);
}

WanCondition WanTransformer::prepare(const std::vector<torch::Tensor>& rows,
                                     const std::optional<torch::Tensor>& image_tokens) const {
    TORCH_CHECK(!rows.empty(), "[wan.transformer] expected a prompt per sample, got none");
    const torch::Device device = patch_embedding->weight.device();
    const PackedText packed = pack(rows);
    const torch::Tensor text = text_embedder->linear_2->forward(
        torch::gelu(text_embedder->linear_1->forward(packed.rows.to(device)), "tanh")); // [B, M, D]
    WanCondition condition;
    if (packed.bias.defined()) {
        condition.bias = packed.bias.to(device).to(dtype_);
    }
    torch::Tensor image;
    if (image_tokens) {
        TORCH_CHECK(image_embedder && config_.added_kv_proj_dim, "[wan.transformer] this model has no image tokens");
        image = image_embedder->forward(image_tokens->to(device));
    }
    for (const auto& block : blocks) {
        condition.text.push_back(block->attn2->text_key_value(text));
        if (image.defined()) {
            condition.image.push_back(block->attn2->image_key_value(image));
        }
    }
    return condition;
}

torch::Tensor WanTransformer::group_timesteps(const torch::Tensor& timesteps, std::array<int64_t, 3> grid) const {
    if (timesteps.dim() == 1) {
        return timesteps.unsqueeze(1); // [B, 1]: one group
    }
    const int64_t frames = grid[0] * config_.patch_size[0];
    const int64_t tokens = grid[0] * grid[1] * grid[2];
    TORCH_CHECK(timesteps.dim() == 2 && (timesteps.size(1) == frames || timesteps.size(1) == tokens),
                "[wan.transformer] expected timesteps [B], [B, ", frames, "] or [B, ", tokens, "], got ",
                timesteps.sizes());
    if (timesteps.size(1) == frames) {
        return timesteps.slice(1, 0, frames, config_.patch_size[0]); // [B, T']
    }
    return timesteps;
}

torch::Tensor WanTransformer::forward(const torch::Tensor& x,
                                      const torch::Tensor& timesteps,
                                      const WanCondition& condition,
                                      int64_t first_frame) {
    const auto [pt, ph, pw] = config_.patch_size;
    TORCH_CHECK(x.dim() == 5 && timesteps.size(0) == x.size(0),
                "[wan.transformer] expected x [B, C, T, h, w] and as many timesteps, got ", x.sizes(), " and ",
                timesteps.sizes());
    torch::Tensor tokens = patch_embedding->forward(x); // [B, L, D]
    const std::array<int64_t, 3> grid = {x.size(2) / pt, x.size(3) / ph, x.size(4) / pw};
    const RotaryTable& table = positions(grid, first_frame, tokens.device());

    const torch::Tensor waves =
        timestep_embedding(group_timesteps(timesteps.to(tokens.device()), grid), config_.freq_dim); // [B, G, freq_dim]
    const torch::Tensor time =
        time_embedder->linear_2->forward(torch::silu(time_embedder->linear_1->forward(waves))).to(dtype_); // [B, G, D]
    const torch::Tensor modulation =
        time_proj->forward(torch::silu(time)).to(torch::kFloat32).unflatten(2, {6, -1}); // [B, G, 6, D]

    for (size_t i = 0; i < blocks.size(); ++i) {
        const WanKeyValue* image = condition.image.empty() ? nullptr : &condition.image[i];
        tokens = blocks[i]->forward(tokens, modulation, table, condition.text[i], condition.bias, image);
    }

    const auto ends =
        (scale_shift_table.unsqueeze(0) + time.to(torch::kFloat32).unsqueeze(2)).unbind(2); // shift, scale: [B, G, D]
    return unpatchify_tokens(proj_out->forward(modulated_norm(tokens, ends[1], ends[0], config_.eps)), grid,
                             config_.patch_size);
}

int64_t WanTransformer::token_count(int64_t frames, int64_t height, int64_t width) const {
    return frames / config_.patch_size[0] * (height / config_.patch_size[1]) * (width / config_.patch_size[2]);
}

const RotaryTable& WanTransformer::positions(std::array<int64_t, 3> grid, int64_t first_frame, torch::Device device) {
    const std::array<int64_t, 4> key = {grid[0], grid[1], grid[2], first_frame};
    if (!rotary_.cosines.defined() || key != rotary_key_ || rotary_.cosines.device() != device) {
        const int64_t farthest = std::max({grid[0] + first_frame, grid[1], grid[2]});
        TORCH_CHECK(farthest <= config_.rope_max_seq_len, "[wan.transformer] expected at most ",
                    config_.rope_max_seq_len, " positions along an axis, got ", farthest);
        const torch::InferenceMode guard(false); // kept across calls with and without gradients
        rotary_ = rotary_table(config_.attention_head_dim, grid, first_frame, device);
        rotary_key_ = key;
    }
    return rotary_;
}

} // namespace longtake
