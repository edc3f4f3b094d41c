// SPDX-License-Identifier: Apache-2.0
// How a shot of any length is cut into windows a model can sample (design.md §4.5): every window but the first of a
// stream begins with the last latents before it as context. Pure arithmetic, shared by the sampler and the plan.
#pragma once

#include "core/base/units.h"

#include <cstdint>
#include <vector>

namespace longtake {

/// One sampler call: `context` known latents, then `fresh` ones that are sampled and kept.
struct StreamWindow {
    int64_t context = 0;
    int64_t fresh = 0;

    bool operator==(const StreamWindow&) const = default;
    int64_t latents() const { return context + fresh; }
};

/// What the cut depends on.
struct StreamShape {
    int64_t temporal_compression = 4; ///< pixel frames per latent after the first
    int64_t window_latents = 9;       ///< the model's native window
    int64_t context_latents = 2;      ///< wanted context, less than window_latents
    bool begins_with_still = false;   ///< the first latent of a stream is a window of its own, the context of the next
};

/// Latents of a shot with `frames` (already legal: FrameGrid) pixel frames.
int64_t shot_latents(FrameCount frames, bool continues, int64_t temporal_compression);

/// Windows of a shot of `fresh_latents` (>= 1) after `available_latents` of the same stream (0: the stream begins).
/// As few windows as possible, as equal as possible, none above window_latents.
std::vector<StreamWindow> plan_windows(int64_t fresh_latents, int64_t available_latents, const StreamShape& shape);

} // namespace longtake
