// SPDX-License-Identifier: Apache-2.0
// Everything that decides the pixels of one shot, as a value, and its hash: the shot's key. Two shots with one key are
// one picture, so a take is fresh exactly when its recipe's key is the one the film asks for now. What only changes the
// last bits (device, dtype, threads, library versions) stands in the receipt instead, or a film would be stale on every
// other machine.
#pragma once

#include "core/base/ids.h"
#include "core/base/units.h"
#include "core/cache/plan_reason.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace longtake {

/// Raised when the same recipe begins to give another picture (a mended sampler, another noise).
constexpr int64_t kRenderVersion = 1;

/// An image pinned at a frame of the shot.
struct KeyframeUse {
    int64_t frame = 0;
    std::string image_hash; ///< SHA-256 of the image file
    bool operator==(const KeyframeUse&) const = default;
};

/// A low-rank adapter on top of the model.
struct AdapterUse {
    std::string name; ///< for people; not part of the key
    std::string hash;
    double strength = 1.0;
    bool operator==(const AdapterUse&) const = default;
};

/// For a continuing shot: what it continues from.
struct UpstreamUse {
    std::string key;             ///< of the take it continues from
    int64_t context_latents = 0; ///< latents of it the first window begins with
    int64_t blend_latents = 0;   ///< over which the prompt changes; 0: at once
    std::string blend_from;      ///< the prompt it changes from; empty without a blend
    std::string drift_anchor;    ///< key of the sequence's first take, where drift help looks; empty without it
    bool operator==(const UpstreamUse&) const = default;
};

struct ShotRecipe {
    int64_t render_version = kRenderVersion;
    std::string model; ///< for people; not part of the key
    std::string model_hash;
    std::vector<AdapterUse> adapters;
    std::string prompt;   ///< exactly as sampled
    std::string negative; ///< exactly as sampled
    std::string sampler;
    int64_t seed = 0;
    int64_t variation = 0; ///< which of the shot's seeds `seed` is; not part of the key
    int64_t steps = 0;
    double guidance = 0.0;
    Size size;
    FrameCount frames;
    std::optional<FrameRate> frame_rate; ///< only for models that take it as an input
    double drift_help = 0.0;
    bool is_loop = false;
    std::vector<KeyframeUse> keyframes;
    std::optional<UpstreamUse> upstream; ///< empty: the shot begins a sequence

    bool operator==(const ShotRecipe&) const = default;
};

/// 64 hex digits over every field that is part of the key, each with its label.
std::string shot_key(const ShotRecipe& recipe);

/// The shot a shot continues from.
struct UpstreamShot {
    int64_t number = 0;            ///< counted from 1
    bool will_be_rendered = false; ///< else it was
};

/// What is different in `now` against `before`, one reason a field, in the order of the recipe. Empty exactly when the
/// keys are equal.
std::vector<PlanReason> describe_changes(const ShotRecipe& before, const ShotRecipe& now, const UpstreamShot& upstream);

/// The seed of variation `variation` (0: the first) of a shot: `base` itself for 0, and seeds hashed from it after
/// that.
int64_t variation_seed(int64_t base, int64_t variation);
/// The seed of a shot that has none of its own, from the film's seed and the shot's id, in [0, 2^52).
int64_t derived_seed(int64_t film_seed, const ShotId& shot);

} // namespace longtake
