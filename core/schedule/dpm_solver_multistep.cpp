// SPDX-License-Identifier: Apache-2.0
// Coefficients are 0-d fp32 tensors for the reason given in unipc.cpp.
#include "core/schedule/dpm_solver_multistep.h"

#include "core/schedule/flow_sigmas.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>

namespace longtake {

namespace {

torch::Tensor scalar(double value) {
    return torch::tensor(static_cast<float>(value));
}

torch::Tensor log_snr(const torch::Tensor& sigma) {
    return torch::log(1 - sigma) - torch::log(sigma);
}

} // namespace

void DpmSolverMultistep::set_steps(int64_t steps, int64_t /*sequence_length*/) {
    const auto train = static_cast<double>(config_.num_train_timesteps);
    sigmas_ = linspace(1, 1 / train, steps + 1);
    std::for_each(sigmas_.begin(), sigmas_.end(), [](double& value) { value = 1.0 - value; });
    sigmas_ = shift_statically(sigmas_, config_.flow_shift);
    std::reverse(sigmas_.begin(), sigmas_.end());
    sigmas_.pop_back();
    timesteps_.clear();
    for (const double sigma : sigmas_) {
        timesteps_.push_back(std::trunc(sigma * train));
    }
    sigmas_.push_back(config_.final_sigma);
    sigmas_ = rounded_to_float(sigmas_);
    outputs_.clear();
}

int64_t DpmSolverMultistep::order_at(int64_t index) const {
    constexpr int64_t kFew = 15; // "lower order at the end" is meant for few steps
    const auto steps = static_cast<int64_t>(timesteps_.size());
    const bool lowers = config_.lower_order_final && steps < kFew;
    if (index == steps - 1 && (config_.euler_at_final || lowers || config_.final_sigma == 0)) {
        return 1;
    }
    const int64_t order = std::min(config_.solver_order, index + 1);
    return index == steps - 2 && lowers ? std::min<int64_t>(order, 2) : order;
}

torch::Tensor DpmSolverMultistep::step(const torch::Tensor& velocity, const torch::Tensor& sample, int64_t index) {
    TORCH_CHECK(index >= 0 && index < static_cast<int64_t>(timesteps_.size()), "[schedule.dpm_solver] step ", index,
                " of ", timesteps_.size());
    const auto level = [this](int64_t at) { return scalar(sigmas_[static_cast<size_t>(at)]); };
    const torch::Tensor clean = sample - level(index) * velocity;
    outputs_.push_back(config_.threshold ? config_.threshold->apply(clean) : clean);
    if (static_cast<int64_t>(outputs_.size()) > config_.solver_order) {
        outputs_.erase(outputs_.begin());
    }
    const auto output = [this](size_t back) { return outputs_[outputs_.size() - 1 - back]; };

    const torch::Tensor alpha = 1 - level(index + 1);
    const torch::Tensor h = log_snr(level(index + 1)) - log_snr(level(index));
    const torch::Tensor decay = torch::exp(-h) - 1.0;
    const torch::Tensor first = (level(index + 1) / level(index)) * sample - (alpha * decay) * output(0);
    const int64_t order = order_at(index);
    if (order == 1) {
        return first;
    }
    const torch::Tensor r0 = (log_snr(level(index)) - log_snr(level(index - 1))) / h;
    const torch::Tensor slope = (1.0 / r0) * (output(0) - output(1));
    if (order == 2) {
        return config_.solver_type == DpmSolverType::Midpoint ? first - 0.5 * (alpha * decay) * slope
                                                              : first + (alpha * (decay / h + 1.0)) * slope;
    }
    const torch::Tensor r1 = (log_snr(level(index - 1)) - log_snr(level(index - 2))) / h;
    const torch::Tensor bend = slope - (1.0 / r1) * (output(1) - output(2));
    const torch::Tensor d1 = slope + (r0 / (r0 + r1)) * bend;
    const torch::Tensor d2 = (1.0 / (r0 + r1)) * bend;
    return first + (alpha * (decay / h + 1.0)) * d1 - (alpha * ((decay + h) / torch::pow(h, 2) - 0.5)) * d2;
}

std::vector<std::pair<std::string, torch::Tensor>> DpmSolverMultistep::history() const {
    std::vector<std::pair<std::string, torch::Tensor>> tensors;
    for (size_t i = 0; i < outputs_.size(); ++i) {
        tensors.emplace_back("output." + std::to_string(i), outputs_[i]);
    }
    return tensors;
}

void DpmSolverMultistep::restore_history(const std::vector<std::pair<std::string, torch::Tensor>>& history,
                                         int64_t /*next_index*/) {
    outputs_.clear();
    for (const auto& [name, tensor] : history) {
        outputs_.push_back(tensor);
    }
}

} // namespace longtake
