// SPDX-License-Identifier: Apache-2.0
// The convolution a causal video autoencoder spends its time in, on planes [T, H, W, C] (channels last): 3x3 in space,
// kt taps in time, by one of several kernels that compute the same thing. Which is fastest depends on the processor,
// the library and the shape, so kernel_choice.h measures; here they only are. CPU, no gradients.
#pragma once

#include "core/nn/winograd.h"

#include <torch/types.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace longtake {

enum class ConvKernel {
    Direct,       ///< the library's 3-D convolution, channels last
    Slices,       ///< sum of the library's 2-D convolutions over time
    Winograd,     ///< winograd.h, products in fp32
    WinogradHalf, ///< winograd.h, products in bf16; bf16 only
};

std::string to_string(ConvKernel kernel);
inline constexpr ConvKernel kConvKernels[] = {ConvKernel::Direct, ConvKernel::Slices, ConvKernel::Winograd,
                                              ConvKernel::WinogradHalf};

/// What the layers of a model may keep prepared weights in, first come, first served; small ones are kept in any case.
class PreparedMemory {
public:
    explicit PreparedMemory(int64_t bytes = 0)
        : left_(bytes) {}
    /// False, and nothing taken, when less is left.
    bool take(int64_t bytes);
    void give_back(int64_t bytes) { left_ += bytes; }

private:
    int64_t left_;
};

/// Memory that layers share, so that large temporaries are not asked of the system again for each.
struct ConvScratch {
    torch::Tensor tiles;
    torch::Tensor weights; ///< of the layer at work, prepared, when they are not kept
    std::shared_ptr<PreparedMemory> prepared = std::make_shared<PreparedMemory>();
};

/// The weights of one layer in the forms its kernels want, made when first needed and again when the weights have
/// changed. A wide layer's are made for each use instead when there is no prepared memory left for them.
class PlaneWeights {
public:
    /// `weight` [O, C, kt, 3, 3] (or [O, C, 3, 3]), `bias` [O], one dtype.
    PlaneWeights(const torch::Tensor& weight, const torch::Tensor& bias);
    PlaneWeights(const PlaneWeights&) = delete;
    PlaneWeights& operator=(const PlaneWeights&) = delete;
    ~PlaneWeights();
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
    /// winograd_half_weights, valid until the next layer asks.
    torch::Tensor winograd_half(ConvScratch& scratch);
    torch::Tensor channels_last(ConvScratch& scratch);
    /// [O, C, 3, 3] of one tap, channels last.
    torch::Tensor slice(int64_t tap, ConvScratch& scratch);

private:
    /// Whether another form of `bytes` may stay.
    bool may_keep(int64_t bytes, ConvScratch& scratch);

    torch::Tensor weight_, bias_;
    const void* data_;
    uint32_t version_;
    torch::Tensor winograd_, winograd_half_, channels_last_, wide_bias_;
    std::vector<torch::Tensor> slices_;
    std::shared_ptr<PreparedMemory> prepared_; ///< what was taken from
    int64_t taken_ = 0;
};

struct PlaneInput {
    torch::Tensor history;  ///< [kt - 1, H, W, C] contiguous; undefined: zeros
    torch::Tensor fresh;    ///< [T, H, W, C] contiguous
    torch::Tensor addend{}; ///< [T, H', W', O] contiguous, added to the result; may be undefined
    PlaneScale scale = PlaneScale::Same;
};

/// [T, H', W', O] contiguous, in fresh's dtype (which is the weights' own).
torch::Tensor convolve_planes(ConvKernel kernel, PlaneWeights& weights, const PlaneInput& input, ConvScratch& scratch);

} // namespace longtake
