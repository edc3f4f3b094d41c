// SPDX-License-Identifier: Apache-2.0
// See causal_conv.h.
#include "core/nn/causal_conv.h"

#include "core/nn/layers.h"

#include <torch/torch.h>

namespace longtake {

CausalConv3d::CausalConv3d(int64_t in_channels, int64_t out_channels, std::array<int64_t, 3> kernel, torch::ScalarType dtype, int64_t time_stride_in)
    : weight(add_parameter(*this, "weight", {out_channels, in_channels, kernel[0], kernel[1], kernel[2]}, dtype))
    , bias(add_parameter(*this, "bias", {out_channels}, dtype))
    , time_stride(time_stride_in) {}

torch::Tensor CausalConv3d::forward(const torch::Tensor& x, CausalCache* cache) const {
    const int64_t history = weight.size(2) - 1;
    if (history == 0) {
        return convolve(x);
    }
    if (cache == nullptr) {
        return convolve(torch::constant_pad_nd(x, {0, 0, 0, 0, history, 0}));
    }
    torch::Tensor& slot = cache->next_slot();
    const torch::Tensor extended = slot.defined() ? torch::cat({slot, x}, 2) : torch::constant_pad_nd(x, {0, 0, 0, 0, history, 0});
    slot = last_frames(extended, history);
    return convolve(extended);
}

torch::Tensor CausalConv3d::convolve(const torch::Tensor& x) const {
    return torch::conv3d(x, weight, bias, {time_stride, 1, 1}, {0, weight.size(3) / 2, weight.size(4) / 2});
}

torch::Tensor last_frames(const torch::Tensor& frames, int64_t count) {
    const int64_t missing = count - frames.size(2);
    return missing > 0 ? torch::constant_pad_nd(frames, {0, 0, 0, 0, missing, 0}) : frames.slice(2, -missing).clone();
}

} // namespace longtake
