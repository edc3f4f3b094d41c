// SPDX-License-Identifier: Apache-2.0
// See wan_config.h. The ranges are far beyond any published model and far below what would overflow a size.
#include "core/models/wan/wan_config.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace longtake {
namespace {

constexpr int64_t kMostChannels = 1 << 16;
constexpr int64_t kMostWidth = 1 << 20;

// Published for the Wan 2.1 VAE, and diffusers' defaults for a config without them.
const std::vector<double> kMean21 = {-0.7571, -0.7089, -0.9113, 0.1075,  -0.1745, 0.9653,  -0.1517, 1.5508,
                                     0.4134,  -0.0715, 0.5517,  -0.3632, -0.1922, -0.9497, 0.2503,  -0.2921};
const std::vector<double> kStd21 = {2.8184, 1.4541, 2.3275, 2.6558, 1.2196, 1.7708, 2.6052, 2.0743,
                                    3.2687, 2.1526, 2.8652, 1.5579, 1.6382, 1.1253, 2.8251, 1.9160};

} // namespace

int64_t WanVaeConfig::temporal_factor() const {
    return int64_t{1} << std::count(temperal_downsample.begin(),
                                    temperal_downsample.begin() + static_cast<int64_t>(dim_mult.size()) - 1, true);
}

int64_t WanVaeConfig::spatial_factor() const {
    return patch_size << (dim_mult.size() - 1);
}

Result<WanTransformerConfig> read_wan_transformer_config(const Json& json, const std::string& origin) {
    ConfigReader reader(json, origin);
    WanTransformerConfig config;
    const auto patch = reader.wholes("patch_size", {1, 2, 2}, 1, 64, 3);
    reader.require(patch.size() == 3, "patch_size must hold three numbers");
    if (patch.size() == 3) {
        config.patch_size = {patch[0], patch[1], patch[2]};
    }
    config.num_attention_heads = reader.whole("num_attention_heads", 40, 1, 1024);
    config.attention_head_dim = reader.whole("attention_head_dim", 128, 2, 1024);
    reader.require(config.attention_head_dim % 2 == 0, "attention_head_dim must be even: rotary positions turn pairs");
    config.in_channels = reader.whole("in_channels", 16, 1, kMostChannels);
    config.out_channels = reader.whole("out_channels", config.in_channels, 1, kMostChannels);
    config.text_dim = reader.whole("text_dim", 4096, 1, kMostWidth);
    config.freq_dim = reader.whole("freq_dim", 256, 2, kMostWidth);
    config.ffn_dim = reader.whole("ffn_dim", 13824, 1, kMostWidth);
    config.num_layers = reader.whole("num_layers", 40, 0, 1024);
    config.cross_attn_norm = reader.boolean("cross_attn_norm", true);
    config.eps = reader.number("eps", 1e-6, 0.0, 1.0);
    config.image_dim = reader.optional_whole("image_dim", 1, kMostWidth);
    config.added_kv_proj_dim = reader.optional_whole("added_kv_proj_dim", 1, kMostWidth);
    config.rope_max_seq_len = reader.whole("rope_max_seq_len", 1024, 1, kMostWidth);
    config.pos_embed_seq_len = reader.optional_whole("pos_embed_seq_len", 1, kMostWidth);
    if (auto read = reader.finish(); !read) {
        return read.error();
    }
    return config;
}

Result<WanVaeConfig> read_wan_vae_config(const Json& json, const std::string& origin) {
    ConfigReader reader(json, origin);
    WanVaeConfig config;
    config.base_dim = reader.whole("base_dim", 96, 1, kMostChannels);
    config.decoder_base_dim = reader.whole("decoder_base_dim", config.base_dim, 1, kMostChannels);
    config.z_dim = reader.whole("z_dim", 16, 1, kMostChannels);
    config.dim_mult = reader.wholes("dim_mult", {1, 2, 4, 4}, 1, 1024, 8);
    config.num_res_blocks = reader.whole("num_res_blocks", 2, 0, 64);
    config.attn_scales = reader.numbers("attn_scales", {}, 0.0, 1.0, 16);
    config.temperal_downsample = reader.booleans("temperal_downsample", {false, true, true}, 8);
    config.is_residual = reader.boolean("is_residual", false);
    config.latents_mean = reader.numbers("latents_mean", kMean21, -1e4, 1e4, kMostChannels);
    config.latents_std = reader.numbers("latents_std", kStd21, 1e-6, 1e4, kMostChannels);
    config.in_channels = reader.whole("in_channels", 3, 1, kMostChannels);
    config.out_channels = reader.whole("out_channels", 3, 1, kMostChannels);
    config.patch_size = reader.whole("patch_size", 1, 1, 64);
    config.scale_factor_temporal = reader.whole("scale_factor_temporal", 4, 1, 256);
    config.scale_factor_spatial = reader.whole("scale_factor_spatial", 8, 1, 1024);

    reader.require(!config.dim_mult.empty(), "dim_mult must not be empty");
    reader.require(config.temperal_downsample.size() + 1 >= config.dim_mult.size(),
                   "temperal_downsample needs a flag between every two entries of dim_mult");
    const size_t z = static_cast<size_t>(config.z_dim);
    reader.require(config.latents_mean.size() == z && config.latents_std.size() == z,
                   "latents_mean and latents_std must have z_dim entries");
    const int64_t patched = 3 * config.patch_size * config.patch_size;
    reader.require(config.in_channels == patched && config.out_channels == patched,
                   "in_channels and out_channels must be 3 times patch_size squared");
    if (auto read = reader.finish(); !read) {
        return read.error();
    }
    return config;
}

} // namespace longtake
