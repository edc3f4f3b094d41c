// SPDX-License-Identifier: Apache-2.0
// A whole training: tokenizer, autoencoder, transformer, in this order, each only as far as the configuration asks and
// its files do not already show; resumable at any kill. The result is a diffusers directory in OUT/model.
//
// OUT/ tokenizer/  checkpoints/<part>.safetensors  pool/{stills,clips,unseen}/  <part>.csv  sheets/*.png  model/
#pragma once

#include "core/train/train_config.h"
#include "core/train/training_loop.h"

#include <torch/types.h>

#include <filesystem>
#include <optional>

namespace longtake {

struct TrainRequest {
    TrainConfig config;
    TrainingSession session;                    ///< its folder is OUT
    std::filesystem::path world;                ///< resources/world
    std::optional<std::filesystem::path> from;  ///< a model directory to go on from
    std::optional<std::filesystem::path> clips; ///< a person's clips instead of the world
    int64_t lora_rank =
        0; ///< > 0 teaches adapters only: OUT/adapter.safetensors; OUT/model has them merged, at the end
    torch::Device device = torch::kCPU;
    std::optional<torch::ScalarType> dtype; ///< fastest_training_dtype() when not given
};

/// Finished, or Stopped by time or should_stop; the model directory is written in both cases.
Result<PartOutcome> train(const TrainRequest& request);

} // namespace longtake
