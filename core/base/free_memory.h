// SPDX-License-Identifier: Apache-2.0
// Whether memory is left, asked before libraries that do not survive its end, and after those that only say they
// cannot; and how much of it stays with the program between uses.
#pragma once

#include <cstddef>

namespace longtake {

/// Whether the system could give `bytes` now: takes them and gives them back, which takes microseconds, since nothing
/// is written there. Asks the system, not malloc: what the heap keeps is of no use to who maps pages for compiled code.
bool has_free_memory(size_t bytes);

/// Makes the allocator keep what is freed, for programs that allocate the same large tensors step after step: giving
/// pages back to the system and clearing them again took a fifth of a training's time. Does nothing where the C library
/// is not glibc.
void keep_freed_memory();

/// Makes the allocator give large blocks back to the system when they are freed, for programs that make tensors of many
/// sizes: kept in a heap, the gaps between those that stay add up. Call before tensors are made; keep_freed_memory()
/// overrules it. Does nothing where the C library is not glibc.
void return_large_blocks();

} // namespace longtake
