// SPDX-License-Identifier: Apache-2.0
// The configs of a Wan directory as values: fields are named as the diffusers JSON keys, defaults are diffusers'
// defaults, and every field has a range, so that an absurd config is refused before anything is allocated.
#pragma once

#include "core/base/result.h"
#include "core/weights/json.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace longtake {

/// transformer/config.json of WanTransformer3DModel.
struct WanTransformerConfig {
    std::array<int64_t, 3> patch_size = {1, 2, 2};
    int64_t num_attention_heads = 40;
    int64_t attention_head_dim = 128;
    int64_t in_channels = 16;
    int64_t out_channels = 16;
    int64_t text_dim = 4096;
    int64_t freq_dim = 256;
    int64_t ffn_dim = 13824;
    int64_t num_layers = 40;
    bool cross_attn_norm = true;
    double eps = 1e-6;
    std::optional<int64_t> image_dim;
    std::optional<int64_t> added_kv_proj_dim;
    int64_t rope_max_seq_len = 1024;
    std::optional<int64_t> pos_embed_seq_len;

    bool operator==(const WanTransformerConfig&) const = default;
    int64_t width() const { return num_attention_heads * attention_head_dim; }
};

/// vae/config.json of AutoencoderKLWan. Defaults are Wan 2.1's.
struct WanVaeConfig {
    int64_t base_dim = 96;
    int64_t decoder_base_dim = 96; ///< null in the file means base_dim
    int64_t z_dim = 16;
    std::vector<int64_t> dim_mult = {1, 2, 4, 4};
    int64_t num_res_blocks = 2;
    std::vector<double> attn_scales;
    std::vector<bool> temperal_downsample = {false, true, true}; ///< (sic) the decoder reads it from the end
    std::vector<double> latents_mean;
    std::vector<double> latents_std;
    bool is_residual = false;
    int64_t in_channels = 3;
    int64_t out_channels = 3;
    int64_t patch_size = 1; ///< null in the file means 1
    int64_t scale_factor_temporal = 4;
    int64_t scale_factor_spatial = 8;

    bool operator==(const WanVaeConfig&) const = default;
    /// Pixel frames per latent after the first, as the graph makes them.
    int64_t temporal_factor() const;
    /// Pixels per latent along each side, as the graph makes them.
    int64_t spatial_factor() const;
};

/// `origin` names the file in the error, which lists every field out of range. Unknown keys are ignored.
Result<WanTransformerConfig> read_wan_transformer_config(const Json& json, const std::string& origin);
Result<WanVaeConfig> read_wan_vae_config(const Json& json, const std::string& origin);

} // namespace longtake
