// SPDX-License-Identifier: Apache-2.0
// See plane_conv.h.
#include "core/nn/plane_conv.h"

#include "core/nn/kernel_memory.h"

#include <torch/torch.h>

namespace longtake {
namespace {

/// Another form of a layer's weights is kept up to this size in any case. Wider layers, whose weights would be in
/// memory twice or more, need prepared memory for that.
constexpr int64_t kKeptBytes = int64_t{16} << 20;
constexpr int64_t kKeptWinogradBytes =
    int64_t{4} << 20; // larger ones fall out of the caches: transforming a part at a time is faster

uint32_t version_of(const torch::Tensor& tensor) {
    return tensor.is_inference() ? 0 : static_cast<uint32_t>(tensor._version());
}

/// [T, H, W, C] as the library's [1, C, T, H, W], no copy.
torch::Tensor as_volume(const torch::Tensor& planes) {
    return planes.permute({3, 0, 1, 2}).unsqueeze(0);
}

torch::Tensor doubled(const torch::Tensor& planes) {
    return planes.repeat_interleave(2, 1).repeat_interleave(2, 2);
}

/// History (or zeros) and fresh planes in one tensor, upsampled if asked.
torch::Tensor all_planes(const PlaneInput& input, int64_t taps) {
    torch::Tensor planes = input.fresh;
    if (taps > 1) {
        planes = input.history.defined() ? torch::cat({input.history, planes})
                                         : torch::constant_pad_nd(planes, {0, 0, 0, 0, 0, 0, taps - 1, 0});
    }
    return input.scale == PlaneScale::Doubled ? doubled(planes) : planes;
}

torch::Tensor run_volume(const torch::Tensor& planes, const torch::Tensor& weight, const torch::Tensor& bias) {
    require_kernel_memory();
    const torch::Tensor out = torch::conv3d(as_volume(planes), weight, bias, 1, {0, 1, 1});
    return out.squeeze(0).permute({1, 2, 3, 0}).contiguous();
}

torch::Tensor run_slices(const PlaneInput& input, PlaneWeights& weights, ConvScratch& scratch) {
    const torch::Tensor pictures =
        all_planes(input, weights.taps()).permute({0, 3, 1, 2}); // [T + kt - 1, C, H, W], channels last
    const int64_t frames = input.fresh.size(0);
    torch::Tensor sum;
    for (int64_t tap = 0; tap < weights.taps(); ++tap) {
        require_kernel_memory();
        const torch::Tensor part = torch::conv2d(pictures.slice(0, tap, tap + frames), weights.slice(tap, scratch),
                                                 tap == 0 ? std::optional(weights.bias()) : std::nullopt, 1, 1);
        sum = tap == 0 ? part : sum.add_(part);
    }
    return sum.permute({0, 2, 3, 1}).contiguous();
}

} // namespace

std::string to_string(ConvKernel kernel) {
    switch (kernel) {
    case ConvKernel::Direct: return "direct";
    case ConvKernel::Slices: return "slices";
    case ConvKernel::Winograd: return "winograd";
    case ConvKernel::WinogradHalf: return "winograd-bf16";
    }
    return "direct";
}

bool PreparedMemory::take(int64_t bytes) {
    if (bytes > left_) {
        return false;
    }
    left_ -= bytes;
    return true;
}

PlaneWeights::PlaneWeights(const torch::Tensor& weight, const torch::Tensor& bias)
    : weight_((weight.dim() == 4 ? weight.unsqueeze(2) : weight).detach().contiguous())
    , bias_(bias.detach())
    , data_(weight.data_ptr())
    , version_(version_of(weight)) {
    TORCH_CHECK(weight_.dim() == 5 && weight_.size(3) == 3 && weight_.size(4) == 3,
                "[nn.plane_conv] expected [O, C, kt, 3, 3], got ", weight.sizes());
}

PlaneWeights::~PlaneWeights() {
    if (prepared_) {
        prepared_->give_back(taken_);
    }
}

bool PlaneWeights::is_of(const torch::Tensor& weight) const {
    return data_ == weight.data_ptr() && version_ == version_of(weight);
}

const torch::Tensor& PlaneWeights::winograd() {
    constexpr int64_t kBytesPerWeight = 4 * sizeof(float); // 36 numbers for every 9
    if (!winograd_.defined() && weight_.numel() * kBytesPerWeight <= kKeptWinogradBytes) {
        winograd_ = winograd_weights(weight_);
    }
    return winograd_;
}

const torch::Tensor& PlaneWeights::wide_bias() {
    if (!wide_bias_.defined()) {
        wide_bias_ = bias_.to(torch::kFloat32);
    }
    return wide_bias_;
}

torch::Tensor PlaneWeights::winograd_half(ConvScratch& scratch) {
    if (winograd_half_.defined()) {
        return winograd_half_;
    }
    const int64_t bytes = winograd_half_bytes(weight_);
    if (may_keep(bytes, scratch)) {
        winograd_half_ = torch::empty({bytes}, torch::kUInt8);
        winograd_half_weights(weight_, winograd_half_.mutable_data_ptr());
        return winograd_half_;
    }
    winograd_half_weights(weight_, scratch_memory(scratch.weights, bytes));
    return scratch.weights;
}

torch::Tensor PlaneWeights::channels_last(ConvScratch& scratch) {
    if (channels_last_.defined()) {
        return channels_last_;
    }
    const torch::Tensor made = weight_.contiguous(torch::MemoryFormat::ChannelsLast3d);
    if (may_keep(static_cast<int64_t>(weight_.nbytes()), scratch)) {
        channels_last_ = made;
    }
    return made;
}

torch::Tensor PlaneWeights::slice(int64_t tap, ConvScratch& scratch) {
    const auto made = [&](int64_t which) {
        return weight_.select(2, which).contiguous(torch::MemoryFormat::ChannelsLast);
    };
    if (slices_.empty()) {
        if (!may_keep(static_cast<int64_t>(weight_.nbytes()), scratch)) {
            return made(tap);
        }
        for (int64_t which = 0; which < taps(); ++which) {
            slices_.push_back(made(which));
        }
    }
    return slices_[static_cast<size_t>(tap)];
}

bool PlaneWeights::may_keep(int64_t bytes, ConvScratch& scratch) {
    if (bytes <= kKeptBytes) {
        return true;
    }
    if (!scratch.prepared->take(bytes)) {
        return false;
    }
    prepared_ = scratch.prepared;
    taken_ += bytes;
    return true;
}

torch::Tensor convolve_planes(ConvKernel kernel, PlaneWeights& weights, const PlaneInput& input, ConvScratch& scratch) {
    if (kernel == ConvKernel::Winograd) {
        return winograd_convolve({input.history, input.fresh, weights.weight(), weights.winograd(), weights.wide_bias(),
                                  input.addend, input.scale},
                                 scratch.tiles);
    }
    if (kernel == ConvKernel::WinogradHalf) {
        const torch::Tensor prepared = weights.winograd_half(scratch);
        return winograd_half_convolve(
            {input.history, input.fresh, weights.weight(), prepared, weights.wide_bias(), input.addend, input.scale},
            scratch.tiles);
    }
    torch::Tensor out = kernel == ConvKernel::Slices ? run_slices(input, weights, scratch)
                                                     : run_volume(all_planes(input, weights.taps()),
                                                                  weights.channels_last(scratch), weights.bias());
    return input.addend.defined() ? out.add_(input.addend) : out;
}

} // namespace longtake
