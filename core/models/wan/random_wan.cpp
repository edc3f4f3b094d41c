// SPDX-License-Identifier: Apache-2.0
#include "core/models/wan/random_wan.h"

#include "core/base/atomic_file.h"
#include "core/models/wan/wan_transformer.h"
#include "core/models/wan/wan_vae.h"
#include "core/nn/initialise.h"
#include "core/text/t5_encoder.h"
#include "core/text/tokenizer_model.h"
#include "core/weights/safetensors.h"

#include <nlohmann/json.hpp>
#include <torch/torch.h>

#include <string>

namespace longtake {

namespace {

namespace fs = std::filesystem;

/// Letters and what else a prompt is made of, each alone and at the beginning of a word.
TokenizerModel letter_tokenizer() {
    TokenizerModel model;
    model.pieces = {
        {"<pad>", 0, PieceType::Control}, {"</s>", 0, PieceType::Control}, {"<unk>", 0, PieceType::Unknown}};
    const std::string space = "\xe2\x96\x81"; // how sentencepiece writes a space
    model.pieces.push_back({space, -2, PieceType::Normal});
    for (char letter = '!'; letter <= '~'; ++letter) {
        model.pieces.push_back({std::string(1, letter), -3, PieceType::Normal});
        model.pieces.push_back({space + letter, -2.5F, PieceType::Normal});
    }
    return model;
}

Json with_class(Json config, const char* class_name) {
    config["_class_name"] = class_name;
    return config;
}

Json model_index(const RandomWan& shape) {
    return {{"_class_name", "WanPipeline"},
            {"_diffusers_version", "0.35.0"},
            {"boundary_ratio", nullptr},
            {"expand_timesteps", shape.expand_timesteps},
            {"scheduler", {"diffusers", "UniPCMultistepScheduler"}},
            {"text_encoder", {"transformers", "UMT5EncoderModel"}},
            {"tokenizer", {"transformers", "T5TokenizerFast"}},
            {"transformer", {"diffusers", "WanTransformer3DModel"}},
            {"transformer_2", {nullptr, nullptr}},
            {"vae", {"diffusers", "AutoencoderKLWan"}}};
}

Json scheduler_config(const RandomWan& shape) {
    return {{"_class_name", "UniPCMultistepScheduler"},
            {"num_train_timesteps", 1000},
            {"prediction_type", "flow_prediction"},
            {"use_flow_sigmas", true},
            {"flow_shift", shape.flow_shift},
            {"solver_order", 2},
            {"solver_type", "bh2"}};
}

Result<void> write_json(const fs::path& path, const Json& json) {
    std::error_code failure;
    fs::create_directories(path.parent_path(), failure);
    return failure ? Result<void>(bad_input("cannot make " + path.parent_path().string() + ": " + failure.message()))
                   : write_json_file(path, json);
}

Result<void> write_network(
    const fs::path& folder, const Json& config, torch::nn::Module& network, const std::string& file, uint64_t seed) {
    if (auto written = write_json(folder / "config.json", config); !written) {
        return written;
    }
    const torch::NoGradGuard no_grad;
    initialise_parameters(network, seed);
    return save_tensors(folder / file, named_parameters(network), {{"format", "pt"}});
}

} // namespace

Result<void> write_random_wan(const fs::path& folder, const RandomWan& shape) {
    const auto transformer = read_wan_transformer_config(shape.transformer, "transformer");
    if (!transformer) {
        return transformer.error();
    }
    const auto vae = read_wan_vae_config(shape.vae, "vae");
    if (!vae) {
        return vae.error();
    }
    const TokenizerModel tokenizer = letter_tokenizer();
    Json text_json = shape.text_encoder;
    text_json.update({{"vocab_size", tokenizer.pieces.size()},
                      {"model_type", "umt5"},
                      {"architectures", {"UMT5EncoderModel"}},
                      {"feed_forward_proj", "gated-gelu"},
                      {"tie_word_embeddings", true}});
    const auto text = read_t5_config(text_json, "text_encoder");
    if (!text) {
        return text.error();
    }
    std::error_code failure;
    if (!fs::create_directories(folder / "tokenizer", failure)) {
        return bad_input("cannot make " + folder.string() +
                         (failure ? ": " + failure.message() : ": it is there already"));
    }
    if (auto written = write_file_atomically(folder / "tokenizer" / "spiece.model", serialize_spiece_model(tokenizer));
        !written) {
        return written;
    }
    T5Encoder encoder(*text, shape.dtype);
    if (auto written = write_network(folder / "text_encoder", text_json, encoder, "model.safetensors", shape.seed);
        !written) {
        return written;
    }
    {
        WanTransformer network(*transformer, shape.dtype);
        const Json json = with_class(shape.transformer, "WanTransformer3DModel");
        if (auto written = write_network(folder / "transformer", json, network, "diffusion_pytorch_model.safetensors",
                                         shape.seed + 1);
            !written) {
            return written;
        }
    }
    WanVae network(*vae, shape.vae_dtype);
    const Json json = with_class(shape.vae, "AutoencoderKLWan");
    if (auto written =
            write_network(folder / "vae", json, network, "diffusion_pytorch_model.safetensors", shape.seed + 2);
        !written) {
        return written;
    }
    if (auto written = write_json(folder / "scheduler" / "scheduler_config.json", scheduler_config(shape)); !written) {
        return written;
    }
    return write_json(folder / "model_index.json", model_index(shape)); // last: without it the folder is no model
}

} // namespace longtake
