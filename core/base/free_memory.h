// SPDX-License-Identifier: Apache-2.0
// Whether memory is left, asked before libraries that do not survive its end, and after those that only say they cannot.
#pragma once

#include <cstddef>

namespace longtake {

/// Whether `bytes`, of at least 33 MiB, could be allocated now: allocates them and gives them back, which takes
/// microseconds, since nothing is written there. (Smaller blocks might stay with the allocator.)
bool has_free_memory(size_t bytes);

} // namespace longtake
