// SPDX-License-Identifier: Apache-2.0
// How well a starter does what its captions say: judges on held-out prompts, and chains of eight shots, each continuing
// from the last latents of the one before under another prompt, measured at their seams and along their length; the
// autoencoder alone.
#pragma once

#include "core/models/family.h"
#include "core/train/caption_tokens.h"
#include "core/train/flow_sampler.h"
#include "core/train/judges.h"
#include "core/train/reconstruction.h"
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
    int64_t clips = 24; ///< through the autoencoder
    uint64_t seed = 1;
    FlowSampling sampling;
    int64_t context = 2;          ///< latents a shot of a chain continues from
    int64_t blend = 0;            ///< latents over which its prompt becomes the next
    std::filesystem::path sheets; ///< prompts.png and chains.png
};

/// A held-out prompt one of whose traits the judges saw differently.
struct Mistake {
    std::string prompt;
    Trait trait;
    std::string wanted, seen;
};

struct EvaluationScores {
    int64_t prompts = 0;
    std::array<double, kTraitCount> right{}; ///< share of prompts whose trait the judges see
    std::vector<Mistake> mistakes;
    std::array<double, kTraitCount> judge_accuracy{}; ///< the judges on real clips
    std::vector<double> seam_ratios;                  ///< difference over a seam by the median of its neighbours
    double changes_happened = 0;          ///< share of seams after which everything named is seen within a second
    std::vector<double> real_seam_ratios; ///< of the world's own clips, where they change
    double real_changes_seen = 0; ///< as changes_happened, on the world's own clips: what the judges can see at all
    std::vector<double> colour_drifts; ///< of chains whose prompt stays and names no movement, see picture_scores.h
    double sharpness_ratio = 1;        ///< Laplacian variance, last second by first
    Reconstruction autoencoder;
    double frames_per_second = 0; ///< made, sampling and decoding together
};

/// Told what is being done and how far, 0..1; false stops.
using EvaluationProgress = std::function<bool(const std::string&, double)>;

/// One directory, opened twice: prompts are sampled with `networks` in batches, chains are rendered with `rendering` as
/// films are.
struct EvaluatedModel {
    StarterNetworks& networks;
    VideoModel& rendering;
    const Tokenizer& tokens;
};

/// What it is judged by.
struct EvaluationWorld {
    const Vocabulary& vocabulary;
    WorldRenderer& renderer;
    Judges& judges;
};

Result<EvaluationScores> evaluate(const EvaluationRequest& request,
                                  const EvaluatedModel& model,
                                  const EvaluationWorld& world,
                                  const EvaluationProgress& progress);

} // namespace longtake
