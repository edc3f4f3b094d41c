// SPDX-License-Identifier: Apache-2.0
#include "core/train/transformer_trainer.h"

#include "core/train/contact_sheet.h"
#include "core/train/flow_sampler.h"
#include "core/train/pool_schedule.h"

#include <torch/torch.h>

#include <algorithm>
#include <cstdio>

namespace longtake {

TransformerTrainer::TransformerTrainer(const TrainConfig& config,
                                       const StarterNetworks& networks,
                                       const Tokenizer& tokens,
                                       ClipPool& stills,
                                       ClipPool& clips,
                                       LoraAdapters* adapters,
                                       torch::Device device)
    : config_(config)
    , networks_(networks)
    , tokens_(tokens)
    , stills_(stills)
    , clips_(clips)
    , adapters_(adapters)
    , device_(device) {
    torch::nn::Module& taught =
        adapters != nullptr ? static_cast<torch::nn::Module&>(*adapters) : *networks.text_to_latents;
    optimiser_ = std::make_unique<Optimiser>(taught, config.transformer.optimiser,
                                             is_block_matrix); // adapters have no block matrices: AdamW
}

torch::Tensor TransformerTrainer::predict(const FlowBatch& batch) const {
    TextToLatents& model = *networks_.text_to_latents;
    if (adapters_ != nullptr) {
        adapters_->attach();
    }
    return model.transformer->forward(batch.noisy, batch.timesteps,
                                      encode_captions(model, tokens_, batch.captions, device_));
}

Result<double> TransformerTrainer::learn(int64_t step) {
    if (auto grown = grow_pools(config_.transformer, step, stills_, clips_); !grown) {
        return grown.error();
    }
    const TransformerTraining& settings = config_.transformer;
    Random random(config_.seed ^ 0xF0, static_cast<uint64_t>(step));
    const FlowBatch batch = draw_step_batch(settings, step, stills_, clips_, device_, random);
    const torch::Tensor loss = flow_loss(batch, predict(batch));
    loss.backward();
    return loss.item<double>();
}

Result<std::string> TransformerTrainer::validate(const std::filesystem::path& sheet, const ClipPool& unseen) const {
    const torch::NoGradGuard no_gradients;
    const TransformerTraining& settings = config_.transformer;
    Random random(42);
    TransformerTraining fixed = settings;
    fixed.text_dropout = 0;
    double loss = 0;
    constexpr int kBatches = 4;
    for (int i = 0; i < kBatches; ++i) {
        const FlowBatch batch = draw_flow_batch(unseen, fixed, 8, settings.window_latents, device_, random);
        loss += flow_loss(batch, predict(batch)).item<double>() / kBatches;
    }
    if (!config_.prompts.empty()) {
        FlowSampling how;
        how.shift = settings.shift;
        how.latents = settings.window_latents;
        how.height = config_.size.height / 8;
        how.width = config_.size.width / 8;
        const torch::Tensor latents =
            sample_latents(*networks_.text_to_latents, tokens_, config_.prompts, how, {}, device_);
        std::vector<torch::Tensor> rows;
        for (int64_t i = 0; i < latents.size(0); ++i) {
            rows.push_back(spread_frames(networks_.vae->decode(latents.narrow(0, i, 1))[0].transpose(0, 1), 6));
        }
        if (auto written = write_contact_sheet(sheet, rows); !written) {
            return written.error();
        }
    }
    char text[96];
    std::snprintf(text, sizeof text, "loss on unseen clips %.4f", loss);
    return std::string(text);
}

} // namespace longtake
