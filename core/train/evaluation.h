// SPDX-License-Identifier: Apache-2.0
// How well a starter does what its captions say: judges on held-out prompts, and chains of eight shots, each continuing from
// the last latents of the one before under another prompt, measured at their seams and along their length.
#pragma once

#include "core/train/caption_tokens.h"
#include "core/train/flow_sampler.h"
#include "core/train/judges.h"
#include "core/train/starter_networks.h"

#include <array>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace longtake {

struct EvaluationRequest {
    WorldTier tier = WorldTier::Small;
    int64_t prompts = 200;
    int64_t chains = 4;
    uint64_t seed = 1;
    FlowSampling sampling;
    int64_t context = 2;          ///< latents a shot of a chain continues from
    std::filesystem::path sheets; ///< prompts.png and chains.png
};

struct EvaluationScores {
    int64_t prompts = 0;
    std::array<double, kTraitCount> right{};         ///< share of prompts whose trait the judges see
    std::array<double, kTraitCount> judge_accuracy{}; ///< the judges on real clips
    std::vector<double> seam_ratios;                 ///< difference over a seam by the median of its neighbours
    double changes_happened = 0;                     ///< share of seams after which everything named is seen within a second
    double colour_drift = 0;                         ///< mean Lab distance of last from first frames of chains whose place and time stay
    double sharpness_ratio = 1;                      ///< Laplacian variance, last second by first
    double frames_per_second = 0;                    ///< made, sampling and decoding together
};

/// Told what is being done and how far, 0..1; false stops.
using EvaluationProgress = std::function<bool(const std::string&, double)>;

Result<EvaluationScores> evaluate(const EvaluationRequest& request, StarterNetworks& networks, const Tokenizer& tokens, const Vocabulary& vocabulary, WorldRenderer& renderer,
                                  Judges& judges, const EvaluationProgress& progress);

double median_value(std::vector<double> values);

/// For every frame in `seams` (the first frame of a shot): mean |difference| to the frame before by the median of the 12
/// differences on either side. `frames` uint8 [F, 3, H, W].
std::vector<double> seam_ratios(const torch::Tensor& frames, const std::vector<int64_t>& seams);

/// CIE L*a*b* of mean sRGB colours [3] in 0..1.
std::array<double, 3> lab_of(const torch::Tensor& rgb);

} // namespace longtake
