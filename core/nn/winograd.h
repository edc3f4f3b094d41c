// SPDX-License-Identifier: Apache-2.0
// 3x3 convolutions over planes with four times fewer multiplications: F(4x4, 3x3) of Lavin and Gray, "Fast algorithms for
// convolutional neural networks" (2016). A 6x6 tile of the input is transformed, multiplied by transformed weights (one
// matrix product per tile position, all channels and, for a 3-tap convolution in time, all three frames at once) and
// transformed back to 4x4 outputs. fp32 arithmetic; the rounding error is about ten times that of a direct fp32 convolution.
// CPU only, channels last, no gradients.
#pragma once

#include <torch/types.h>

#include <cstdint>
#include <vector>

namespace longtake {

/// False where libtorch has no single-thread matrix kernel to build on: then nothing here may be called.
bool winograd_is_available();

/// [O, C, kt, 3, 3] of any floating dtype -> [36, kt * C, O] fp32: four times the numbers.
torch::Tensor winograd_weights(const torch::Tensor& weight);

/// Whether planes are read as they are or as if every pixel stood twice in x and y (nearest upsampling, never made).
enum class PlaneScale { Same, Doubled };

/// One convolution, padded with zeros in space.
struct WinogradJob {
    torch::Tensor history;  ///< [kt - 1, H, W, C] contiguous; undefined: zeros
    torch::Tensor fresh;    ///< [T, H, W, C] contiguous, fp32 or bf16
    torch::Tensor weight;   ///< [O, C, kt, 3, 3] contiguous, fp32 or bf16
    torch::Tensor prepared; ///< its winograd_weights; undefined: they are made piece by piece, for layers whose own would be too large
    torch::Tensor bias;     ///< [O] fp32
    torch::Tensor addend;   ///< [T, H', W', O] contiguous of fresh's dtype, added to the result; may be undefined
    PlaneScale scale = PlaneScale::Same;
};

/// [T, H', W', O] contiguous in fresh's dtype. Its bytes depend on the job alone, never on the number of threads. `scratch` is
/// memory to use again, made larger when needed.
torch::Tensor winograd_convolve(const WinogradJob& job, torch::Tensor& scratch);

} // namespace longtake
