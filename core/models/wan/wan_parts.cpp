// SPDX-License-Identifier: Apache-2.0
// See wan_parts.h.
#include "core/models/wan/wan_parts.h"

#include "core/models/model_card.h"

#include <nlohmann/json.hpp>
#include <torch/torch.h>

namespace longtake {
namespace {

/// diffusers leaves this leftover of some conversions unused.
bool is_leftover(const std::string& name) {
    return name.find("norm_added_q") != std::string::npos;
}

std::string config_path(const ModelDirectory& directory, const std::string& component) {
    return (directory.folder() / component / "config.json").string();
}

Result<WanPipelineConfig> read_pipeline(const ModelDirectory& directory) {
    ConfigReader reader(directory.index(), directory.index_path());
    WanPipelineConfig config;
    config.expand_timesteps = reader.boolean("expand_timesteps", false);
    if (reader.has("boundary_ratio")) {
        config.boundary_ratio = reader.number("boundary_ratio", 0.0, 0.0, 1.0);
    }
    reader.require(config.boundary_ratio.has_value() == (directory.find("transformer_2") != nullptr),
                   "boundary_ratio and transformer_2 belong together; one of them is missing");
    if (auto read = reader.finish(); !read) {
        return read.error();
    }
    return config;
}

Result<std::shared_ptr<WanTransformer>>
read_transformer(const ModelDirectory& directory, const std::string& component, torch::ScalarType dtype) {
    const auto json = directory.component_json(component, "config.json");
    if (!json) {
        return json.error();
    }
    auto config = read_wan_transformer_config(*json, config_path(directory, component));
    if (!config) {
        return config.error();
    }
    const auto weights = directory.component_weights(component);
    if (!weights) {
        return weights.error();
    }
    // Some published configs promise image tokens their weights do not have: the weights decide.
    if (!weights->contains("condition_embedder.image_embedder.norm1.weight")) {
        config->image_dim.reset();
    }
    if (!weights->contains("blocks.0.attn2.add_k_proj.weight")) {
        config->added_kv_proj_dim.reset();
    }
    auto network = std::make_shared<WanTransformer>(*config, dtype);
    if (auto same = check_parameters(named_parameters(*network), *weights, component, is_leftover); !same) {
        return same.error();
    }
    return network;
}

Result<std::shared_ptr<WanVae>> read_vae(const ModelDirectory& directory, torch::ScalarType dtype) {
    const auto json = directory.component_json("vae", "config.json");
    if (!json) {
        return json.error();
    }
    const auto config = read_wan_vae_config(*json, config_path(directory, "vae"));
    if (!config) {
        return config.error();
    }
    const auto weights = directory.component_weights("vae");
    if (!weights) {
        return weights.error();
    }
    return guard(config_path(directory, "vae"), ErrorCode::Model, [&]() -> Result<std::shared_ptr<WanVae>> {
        auto network = std::make_shared<WanVae>(*config, dtype);
        if (auto same = check_parameters(named_parameters(*network), *weights, "vae", is_leftover); !same) {
            return same.error();
        }
        return network;
    });
}

Result<void> check_fit(const WanParts& parts, const ModelDirectory& directory) {
    const WanTransformerConfig& first = parts.transformer->config();
    const int64_t latent_channels = parts.vae->config().z_dim;
    if (first.in_channels != first.out_channels) {
        return model_error(
            directory.folder().string() + ": the transformer wants " + std::to_string(first.in_channels) +
                " channels, " + std::to_string(first.in_channels - first.out_channels) + " of them an encoded image",
            "Image-to-video weights of this kind cannot be used yet; take the text-to-video or TI2V weights.");
    }
    if (first.out_channels != latent_channels) {
        return model_error(directory.folder().string() + ": the transformer makes " +
                               std::to_string(first.out_channels) + " channels, the VAE has " +
                               std::to_string(latent_channels),
                           "The components belong to different models; download the directory again.");
    }
    if (parts.transformer_2) {
        const WanTransformerConfig& second = parts.transformer_2->config();
        if (second.in_channels != first.in_channels || second.out_channels != first.out_channels ||
            second.patch_size != first.patch_size || second.text_dim != first.text_dim) {
            return model_error(directory.folder().string() +
                                   ": transformer and transformer_2 do not take the same latents and text",
                               "The components belong to different models; download the directory again.");
        }
    }
    return {};
}

ModelLimits family_limits(const WanParts& parts) {
    const WanVaeConfig& vae = parts.vae->config();
    const auto patch = parts.transformer->config().patch_size;
    ModelLimits limits;
    limits.latent_channels = vae.z_dim;
    limits.spatial_compression = vae.scale_factor_spatial;
    limits.temporal_compression = vae.scale_factor_temporal;
    limits.size_multiple = {vae.scale_factor_spatial * patch[2], vae.scale_factor_spatial * patch[1]};
    limits.decoder_receptive_latents = parts.vae->decoder_receptive_latents();
    if (parts.pipeline.expand_timesteps) {
        limits.native_frames = FrameCount{121};
        limits.frame_rate = FrameRate{24, 1};
        limits.default_size = Size{1280, 704};
        limits.handover = Handover::ReencodedFirst;
        limits.context_latents = 1; // the published weights saw one known latent
        limits.has_first_keyframe = true;
    } else if (parts.pipeline.boundary_ratio) {
        limits.default_size = Size{1280, 720};
        limits.default_guidance = 4.0;
    }
    limits.native_frames = FrameGrid{limits.temporal_compression}.snap(limits.native_frames);
    const auto snap = [](int64_t side, int64_t multiple) { return std::max(side / multiple, int64_t{1}) * multiple; };
    limits.default_size = Size{snap(limits.default_size.width, limits.size_multiple.width),
                               snap(limits.default_size.height, limits.size_multiple.height)};
    return limits;
}

template <typename Network>
Result<void>
load(const ModelDirectory& directory, const std::string& component, Network& network, torch::Device device) {
    const auto weights = directory.component_weights(component);
    if (!weights) {
        return weights.error();
    }
    return load_parameters(network, *weights, LoadOptions{device}, component, is_leftover);
}

} // namespace

Result<WanParts> read_wan_parts(const ModelDirectory& directory, const ComputePolicy& policy) {
    WanParts parts;
    const auto pipeline = read_pipeline(directory);
    if (!pipeline) {
        return pipeline.error();
    }
    parts.pipeline = *pipeline;
    auto transformer = read_transformer(directory, "transformer", policy.dtype);
    if (!transformer) {
        return transformer.error();
    }
    parts.transformer = *transformer;
    if (parts.pipeline.boundary_ratio) {
        auto second = read_transformer(directory, "transformer_2", policy.dtype);
        if (!second) {
            return second.error();
        }
        parts.transformer_2 = *second;
    }
    auto vae = read_vae(directory, policy.vae_dtype);
    if (!vae) {
        return vae.error();
    }
    parts.vae = *vae;
    if (auto fits = check_fit(parts, directory); !fits) {
        return fits.error();
    }
    parts.limits = family_limits(parts);
    if (auto card = apply_model_card(directory.folder(), parts.limits); !card) {
        return card.error();
    }
    return parts;
}

Result<void> load_wan_transformer(const ModelDirectory& directory,
                                  const std::string& component,
                                  WanTransformer& network,
                                  torch::Device device) {
    return load(directory, component, network, device);
}

Result<void> load_wan_vae(const ModelDirectory& directory, WanVae& network, torch::Device device) {
    return load(directory, "vae", network, device);
}

} // namespace longtake
