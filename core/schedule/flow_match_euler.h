// SPDX-License-Identifier: Apache-2.0
// Euler steps along the straight paths of flow matching (Esser et al. 2024, arXiv 2403.03206).
// Matches diffusers' FlowMatchEulerDiscreteScheduler.set_timesteps(steps, mu=mu) and step().
#pragma once

#include "core/schedule/flow_sigmas.h"
#include "core/schedule/scheduler.h"

#include <cstdint>
#include <optional>

namespace longtake {

enum class SigmaSpacing { Uniform, Karras, Exponential };

/// Fields are the keys of scheduler_config.json.
struct FlowMatchEulerConfig {
    int64_t num_train_timesteps = 1000;
    double shift = 1.0;
    std::optional<DynamicShift> dynamic; ///< set when use_dynamic_shifting
    std::optional<double> shift_terminal;
    SigmaSpacing spacing = SigmaSpacing::Uniform;

    bool operator==(const FlowMatchEulerConfig&) const = default;
};

class FlowMatchEuler final : public Scheduler {
public:
    explicit FlowMatchEuler(const FlowMatchEulerConfig& config)
        : config_(config) {}

    void set_steps(int64_t steps, int64_t sequence_length) override;
    torch::Tensor step(const torch::Tensor& velocity, const torch::Tensor& sample, int64_t index) override;

private:
    FlowMatchEulerConfig config_;
};

} // namespace longtake
