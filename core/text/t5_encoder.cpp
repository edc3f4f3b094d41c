// SPDX-License-Identifier: Apache-2.0
#include "core/text/t5_encoder.h"

#include <nlohmann/json.hpp>
#include <torch/torch.h>

#include <cmath>
#include <limits>

namespace longtake {

namespace {

/// y = x W^T; `weight` [out, in].
struct Projection : torch::nn::Module {
    Projection(int64_t in_features, int64_t out_features, torch::ScalarType dtype)
        : weight(add_parameter(*this, "weight", {out_features, in_features}, dtype)) {}
    torch::Tensor forward(const torch::Tensor& x) const { return torch::linear(x.to(weight.scalar_type()), weight); }

    torch::Tensor weight;
};

/// A table of rows; `weight` [rows, columns].
struct Table : torch::nn::Module {
    Table(int64_t rows, int64_t columns, torch::ScalarType dtype)
        : weight(add_parameter(*this, "weight", {rows, columns}, dtype)) {}

    torch::Tensor weight;
};

torch::Tensor activate(const torch::Tensor& x, const std::string& name) {
    if (name == "gelu_new") {
        return torch::gelu(x, "tanh");
    }
    if (name == "gelu") {
        return torch::gelu(x);
    }
    return name == "silu" ? torch::silu(x) : torch::relu(x);
}

/// What transformers takes for keys a UMT5 config leaves out.
const T5Config kUmt5Defaults = {.vocab_size = 250112,
                                .d_ff = 1024,
                                .num_heads = 6,
                                .num_layers = 8,
                                .feed_forward_proj = "gated-gelu",
                                .is_umt5 = true};

bool is_gated(const T5Config& config) {
    return config.feed_forward_proj.starts_with("gated-");
}

std::string activation_name(const T5Config& config) {
    if (config.feed_forward_proj == "gated-gelu") {
        return "gelu_new";
    }
    return is_gated(config) ? config.feed_forward_proj.substr(6) : config.feed_forward_proj;
}

struct T5Attention : torch::nn::Module {
    T5Attention(const T5Config& config, bool has_bias, torch::ScalarType dtype)
        : config(config) {
        const int64_t inner = config.num_heads * config.d_kv;
        q = add_layer<Projection>(*this, "q", config.d_model, inner, dtype);
        k = add_layer<Projection>(*this, "k", config.d_model, inner, dtype);
        v = add_layer<Projection>(*this, "v", config.d_model, inner, dtype);
        o = add_layer<Projection>(*this, "o", inner, config.d_model, dtype);
        if (has_bias) {
            relative_attention_bias = add_layer<Table>(*this, "relative_attention_bias",
                                                       config.relative_attention_num_buckets, config.num_heads, dtype);
        }
    }

    /// [1, N, L, L] in the weights' dtype.
    torch::Tensor position_bias(const torch::Tensor& buckets) const {
        return torch::embedding(relative_attention_bias->weight, buckets).permute({2, 0, 1}).unsqueeze(0);
    }

    /// x [B, L, D], bias [B or 1, N, L, L] -> [B, L, D]. T5 does not divide the scores by sqrt(d).
    torch::Tensor forward(const torch::Tensor& x, const torch::Tensor& bias) const {
        const auto heads = [&](const torch::Tensor& y) {
            return y.unflatten(-1, {config.num_heads, config.d_kv}).transpose(1, 2);
        };
        const torch::Tensor mixed =
            torch::scaled_dot_product_attention(heads(q->forward(x)), heads(k->forward(x)), heads(v->forward(x)), bias,
                                                /*dropout_p=*/0.0, /*is_causal=*/false, /*scale=*/1.0);
        return o->forward(mixed.transpose(1, 2).flatten(2)); // [B, N, L, d] -> [B, L, N * d]
    }

    T5Config config;
    std::shared_ptr<Projection> q, k, v, o;
    std::shared_ptr<Table> relative_attention_bias; ///< null where an earlier block's bias is used
};

struct T5FeedForward : torch::nn::Module {
    T5FeedForward(const T5Config& config, torch::ScalarType dtype)
        : activation(activation_name(config)) {
        if (is_gated(config)) {
            wi = add_layer<Projection>(*this, "wi_0", config.d_model, config.d_ff, dtype);
            gate = add_layer<Projection>(*this, "wi_1", config.d_model, config.d_ff, dtype);
        } else {
            wi = add_layer<Projection>(*this, "wi", config.d_model, config.d_ff, dtype);
        }
        wo = add_layer<Projection>(*this, "wo", config.d_ff, config.d_model, dtype);
    }

    torch::Tensor forward(const torch::Tensor& x) const {
        const torch::Tensor inner = activate(wi->forward(x), activation);
        return wo->forward(gate ? inner * gate->forward(x) : inner);
    }

