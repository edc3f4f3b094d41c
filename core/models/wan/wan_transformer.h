// SPDX-License-Identifier: Apache-2.0
// The Wan 2.1 / 2.2 video transformer; matches diffusers transformer_wan.py number by number, under its parameter
// names. Two ideas beside the reference: modulation is computed per group of tokens that share a timestep (whole clip,
// latent frame or token), and everything that depends on the prompt alone is computed once (WanCondition), the padding
// rows of the text as one row whose attention score carries log(number of rows).
#pragma once

#include "core/models/wan/wan_config.h"
#include "core/nn/layers.h"
#include "core/nn/rope.h"

#include <torch/nn/module.h>
#include <torch/types.h>

#include <optional>
#include <string>
#include <vector>

namespace longtake {

/// The number of text rows, padding included, that every Wan transformer was trained to attend to.
inline constexpr int64_t kWanTextLength = 512;

/// Keys and values of one attention over something that does not change from step to step: [B, N, M, d].
struct WanKeyValue {
    torch::Tensor key;
    torch::Tensor value;
};

/// A prompt, and where the model has them image tokens, as the blocks attend to it. Valid for any step, size and
/// length.
struct WanCondition {
    std::vector<WanKeyValue> text;  ///< per block
    std::vector<WanKeyValue> image; ///< per block; empty without image tokens
    torch::Tensor bias;             ///< [B, 1, 1, M] added to the text scores; undefined when all are 0
};

/// to_q, to_k, to_v, to_out with RMS norms over all heads together; cross-attention may add keys and values of an
/// image.
struct WanAttention : torch::nn::Module {
    WanAttention(const WanTransformerConfig& config, bool has_image, torch::ScalarType dtype);
    /// Self-attention over x [B, L, D] with rotary positions.
    torch::Tensor attend_self(const torch::Tensor& x, const RotaryTable& positions) const;
    /// Cross-attention of x [B, L, D] to prepared text and, when not null, image.
    torch::Tensor attend_text(const torch::Tensor& x,
                              const WanKeyValue& text,
                              const torch::Tensor& bias,
                              const WanKeyValue* image) const;
    WanKeyValue text_key_value(const torch::Tensor& text) const;
    WanKeyValue image_key_value(const torch::Tensor& image) const;

    int64_t heads;
    std::shared_ptr<Linear> to_q, to_k, to_v, to_out;
    std::shared_ptr<RmsNorm> norm_q, norm_k;
    std::shared_ptr<Linear> add_k_proj, add_v_proj; ///< null without image tokens
    std::shared_ptr<RmsNorm> norm_added_k;
};

struct WanBlock : torch::nn::Module {
    WanBlock(const WanTransformerConfig& config, torch::ScalarType dtype);
    /// x [B, L, D]; modulation [B, G, 6, D] fp32.
    torch::Tensor forward(torch::Tensor x,
                          const torch::Tensor& modulation,
                          const RotaryTable& positions,
                          const WanKeyValue& text,
                          const torch::Tensor& bias,
                          const WanKeyValue* image) const;

    double eps;
    std::shared_ptr<WanAttention> attn1, attn2;
    std::shared_ptr<AffineLayerNorm> norm2; ///< null when cross_attn_norm is false
    std::shared_ptr<FeedForward> ffn;
    torch::Tensor scale_shift_table; ///< [1, 6, D] fp32
};

/// Two linear layers around an activation, as diffusers names them: linear_1, linear_2.
struct WanEmbedder : torch::nn::Module {
    WanEmbedder(int64_t in_features, int64_t width, torch::ScalarType dtype);

    std::shared_ptr<Linear> linear_1, linear_2;
};

/// Image tokens [B, n, image_dim] -> [B, n, D].
struct WanImageEmbedder : torch::nn::Module {
    WanImageEmbedder(int64_t in_features, int64_t width, std::optional<int64_t> positions, torch::ScalarType dtype);
    torch::Tensor forward(torch::Tensor tokens) const;

    std::shared_ptr<AffineLayerNorm> norm1, norm2;
    std::shared_ptr<FeedForward> ff;
    torch::Tensor pos_embed; ///< [1, positions, image_dim]; undefined when the model has none
};

class WanTransformer : public torch::nn::Module {
public:
    /// Parameters are uninitialised. `dtype` is that of the matrices; time embedder, norms and tables stay fp32.
    explicit WanTransformer(const WanTransformerConfig& config, torch::ScalarType dtype = torch::kFloat32);

    const WanTransformerConfig& config() const { return config_; }

    /// Prepares a batch of prompts: rows[b] [n_b, text_dim] are the real tokens, 0 <= n_b <= kWanTextLength; the rest
    /// of the kWanTextLength rows are zeros before embedding. `image_tokens` [B, n, image_dim] for models that have
    /// them.
    WanCondition prepare(const std::vector<torch::Tensor>& rows,
                         const std::optional<torch::Tensor>& image_tokens = std::nullopt) const;

    /// Velocity for x [B, in_channels, T, h, w] (sides divisible by patch_size) at `timesteps` in 0..1000: [B], [B, T]
    /// (one per latent frame) or [B, S] (one per token). Returns [B, out_channels, T, h, w] in the dtype of the
    /// matrices. `first_frame` is the rotary time position of the first latent frame.
    torch::Tensor forward(const torch::Tensor& x,
                          const torch::Tensor& timesteps,
                          const WanCondition& condition,
                          int64_t first_frame = 0);

    /// Tokens for latents of T x h x w.
    int64_t token_count(int64_t frames, int64_t height, int64_t width) const;

private:
    const RotaryTable& positions(std::array<int64_t, 3> grid, int64_t first_frame, torch::Device device);
    torch::Tensor group_timesteps(const torch::Tensor& timesteps, std::array<int64_t, 3> grid) const;

    WanTransformerConfig config_;
    torch::ScalarType dtype_;
    std::shared_ptr<PatchEmbedding> patch_embedding;
    std::shared_ptr<WanEmbedder> time_embedder, text_embedder;
    std::shared_ptr<Linear> time_proj;
    std::shared_ptr<WanImageEmbedder> image_embedder; ///< null without image tokens
    std::vector<std::shared_ptr<WanBlock>> blocks;
    torch::Tensor scale_shift_table; ///< [1, 2, D] fp32
    std::shared_ptr<Linear> proj_out;

    RotaryTable rotary_;
    std::array<int64_t, 4> rotary_key_ = {};
};

} // namespace longtake
