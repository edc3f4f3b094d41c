// SPDX-License-Identifier: Apache-2.0
// Between the bytes that worlds are drawn in and the range that networks see.
#pragma once

#include <torch/types.h>

namespace longtake {

/// uint8 of any shape -> fp32 in [-1, 1].
inline torch::Tensor to_model_range(const torch::Tensor& bytes) {
    return bytes.to(torch::kFloat32).div(127.5).sub(1);
}

/// [-1, 1], clamped, of any shape -> uint8.
inline torch::Tensor to_bytes(const torch::Tensor& values) {
    return values.clamp(-1, 1).add(1).mul(127.5).round().to(torch::kUInt8);
}

} // namespace longtake
