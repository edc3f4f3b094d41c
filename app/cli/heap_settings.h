// SPDX-License-Identifier: Apache-2.0
// How this program's heap deals with large blocks. Tensors come and go by the megabyte, of many sizes: kept in a heap, the gaps
// between those that stay add up.
#pragma once

namespace longtake {

/// Large blocks go back to the system when they are freed. Does something with glibc only; other heaps do so by themselves. Call
/// before tensors are made.
void return_large_blocks();

} // namespace longtake
