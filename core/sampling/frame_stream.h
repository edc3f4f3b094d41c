// SPDX-License-Identifier: Apache-2.0
// Latents to frames in order, one latent at a time, so that frames can be shown and encoded while later ones are still
// being decoded. The state is one CausalCache: kept, copied or stored, it continues the stream with the same bytes.
#pragma once

#include "core/base/result.h"
#include "core/models/family.h"
#include "core/nn/causal_cache.h"

#include <torch/types.h>

#include <cstdint>
#include <functional>
#include <stop_token>

namespace longtake {

/// Gets the frames of one latent, [1, 3, f, H, W] fp32 in [-1, 1] on the model's device. An error ends the stream.
using FrameSink = std::function<Result<void>(const torch::Tensor& frames)>;

class FrameStream {
public:
    /// Begins a stream, or goes on with one whose state is given.
    explicit FrameStream(VideoModel& model, CausalCache state = {})
        : model_(model)
        , state_(std::move(state)) {}

    /// Decodes latents [1, C, T, h, w] as the next of the stream. `stop` is looked at before every latent.
    /// After an error the state stands between two latents, except when the model itself failed.
    Result<void> decode(const torch::Tensor& latents, const FrameSink& sink, std::stop_token stop = {});

    const CausalCache& state() const { return state_; }

private:
    VideoModel& model_;
    CausalCache state_;
};

/// Frames [1, 3, f, H, W] in [-1, 1] -> [f, 3, H, W] fp32 in [0, 1] on the CPU, as diffusers' VideoProcessor does.
torch::Tensor frames_to_unit(const torch::Tensor& frames);
/// Frames [1, 3, f, H, W] in [-1, 1] -> [f, H, W, 3] uint8 on the CPU, rounded to nearest.
torch::Tensor frames_to_bytes(const torch::Tensor& frames);

} // namespace longtake
