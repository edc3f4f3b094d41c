// SPDX-License-Identifier: Apache-2.0
// What a shot will cost before it is rendered: seconds, memory, disk. Seconds come from what this machine took before;
// without that from the model's size and a modest processor, and the estimate says so.
#pragma once

#include "core/base/model_facts.h"
#include "core/base/stream_windows.h"
#include "core/cache/timing_history.h"

#include <cstdint>
#include <string>
#include <vector>

namespace longtake {

struct Cost {
    double seconds = 0;
    bool is_measured = false; ///< seconds are from this machine's own history
    int64_t memory_bytes = 0; ///< at the peak, weights included
    int64_t disk_bytes = 0;   ///< latents, segment and thumbnail

    bool operator==(const Cost&) const = default;
};

/// What the cost of one shot depends on.
struct ShotWork {
    Size size;
    int64_t frames = 0;
    std::vector<StreamWindow> windows;
    int64_t steps = 0;
    double guidance = 1.0;
};

Cost estimate_cost(const ShotWork& work,
                   const ModelFacts& model,
                   const TimingHistory& timings,
                   const std::string& device);

/// Tokens the transformer sees for `latents` latents of pictures of `size`.
int64_t token_count(const ModelFacts& model, Size size, int64_t latents);

} // namespace longtake
