// SPDX-License-Identifier: Apache-2.0
#include "core/train/few_step_trainer.h"

#include "core/train/flow_sampler.h"
#include "core/train/pool_schedule.h"

#include <torch/torch.h>

namespace longtake {

namespace {

/// Everything that is made, whatever it weighs in the loss: [B, 1, T, h, w] of 0 and 1.
torch::Tensor made(const FlowBatch& batch) {
    return batch.weight.gt(0).to(torch::kFloat32);
}

} // namespace

FewStepTrainer::FewStepTrainer(const TrainConfig& config,
                               TextToLatents& teacher,
                               TextToLatents& student,
                               const Tokenizer& tokens,
                               ClipPool& stills,
                               ClipPool& clips,
                               std::vector<double> levels,
                               torch::Device device)
    : config_(config)
    , teacher_(teacher)
    , student_(student)
    , tokens_(tokens)
    , stills_(stills)
    , clips_(clips)
    , levels_(std::move(levels))
    , device_(device)
    , optimiser_(std::make_unique<Optimiser>(student, config.few_steps.optimiser, is_block_matrix)) {}

torch::Tensor FewStepTrainer::teacher_step(const FlowBatch& batch,
                                           torch::Tensor x,
                                           double from,
                                           double to,
                                           const WanCondition& prompt,
                                           const WanCondition& empty) {
    const torch::NoGradGuard no_gradients;
    const torch::Tensor moves = made(batch);
    const torch::Tensor unknown = moves.amax({1, 3, 4}); // [B, T]
    const int64_t count = config_.few_steps.teacher_steps;
    for (int64_t i = 0; i < count; ++i) {
        const double level = from + (to - from) * static_cast<double>(i) / static_cast<double>(count);
        const torch::Tensor times = unknown * (1000 * level);
        const torch::Tensor guided = teacher_.transformer->forward(x, times, prompt).to(torch::kFloat32);
        const torch::Tensor unguided = teacher_.transformer->forward(x, times, empty).to(torch::kFloat32);
        x = x + (to - from) / static_cast<double>(count) * moves *
                    (unguided + config_.few_steps.guidance * (guided - unguided));
    }
    return x;
}

Result<double> FewStepTrainer::learn(int64_t step) {
    const FewStepTraining& settings = config_.few_steps;
    const int64_t overall = config_.transformer.steps + step; // the teacher's steps came before
    if (auto grown = grow_pools(config_.transformer, overall, stills_, clips_); !grown) {
        return grown.error();
    }
    Random random(config_.seed ^ 0xFE, static_cast<uint64_t>(step));
    TransformerTraining drawing = config_.transformer;
    drawing.text_dropout = 0;
    drawing.batch = settings.batch;
    const FlowBatch batch = draw_step_batch(drawing, overall, stills_, clips_, device_, random);
    const auto index = static_cast<size_t>(random.below(static_cast<int64_t>(levels_.size()) - 1));
    const double from = levels_[index], to = levels_[index + 1];
    // The batch's own noise level moves to `from` along its straight line; what is known stays as it is.
    const torch::Tensor own = batch.timesteps.div(1000).view({batch.timesteps.size(0), 1, -1, 1, 1});
    const torch::Tensor start = batch.noisy + made(batch) * (from - own) * batch.velocity;
    const std::vector<std::string> silence(batch.captions.size());
    torch::Tensor target;
    {
        const torch::NoGradGuard no_gradients;
        const torch::Tensor end =
            teacher_step(batch, start, from, to, encode_captions(teacher_, tokens_, batch.captions, device_),
                         encode_captions(teacher_, tokens_, silence, device_));
        target = (end - start) / (to - from);
    }
    const torch::Tensor times = made(batch).amax({1, 3, 4}) * (1000 * from);
    const torch::Tensor predicted =
        student_.transformer->forward(start, times, encode_captions(student_, tokens_, batch.captions, device_))
            .to(torch::kFloat32);
    const torch::Tensor loss = flow_loss({batch.noisy, target, batch.timesteps, batch.weight, {}}, predicted);
    loss.backward();
    return loss.item<double>();
}

} // namespace longtake
