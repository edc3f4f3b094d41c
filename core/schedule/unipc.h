// SPDX-License-Identifier: Apache-2.0
// UniPC: a multistep predictor with a corrector that reuses the model output of the next step (Zhao et al. 2023,
// arXiv 2302.04867), on flow-matching levels. Matches diffusers' UniPCMultistepScheduler with use_flow_sigmas,
// prediction_type flow_prediction and predict_x0.
#pragma once

#include "core/schedule/dynamic_threshold.h"
#include "core/schedule/flow_sigmas.h"
#include "core/schedule/scheduler.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace longtake {

enum class UniPcSolver { Bh1, Bh2 };
enum class FinalSigma { Zero, SigmaMin };

/// Fields are the keys of scheduler_config.json.
struct UniPcConfig {
    int64_t num_train_timesteps = 1000;
    int64_t solver_order = 2; ///< 1 to 3
    UniPcSolver solver_type = UniPcSolver::Bh2;
    bool lower_order_final = true;
    std::vector<int64_t> disable_corrector; ///< indices of steps whose result is not corrected
    double flow_shift = 1.0;
    std::optional<DynamicShift> dynamic; ///< set when use_dynamic_shifting
    std::optional<double> shift_terminal;
    FinalSigma final_sigmas_type = FinalSigma::Zero;
    /// use_karras_sigmas: the largest and smallest sqrt((1 - a) / a) of the configured betas, mapped to flow levels.
    struct Karras {
        double largest = 0;
        double smallest = 0;
        bool operator==(const Karras&) const = default;
    };
    std::optional<Karras> karras;
    std::optional<DynamicThreshold> threshold; ///< set when thresholding

    bool operator==(const UniPcConfig&) const = default;
};

class UniPc final : public Scheduler {
public:
    explicit UniPc(const UniPcConfig& config)
        : config_(config) {}

    void set_steps(int64_t steps, int64_t sequence_length) override;
    torch::Tensor step(const torch::Tensor& velocity, const torch::Tensor& sample, int64_t index) override;
    std::vector<std::pair<std::string, torch::Tensor>> history() const override;
    void restore_history(const std::vector<std::pair<std::string, torch::Tensor>>& history,
                         int64_t next_index) override;

private:
    struct Interval;

    /// The order of the prediction made at step `index`: it ramps up, and down again towards the end.
    int64_t order_at(int64_t index) const;
    bool corrects(int64_t index) const;
    /// What both halves of the method need between the levels `from` and `from + 1`.
    Interval interval_after(int64_t from) const;
    torch::Tensor predicted(const torch::Tensor& sample, int64_t index) const;
    torch::Tensor corrected(const torch::Tensor& clean, int64_t index) const;

    UniPcConfig config_;
    std::vector<torch::Tensor> outputs_; ///< clean estimates of the last solver_order steps, newest last
    torch::Tensor last_sample_;          ///< the (corrected) sample the last prediction started from
};

} // namespace longtake
