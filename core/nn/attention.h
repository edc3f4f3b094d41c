// SPDX-License-Identifier: Apache-2.0
// The one attention function: softmax(q k^T / sqrt(d) + bias) v through libtorch's fused kernels.
#pragma once

#include <torch/types.h>

#include <optional>

namespace longtake {

/// q [B, N, L, d], k and v [B, N, M, d], any strides with contiguous d. `bias`, when given, is added to the scores and
/// broadcasts to [B, N, L, M]. Result [B, L, N * d] contiguous. `scale` other than 1 / sqrt(d) may be given (T5 uses
/// 1).
torch::Tensor attend(const torch::Tensor& q,
                     const torch::Tensor& k,
                     const torch::Tensor& v,
                     const std::optional<torch::Tensor>& bias = std::nullopt,
                     std::optional<double> scale = std::nullopt);

} // namespace longtake
