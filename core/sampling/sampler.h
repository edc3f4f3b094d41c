// SPDX-License-Identifier: Apache-2.0
// The denoising loop: noise and a prompt become clean latents, one scheduler step at a time, watched and stoppable.
// Latents that are already known (the tail of the shot before, keyframes) are conditions: a model with per-frame
// timesteps gets them clean at timestep 0; any other gets them at the step's own noise level until `release_sigma`
// (design.md §4). In both cases the scheduler is given the velocity that leads exactly to them, so multistep history
// stays consistent.
#pragma once

#include "core/base/result.h"
#include "core/models/family.h"
#include "core/sampling/sample_request.h"

#include <torch/types.h>

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace longtake {

/// Where a run stands: what a checkpoint stores. With the same request and model, going on from it gives the same
/// bytes.
struct SampleState {
    torch::Tensor latents; ///< [1, C, T, h, w] fp32 at the level of step `next_step`
    int64_t next_step = 0;
    std::vector<std::pair<std::string, torch::Tensor>> history; ///< of the scheduler and the guidance

    std::vector<std::pair<std::string, torch::Tensor>> named_tensors() const;
    /// Errors: BadInput when `tensors` is not what named_tensors() gave.
    static Result<SampleState> from_named_tensors(const std::vector<std::pair<std::string, torch::Tensor>>& tensors);
};

/// What the observer learns after a step. References are valid during the call; tensors may be kept.
struct StepReport {
    int64_t step = 0; ///< steps done, from 1
    int64_t steps = 0;
    double sigma = 0;           ///< level before the step
    double timestep = 0;        ///< what the model was given
    double seconds = 0;         ///< this step took
    const torch::Tensor& clean; ///< clean estimate x - sigma * v, [1, C, T, h, w] fp32 on the model's device
    const SampleState& state;   ///< after the step
};

/// Called on the sampling thread after every step.
using StepObserver = std::function<void(const StepReport&)>;

struct Sampled {
    torch::Tensor latents; ///< clean, normalised model space, [1, C, T, h, w] fp32 on the model's device
    std::vector<int64_t> text_tokens;
    std::vector<int64_t> negative_tokens; ///< empty when guidance does not use them
    std::vector<int64_t> blend_tokens;
    int64_t dropped_tokens = 0; ///< of the longest text's end: more than the model reads
    double text_s = 0;
    double denoise_s = 0;
};

/// Runs `request`, or what is left of it after `resume`. `stop` is looked at before and after every forward.
/// Errors: BadInput for a request that contradicts itself; Cancelled; Model when a prediction is not finite (naming the
/// step). `scheduler` is left in the state of the last step.
Result<Sampled> sample(VideoModel& model,
                       Scheduler& scheduler,
                       const SampleRequest& request,
                       const StepObserver& observer,
                       std::stop_token stop,
                       const SampleState* resume = nullptr);

} // namespace longtake
