// SPDX-License-Identifier: Apache-2.0
// The row kernels of fused.h with gradients, for training on the CPU: forwards they are the same kernels, backwards one
// pass over the same rows, which recomputes the norms instead of keeping fp32 copies of every step in between. Sums
// over rows are taken in runs of fixed length, so that no gradient depends on the number of threads.
#pragma once

#include "core/nn/rope.h"

#include <torch/types.h>

#include <cstdint>

namespace longtake {

/// True for fp32 and bf16 tensors on the CPU while gradients are recorded.
bool can_fuse_gradients(const torch::Tensor& x);

/// fused_layer_norm with gradients for x, scale and shift.
torch::Tensor
taught_layer_norm(const torch::Tensor& x, const torch::Tensor& scale, const torch::Tensor& shift, double eps);

/// x + y * gate as a new tensor with gradients for all three; shapes as in fused_add_gated.
torch::Tensor taught_add_gated(const torch::Tensor& x, const torch::Tensor& y, const torch::Tensor& gate);

/// fused_rms_norm with gradients for x [B, L, W] and gain.
torch::Tensor taught_rms_norm(
    const torch::Tensor& x, const torch::Tensor& gain, double eps, const RotaryTable* rotation, int64_t heads);

} // namespace longtake
