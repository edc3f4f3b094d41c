// SPDX-License-Identifier: Apache-2.0
// The T5 encoder against transformers over random configurations, and what must hold without a reference.
#include "core/nn/initialise.h"
#include "core/text/t5_encoder.h"
#include "tests/support/reference.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <torch/torch.h>

using namespace longtake;

namespace {

constexpr int kCases = 24;

torch::Tensor named(const NamedTensors& tensors, const std::string& name) {
    for (const auto& [known, tensor] : tensors) {
        if (known == name) {
            return tensor;
        }
    }
    FAIL("no tensor " << name);
    return {};
}

/// Relative RMS over the real tokens; padding is nobody's business.
double relative_error(const torch::Tensor& ours, const torch::Tensor& theirs, const torch::Tensor& mask) {
    const torch::Tensor a = ours.to(torch::kFloat64).index({mask});
    const torch::Tensor b = theirs.to(torch::kFloat64).index({mask});
    return ((a - b).norm() / b.norm()).item<double>();
}

T5Config toy_config() {
    return {.vocab_size = 40,
            .d_model = 16,
            .d_kv = 4,
            .d_ff = 24,
            .num_heads = 3,
            .num_layers = 2,
            .feed_forward_proj = "gated-gelu",
            .is_umt5 = true};
}

void write_encoder(const std::filesystem::path& folder, const T5Config& config) {
    std::filesystem::create_directories(folder / "text_encoder");
    REQUIRE(write_json_file(folder / "model_index.json",
                            {{"_class_name", "ToyPipeline"}, {"text_encoder", {"transformers", "UMT5EncoderModel"}}}));
    REQUIRE(write_json_file(folder / "text_encoder" / "config.json", t5_config_json(config)));
    T5Encoder encoder(config, torch::kFloat32);
    initialise_parameters(encoder, 3);
    REQUIRE(save_tensors(folder / "text_encoder" / "model.safetensors", named_parameters(encoder)));
}

} // namespace

TEST_SUITE("text.t5_encoder") {
    TEST_CASE("agrees with transformers over random T5 and UMT5 configurations, lengths and masks") {
        const TemporaryFolder folder;
        REQUIRE(run_reference("t5_cases.py", {folder.path().string(), "20261121", std::to_string(kCases)}) == 0);
        const c10::InferenceMode inference;
        for (int i = 0; i < kCases; ++i) {
            CAPTURE(i);
            const auto path = folder.path() / std::to_string(i);
            const auto model = ModelDirectory::open(path);
            REQUIRE(model);
            const auto cases = load_tensors(path / "cases.safetensors");
            REQUIRE(cases);
            const torch::Tensor ids = named(*cases, "ids");
            const torch::Tensor mask = named(*cases, "mask");
            const auto wide = load_t5_encoder(*model, "text_encoder", torch::kFloat32, {});
            REQUIRE(wide);
            CHECK(relative_error((*wide)->forward(ids, mask), named(*cases, "hidden"), mask) < 1e-5);
            const auto half = load_t5_encoder(*model, "text_encoder", torch::kBFloat16, {});
            REQUIRE(half);
            CHECK(relative_error((*half)->forward(ids, mask), named(*cases, "hidden_bf16"), mask) < 3e-2);
            // Row 0 alone, without its padding, is the same: callers never pay for padding.
            const int64_t real = mask[0].sum().item<int64_t>();
            const torch::Tensor alone = (*wide)->forward(ids.slice(0, 0, 1).slice(1, 0, real));
            CHECK(relative_error(alone[0], named(*cases, "hidden")[0].slice(0, 0, real),
                                 torch::ones({real}, torch::kBool)) < 1e-5);
        }
    }

    TEST_CASE("buckets are exact for near tokens, end at max_distance, and split by direction") {
        const torch::Tensor buckets = relative_position_buckets(300, 32, 128, torch::kCPU);
        CHECK(buckets[0][0].item<int64_t>() == 0);
        CHECK(buckets[0][7].item<int64_t>() == 16 + 7);
        CHECK(buckets[7][0].item<int64_t>() == 7);
        CHECK(buckets[0][299].item<int64_t>() == 31);
        CHECK(buckets[299][0].item<int64_t>() == 15);
        CHECK(buckets.max().item<int64_t>() == 31);
    }

    TEST_CASE("every parameter gets a gradient") {
        T5Encoder encoder(toy_config(), torch::kFloat32);
        initialise_parameters(encoder, 1);
        encoder.forward(torch::arange(40).unsqueeze(0)).square().sum().backward();
        for (const auto& [name, parameter] : named_parameters(encoder)) {
            CAPTURE(name);
            REQUIRE(parameter.grad().defined());
            CHECK(parameter.grad().abs().max().item<float>() > 0.0F);
        }
    }

    TEST_CASE("a saved encoder loads without a copy and the config survives the round trip") {
        const TemporaryFolder folder;
        write_encoder(folder.path(), toy_config());
        const auto model = ModelDirectory::open(folder.path());
        REQUIRE(model);
        const auto loaded = load_t5_encoder(*model, "text_encoder", torch::kFloat32, {});
        REQUIRE(loaded);
        CHECK((*loaded)->config() == toy_config());
        T5Encoder original(toy_config(), torch::kFloat32);
        initialise_parameters(original, 3);
        const torch::Tensor ids = torch::tensor({{4, 8, 1}});
        CHECK(torch::equal((*loaded)->forward(ids), original.forward(ids)));
    }

    TEST_CASE("a row of nothing but padding stays finite") {
        T5Encoder encoder(toy_config(), torch::kFloat32);
        initialise_parameters(encoder, 1);
        const torch::Tensor out =
            encoder.forward(torch::zeros({1, 4}, torch::kInt64), torch::zeros({1, 4}, torch::kBool));
        CHECK(torch::isfinite(out).all().item<bool>());
    }

    TEST_CASE("absurd configurations are refused by name; a config that lies about the weights allocates nothing") {
        const TemporaryFolder folder;
        write_encoder(folder.path(), toy_config());
        const auto model = ModelDirectory::open(folder.path());
        REQUIRE(model);
        const auto refused = [&](const Json& change, const std::string& part) {
            Json config = t5_config_json(toy_config());
            config.update(change);
            REQUIRE(write_json_file(folder.path() / "text_encoder" / "config.json", config));
            const auto loaded = load_t5_encoder(*model, "text_encoder", torch::kFloat32, {});
            REQUIRE_FALSE(loaded);
            CAPTURE(loaded.error().message);
            CHECK(loaded.error().code == ErrorCode::Model);
            CHECK(loaded.error().message.find(part) != std::string::npos);
        };
        refused({{"num_layers", 1000000}}, "num_layers is 1000000");
        refused({{"layer_norm_epsilon", "NaN"}}, "layer_norm_epsilon");
        refused({{"d_model", -4}, {"d_kv", 2.5}}, "d_kv is 2.5");
        refused({{"feed_forward_proj", "gated-tanh"}}, "feed_forward_proj");
        refused({{"model_type", "llama"}}, "model_type");
        refused({{"num_layers", 3}}, "missing encoder.block.2.");
        refused({{"num_layers", 1}}, "unexpected encoder.block.1.");
        refused({{"vocab_size", 2000000}, {"d_model", 16384}, {"d_ff", 131072}, {"num_layers", 128}},
                "misshaped shared.weight: [40, 16]");
    }
}
