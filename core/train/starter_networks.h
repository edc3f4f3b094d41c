// SPDX-License-Identifier: Apache-2.0
// The starter's networks and the diffusers directory they live in: read from one to go on training, made from configs
// to begin, and written as one that diffusers.WanPipeline loads unmodified.
#pragma once

#include "core/base/result.h"
#include "core/models/wan/wan_transformer.h"
#include "core/models/wan/wan_vae.h"
#include "core/text/t5_encoder.h"
#include "core/train/train_config.h"

#include <nlohmann/json.hpp>
#include <torch/nn/module.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace longtake {

/// What is trained together: its parameters are "transformer.…" and "text_encoder.…".
struct TextToLatents : torch::nn::Module {
    TextToLatents(std::shared_ptr<WanTransformer> transformer, std::shared_ptr<T5Encoder> text_encoder);

    std::shared_ptr<WanTransformer> transformer;
    std::shared_ptr<T5Encoder> text_encoder;
};

/// Which parameters of TextToLatents Muon takes: the matrices inside the blocks. Embeddings, norms, tables and the last
/// layer are AdamW's.
bool is_block_matrix(const std::string& name, const torch::Tensor& parameter);

struct StarterNetworks {
    std::shared_ptr<WanVae> vae;
    std::shared_ptr<TextToLatents> text_to_latents;
    Json vae_config, transformer_config, text_encoder_config; ///< as the files say
    std::filesystem::path origin;                             ///< the directory they were read from; empty when new
};

/// Where training computes. The autoencoder has its own dtype because its gradients need fp32 on some machines.
struct TrainingDevice {
    torch::Device device = torch::kCPU;
    torch::ScalarType dtype = torch::kFloat32;
};

/// bf16 on CUDA and on CPUs with bf16 instructions, else fp32. A fact of the machine, not a measurement, so that a
/// resumed training computes as before.
torch::ScalarType fastest_training_dtype(torch::Device device);

/// Reads a WanPipeline directory; every parameter owns its memory. Errors name the file.
Result<StarterNetworks> load_networks(const std::filesystem::path& folder, const TrainingDevice& where);

/// New networks from the configuration's vae_config, transformer_config and text_encoder_config, initialised from its
/// seed.
Result<StarterNetworks> make_networks(const TrainConfig& config, const TrainingDevice& where, int64_t vocabulary_size);

/// What a model directory holds besides the networks. Networks that came from a directory keep its scheduler,
/// longtake.json and vocabulary.
struct ModelFiles {
    std::filesystem::path tokenizer; ///< the folder of spiece.model
    double shift = 3;                ///< the scheduler's
    Json longtake;                   ///< longtake.json (core/models/model_card.h)
    std::string vocabulary;          ///< vocabulary.yaml; empty when the model was not taught by the world
};

/// Writes the directory `folder` anew: to a sibling first, which then takes its place, so that a kill leaves a whole
/// one. Weights are stored in bf16.
Result<void> write_model(const std::filesystem::path& folder, const StarterNetworks& networks, const ModelFiles& files);

/// SHA-256 over the parameters' bytes: names an encoder in pools.
std::string fingerprint(const torch::nn::Module& module);

} // namespace longtake
