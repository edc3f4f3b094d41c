// SPDX-License-Identifier: Apache-2.0
// Convolution over (time, y, x) that never looks into the future: time is padded on the left only, with the frames that came
// before (a CausalCache slot) or with zeros, space on all sides with zeros.
#pragma once

#include "core/nn/causal_cache.h"

#include <torch/nn/module.h>
#include <torch/types.h>

#include <array>
#include <cstdint>

namespace longtake {

/// `weight` [O, C, kt, kh, kw], `bias` [O]. kh and kw are odd.
struct CausalConv3d : torch::nn::Module {
    CausalConv3d(int64_t in_channels, int64_t out_channels, std::array<int64_t, 3> kernel, torch::ScalarType dtype, int64_t time_stride = 1);

    /// x [B, C, T, H, W] -> [B, O, T, H, W]. With a cache, x continues the stream and one slot is used (none when kt is 1);
    /// without, x is a whole clip with zeros before it.
    torch::Tensor forward(const torch::Tensor& x, CausalCache* cache) const;

    /// x [B, C, T, H, W] with its history in front -> [B, O, (T - kt) / time_stride + 1, H, W].
    torch::Tensor convolve(const torch::Tensor& x) const;

    torch::Tensor weight;
    torch::Tensor bias;
    int64_t time_stride;
};

/// The last `count` frames of `frames` as a tensor of their own; zeros stand for frames before the first.
torch::Tensor last_frames(const torch::Tensor& frames, int64_t count);

} // namespace longtake
