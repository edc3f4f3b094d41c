// SPDX-License-Identifier: Apache-2.0
// A Wan model of a few thousand weights, written to disk: 4 latent channels, 8 pixels and 4 frames per latent.
#pragma once

#include "core/models/wan/random_wan.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace longtake {

inline RandomWan tiny_wan() {
    RandomWan shape;
    shape.transformer = {
        {"patch_size", {1, 2, 2}}, {"num_attention_heads", 2}, {"attention_head_dim", 12}, {"num_layers", 2},
        {"ffn_dim", 32},           {"in_channels", 4},         {"out_channels", 4},        {"text_dim", 16},
        {"freq_dim", 32}};
    shape.vae = {{"base_dim", 8},
                 {"z_dim", 4},
                 {"dim_mult", {1, 1, 2, 2}},
                 {"num_res_blocks", 1},
                 {"temperal_downsample", {false, true, true}},
                 {"latents_mean", {0.1, -0.2, 0.0, 0.3}},
                 {"latents_std", {1.0, 1.5, 0.7, 1.2}}};
    shape.text_encoder = {{"d_model", 16}, {"d_kv", 8}, {"d_ff", 32}, {"num_heads", 2}, {"num_layers", 1}};
    shape.expand_timesteps = true;
    shape.seed = 11;
    return shape;
}

/// Writes it to `folder`/model and returns that.
inline std::filesystem::path write_tiny_wan(const std::filesystem::path& folder) {
    const auto written = write_random_wan(folder / "model", tiny_wan());
    REQUIRE_MESSAGE(written, (written ? "" : written.error().message));
    return folder / "model";
}

} // namespace longtake
