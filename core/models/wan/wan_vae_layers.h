// SPDX-License-Identifier: Apache-2.0
// What the Wan autoencoder is made of. Every layer maps x [B, C, T, H, W] and takes the stream's cache, or none for a
// whole clip: then the first frame of x is the first of a stream and no state is kept. Matches diffusers
// autoencoder_kl_wan.py.
#pragma once

#include "core/nn/causal_conv.h"

#include <torch/nn/module.h>
#include <torch/types.h>

#include <memory>
#include <optional>
#include <vector>

namespace longtake {

struct WanVaeLayer : torch::nn::Module {
    virtual torch::Tensor forward(const torch::Tensor& x, CausalCache* cache) const = 0;
    /// Input frames the last `frames` output frames depend on, through whatever state; and so the frames of input after
    /// which this layer's own state is settled.
    virtual int64_t input_frames(int64_t frames) const { return frames; }
};

/// x / |x| * sqrt(C) * gamma over channels.
struct WanChannelNorm : torch::nn::Module {
    /// `space_dims` is the number of ones after C in gamma's shape: 3, or 2 where diffusers normalises pictures.
    WanChannelNorm(int64_t channels, int64_t space_dims);
    /// x [B, C, T, H, W]
    torch::Tensor forward(const torch::Tensor& x) const;
    /// silu(forward(x))
    torch::Tensor forward_silu(const torch::Tensor& x) const;

    torch::Tensor gamma; ///< fp32

private:
    torch::Tensor gain() const;
};

/// shortcut(x) + conv2(silu(norm2(conv1(silu(norm1 x)))))
struct WanResidualBlock : WanVaeLayer {
    WanResidualBlock(int64_t in_channels, int64_t out_channels, torch::ScalarType dtype);
    torch::Tensor forward(const torch::Tensor& x, CausalCache* cache) const override;
    int64_t input_frames(int64_t frames) const override { return frames + 4; }

    std::shared_ptr<WanChannelNorm> norm1, norm2;
    std::shared_ptr<CausalConv3d> conv1, conv2;
    std::shared_ptr<CausalConv3d> conv_shortcut; ///< null when the channel count stays
};

/// x + proj(attention(norm x)), one head, every frame alone.
struct WanFrameAttention : WanVaeLayer {
    WanFrameAttention(int64_t channels, torch::ScalarType dtype);
    torch::Tensor forward(const torch::Tensor& x, CausalCache* cache) const override;

    std::shared_ptr<WanChannelNorm> norm;
    torch::Tensor qkv_weight, qkv_bias, proj_weight, proj_bias; ///< to_qkv and proj: 1x1 Conv2d
};

/// Residual block, attention, residual block.
struct WanMidBlock : WanVaeLayer {
    WanMidBlock(int64_t channels, torch::ScalarType dtype);
    torch::Tensor forward(const torch::Tensor& x, CausalCache* cache) const override;
    int64_t input_frames(int64_t frames) const override { return frames + 8; }

    std::vector<std::shared_ptr<WanVaeLayer>> layers;
};

/// Whether a resampling layer changes time besides space.
enum class TimeResampling { No, Yes };

/// Twice the sides (nearest, then a 3x3 convolution), and twice the frames except the first of a stream.
struct WanUpsample : WanVaeLayer {
    WanUpsample(int64_t in_channels, int64_t out_channels, TimeResampling time, torch::ScalarType dtype);
    torch::Tensor forward(const torch::Tensor& x, CausalCache* cache) const override;
    int64_t input_frames(int64_t frames) const override { return time_conv ? (frames + 1) / 2 + 2 : frames; }

    torch::Tensor weight, bias;              ///< resample.1: Conv2d
    std::shared_ptr<CausalConv3d> time_conv; ///< C -> 2C; null without time
    std::shared_ptr<KernelChoice> kernels;   ///< null: plain convolutions only

private:
    torch::Tensor double_frames(const torch::Tensor& x, CausalCache* cache) const;
    torch::Tensor double_sides(const torch::Tensor& x) const;

    mutable std::shared_ptr<PlaneWeights> prepared_;
};

/// Half the sides (3x3 convolution, stride 2), and half the frames after the first of a stream.
struct WanDownsample : WanVaeLayer {
    WanDownsample(int64_t channels, TimeResampling time, torch::ScalarType dtype);
    torch::Tensor forward(const torch::Tensor& x, CausalCache* cache) const override;

    torch::Tensor weight, bias;
    std::shared_ptr<CausalConv3d> time_conv;

private:
    torch::Tensor halve_frames(const torch::Tensor& x, CausalCache* cache) const;
};

/// Wan 2.2 encoder stage: residual blocks and downsampling beside a shortcut of group means.
struct WanResidualDownBlock : WanVaeLayer {
    /// `downsample` is empty for the last stage.
    WanResidualDownBlock(int64_t in_channels,
                         int64_t out_channels,
                         int64_t block_count,
                         std::optional<TimeResampling> downsample,
                         torch::ScalarType dtype);
    torch::Tensor forward(const torch::Tensor& x, CausalCache* cache) const override;

    std::vector<std::shared_ptr<WanVaeLayer>> layers;
    int64_t out_channels, time_factor, space_factor;
};

/// A decoder stage: residual blocks, then upsampling; in Wan 2.2 (`is_residual`) beside a shortcut of repeated
/// channels.
struct WanUpBlock : WanVaeLayer {
    WanUpBlock(int64_t in_channels,
               int64_t out_channels,
               int64_t block_count,
               std::optional<TimeResampling> upsample,
               bool is_residual,
               torch::ScalarType dtype);
    torch::Tensor forward(const torch::Tensor& x, CausalCache* cache) const override;
    int64_t input_frames(int64_t frames) const override;

    std::vector<std::shared_ptr<WanVaeLayer>> layers;
    int64_t out_channels, time_factor;
    bool has_shortcut;
};

/// [B, C, T, H, W] -> [B, out_channels, T / ft, H / fs, W / fs]: means over groups of (channel, time, y, x) neighbours;
/// zeros in front fill T up to a multiple of ft (diffusers AvgDown3D).
torch::Tensor average_down(const torch::Tensor& x, int64_t out_channels, int64_t time_factor, int64_t space_factor);

/// [B, C, T, H, W] -> [B, out_channels, T * ft, 2H, 2W] by repeating channels into time and space; `is_first` drops the
/// frames in front of the stream's first (diffusers DupUp3D).
torch::Tensor duplicate_up(const torch::Tensor& x, int64_t out_channels, int64_t time_factor, bool is_first);

} // namespace longtake
