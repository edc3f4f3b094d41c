// SPDX-License-Identifier: Apache-2.0
// Teaches a copy of the transformer to go in one unguided step where its teacher goes in several guided ones
// (progressive distillation, Salimans and Ho 2022, with the guidance of Meng et al. 2023 taken in). The levels are
// those at which the model's own scheduler stops when it is asked for so many steps, so the student needs nothing new
// at run time. It learns from the same stills and windows as its teacher did (pool_schedule.h).
#pragma once

#include "core/train/caption_tokens.h"
#include "core/train/clip_pool.h"
#include "core/train/flow_batch.h"
#include "core/train/starter_networks.h"

#include <memory>
#include <vector>

namespace longtake {

class FewStepTrainer {
public:
    /// `levels`: the scheduler's noise levels, from 1 down to 0. Networks and pools must outlive it.
    FewStepTrainer(const TrainConfig& config,
                   TextToLatents& teacher,
                   TextToLatents& student,
                   const Tokenizer& tokens,
                   ClipPool& stills,
                   ClipPool& clips,
                   std::vector<double> levels,
                   torch::Device device);

    Optimiser& optimiser() { return *optimiser_; }
    Result<double> learn(int64_t step);

private:
    /// From x at `from` to `to`: several guided Euler steps of the teacher, where `weight` is 0 nothing moves.
    torch::Tensor teacher_step(const FlowBatch& batch,
                               torch::Tensor x,
                               double from,
                               double to,
                               const WanCondition& prompt,
                               const WanCondition& empty);

    const TrainConfig& config_;
    TextToLatents& teacher_;
    TextToLatents& student_;
    const Tokenizer& tokens_;
    ClipPool& stills_;
    ClipPool& clips_;
    std::vector<double> levels_;
    torch::Device device_;
    std::unique_ptr<Optimiser> optimiser_;
};

} // namespace longtake
