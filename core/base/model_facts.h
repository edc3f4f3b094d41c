// SPDX-License-Identifier: Apache-2.0
// What the plan must know about a model without loading it. The engine fills it from the model's directory; the film
// library, which knows no torch, computes keys, windows, time, memory and disk with it.
#pragma once

#include "core/base/units.h"

#include <cstdint>
#include <string>

namespace longtake {

struct ModelFacts {
    std::string name;         ///< what the film calls it
    std::string weights_hash; ///< over every file that decides what the model computes
    std::string sampler;      ///< the scheduler's class, "UniPCMultistepScheduler"

    int64_t latent_channels = 16;
    int64_t spatial_compression = 8;  ///< pixels per latent along H and W
    int64_t temporal_compression = 4; ///< pixel frames per latent after the first: the frame grid's step
    Size size_multiple{16, 16};       ///< picture sides must be multiples of these: one token's pixels
    int64_t window_latents = 21;      ///< latents the model was trained on at once
    int64_t context_latents = 2;      ///< latents a continuing window begins with
    int64_t blend_latents = 0;        ///< over which a continuing shot's prompt changes, unless the film says
    int64_t history_latents = 24;     ///< latents of history a continuing shot can depend on
    bool uses_frame_rate = false;     ///< the film's frame rate is an input of the model
    bool has_first_keyframe = false;
    bool has_any_keyframe = false;  ///< last, middle, loop
    bool begins_with_still = false; ///< a stream's first latent is sampled alone (stream_windows.h)

    Size default_size{832, 480};
    FrameRate default_frame_rate{16, 1};
    int64_t default_steps = 50;
    double default_guidance = 5.0;

    int64_t parameter_count = 0; ///< of the transformer
    int64_t hidden_size = 0;     ///< width of one token in the transformer
    int64_t weight_bytes = 0;    ///< of all files with weights

    bool operator==(const ModelFacts&) const = default;
    FrameGrid grid() const { return {temporal_compression}; }
};

} // namespace longtake
