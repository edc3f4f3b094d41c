// SPDX-License-Identifier: Apache-2.0
#include "core/schedule/noise_betas.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

namespace longtake {

namespace {

/// The squared cosine of Nichol and Dhariwal 2021 (arXiv 2102.09672, eq. 17).
torch::Tensor cosine_betas(int64_t count) {
    const auto kept = [count](int64_t i) {
        const double time = static_cast<double>(i) / static_cast<double>(count);
        return std::pow(std::cos((time + 0.008) / 1.008 * std::numbers::pi / 2), 2);
    };
    constexpr double kMostBeta = 0.999;
    std::vector<double> betas;
    for (int64_t i = 0; i < count; ++i) {
        betas.push_back(std::min(1 - kept(i + 1) / kept(i), kMostBeta));
    }
    return torch::tensor(betas, torch::kFloat32);
}

/// Stretched so that nothing of the signal is left at the end (Lin et al. 2023, arXiv 2305.08891, algorithm 1).
torch::Tensor without_last_signal(const torch::Tensor& betas) {
    torch::Tensor root = torch::cumprod(1.0 - betas, 0).sqrt();
    const torch::Tensor first = root[0].clone();
    const torch::Tensor last = root[-1].clone();
    root = (root - last) * (first / (first - last));
    const torch::Tensor kept = root.pow(2);
    return 1 - torch::cat({kept.slice(0, 0, 1), kept.slice(0, 1) / kept.slice(0, 0, -1)});
}

} // namespace

VariancePreservingRange read_variance_preserving_range(ConfigReader& reader, int64_t train_timesteps) {
    const double start = reader.number("beta_start", 0.0001, 1e-9, 0.999);
    const double end = reader.number("beta_end", 0.02, 1e-9, 0.999);
    const std::string schedule =
        reader.text("beta_schedule", "linear", {"linear", "scaled_linear", "squaredcos_cap_v2"});
    reader.require(!reader.has("trained_betas"), "trained_betas are not supported");
    torch::Tensor betas = torch::linspace(start, end, train_timesteps, torch::kFloat32);
    if (schedule == "scaled_linear") {
        betas = torch::linspace(std::sqrt(start), std::sqrt(end), train_timesteps, torch::kFloat32).pow(2);
    } else if (schedule == "squaredcos_cap_v2") {
        betas = cosine_betas(train_timesteps);
    }
    const bool is_rescaled = reader.boolean("rescale_betas_zero_snr", false);
    torch::Tensor kept = torch::cumprod(1.0 - (is_rescaled ? without_last_signal(betas) : betas), 0);
    if (is_rescaled) {
        kept[-1] = std::exp2(-24); // instead of 0, so that the last level is finite
    }
    const torch::Tensor levels = torch::sqrt((1 - kept) / kept);
    return {levels[0].item<float>(), levels[-1].item<float>()};
}

} // namespace longtake
