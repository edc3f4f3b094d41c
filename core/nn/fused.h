// SPDX-License-Identifier: Apache-2.0
// Chains of elementwise work as one pass over memory, for inference on the CPU: what the plain layers spell out in
// several torch operations (layers.h, the Wan autoencoder's norm) without their temporaries. fp32 arithmetic, fp32 or
// bf16 storage. Every function here has a plain counterpart that the tests compare it with, and that runs where
// can_fuse() says no.
#pragma once

#include "core/nn/rope.h"

#include <torch/types.h>

#include <cstdint>

namespace longtake {

/// True for fp32 and bf16 tensors on the CPU while no gradients are recorded.
bool can_fuse(const torch::Tensor& x);

enum class RowActivation { None, Silu };

/// x / |x| * gain over the last dimension of x [..., C] contiguous, gain [C] fp32, then the activation. A new tensor.
torch::Tensor fused_unit_norm(const torch::Tensor& x, const torch::Tensor& gain, RowActivation activation);

/// LayerNorm over the last dimension times `scale` plus `shift`: x [B, G * n, D] contiguous, scale and shift [B, G, D]
/// fp32.
torch::Tensor
fused_layer_norm(const torch::Tensor& x, const torch::Tensor& scale, const torch::Tensor& shift, double eps);

/// x += y * gate in place: x and y [B, G * n, D] contiguous, gate [B, G, D] fp32.
void fused_add_gated(torch::Tensor& x, const torch::Tensor& y, const torch::Tensor& gate);

/// RMSNorm over the last dimension of x [B, L, W] (rows contiguous, any row stride) with gain [W] fp32, then, when
/// given, the rotation of every head of [B, L, N, W / N]. Result contiguous.
torch::Tensor fused_rms_norm(
    const torch::Tensor& x, const torch::Tensor& gain, double eps, const RotaryTable* rotation, int64_t heads);

} // namespace longtake
