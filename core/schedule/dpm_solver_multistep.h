// SPDX-License-Identifier: Apache-2.0
// DPM-Solver++ (Lu et al. 2022, arXiv 2211.01095), multistep, on flow-matching levels: 2M and its first and third
// order. Matches diffusers' DPMSolverMultistepScheduler with use_flow_sigmas, algorithm_type dpmsolver++ and
// prediction_type flow_prediction. Its use_dynamic_shifting only allows a caller to replace flow_shift, which no Wan
// pipeline does, so the static shift holds.
#pragma once

#include "core/schedule/dynamic_threshold.h"
#include "core/schedule/scheduler.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace longtake {

enum class DpmSolverType { Midpoint, Heun };

/// Fields are the keys of scheduler_config.json.
struct DpmSolverMultistepConfig {
    int64_t num_train_timesteps = 1000;
    int64_t solver_order = 2; ///< 1 to 3
    DpmSolverType solver_type = DpmSolverType::Midpoint;
    bool lower_order_final = true;
    bool euler_at_final = false;
    double flow_shift = 1.0;
    /// The last level: 0 for final_sigmas_type zero, else sqrt((1 - a) / a) of the first configured beta.
    double final_sigma = 0;
    std::optional<DynamicThreshold> threshold; ///< set when thresholding

    bool operator==(const DpmSolverMultistepConfig&) const = default;
};

class DpmSolverMultistep final : public Scheduler {
public:
    explicit DpmSolverMultistep(const DpmSolverMultistepConfig& config)
        : config_(config) {}

    void set_steps(int64_t steps, int64_t sequence_length) override;
    torch::Tensor step(const torch::Tensor& velocity, const torch::Tensor& sample, int64_t index) override;
    std::vector<std::pair<std::string, torch::Tensor>> history() const override;
    void restore_history(const std::vector<std::pair<std::string, torch::Tensor>>& history,
                         int64_t next_index) override;

private:
    int64_t order_at(int64_t index) const;

    DpmSolverMultistepConfig config_;
    std::vector<torch::Tensor> outputs_; ///< clean estimates of the last solver_order steps, newest last
};

} // namespace longtake
