// SPDX-License-Identifier: Apache-2.0
// What every noise schedule offers the sampler. A scheduler knows sigmas and updates, never a model.
// All schedules here are flow matching: x_sigma = (1 - sigma) * x0 + sigma * noise, and the model predicts
// v = noise - x0, so the clean estimate is x - sigma * v. One file, one paper; names and numbers match diffusers.
#pragma once

#include <torch/types.h>

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace longtake {

class Scheduler {
public:
    virtual ~Scheduler() = default;
    Scheduler() = default;
    Scheduler(const Scheduler&) = delete;
    Scheduler& operator=(const Scheduler&) = delete;

    /// Prepares `steps` (>= 1) steps and forgets all history. `sequence_length` is the number of transformer tokens,
    /// used by dynamic shifting only.
    virtual void set_steps(int64_t steps, int64_t sequence_length) = 0;

    /// The values the model is given, in [0, 1000], one per step.
    const std::vector<double>& timesteps() const { return timesteps_; }
    /// Noise levels, one per step and a last one (0 unless the config says otherwise).
    const std::vector<double>& sigmas() const { return sigmas_; }

    /// The sample at sigmas()[index + 1], from `velocity` and `sample` at sigmas()[index]. Same shape, fp32.
    /// Steps are taken in order; multistep methods remember earlier ones.
    virtual torch::Tensor step(const torch::Tensor& velocity, const torch::Tensor& sample, int64_t index) = 0;

    /// x0 = x - sigma * v at step `index`.
    torch::Tensor clean_estimate(const torch::Tensor& velocity, const torch::Tensor& sample, int64_t index) const;

    /// History of a multistep method as named tensors and back: what a checkpoint stores besides the sample.
    virtual std::vector<std::pair<std::string, torch::Tensor>> history() const { return {}; }
    virtual void restore_history(const std::vector<std::pair<std::string, torch::Tensor>>& /*history*/,
                                 int64_t /*next_index*/) {}

protected:
    std::vector<double> timesteps_;
    std::vector<double> sigmas_;
};

} // namespace longtake
