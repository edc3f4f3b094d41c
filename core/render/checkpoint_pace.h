// SPDX-License-Identifier: Apache-2.0
// How often a shot that is being made is written down.
#pragma once

#include <cstdint>

namespace longtake {

/// A checkpoint is due when `seconds` have passed since the last one or `steps` steps were made since, whichever is
/// first.
struct CheckpointPace {
    double seconds = 5.0; ///< 0: after every step
    int64_t steps = 0;    ///< 0: by time alone
};

} // namespace longtake
