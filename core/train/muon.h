// SPDX-License-Identifier: Apache-2.0
// Muon's update (Jordan et al. 2024): momentum of a matrix, made orthogonal by a few Newton-Schulz iterations, so that
// every direction of the matrix learns at the same speed. Several times fewer steps than AdamW on the matrices of a
// transformer.
#pragma once

#include <torch/types.h>

namespace longtake {

/// The nearest half-orthogonal matrices to `gradients` [..., R, C], approximately: singular values land in about
/// [0.7, 1.2]. Computed in `dtype` (bf16 is enough), returned in fp32.
torch::Tensor orthogonalised(const torch::Tensor& gradients, torch::ScalarType dtype);

} // namespace longtake
