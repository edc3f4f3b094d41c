// SPDX-License-Identifier: Apache-2.0
// 3x3 convolutions over planes with four times fewer multiplications: F(4x4, 3x3) of Lavin and Gray, "Fast algorithms
// for convolutional neural networks" (2016). A 6x6 tile of the input is transformed, multiplied by transformed weights
// (one matrix product per tile position, all channels and, for a 3-tap convolution in time, all three frames at once)
// and transformed back to 4x4 outputs. fp32 arithmetic; the rounding error is about ten times that of a direct fp32
// convolution. CPU only, channels last, no gradients.
#pragma once

#include <torch/types.h>

#include <cstdint>
#include <vector>

namespace longtake {

/// False where libtorch has no single-thread matrix kernel to build on: then nothing here may be called.
bool winograd_is_available();

/// [O, C, kt, 3, 3] of any floating dtype -> [36, kt * C, O] fp32: four times the numbers.
torch::Tensor winograd_weights(const torch::Tensor& weight);

/// False where libtorch or the processor has no products in bf16: then nothing with `half` in its name may be called.
bool winograd_half_is_available();

/// Bytes of the transformed weights of a layer [O, C, kt, 3, 3].
int64_t winograd_half_bytes(const torch::Tensor& weight);
/// Transforms contiguous bf16 weights [O, C, kt, 3, 3], C even, to `to`, which has room for that many bytes.
void winograd_half_weights(const torch::Tensor& weight, void* to);

/// Memory of at least `bytes` at `scratch`, made larger when needed; what was there is lost then.
void* scratch_memory(torch::Tensor& scratch, int64_t bytes);

/// Whether planes are read as they are or as if every pixel stood twice in x and y (nearest upsampling, never made).
enum class PlaneScale { Same, Doubled };

/// One convolution, padded with zeros in space.
struct WinogradJob {
    torch::Tensor history;  ///< [kt - 1, H, W, C] contiguous; undefined: zeros
    torch::Tensor fresh;    ///< [T, H, W, C] contiguous, fp32 or bf16
    torch::Tensor weight;   ///< [O, C, kt, 3, 3] contiguous, fp32 or bf16
    torch::Tensor prepared; ///< its winograd_weights; undefined: made piece by piece, for layers too wide. Or its
                            ///< winograd_half_weights
    torch::Tensor bias;     ///< [O] fp32
    torch::Tensor addend;   ///< [T, H', W', O] contiguous of fresh's dtype, added to the result; may be undefined
    PlaneScale scale = PlaneScale::Same;
};

/// [T, H', W', O] contiguous in fresh's dtype. Its bytes depend on the job alone, never on the number of threads.
/// `scratch` is memory to use again, made larger when needed.
torch::Tensor winograd_convolve(const WinogradJob& job, torch::Tensor& scratch);
/// The same with F(2x2, 3x3) and products in bf16: `fresh` is bf16, `prepared` is there. Relative error
/// below 6e-3 of the rms, of which rounding the result to bf16 is about 2e-3.
torch::Tensor winograd_half_convolve(const WinogradJob& job, torch::Tensor& scratch);

} // namespace longtake
