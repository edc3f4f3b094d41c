// SPDX-License-Identifier: Apache-2.0
#include "core/train/starter_networks.h"

#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "core/nn/initialise.h"

#include <torch/torch.h>

#include <span>

namespace longtake {

namespace fs = std::filesystem;

namespace {

Result<void>
load_into(torch::nn::Module& module, const ModelDirectory& model, const std::string& component, torch::Device device) {
    const auto weights = model.component_weights(component);
    if (!weights) {
        return weights.error();
    }
    return load_parameters(module, *weights, {device, true}, component);
}

NamedTensors stored(const torch::nn::Module& module) {
    NamedTensors tensors;
    for (const auto& [name, tensor] : named_parameters(module)) {
        tensors.emplace_back(name, tensor.detach().to(torch::kCPU).to(torch::kBFloat16).contiguous());
    }
    return tensors;
}

Result<void> write_component(const fs::path& folder,
                             const Json& config,
                             const torch::nn::Module& module,
                             const std::string& weights) {
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (auto written = write_json_file(folder / "config.json", config); !written) {
        return written;
    }
    return save_tensors(folder / weights, stored(module), {{"format", "pt"}});
}

Json with_class(Json config, const char* class_name) {
    config["_class_name"] = class_name;
    return config;
}

Json model_index() {
    return {{"_class_name", "WanPipeline"},
            {"_diffusers_version", "0.35.0"},
            {"boundary_ratio", nullptr},
            {"expand_timesteps", true},
            {"scheduler", {"diffusers", "FlowMatchEulerDiscreteScheduler"}},
            {"text_encoder", {"transformers", "UMT5EncoderModel"}},
            {"tokenizer", {"transformers", "T5TokenizerFast"}},
            {"transformer", {"diffusers", "WanTransformer3DModel"}},
            {"transformer_2", {nullptr, nullptr}},
            {"vae", {"diffusers", "AutoencoderKLWan"}}};
}

Json scheduler_config(double shift) {
    return {{"_class_name", "FlowMatchEulerDiscreteScheduler"},
            {"_diffusers_version", "0.35.0"},
            {"num_train_timesteps", 1000},
            {"shift", shift},
            {"use_dynamic_shifting", false}};
}

/// Small files are taken over from where the networks came from, so that going on changes weights and nothing else.
Result<void> write_small_files(const fs::path& folder, const StarterNetworks& networks, const ModelFiles& files) {
    std::error_code failure;
    fs::create_directories(folder / "tokenizer", failure);
    fs::copy(files.tokenizer, folder / "tokenizer", fs::copy_options::recursive | fs::copy_options::overwrite_existing,
             failure);
    if (failure) {
        return bad_input((folder / "tokenizer").string() + " cannot be written: " + failure.message());
    }
    if (!networks.origin.empty()) {
        fs::create_directories(folder / "scheduler", failure);
        fs::copy(networks.origin / "scheduler", folder / "scheduler",
                 fs::copy_options::recursive | fs::copy_options::overwrite_existing, failure);
        for (const char* name : {"model_index.json", "longtake.json", "vocabulary.yaml"}) {
            if (fs::exists(networks.origin / name)) {
                fs::copy_file(networks.origin / name, folder / name, fs::copy_options::overwrite_existing, failure);
            }
        }
        return failure ? Result<void>(bad_input(folder.string() + " cannot be written: " + failure.message()))
                       : Result<void>();
    }
    fs::create_directories(folder / "scheduler", failure);
    if (auto written = write_json_file(folder / "scheduler" / "scheduler_config.json", scheduler_config(files.shift));
        !written) {
        return written;
    }
    if (auto written = write_json_file(folder / "longtake.json", files.longtake); !written) {
        return written;
    }
    return write_json_file(folder / "model_index.json", model_index());
}

} // namespace

TextToLatents::TextToLatents(std::shared_ptr<WanTransformer> made_transformer,
                             std::shared_ptr<T5Encoder> made_text_encoder)
    : transformer(std::move(made_transformer))
    , text_encoder(std::move(made_text_encoder)) {
    register_module("transformer", transformer);
    register_module("text_encoder", text_encoder);
}

bool is_block_matrix(const std::string& name, const torch::Tensor& parameter) {
    const bool is_in_block = name.find(".blocks.") != std::string::npos || name.find(".block.") != std::string::npos;
    return parameter.dim() == 2 && is_in_block && name.find("scale_shift") == std::string::npos &&
           name.find("relative") == std::string::npos;
}

torch::ScalarType fastest_training_dtype(torch::Device device) {
#if defined(__GNUC__) && defined(__x86_64__)
    const bool has_bf16 = device.is_cuda() || __builtin_cpu_supports("avx512bf16") != 0;
#else
    const bool has_bf16 = device.is_cuda();
#endif
    return has_bf16 ? torch::kBFloat16 : torch::kFloat32;
}

Result<StarterNetworks> load_networks(const fs::path& folder, const TrainingDevice& where) {
    const auto model = ModelDirectory::open(folder);
    if (!model) {
        return model.error();
    }
    if (model->class_name() != "WanPipeline") {
        return model_error(folder.string() + " is a " + model->class_name() +
                           "; this trainer goes on from WanPipeline directories");
    }
    StarterNetworks networks;
    networks.origin = folder;
    const std::vector<std::pair<std::string, Json*>> configs{{"vae", &networks.vae_config},
                                                             {"transformer", &networks.transformer_config},
                                                             {"text_encoder", &networks.text_encoder_config}};
    for (const auto& [component, target] : configs) {
        auto json = model->component_json(component, "config.json");
        if (!json) {
            return json.error();
        }
        *target = std::move(*json);
    }
    const auto vae_config = read_wan_vae_config(networks.vae_config, (folder / "vae/config.json").string());
    if (!vae_config) {
        return vae_config.error();
    }
    const auto transformer_config =
        read_wan_transformer_config(networks.transformer_config, (folder / "transformer/config.json").string());
    if (!transformer_config) {
        return transformer_config.error();
    }
    networks.vae = std::make_shared<WanVae>(*vae_config, where.dtype);
    auto transformer = std::make_shared<WanTransformer>(*transformer_config, where.dtype);
    if (auto loaded = load_into(*networks.vae, *model, "vae", where.device); !loaded) {
        return loaded.error();
    }
    if (auto loaded = load_into(*transformer, *model, "transformer", where.device); !loaded) {
        return loaded.error();
    }
    auto text_encoder = load_t5_encoder(*model, "text_encoder", where.dtype, {where.device, true});
    if (!text_encoder) {
        return text_encoder.error();
    }
    networks.vae->to(where.device);
    networks.text_to_latents = std::make_shared<TextToLatents>(std::move(transformer), *text_encoder);
    return networks;
}

Result<StarterNetworks> make_networks(const TrainConfig& config, const TrainingDevice& where, int64_t vocabulary_size) {
    if (!config.vae_config || !config.transformer_config || !config.text_encoder_config) {
        return bad_input("the configuration has no vae_config, transformer_config and text_encoder_config",
                         "Add them, or go on from a model with --from.");
    }
    StarterNetworks networks;
    networks.vae_config = with_class(*config.vae_config, "AutoencoderKLWan");
    networks.transformer_config = with_class(*config.transformer_config, "WanTransformer3DModel");
    networks.text_encoder_config = *config.text_encoder_config;
    networks.text_encoder_config["vocab_size"] = vocabulary_size;
    const auto vae_config = read_wan_vae_config(networks.vae_config, "vae_config");
    if (!vae_config) {
        return vae_config.error();
    }
    const auto transformer_config = read_wan_transformer_config(networks.transformer_config, "transformer_config");
    if (!transformer_config) {
        return transformer_config.error();
    }
    auto text_config = read_t5_config(networks.text_encoder_config, "text_encoder_config");
    if (!text_config) {
        return text_config.error();
    }
    text_config->is_umt5 = true;
    networks.text_encoder_config = t5_config_json(*text_config);
    networks.vae = std::make_shared<WanVae>(*vae_config, where.dtype);
    networks.text_to_latents =
        std::make_shared<TextToLatents>(std::make_shared<WanTransformer>(*transformer_config, where.dtype),
                                        std::make_shared<T5Encoder>(*text_config, where.dtype));
    initialise_parameters(*networks.vae, config.seed);
    initialise_parameters(*networks.text_to_latents, config.seed + 1);
    const torch::NoGradGuard no_gradients;
    for (auto& item : networks.text_to_latents->named_parameters()) {
        if (item.key().starts_with("transformer.proj_out.")) {
            item.value().zero_(); // begins by predicting nothing
        }
    }
    networks.vae->to(where.device);
    networks.text_to_latents->to(where.device);
    return networks;
}

Result<void> write_model(const fs::path& folder, const StarterNetworks& networks, const ModelFiles& files) {
    const fs::path fresh = folder.string() + ".part", old = folder.string() + ".old";
    std::error_code failure;
    fs::remove_all(fresh, failure);
    fs::create_directories(fresh, failure);
    if (failure) {
        return bad_input(fresh.string() + " cannot be created: " + failure.message());
    }
    if (auto written = write_small_files(fresh, networks, files); !written) {
        return written;
    }
    if (auto written =
            write_component(fresh / "vae", networks.vae_config, *networks.vae, "diffusion_pytorch_model.safetensors");
        !written) {
        return written;
    }
    if (auto written = write_component(fresh / "transformer", networks.transformer_config,
                                       *networks.text_to_latents->transformer, "diffusion_pytorch_model.safetensors");
        !written) {
        return written;
    }
    if (auto written = write_component(fresh / "text_encoder", networks.text_encoder_config,
                                       *networks.text_to_latents->text_encoder, "model.safetensors");
        !written) {
        return written;
    }
    if (!files.vocabulary.empty()) {
        if (auto written = write_file_atomically(fresh / "vocabulary.yaml", files.vocabulary); !written) {
            return written;
        }
    }
    fs::remove_all(old, failure);
    if (fs::exists(folder)) {
        fs::rename(folder, old, failure);
    }
    fs::rename(fresh, folder, failure);
    if (failure) {
        return bad_input(folder.string() + " cannot be replaced: " + failure.message(),
                         "The new model is in " + fresh.string() + ".");
    }
    fs::remove_all(old, failure);
    return {};
}

std::string fingerprint(const torch::nn::Module& module) {
    Sha256 hash;
    for (const auto& [name, tensor] : named_parameters(module)) {
        const torch::Tensor bytes = tensor.detach().to(torch::kCPU).contiguous().view({-1}).view(torch::kUInt8);
        hash.update(name);
        hash.update(std::span<const std::byte>(reinterpret_cast<const std::byte*>(bytes.data_ptr<uint8_t>()),
                                               static_cast<size_t>(bytes.numel())));
    }
    return hash.hex();
}

} // namespace longtake
