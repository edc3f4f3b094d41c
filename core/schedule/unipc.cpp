// SPDX-License-Identifier: Apache-2.0
// Coefficients are 0-d fp32 tensors, not doubles: for small h the phi functions lose digits by cancellation, and
// agreeing with the reference means losing the same ones.
#include "core/schedule/unipc.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>

namespace longtake {

namespace {

torch::Tensor scalar(double value) {
    return torch::tensor(static_cast<float>(value));
}

/// lambda = ln alpha - ln sigma, half the log signal-to-noise ratio of a flow level.
torch::Tensor log_snr(const torch::Tensor& sigma) {
    return torch::log(1 - sigma) - torch::log(sigma);
}

/// sum_k weights[k] * differences[k] over at least one difference.
torch::Tensor weighted(const torch::Tensor& weights, const std::vector<torch::Tensor>& differences) {
    torch::Tensor sum = weights[0] * differences[0];
    for (size_t k = 1; k < differences.size(); ++k) {
        sum = sum + weights[static_cast<int64_t>(k)] * differences[k];
    }
    return sum;
}

} // namespace

/// Between two levels s and t (paper, section 3.1), in the reference's order of operations.
struct UniPc::Interval {
    torch::Tensor ratio;                    // sigma_t / sigma_s
    torch::Tensor alpha;                    // alpha_t
    torch::Tensor h_phi_1;                  // e^-h - 1
    torch::Tensor b_h;                      // B(h)
    std::vector<torch::Tensor> differences; // D1_k = (m_k - m_0) / r_k, order - 1 of them
    torch::Tensor matrix;                   // R [order, order]
    torch::Tensor right;                    // b [order]
};

void UniPc::set_steps(int64_t steps, int64_t sequence_length) {
    const auto train = static_cast<double>(config_.num_train_timesteps);
    if (config_.karras) {
        sigmas_ = karras_spacing(config_.karras->largest, config_.karras->smallest, steps);
        std::for_each(sigmas_.begin(), sigmas_.end(), [](double& sigma) { sigma = sigma / (sigma + 1); });
    } else {
        sigmas_ = linspace(1, 1 / train, steps + 1);
        sigmas_.pop_back();
        sigmas_ = config_.dynamic ? shift_dynamically(sigmas_, config_.dynamic->mu(sequence_length),
                                                      config_.dynamic->time_shift_type)
                                  : shift_statically(sigmas_, config_.flow_shift);
        if (config_.shift_terminal) {
            sigmas_ = stretch_to_terminal(sigmas_, *config_.shift_terminal);
        }
        constexpr double kBelowOne = 1e-6; // lambda of level 1 is infinite
        if (std::abs(sigmas_.front() - 1) < kBelowOne) {
            sigmas_.front() -= kBelowOne;
        }
    }
    timesteps_.clear();
    for (const double sigma : sigmas_) {
        timesteps_.push_back(std::trunc(sigma * train));
    }
    sigmas_.push_back(config_.final_sigmas_type == FinalSigma::Zero ? 0 : sigmas_.back());
    sigmas_ = rounded_to_float(sigmas_);
    outputs_.clear();
    last_sample_.reset();
}

int64_t UniPc::order_at(int64_t index) const {
    int64_t order = std::min(config_.solver_order, index + 1);
    if (config_.lower_order_final) {
        order = std::min(order, static_cast<int64_t>(timesteps_.size()) - index);
    }
    return order;
}

bool UniPc::corrects(int64_t index) const {
    const auto& disabled = config_.disable_corrector;
    return index > 0 && last_sample_.defined() &&
           std::find(disabled.begin(), disabled.end(), index - 1) == disabled.end();
}

torch::Tensor UniPc::step(const torch::Tensor& velocity, const torch::Tensor& sample, int64_t index) {
    TORCH_CHECK(index >= 0 && index < static_cast<int64_t>(timesteps_.size()), "[schedule.unipc] step ", index, " of ",
                timesteps_.size());
    torch::Tensor clean = sample - scalar(sigmas_[static_cast<size_t>(index)]) * velocity;
    if (config_.threshold) {
        clean = config_.threshold->apply(clean);
    }
    last_sample_ = corrects(index) ? corrected(clean, index) : sample;
    outputs_.push_back(clean);
    if (static_cast<int64_t>(outputs_.size()) > config_.solver_order) {
        outputs_.erase(outputs_.begin());
    }
    return predicted(last_sample_, index);
}

UniPc::Interval UniPc::interval_after(int64_t from) const {
    const auto level = [this](int64_t index) { return scalar(sigmas_[static_cast<size_t>(index)]); };
    const torch::Tensor lambda_from = log_snr(level(from));
    const torch::Tensor h = log_snr(level(from + 1)) - lambda_from;

    Interval made;
    std::vector<torch::Tensor> nodes;
    for (int64_t k = 1; k < order_at(from); ++k) {
        nodes.push_back((log_snr(level(from - k)) - lambda_from) / h);
        made.differences.push_back((outputs_[outputs_.size() - 1 - static_cast<size_t>(k)] - outputs_.back()) /
                                   nodes.back());
    }
    nodes.push_back(torch::ones({}));

    const torch::Tensor hh = -h;
    made.ratio = level(from + 1) / level(from);
    made.alpha = 1 - level(from + 1);
    made.h_phi_1 = torch::expm1(hh);
    made.b_h = config_.solver_type == UniPcSolver::Bh1 ? hh : made.h_phi_1;
    torch::Tensor h_phi_k = made.h_phi_1 / hh - 1;
    std::vector<torch::Tensor> rows;
    std::vector<torch::Tensor> right;
    int64_t factorial = 1;
    for (int64_t i = 1; i <= order_at(from); ++i) {
        rows.push_back(torch::pow(torch::stack(nodes), i - 1));
        right.push_back(h_phi_k * factorial / made.b_h);
        factorial *= i + 1;
        h_phi_k = h_phi_k / hh - 1.0 / static_cast<double>(factorial);
    }
    made.matrix = torch::stack(rows);
    made.right = torch::stack(right);
    return made;
}

torch::Tensor UniPc::predicted(const torch::Tensor& sample, int64_t index) const {
    const Interval made = interval_after(index);
    const torch::Tensor straight = made.ratio * sample - made.alpha * made.h_phi_1 * outputs_.back();
    const int64_t known = order_at(index) - 1;
    if (known == 0) {
        return straight;
    }
    const torch::Tensor weights = known == 1 ? torch::full({1}, 0.5F)
                                             : torch::linalg_solve(made.matrix.slice(0, 0, known).slice(1, 0, known),
                                                                   made.right.slice(0, 0, known));
    return straight - made.alpha * made.b_h * weighted(weights, made.differences);
}

torch::Tensor UniPc::corrected(const torch::Tensor& clean, int64_t index) const {
    const Interval made = interval_after(index - 1);
    const int64_t order = order_at(index - 1);
    const torch::Tensor weights = order == 1 ? torch::full({1}, 0.5F) : torch::linalg_solve(made.matrix, made.right);
    const torch::Tensor straight = made.ratio * last_sample_ - made.alpha * made.h_phi_1 * outputs_.back();
    torch::Tensor correction = weights[order - 1] * (clean - outputs_.back());
    if (order > 1) {
        correction = weighted(weights, made.differences) + correction;
    }
    return straight - made.alpha * made.b_h * correction;
}

std::vector<std::pair<std::string, torch::Tensor>> UniPc::history() const {
    std::vector<std::pair<std::string, torch::Tensor>> tensors;
    for (size_t i = 0; i < outputs_.size(); ++i) {
        tensors.emplace_back("output." + std::to_string(i), outputs_[i]);
    }
    if (last_sample_.defined()) {
        tensors.emplace_back("last_sample", last_sample_);
    }
    return tensors;
}

void UniPc::restore_history(const std::vector<std::pair<std::string, torch::Tensor>>& history, int64_t /*next_index*/) {
    outputs_.clear();
    last_sample_.reset();
    for (const auto& [name, tensor] : history) {
        if (name == "last_sample") {
            last_sample_ = tensor;
        } else {
            outputs_.push_back(tensor);
        }
    }
}

} // namespace longtake
