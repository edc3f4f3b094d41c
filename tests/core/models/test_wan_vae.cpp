// SPDX-License-Identifier: Apache-2.0
// The Wan autoencoder against diffusers over random configurations, and what makes it a stream: streamed equals whole,
// resumed and warmed streams are bit-identical, and the receptive field is exactly what is counted.
#include "core/models/wan/wan_vae.h"
#include "core/nn/initialise.h"
#include "core/nn/noise.h"
#include "tests/core/models/wan_cases.h"

using namespace longtake;

namespace {

constexpr int64_t kSeed = 30;
constexpr int64_t kCases = 24;

double greatest_difference(const torch::Tensor& a, const torch::Tensor& b) {
    REQUIRE(a.sizes() == b.sizes());
    return (a - b).abs().max().item<double>();
}

/// Both generations at toy size; the second has flags that leave the first upsampling without time.
WanVaeConfig toy_config(bool is_residual) {
    WanVaeConfig config;
    config.base_dim = 4;
    config.decoder_base_dim = 8;
    config.z_dim = 4;
    config.dim_mult = {1, 2, 2};
    config.num_res_blocks = 1;
    config.temperal_downsample = {true, true};
    config.is_residual = is_residual;
    config.patch_size = is_residual ? 2 : 1;
    config.in_channels = config.out_channels = 3 * config.patch_size * config.patch_size;
    config.latents_mean = {0.1, -0.2, 0.3, 0.0};
    config.latents_std = {1.0, 2.0, 0.5, 1.5};
    return config;
}

struct Toy {
    explicit Toy(bool is_residual, int64_t latent_count)
        : vae(toy_config(is_residual))
        , latents(latent_noise({4, 0, 0}, {1, 4, latent_count, 4, 5})) {
        initialise_parameters(vae, 5);
    }

    torch::Tensor decode_from(CausalCache& cache, int64_t begin, int64_t end) const {
        std::vector<torch::Tensor> frames;
        for (int64_t t = begin; t < end; ++t) {
            frames.push_back(vae.decode_next(latents.slice(2, t, t + 1), cache));
        }
        return torch::cat(frames, 2);
    }

    WanVae vae;
    torch::Tensor latents;
};

bool same_slots(const CausalCache& a, const CausalCache& b) {
    const auto left = a.named_tensors();
    const auto right = b.named_tensors();
    REQUIRE(left.size() == right.size());
    for (size_t i = 1; i < left.size(); ++i) { // the first entry counts passes
        if (!torch::equal(left[i].second, right[i].second)) {
            return false;
        }
    }
    return true;
}

} // namespace

