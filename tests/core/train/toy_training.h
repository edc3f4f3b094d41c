// SPDX-License-Identifier: Apache-2.0
// A whole training small enough for a test: 32 x 32 pixels, networks of a few thousand parameters, a handful of steps.
#pragma once

#include "core/train/train_run.h"
#include "tests/core/train/cutout_world/world_fixture.h"

#include <nlohmann/json.hpp>
#include <torch/torch.h>

#include <fstream>
#include <string>

namespace longtake {

inline nlohmann::json toy_config() {
    return nlohmann::json::parse(R"({
        "seed": 3, "tier": "small", "width": 32, "height": 32, "vocabulary_size": 400, "vocabulary_captions": 400, "warmup_steps": 2,
        "checkpoint_minutes": 1000, "validation_minutes": 1000,
        "autoencoder": {"steps": 4, "still_steps": 2, "batch": 2},
        "transformer": {"steps": 6, "still_steps": 3, "still_batch": 4, "batch": 2, "window_latents": 3, "clip_latents": 5,
                        "pool_stills": 16, "pool_clips": 8, "new_stills": 4, "new_clips": 2},
        "few_steps": {"steps": 5, "sampling_steps": 2, "teacher_steps": 2, "batch": 2},
        "prompts": ["a lion moves to the right in the city"],
        "vae_config": {"base_dim": 8, "z_dim": 4, "dim_mult": [1, 2, 2], "num_res_blocks": 1, "attn_scales": [], "temperal_downsample": [true, true],
                       "dropout": 0.0, "in_channels": 12, "out_channels": 12, "patch_size": 2, "scale_factor_spatial": 8, "scale_factor_temporal": 4,
                       "latents_mean": [0, 0, 0, 0], "latents_std": [1, 1, 1, 1], "is_residual": false},
        "transformer_config": {"patch_size": [1, 2, 2], "num_attention_heads": 2, "attention_head_dim": 16, "in_channels": 4, "out_channels": 4,
                               "text_dim": 32, "freq_dim": 32, "ffn_dim": 64, "num_layers": 2, "cross_attn_norm": true, "eps": 1e-6,
                               "image_dim": null, "added_kv_proj_dim": null, "rope_max_seq_len": 64, "qk_norm": "rms_norm_across_heads"},
        "text_encoder_config": {"model_type": "umt5", "d_model": 32, "d_kv": 16, "d_ff": 64, "num_heads": 2, "num_layers": 1, "feed_forward_proj": "gated-gelu"}
    })");
}

/// A request for the toy in `folder`, computed in fp32.
inline TrainRequest toy_request(const std::filesystem::path& folder, const nlohmann::json& config = toy_config()) {
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "config.json") << config.dump();
    TrainRequest request;
    request.config = *read_train_config(folder / "config.json");
    request.session.folder = folder / "out";
    request.world = world_folder();
    request.dtype = torch::kFloat32;
    torch::set_num_threads(1); // operations this small cost less than waking a second thread
    return request;
}

} // namespace longtake
