// SPDX-License-Identifier: Apache-2.0
// The T5 and UMT5 text encoders; match transformers modeling_t5.py / modeling_umt5.py under their parameter names.
// What differs between the two is one thing: T5 computes its relative position bias once, in block 0, UMT5 in every
// block. Padding never influences real tokens, so callers encode the real tokens alone and pad the result. Plain torch
// operations: gradients go through. Do not run it in fp16: T5's activations leave its range.
#pragma once

#include "core/nn/layers.h"
#include "core/weights/json.h"
#include "core/weights/model_dir.h"

#include <torch/nn/module.h>
#include <torch/types.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace longtake {

/// config.json's fields under their names there, with transformers' defaults for T5.
struct T5Config {
    int64_t vocab_size = 32128;
    int64_t d_model = 512;
    int64_t d_kv = 64;
    int64_t d_ff = 2048;
    int64_t num_heads = 8;
    int64_t num_layers = 6;
    int64_t relative_attention_num_buckets = 32;
    int64_t relative_attention_max_distance = 128;
    double layer_norm_epsilon = 1e-6;
    std::string feed_forward_proj = "relu"; ///< relu, gelu, silu, gelu_new or gated-*; gated-gelu means gelu_new
    bool is_umt5 = false;

    bool operator==(const T5Config&) const = default;
};

/// Reads a config.json. Errors name every field out of range.
Result<T5Config> read_t5_config(const Json& config, const std::string& origin);
/// The config.json transformers reads back to the same encoder.
Json t5_config_json(const T5Config& config);

struct T5Block;

class T5Encoder : public torch::nn::Module {
public:
    /// Parameters have no memory yet: load_t5_encoder or initialise_parameters() gives it to them. `embedding_name` is
    /// the table's name in the checkpoint: "shared" or "encoder.embed_tokens".
    T5Encoder(const T5Config& config, torch::ScalarType dtype, const std::string& embedding_name = "shared");

    /// token_ids [B, L] int64 in [0, vocab_size) -> last hidden state [B, L, D] in the encoder's dtype.
    /// mask [B, L] bool, false where padding must not be attended; undefined when every token is real.
    torch::Tensor forward(const torch::Tensor& token_ids, const torch::Tensor& mask = {}) const;

    const T5Config& config() const { return config_; }

private:
    T5Config config_;
    torch::Tensor embedding_; // [vocab_size, D]
    std::vector<std::shared_ptr<T5Block>> blocks_;
    std::shared_ptr<RmsNorm> final_layer_norm_;
};

/// Bucket of each relative position key - query, [L, L] int64 in [0, buckets): half of the buckets per direction, exact
/// for near tokens and logarithmic up to max_distance for far ones.
torch::Tensor relative_position_buckets(int64_t length, int64_t buckets, int64_t max_distance, torch::Device device);

/// Reads `component`'s config and weights. A decoder's weights in the same file are left alone; whether the bias is in
/// every block is decided by the weights. Nothing is allocated before names and shapes have been checked.
Result<std::shared_ptr<T5Encoder>> load_t5_encoder(const ModelDirectory& model,
                                                   const std::string& component,
                                                   torch::ScalarType dtype,
                                                   const LoadOptions& options);
/// The same checks without loading.
Result<T5Config> check_t5_encoder(const ModelDirectory& model, const std::string& component);

} // namespace longtake
