// SPDX-License-Identifier: Apache-2.0
#include "core/sampling/guidance.h"

#include <torch/torch.h>

namespace longtake {

namespace {

/// Every dimension but the batch.
std::vector<int64_t> all_but_batch(const torch::Tensor& tensor) {
    std::vector<int64_t> dimensions;
    for (int64_t i = 1; i < tensor.dim(); ++i) {
        dimensions.push_back(i);
    }
    return dimensions;
}

torch::Tensor norm_per_sample(const torch::Tensor& tensor) {
    return torch::linalg_vector_norm(tensor, 2, all_but_batch(tensor), /*keepdim=*/true, std::nullopt);
}

} // namespace

Result<GuidanceConfig> parse_guidance_mode(std::string_view name, double scale) {
    GuidanceConfig config;
    config.scale = scale;
    if (name == "plain") {
        return config;
    }
    if (name == "rescale") {
        config.rescale = 0.7;
        return config;
    }
    if (name == "zero") {
        config.mode = GuidanceMode::ZeroStar;
        return config;
    }
    if (name == "apg") {
        config.mode = GuidanceMode::Projected;
        config.momentum = -0.5;
        return config;
    }
    return bad_input("unknown guidance mode '" + std::string(name) + "'",
                     "Known are plain, rescale, zero (CFG-Zero*) and apg.");
}

Guidance::Needs Guidance::needs(int64_t index) const {
    if (config_.scale <= 1.0) {
        return Needs::Prompt;
    }
    if (config_.mode == GuidanceMode::ZeroStar && index < config_.zero_init_steps) {
        return Needs::Nothing;
    }
    return Needs::Both;
}

torch::Tensor Guidance::velocity(const torch::Tensor& prompt,
                                 const torch::Tensor& negative,
                                 const torch::Tensor& sample,
                                 double sigma,
                                 int64_t index) {
    switch (needs(index)) {
    case Needs::Nothing: return torch::zeros_like(sample);
    case Needs::Prompt: return prompt;
    case Needs::Both: break;
    }
    torch::Tensor guided;
    if (config_.mode == GuidanceMode::Projected) {
        torch::Tensor difference = (negative - prompt) * sigma; // of the clean estimates x - sigma * v
        if (config_.momentum != 0) {
            difference =
                running_difference_.defined() ? difference + config_.momentum * running_difference_ : difference;
            running_difference_ = difference;
        }
        const torch::Tensor clean = projected(sample - sigma * prompt, sample - sigma * negative, difference, config_);
        guided = (sample - clean) / sigma;
    } else {
        const torch::Tensor base =
            config_.mode == GuidanceMode::ZeroStar ? negative * best_negative_scale(prompt, negative) : negative;
        guided = base + config_.scale * (prompt - base);
    }
    return config_.rescale > 0 ? rescaled_to(prompt, guided, config_.rescale) : guided;
}

std::vector<std::pair<std::string, torch::Tensor>> Guidance::history() const {
    if (!running_difference_.defined()) {
        return {};
    }
    return {{"running_difference", running_difference_}};
}

void Guidance::restore_history(const std::vector<std::pair<std::string, torch::Tensor>>& history) {
    running_difference_.reset();
    for (const auto& [name, tensor] : history) {
        if (name == "running_difference") {
            running_difference_ = tensor;
        }
    }
}

torch::Tensor rescaled_to(const torch::Tensor& prompt, const torch::Tensor& guided, double rescale) {
    const auto deviation = [](const torch::Tensor& tensor) {
        return tensor.std(all_but_batch(tensor), /*unbiased=*/true, /*keepdim=*/true);
    };
    return rescale * (guided * (deviation(prompt) / deviation(guided))) + (1 - rescale) * guided;
}

torch::Tensor best_negative_scale(const torch::Tensor& prompt, const torch::Tensor& negative) {
    constexpr double kTiny = 1e-8;
    const std::vector<int64_t> dimensions = all_but_batch(prompt);
    return (prompt * negative).sum(dimensions, true) / (negative.square().sum(dimensions, true) + kTiny);
}

torch::Tensor projected(const torch::Tensor& prompt,
                        const torch::Tensor& negative,
                        torch::Tensor difference,
                        const GuidanceConfig& config) {
    if (config.norm_threshold > 0) {
        difference = difference * torch::clamp_max(config.norm_threshold / norm_per_sample(difference), 1.0);
    }
    // The reference projects in fp64; devices without it (MPS) take the CPU.
    const torch::Device exact = difference.is_mps() ? torch::Device(torch::kCPU) : difference.device();
    const torch::Tensor whole = difference.to(exact).to(torch::kFloat64);
    torch::Tensor direction = prompt.to(exact).to(torch::kFloat64);
    direction = direction / norm_per_sample(direction).clamp_min(1e-12);
    const torch::Tensor along = (whole * direction).sum(all_but_batch(whole), true) * direction;
    const torch::Tensor across = whole - along;
    return negative + config.scale * (across.to(difference.options()) + config.eta * along.to(difference.options()));
}

} // namespace longtake
