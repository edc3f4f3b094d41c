// SPDX-License-Identifier: Apache-2.0
// libtorch compiles some CPU kernels the first time a shape comes (brgemm: our Winograd convolution, its fused
// attention; oneDNN: its convolutions). When memory runs out inside that compilation it destroys a half-made kernel and
// the program with it, which nothing can catch. So the memory is asked for first, where a failure is an exception like
// any other.
#pragma once

namespace longtake {

/// Throws std::bad_alloc unless there is memory for a handful of compiled kernels now. Takes microseconds, keeps
/// nothing.
void require_kernel_memory();

} // namespace longtake
