// SPDX-License-Identifier: Apache-2.0
#include "core/schedule/flow_match_euler.h"

#include <torch/torch.h>

namespace longtake {

namespace {

/// The level of training timestep `timestep`, shifted in fp32: the reference shifts its whole training table in fp32
/// when it is built, and once more in set_timesteps.
double trained_sigma(int64_t timestep, const FlowMatchEulerConfig& config) {
    const float sigma = static_cast<float>(timestep) / static_cast<float>(config.num_train_timesteps);
    if (config.dynamic) {
        return sigma;
    }
    return static_cast<float>(config.shift) * sigma / (1.0F + static_cast<float>(config.shift - 1) * sigma);
}

} // namespace

void FlowMatchEuler::set_steps(int64_t steps, int64_t sequence_length) {
    const auto train = static_cast<double>(config_.num_train_timesteps);
    const double largest = trained_sigma(config_.num_train_timesteps, config_);
    const double smallest = trained_sigma(1, config_);
    sigmas_ = linspace(largest * train, smallest * train, steps);
    for (double& sigma : sigmas_) {
        sigma /= train;
    }
    sigmas_ = config_.dynamic
                  ? shift_dynamically(sigmas_, config_.dynamic->mu(sequence_length), config_.dynamic->time_shift_type)
                  : shift_statically(sigmas_, config_.shift);
    if (config_.shift_terminal) {
        sigmas_ = stretch_to_terminal(sigmas_, *config_.shift_terminal);
    }
    if (config_.spacing == SigmaSpacing::Karras) {
        sigmas_ = karras_spacing(sigmas_.front(), sigmas_.back(), steps);
    } else if (config_.spacing == SigmaSpacing::Exponential) {
        sigmas_ = exponential_spacing(sigmas_.front(), sigmas_.back(), steps);
    }
    sigmas_ = rounded_to_float(sigmas_);
    timesteps_.clear();
    for (const double sigma : sigmas_) {
        timesteps_.push_back(static_cast<float>(sigma) * static_cast<float>(config_.num_train_timesteps));
    }
    sigmas_.push_back(0);
}

torch::Tensor FlowMatchEuler::step(const torch::Tensor& velocity, const torch::Tensor& sample, int64_t index) {
    const auto now = static_cast<float>(sigmas_.at(static_cast<size_t>(index)));
    const auto next = static_cast<float>(sigmas_.at(static_cast<size_t>(index) + 1));
    return sample + (next - now) * velocity;
}

} // namespace longtake