    std::string activation;
    std::shared_ptr<Projection> wi, gate, wo;
};

} // namespace

struct T5Block : torch::nn::Module {
    T5Block(const T5Config& config, bool has_bias, torch::ScalarType dtype) {
        attention_norm = add_layer<RmsNorm>(*this, "layer.0.layer_norm", config.d_model, config.layer_norm_epsilon);
        attention = add_layer<T5Attention>(*this, "layer.0.SelfAttention", config, has_bias, dtype);
        feed_forward_norm = add_layer<RmsNorm>(*this, "layer.1.layer_norm", config.d_model, config.layer_norm_epsilon);
        feed_forward = add_layer<T5FeedForward>(*this, "layer.1.DenseReluDense", config, dtype);
    }

    torch::Tensor forward(torch::Tensor x, const torch::Tensor& bias) const {
        x = x + attention->forward(attention_norm->forward(x), bias);
        return x + feed_forward->forward(feed_forward_norm->forward(x));
    }

    std::shared_ptr<RmsNorm> attention_norm, feed_forward_norm;
    std::shared_ptr<T5Attention> attention;
    std::shared_ptr<T5FeedForward> feed_forward;
};

Result<T5Config> read_t5_config(const Json& config, const std::string& origin) {
    ConfigReader reader(config, origin);
    T5Config read = reader.text("model_type", "t5", {"t5", "mt5", "umt5"}) == "umt5" ? kUmt5Defaults : T5Config{};
    read.vocab_size = reader.whole("vocab_size", read.vocab_size, 1, 1 << 21);
    read.d_model = reader.whole("d_model", read.d_model, 1, 16384);
    read.d_kv = reader.whole("d_kv", read.d_kv, 1, 1024);
    read.d_ff = reader.whole("d_ff", read.d_ff, 1, 131072);
    read.num_heads = reader.whole("num_heads", read.num_heads, 1, 256);
    read.num_layers = reader.whole("num_layers", read.num_layers, 1, 128);
    read.relative_attention_num_buckets =
        reader.whole("relative_attention_num_buckets", read.relative_attention_num_buckets, 4, 4096);
    read.relative_attention_max_distance =
        reader.whole("relative_attention_max_distance", read.relative_attention_max_distance, 2, 1 << 20);
    read.layer_norm_epsilon = reader.number("layer_norm_epsilon", read.layer_norm_epsilon, 0.0, 1.0);
    read.feed_forward_proj =
        reader.text("feed_forward_proj", read.feed_forward_proj,
                    {"relu", "gelu", "gelu_new", "silu", "gated-relu", "gated-gelu", "gated-gelu_new", "gated-silu"});
    reader.require(read.relative_attention_max_distance > read.relative_attention_num_buckets / 4,
                   "relative_attention_max_distance must be above a quarter of relative_attention_num_buckets");
    const auto finished = reader.finish();
    return finished ? Result<T5Config>(read) : finished.error();
}

Json t5_config_json(const T5Config& config) {
    return {{"architectures", {config.is_umt5 ? "UMT5EncoderModel" : "T5EncoderModel"}},
            {"model_type", config.is_umt5 ? "umt5" : "t5"},
            {"vocab_size", config.vocab_size},
            {"d_model", config.d_model},
            {"d_kv", config.d_kv},
            {"d_ff", config.d_ff},
            {"num_heads", config.num_heads},
            {"num_layers", config.num_layers},
            {"num_decoder_layers", config.num_layers},
            {"relative_attention_num_buckets", config.relative_attention_num_buckets},
            {"relative_attention_max_distance", config.relative_attention_max_distance},
            {"layer_norm_epsilon", config.layer_norm_epsilon},
            {"feed_forward_proj", config.feed_forward_proj},
            {"dropout_rate", 0.0},
            {"is_encoder_decoder", false},
            {"use_cache", false},
            {"tie_word_embeddings", true},
            {"pad_token_id", 0},
            {"eos_token_id", 1}};
}

torch::Tensor relative_position_buckets(int64_t length, int64_t buckets, int64_t max_distance, torch::Device device) {
    const torch::Tensor positions = torch::arange(length, torch::TensorOptions(torch::kInt64).device(device));
    const torch::Tensor relative = positions.unsqueeze(0) - positions.unsqueeze(1); // key - query, [L, L]
    const int64_t per_direction = buckets / 2;
    const int64_t exact = per_direction / 2;
    const torch::Tensor distance = relative.abs();
    // In fp32 like the reference: a double would move a few distances to the next bucket.
    const torch::Tensor ratio = torch::log(distance.to(torch::kFloat32) / exact) /
                                std::log(static_cast<double>(max_distance) / static_cast<double>(exact));
    const torch::Tensor far =
        (exact + (ratio * (per_direction - exact)).to(torch::kInt64)).clamp_max(per_direction - 1);
    return (relative > 0).to(torch::kInt64) * per_direction + torch::where(distance < exact, distance, far);
}

T5Encoder::T5Encoder(const T5Config& config, torch::ScalarType dtype, const std::string& embedding_name)
    : config_(config) {
    embedding_ = add_layer<Table>(*this, embedding_name, config.vocab_size, config.d_model, dtype)->weight;
    for (int64_t i = 0; i < config.num_layers; ++i) {
        blocks_.push_back(
            add_layer<T5Block>(*this, "encoder.block." + std::to_string(i), config, i == 0 || config.is_umt5, dtype));
    }
    final_layer_norm_ =
        add_layer<RmsNorm>(*this, "encoder.final_layer_norm", config.d_model, config.layer_norm_epsilon);
}

torch::Tensor T5Encoder::forward(const torch::Tensor& token_ids, const torch::Tensor& mask) const {
    TORCH_CHECK(token_ids.dim() == 2, "[text.t5] expected token ids [B, L], got ", token_ids.sizes());
    torch::Tensor x = torch::embedding(embedding_, token_ids); // [B, L, D]
    const torch::Tensor buckets = relative_position_buckets(x.size(1), config_.relative_attention_num_buckets,
                                                            config_.relative_attention_max_distance, x.device());
    torch::Tensor mask_bias;
    if (mask.defined()) {
        // The lowest finite number, as the reference adds: a row without any real token stays finite.
        const float lowest = x.scalar_type() == torch::kBFloat16
                                 ? static_cast<float>(std::numeric_limits<c10::BFloat16>::lowest())
                                 : std::numeric_limits<float>::lowest();
        mask_bias = torch::zeros(mask.sizes(), x.options())
                        .masked_fill(mask.logical_not(), lowest)
                        .unsqueeze(1)
                        .unsqueeze(1); // [B, 1, 1, L]
    }
    torch::Tensor bias;
    for (const auto& block : blocks_) {
        if (block->attention->relative_attention_bias) {
            bias = block->attention->position_bias(buckets);
            bias = mask_bias.defined() ? bias + mask_bias : bias;
        }
        x = block->forward(x, bias);
    }
    return final_layer_norm_->forward(x);
}

namespace {

/// Config and files of an encoder and the empty module they fit.
struct FoundEncoder {
    T5Config config;
    WeightFiles files;
    std::shared_ptr<T5Encoder> encoder;
    std::string origin;
};

/// Other things the reference leaves unused too: a decoder, the head, and the second name of the tied table.
bool is_left_unused(const std::string& name) {
    return name.starts_with("decoder.") || name == "lm_head.weight" || name == "encoder.embed_tokens.weight";
}

Result<FoundEncoder> find_encoder(const ModelDirectory& model, const std::string& component, torch::ScalarType dtype) {
    FoundEncoder found;
    found.origin = (model.folder() / component).string();
    const auto json = model.component_json(component, "config.json");
    if (!json) {
        return json.error();
    }
    const auto config = read_t5_config(*json, (model.folder() / component / "config.json").string());
    if (!config) {
        return config.error();
    }
    auto files = model.component_weights(component);
    if (!files) {
        return files.error();
    }
    found.config = *config;
    found.files = *std::move(files);
    if (config->num_layers > 1) {
        found.config.is_umt5 =
            found.files.contains("encoder.block.1.layer.0.SelfAttention.relative_attention_bias.weight");
    }
    found.encoder = std::make_shared<T5Encoder>(
        found.config, dtype, found.files.contains("shared.weight") ? "shared" : "encoder.embed_tokens");
    const auto checked = check_parameters(named_parameters(*found.encoder), found.files, found.origin, is_left_unused);
    return checked ? Result<FoundEncoder>(std::move(found)) : checked.error();
}

} // namespace

Result<std::shared_ptr<T5Encoder>> load_t5_encoder(const ModelDirectory& model,
                                                   const std::string& component,
                                                   torch::ScalarType dtype,
                                                   const LoadOptions& options) {
    auto found = find_encoder(model, component, dtype);
    if (!found) {
        return found.error();
    }
    const auto loaded = load_parameters(*found->encoder, found->files, options, found->origin, is_left_unused);
    return loaded ? Result<std::shared_ptr<T5Encoder>>(found->encoder) : loaded.error();
}

Result<T5Config> check_t5_encoder(const ModelDirectory& model, const std::string& component) {
    const auto found = find_encoder(model, component, torch::kFloat32);
    return found ? Result<T5Config>(found->config) : found.error();
}

} // namespace longtake
