// SPDX-License-Identifier: Apache-2.0
// Teaches the transformer and its text encoder together by flow matching on pooled latents: stills first, then windows
// with known latents (flow_batch.h).
#pragma once

#include "core/nn/lora.h"
#include "core/train/caption_tokens.h"
#include "core/train/clip_pool.h"
#include "core/train/flow_batch.h"
#include "core/train/starter_networks.h"

#include <memory>
#include <string>

namespace longtake {

class TransformerTrainer {
public:
    /// The pools and networks must outlive it. With `adapters`, only they are taught.
    TransformerTrainer(const TrainConfig& config,
                       const StarterNetworks& networks,
                       const Tokenizer& tokens,
                       ClipPool& stills,
                       ClipPool& clips,
                       LoraAdapters* adapters,
                       torch::Device device);

    Optimiser& optimiser() { return *optimiser_; }
    /// Grows the pools to what step `step` uses, then computes its loss and gradients.
    Result<double> learn(int64_t step);
    /// Samples the configuration's prompts and writes the decoded frames as a sheet; the line says the loss on clips of
    /// `unseen`, at fixed times.
    Result<std::string> validate(const std::filesystem::path& sheet, const ClipPool& unseen) const;

private:
    torch::Tensor predict(const FlowBatch& batch) const;

    const TrainConfig& config_;
    const StarterNetworks& networks_;
    const Tokenizer& tokens_;
    ClipPool& stills_;
    ClipPool& clips_;
    LoraAdapters* adapters_;
    torch::Device device_;
    std::unique_ptr<Optimiser> optimiser_;
};

} // namespace longtake
