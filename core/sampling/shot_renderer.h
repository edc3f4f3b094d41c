// SPDX-License-Identifier: Apache-2.0
// One shot, from its texts and the stream before it to clean latents and frames: as many windows as its length needs,
// each sampled behind the context of what came before and decoded as the next frames of the same stream.
// What comes out is a function of the request and the history alone: rendered in the chain, alone, or resumed from a
// checkpoint, the bytes are the same.
#pragma once

#include "core/base/result.h"
#include "core/base/stream_windows.h"
#include "core/models/family.h"
#include "core/sampling/continuity.h"
#include "core/sampling/frame_stream.h"
#include "core/sampling/sampler.h"

#include <torch/types.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace longtake {

/// A picture the shot must show at one of its latents.
struct ShotKeyframe {
    int64_t latent = 0;  ///< 0 .. fresh_latents - 1
    torch::Tensor frame; ///< [1, 3, 1, H, W] in [-1, 1]
};

struct ShotRequest {
    std::string text;
    std::string negative;
    std::string previous_text; ///< what the shot before was sampled with; used by the blend
    int64_t blend_latents = 0; ///< latents over which previous_text fades out
    Size size;
    int64_t fresh_latents = 1;   ///< latents to make (shot_latents())
    int64_t context_latents = 0; ///< 0: the model's default
    int64_t steps = 1;           ///< per window
    GuidanceConfig guidance;
    uint64_t seed = 0; ///< shots that must differ have different seeds
    std::vector<ShotKeyframe> keyframes;
    bool is_loop = false;                         ///< the end leads into the beginning
    double drift_help = 0.0;                      ///< 0 .. 1 towards drift_target
    std::optional<LatentStatistics> drift_target; ///< of the sequence's first window; empty while that is made
};

/// Where a shot stands: what a checkpoint stores.
struct PartialShot {
    int64_t window = 0;                  ///< being sampled
    torch::Tensor finished;              ///< fresh latents of the windows before it, [1, C, T, h, w], undefined if none
    std::optional<SampleState> sampling; ///< inside the window; empty at its beginning
};

/// After every step of every window.
struct ShotStep {
    int64_t window = 0;
    int64_t windows = 1;
    int64_t first_latent = 0; ///< of the shot, of `clean`
    const StepReport& step;
    const torch::Tensor& clean; ///< clean estimate of the window's fresh latents, [1, C, T, h, w]
    const PartialShot& state;   ///< valid during the call
};

struct ShotObserver {
    std::function<void(const ShotStep&)> on_step;
    /// Final frames in order; an error ends the shot.
    FrameSink on_frames;
};

struct RenderedShot {
    torch::Tensor latents;         ///< fresh ones only, [1, C, T, h, w] fp32 on the CPU
    StreamHistory history;         ///< of the stream behind this shot
    CausalCache decoder;           ///< behind this shot's last latent
    LatentStatistics first_window; ///< of the shot's first window: the drift target when it begins its sequence
    std::vector<int64_t> text_tokens;
    std::vector<int64_t> negative_tokens;
    int64_t dropped_tokens = 0; ///< of the longest text's end: more than the model reads
    double text_s = 0;
    double denoise_s = 0;
    double decode_s = 0;
};

/// The windows this request will be sampled in after `available_latents` of its stream.
std::vector<StreamWindow> windows_of(const ShotRequest& request, const ModelLimits& limits, int64_t available_latents);

/// Latents whose statistics drift help goes by when these windows begin a sequence: those of the first window, and of
/// the second behind a single still.
int64_t opening_latents(const std::vector<StreamWindow>& windows);

/// Renders. `decoder` is the state behind `history` if it is at hand, else it is made from it. `resume` continues a
/// shot. Errors: BadInput for what the model cannot do (keyframes, loop, blend without a text before); those of
/// sample().
Result<RenderedShot> render_shot(VideoModel& model,
                                 const ShotRequest& request,
                                 const StreamHistory& history,
                                 std::optional<CausalCache> decoder,
                                 const ShotObserver& observer,
                                 const std::stop_token& stop,
                                 const PartialShot* resume = nullptr);

} // namespace longtake
