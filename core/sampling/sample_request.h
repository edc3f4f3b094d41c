// SPDX-License-Identifier: Apache-2.0
// What to sample, as one value: shape, texts, steps, guidance, noise, and the latents that are known beforehand.
#pragma once

#include "core/base/result.h"
#include "core/models/family.h"
#include "core/nn/noise.h"
#include "core/sampling/guidance.h"

#include <torch/types.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace longtake {

/// A clean latent frame [1, C, 1, h, w] that the clip must show at latent position `position`.
struct KeyframeLatent {
    int64_t position = 0;
    torch::Tensor latent;
};

/// A second text and how much of each latent frame follows it: [T] shares in [0, 1].
struct PromptBlend {
    std::string text;
    std::vector<double> share;
};

/// Everything that decides which latents come out, besides the model and its scheduler. A value.
struct SampleRequest {
    LatentShape shape;
    std::string text;
    std::string negative;
    int64_t steps = 1;
    GuidanceConfig guidance;
    NoiseKey noise_key;
    torch::Tensor noise;   ///< [1, C, T, h, w] fp32 used instead of the seeded noise, if defined
    torch::Tensor context; ///< [1, C, K, h, w] clean latents at positions 0 to K - 1, if defined
    std::vector<KeyframeLatent> keyframes;
    std::optional<PromptBlend> blend;
    double release_sigma = 0.15; ///< models without per-frame timesteps: conditions are let go at and below this level
};

/// Errors (BadInput) for a request that contradicts itself or the model: shapes, positions given twice, values not
/// finite.
Result<void> check_request(const SampleRequest& request, const ModelLimits& limits);
/// `given` must be fp32 [1, C, frames, h, w] of `shape` and finite; `what` names it in the error.
Result<void>
check_latents(const std::string& what, const torch::Tensor& given, const LatentShape& shape, int64_t frames);

/// Latents known beforehand, laid out over the whole clip.
struct KnownLatents {
    torch::Tensor latents; ///< [1, C, T, h, w], zero where nothing is known
    torch::Tensor mask;    ///< [1, 1, T, 1, 1] bool, true where something is
    bool any = false;

    static KnownLatents of(const SampleRequest& request, torch::Device device);
};

} // namespace longtake
