// SPDX-License-Identifier: Apache-2.0
// The convolution a causal video autoencoder spends its time in, on planes [T, H, W, C] (channels last): 3x3 in space, kt taps
// in time, by one of several kernels that compute the same thing. Which is fastest depends on the processor, the library and
// the shape, so kernel_choice.h measures; here they only are. CPU, no gradients.
#pragma once

#include "core/nn/winograd.h"

#include <torch/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace longtake {

enum class ConvKernel {
    Direct,   ///< the library's 3-D convolution, channels last
    Slices,   ///< sum of the library's 2-D convolutions over time
    Winograd, ///< winograd.h
};

std::string to_string(ConvKernel kernel);
inline constexpr ConvKernel kConvKernels[] = {ConvKernel::Direct, ConvKernel::Slices, ConvKernel::Winograd};

/// Memory that layers share, so that large temporaries are not asked of the system again for each.
struct ConvScratch {
    torch::Tensor tiles;
};

/// The weights of one layer in the forms its kernels want, made when first needed and again when the weights have changed. What a
/// wide layer's would cost in memory is made for each use instead.
class PlaneWeights {
public:
    /// `weight` [O, C, kt, 3, 3] (or [O, C, 3, 3]), `bias` [O], one dtype.
    PlaneWeights(const torch::Tensor& weight, const torch::Tensor& bias);
    /// False when `weight` is not what this was made from, or was written to since.
    bool is_of(const torch::Tensor& weight) const;

    int64_t taps() const { return weight_.size(2); }
    /// [O, C, kt, 3, 3] contiguous
    const torch::Tensor& weight() const { return weight_; }
    const torch::Tensor& bias() const { return bias_; }
    /// [36, kt * C, O]; undefined for wide layers.
    const torch::Tensor& winograd();
    /// In fp32, for winograd.
    const torch::Tensor& wide_bias();
    torch::Tensor channels_last();
    /// [O, C, 3, 3] of one tap, channels last.
    torch::Tensor slice(int64_t tap);

private:
    bool is_kept() const;

    torch::Tensor weight_, bias_;
    const void* data_;
    uint32_t version_;
    torch::Tensor winograd_, channels_last_, wide_bias_;
    std::vector<torch::Tensor> slices_;
};

struct PlaneInput {
    torch::Tensor history; ///< [kt - 1, H, W, C] contiguous; undefined: zeros
    torch::Tensor fresh;   ///< [T, H, W, C] contiguous
    torch::Tensor addend{};  ///< [T, H', W', O] contiguous, added to the result; may be undefined
    PlaneScale scale = PlaneScale::Same;
};

/// [T, H', W', O] contiguous, in fresh's dtype (which is the weights' own).
torch::Tensor convolve_planes(ConvKernel kernel, PlaneWeights& weights, const PlaneInput& input, ConvScratch& scratch);

} // namespace longtake
