// SPDX-License-Identifier: Apache-2.0
// Euler sampling of many prompts at once, for validation sheets and judges: what the engine's sampler does, in batches.
#pragma once

#include "core/train/caption_tokens.h"
#include "core/train/starter_networks.h"

#include <torch/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace longtake {

struct FlowSampling {
    int64_t steps = 20;
    double guidance = 4; ///< 1 makes no unguided forward
    double shift = 3;
    uint64_t seed = 1;
    int64_t latents = 6;
    int64_t height = 12, width = 20; ///< of a latent
    bool begins_with_still = false; ///< without context, the first latent is sampled alone (core/base/stream_windows.h)
};

/// The transformer's condition for `captions`: encoder, then padding rows.
WanCondition encode_captions(TextToLatents& model,
                             const Tokenizer& tokens,
                             const std::vector<std::string>& captions,
                             torch::Device device);

/// Clean latents [B, C, T, h, w] fp32 for `captions`. `context` [B, C, K, h, w] (or undefined) becomes the first K
/// latents.
torch::Tensor sample_latents(TextToLatents& model,
                             const Tokenizer& tokens,
                             const std::vector<std::string>& captions,
                             const FlowSampling& how,
                             const torch::Tensor& context,
                             torch::Device device);

} // namespace longtake
