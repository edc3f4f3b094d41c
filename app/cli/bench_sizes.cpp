// SPDX-License-Identifier: Apache-2.0
#include "app/cli/bench_sizes.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace longtake {

namespace {

Json transformer(int64_t heads, int64_t head_dim, int64_t layers, int64_t ffn, int64_t channels, int64_t text_dim) {
    return {{"patch_size", {1, 2, 2}},
            {"num_attention_heads", heads},
            {"attention_head_dim", head_dim},
            {"num_layers", layers},
            {"ffn_dim", ffn},
            {"in_channels", channels},
            {"out_channels", channels},
            {"text_dim", text_dim},
            {"freq_dim", 256},
            {"cross_attn_norm", true},
            {"eps", 1e-6},
            {"qk_norm", "rms_norm_across_heads"},
            {"rope_max_seq_len", 1024}};
}

/// Few layers and a small vocabulary whatever the width: the published encoder (5.7 billion parameters) would hide the
/// rest.
Json text_encoder(int64_t width, int64_t heads, int64_t ffn, int64_t layers) {
    return {{"d_model", width}, {"d_kv", 64}, {"d_ff", ffn}, {"num_heads", heads}, {"num_layers", layers}};
}

Json statistics(Json vae, int64_t channels) {
    vae["z_dim"] = channels;
    vae["latents_mean"] = std::vector<double>(static_cast<size_t>(channels), 0.1);
    vae["latents_std"] = std::vector<double>(static_cast<size_t>(channels), 1.5);
    return vae;
}

/// The autoencoder of Wan 2.1, `base` wide (96 as published).
Json vae_2_1(int64_t base) {
    return statistics({{"base_dim", base},
                       {"dim_mult", {1, 2, 4, 4}},
                       {"num_res_blocks", 2},
                       {"temperal_downsample", {false, true, true}}},
                      16);
}

/// The autoencoder of Wan 2.2 5B.
Json vae_2_2() {
    return statistics({{"base_dim", 160},
                       {"decoder_base_dim", 256},
                       {"dim_mult", {1, 2, 4, 4}},
                       {"num_res_blocks", 2},
                       {"temperal_downsample", {false, true, true}},
                       {"is_residual", true},
                       {"in_channels", 12},
                       {"out_channels", 12},
                       {"patch_size", 2},
                       {"scale_factor_spatial", 16},
                       {"scale_factor_temporal", 4}},
                      48);
}

BenchSize tiny() {
    BenchSize made{"tiny", "the starter's order of magnitude", {}, {192, 128}, {17}, 4, 5.0};
    made.model.transformer = transformer(6, 64, 8, 1536, 16, 256);
    made.model.vae = vae_2_1(32);
    made.model.text_encoder = text_encoder(256, 4, 512, 4);
    return made;
}

BenchSize wan_1_3b() {
    BenchSize made{"wan-1.3b", "Wan 2.1 T2V 1.3B's transformer and autoencoder", {}, {256, 160}, {9}, 2, 5.0};
    made.model.transformer = transformer(12, 128, 30, 8960, 16, 4096);
    made.model.vae = vae_2_1(96);
    made.model.text_encoder = text_encoder(4096, 64, 10240, 1);
    return made;
}

BenchSize wan_5b_vae() {
    BenchSize made{"wan-5b-vae", "Wan 2.2 TI2V 5B's autoencoder behind a small transformer", {}, {256, 160}, {9}, 2,
                   1.0};
    made.model.transformer = transformer(6, 64, 4, 1536, 48, 256);
    made.model.vae = vae_2_2();
    made.model.text_encoder = text_encoder(256, 4, 512, 2);
    made.model.expand_timesteps = true;
    return made;
}

} // namespace

std::vector<BenchSize> bench_sizes() {
    return {tiny(), wan_1_3b(), wan_5b_vae()};
}

Result<BenchSize> find_bench_size(const std::string& name) {
    std::string known;
    for (const BenchSize& size : bench_sizes()) {
        if (size.name == name) {
            return size;
        }
        known += (known.empty() ? "" : ", ") + size.name;
    }
    return bad_input("unknown size '" + name + "'", "Known are " + known + ".");
}

} // namespace longtake
