// SPDX-License-Identifier: Apache-2.0
// See causal_conv.h.
#include "core/nn/causal_conv.h"

#include "core/nn/fused.h"
#include "core/nn/kernel_memory.h"
#include "core/nn/layers.h"
#include "core/weights/mapped_memory.h"

#include <torch/torch.h>

namespace longtake {
namespace {

/// The library's convolution of x after its history.
torch::Tensor forward_plain(const CausalConv3d& conv, const torch::Tensor& x, CausalCache* cache) {
    const int64_t history = conv.weight.size(2) - 1;
    if (history == 0) {
        return conv.convolve(x);
    }
    if (cache == nullptr) {
        return conv.convolve(torch::constant_pad_nd(x, {0, 0, 0, 0, history, 0}));
    }
    torch::Tensor& slot = cache->next_slot();
    const torch::Tensor extended =
        slot.defined() ? torch::cat({slot, x}, 2) : torch::constant_pad_nd(x, {0, 0, 0, 0, history, 0});
    slot = last_frames(extended, history);
    return conv.convolve(extended);
}

} // namespace

CausalConv3d::CausalConv3d(int64_t in_channels,
                           int64_t out_channels,
                           std::array<int64_t, 3> kernel,
                           torch::ScalarType dtype,
                           int64_t time_stride_in)
    : weight(add_parameter(*this, "weight", {out_channels, in_channels, kernel[0], kernel[1], kernel[2]}, dtype))
    , bias(add_parameter(*this, "bias", {out_channels}, dtype))
    , time_stride(time_stride_in) {}

torch::Tensor CausalConv3d::forward(const torch::Tensor& x, CausalCache* cache, const torch::Tensor& addend) const {
    torch::Tensor out;
    if (kernels && can_fuse(x) && x.size(0) == 1 && weight.size(3) == 3 && weight.size(4) == 3 && time_stride == 1) {
        out = forward_planes(x, cache, addend);
    } else {
        out = forward_plain(*this, x, cache);
        out = addend.defined() ? out + addend : out;
    }
    release_mapped(weight);
    return out;
}

torch::Tensor CausalConv3d::convolve(const torch::Tensor& x) const {
    if (x.is_cpu()) {
        require_kernel_memory();
    }
    return torch::conv3d(x, weight, bias, {time_stride, 1, 1}, {0, weight.size(3) / 2, weight.size(4) / 2});
}

torch::Tensor
CausalConv3d::forward_planes(const torch::Tensor& x, CausalCache* cache, const torch::Tensor& addend) const {
    PlaneInput input;
    input.fresh = to_planes(x); // [T, H, W, C]
    input.addend = addend.defined() ? to_planes(addend) : torch::Tensor();
    const int64_t history = weight.size(2) - 1;
    if (cache != nullptr && history > 0) {
        torch::Tensor& slot = cache->next_slot();
        if (slot.defined()) {
            input.history = to_planes(slot);
        }
        // A slot is always whole: what came before the stream is zeros.
        const torch::Tensor known = x.size(2) >= history ? x : input.history.defined() ? torch::cat({slot, x}, 2) : x;
        slot = last_frames(known, history);
    }
    const ConvShape shape{x.scalar_type(), weight.size(1), weight.size(0), weight.size(2),
                          x.size(2),       x.size(3),      x.size(4)};
    PlaneWeights& weights = prepare_planes(prepared_, weight, bias);
    return from_planes(convolve_planes(kernels->convolution(shape), weights, input, kernels->scratch()), 1);
}

torch::Tensor last_frames(const torch::Tensor& frames, int64_t count) {
    const int64_t missing = count - frames.size(2);
    return missing > 0 ? torch::constant_pad_nd(frames, {0, 0, 0, 0, missing, 0}) : frames.slice(2, -missing).clone();
}

torch::Tensor to_planes(const torch::Tensor& x) {
    return x.permute({0, 2, 3, 4, 1}).contiguous().flatten(0, 1);
}

torch::Tensor from_planes(const torch::Tensor& planes, int64_t batch) {
    return planes.unflatten(0, {batch, -1}).permute({0, 4, 1, 2, 3});
}

PlaneWeights&
prepare_planes(std::shared_ptr<PlaneWeights>& prepared, const torch::Tensor& weight, const torch::Tensor& bias) {
    if (!prepared || !prepared->is_of(weight)) {
        prepared = std::make_shared<PlaneWeights>(weight, bias);
    }
    return *prepared;
}

} // namespace longtake