TEST_SUITE("models.wan_vae") {
    TEST_CASE("equals diffusers over random configurations") {
        const ReferenceCases cases("wan_vae.py", kSeed, kCases);
        for (int64_t i = 0; i < cases.count(); ++i) {
            const auto config = read_wan_vae_config(cases.config(i), "config.json");
            REQUIRE(config);
            WanVae vae(*config);
            cases.load_weights(i, vae);
            const auto tensors = cases.tensors(i);
            CAPTURE(cases.config(i).dump());
            {
                const torch::InferenceMode inference;
                CHECK(greatest_difference(vae.decode(tensors.at("latents")), tensors.at("frames")) < 1e-4);
                CHECK(relative_error(vae.encode(tensors.at("clip")), tensors.at("encoded")) < 1e-4);
            }
            const torch::NoGradGuard no_grad;
            CHECK(greatest_difference(vae.decode_clip(tensors.at("latents")), tensors.at("frames")) < 1e-4);
            CHECK(relative_error(vae.encode_clip(tensors.at("clip")).mean, tensors.at("encoded")) < 1e-4);
        }
    }

    TEST_CASE("equals diffusers at the width of the published 5B autoencoder, streamed through the kernels that are "
              "used there") {
        const torch::InferenceMode inference;
        const ReferenceCases cases("wan_vae.py", kSeed, 1, {"wide"});
        const auto config = read_wan_vae_config(cases.config(0), "config.json");
        REQUIRE(config);
        WanVae vae(*config);
        cases.load_weights(0, vae);
        vae.use_kernels(std::make_shared<KernelChoice>());
        const auto tensors = cases.tensors(0);
        CHECK(tensors.at("frames").abs().mean().item<double>() > 0.1);
        CHECK(greatest_difference(vae.decode(tensors.at("latents")), tensors.at("frames")) < 1e-4);
        CHECK(relative_error(vae.encode(tensors.at("clip")), tensors.at("encoded")) < 1e-4);
    }

    TEST_CASE("a stream resumed from a copied or saved state gives the same bytes") {
        const torch::InferenceMode inference;
        for (const bool is_residual : {false, true}) {
            const Toy toy(is_residual, 6);
            const torch::Tensor whole = toy.vae.decode(toy.latents);
            for (int64_t cut = 1; cut < 6; ++cut) {
                CausalCache cache;
                const torch::Tensor head = toy.decode_from(cache, 0, cut);
                CausalCache copied = cache.clone();
                CausalCache saved = CausalCache::from_named_tensors(cache.named_tensors());
                CHECK(torch::equal(torch::cat({head, toy.decode_from(copied, cut, 6)}, 2), whole));
                CHECK(torch::equal(torch::cat({head, toy.decode_from(saved, cut, 6)}, 2), whole));
                CHECK(torch::equal(torch::cat({head, toy.decode_from(cache, cut, 6)}, 2), whole));
            }
        }
    }

    TEST_CASE("the receptive field is what is counted: R latents settle the state, R - 1 do not") {
        const torch::InferenceMode inference;
        for (const bool is_residual : {false, true}) {
            const int64_t receptive = Toy(is_residual, 1).vae.decoder_receptive_latents();
            const int64_t count = receptive + 3;
            const Toy toy(is_residual, count + 1);
            CausalCache whole, warmed = CausalCache::mid_stream(), cold = CausalCache::mid_stream();
            toy.decode_from(whole, 0, count);
            toy.decode_from(warmed, count - receptive, count);
            toy.decode_from(cold, count - receptive + 1, count);
            CHECK(same_slots(warmed, whole));
            CHECK_FALSE(same_slots(cold, whole));
            CHECK(torch::equal(toy.decode_from(warmed, count, count + 1), toy.decode_from(whole, count, count + 1)));
        }
    }

    TEST_CASE("the receptive field of the published models") {
        CHECK(WanVae(WanVaeConfig{.latents_mean = std::vector<double>(16), .latents_std = std::vector<double>(16, 1.0)})
                  .decoder_receptive_latents() == 38);
    }

    TEST_CASE("decoding and encoding are differentiable and agree with the streams") {
        for (const bool is_residual : {false, true}) {
            Toy toy(is_residual, 3);
            const torch::Tensor frames = toy.vae.decode_clip(toy.latents);
            const WanPosterior posterior = toy.vae.encode_clip(frames);
            (posterior.mean.square().mean() + posterior.log_variance.square().mean()).backward();
            for (const auto& entry : toy.vae.named_parameters()) {
                CAPTURE(entry.key());
                CHECK(entry.value().grad().defined());
            }
            const torch::InferenceMode inference;
            CHECK(greatest_difference(frames.detach(), toy.vae.decode(toy.latents)) < 1e-5);
            CHECK(relative_error(posterior.mean.detach(), toy.vae.encode(frames.detach())) < 1e-5);
        }
    }

    TEST_CASE("frames off the grid and absurd configs are refused") {
        const Toy toy(false, 1);
        CHECK_THROWS(toy.vae.encode(torch::zeros({1, 3, 3, 16, 16})));
        CHECK_THROWS(toy.vae.decode_next(torch::zeros({1, 5, 1, 4, 4}), *std::make_unique<CausalCache>()));
        const Json absurd = {{"z_dim", -1}, {"dim_mult", Json::array()}, {"latents_std", {0.0}}, {"in_channels", 5}};
        const auto config = read_wan_vae_config(absurd, "vae/config.json");
        REQUIRE_FALSE(config);
        for (const char* field : {"z_dim", "dim_mult", "latents_std", "in_channels"}) {
            CHECK(config.error().message.find(field) != std::string::npos);
        }
    }
}
