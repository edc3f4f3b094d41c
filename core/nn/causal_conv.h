// SPDX-License-Identifier: Apache-2.0
// Convolution over (time, y, x) that never looks into the future: time is padded on the left only, with the frames that
// came before (a CausalCache slot) or with zeros, space on all sides with zeros.
#pragma once

#include "core/nn/causal_cache.h"
#include "core/nn/kernel_choice.h"

#include <torch/nn/module.h>
#include <torch/types.h>

#include <array>
#include <cstdint>
#include <memory>

namespace longtake {

/// `weight` [O, C, kt, kh, kw], `bias` [O]. kh and kw are odd.
struct CausalConv3d : torch::nn::Module {
    CausalConv3d(int64_t in_channels,
                 int64_t out_channels,
                 std::array<int64_t, 3> kernel,
                 torch::ScalarType dtype,
                 int64_t time_stride = 1);

    /// x [B, C, T, H, W] -> [B, O, T, H, W], plus `addend` of that shape if defined. With a cache, x continues the
    /// stream and one slot is used (none when kt is 1); without, x is a whole clip with zeros before it.
    torch::Tensor forward(const torch::Tensor& x, CausalCache* cache, const torch::Tensor& addend = {}) const;

    /// x [B, C, T, H, W] with its history in front -> [B, O, (T - kt) / time_stride + 1, H, W].
    torch::Tensor convolve(const torch::Tensor& x) const;

    torch::Tensor weight;
    torch::Tensor bias;
    int64_t time_stride;
    std::shared_ptr<KernelChoice> kernels; ///< null: plain convolutions only

private:
    torch::Tensor forward_planes(const torch::Tensor& x, CausalCache* cache, const torch::Tensor& addend) const;

    mutable std::shared_ptr<PlaneWeights> prepared_;
};

/// The last `count` frames of `frames` as a tensor of their own; zeros stand for frames before the first.
torch::Tensor last_frames(const torch::Tensor& frames, int64_t count);

/// [B, C, T, H, W] <-> planes [B * T, H, W, C] contiguous: no copy when x is channels last.
torch::Tensor to_planes(const torch::Tensor& x);
torch::Tensor from_planes(const torch::Tensor& planes, int64_t batch);

/// Makes `prepared` hold the forms of this weight, again if the weight has changed, and returns it.
PlaneWeights&
prepare_planes(std::shared_ptr<PlaneWeights>& prepared, const torch::Tensor& weight, const torch::Tensor& bias);

} // namespace longtake
