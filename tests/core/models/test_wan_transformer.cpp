// SPDX-License-Identifier: Apache-2.0
// The Wan transformer against diffusers over random configurations, and what must hold without a reference: equal
// meanings of timestep shapes, padding by one row, gradients.
#include "core/models/wan/wan_transformer.h"
#include "core/nn/initialise.h"
#include "core/nn/noise.h"
#include "tests/core/models/wan_cases.h"

using namespace longtake;

namespace {

constexpr int64_t kSeed = 20;
constexpr int64_t kCases = 24;

std::vector<torch::Tensor> prompts(const std::map<std::string, torch::Tensor>& tensors) {
    std::vector<torch::Tensor> rows;
    int64_t begin = 0;
    for (int64_t b = 0; b < tensors.at("text_lengths").size(0); ++b) {
        const int64_t length = tensors.at("text_lengths")[b].item<int64_t>();
        rows.push_back(tensors.at("text").narrow(0, begin, length));
        begin += length;
    }
    return rows;
}

torch::Tensor run(WanTransformer& model, const std::map<std::string, torch::Tensor>& tensors) {
    const auto image = tensors.contains("image") ? std::optional(tensors.at("image")) : std::nullopt;
    return model.forward(tensors.at("x"), tensors.at("timesteps"), model.prepare(prompts(tensors), image));
}

void compare(torch::ScalarType dtype, const std::string& name, double tolerance) {
    const ReferenceCases cases("wan_transformer.py", kSeed, kCases, {name});
    for (int64_t i = 0; i < cases.count(); ++i) {
        const auto config = read_wan_transformer_config(cases.config(i), "config.json");
        REQUIRE(config);
        WanTransformer model(*config, dtype);
        cases.load_weights(i, model);
        const auto tensors = cases.tensors(i);
        CAPTURE(cases.config(i).dump());
        {
            const torch::InferenceMode inference;
            CHECK(relative_error(run(model, tensors), tensors.at("out")) < tolerance);
        }
        CHECK(relative_error(run(model, tensors).detach(), tensors.at("out")) <
              tolerance); // the path that has gradients
    }
}

WanTransformerConfig toy_config() {
    WanTransformerConfig config;
    config.num_attention_heads = 2;
    config.attention_head_dim = 20;
    config.in_channels = config.out_channels = 4;
    config.text_dim = 12;
    config.freq_dim = 32;
    config.ffn_dim = 64;
    config.num_layers = 2;
    return config;
}

struct Toy {
    Toy() { initialise_parameters(model, 3); }

    WanTransformer model{toy_config()};
    torch::Tensor x = latent_noise({1, 0, 0}, {1, 4, 3, 8, 6});
    std::vector<torch::Tensor> text = {noise_values({2, 0, 0}, 7 * 12).view({7, 12})};
};

} // namespace

TEST_SUITE("models.wan_transformer") {
    TEST_CASE("fp32 equals diffusers over random configurations") {
        compare(torch::kFloat32, "fp32", 1e-5);
    }

    TEST_CASE("bf16 equals diffusers over random configurations") {
        compare(torch::kBFloat16, "bf16", 3e-2);
    }

    TEST_CASE("one timestep, one per latent frame and one per token mean the same when they are equal") {
        const torch::InferenceMode inference;
        Toy toy;
        const WanCondition condition = toy.model.prepare(toy.text);
        const torch::Tensor once = toy.model.forward(toy.x, torch::full({1}, 731.0), condition);
        CHECK(relative_error(toy.model.forward(toy.x, torch::full({1, 3}, 731.0), condition), once) < 1e-6);
        CHECK(relative_error(toy.model.forward(toy.x, torch::full({1, 36}, 731.0), condition), once) < 1e-6);
        CHECK_THROWS(toy.model.forward(toy.x, torch::full({1, 5}, 731.0), condition));
    }

    TEST_CASE("a batch of unequal prompts gives what each gives alone") {
        const torch::InferenceMode inference;
        Toy toy;
        const std::vector<torch::Tensor> rows = {toy.text[0], toy.text[0].slice(0, 0, 2), toy.text[0].slice(0, 0, 0),
                                                 noise_values({9, 0, 0}, 512 * 12).view({512, 12})};
        const torch::Tensor together =
            toy.model.forward(toy.x.expand({4, -1, -1, -1, -1}), torch::full({4}, 10.0), toy.model.prepare(rows));
        for (int64_t b = 0; b < 4; ++b) {
            const torch::Tensor alone =
                toy.model.forward(toy.x, torch::full({1}, 10.0), toy.model.prepare({rows[static_cast<size_t>(b)]}));
            CHECK(relative_error(together.narrow(0, b, 1), alone) < 1e-6);
        }
    }

    TEST_CASE("every parameter gets a gradient, and it is the slope of the loss") {
        Toy toy;
        const auto loss = [&] {
            return toy.model.forward(toy.x, torch::tensor({{0.0, 500.0, 900.0}}), toy.model.prepare(toy.text))
                .square()
                .mean();
        };
        loss().backward();
        for (const auto& entry : toy.model.named_parameters()) {
            CAPTURE(entry.key());
            REQUIRE(entry.value().grad().defined());
            if (entry.key().ends_with("to_k.bias")) {
                continue; // moves all scores of a query alike before rotation and norm; may be tiny
            }
            CHECK(entry.value().grad().abs().max().item<double>() > 0.0);
        }
        torch::Tensor bias = toy.model.named_parameters()["blocks.0.ffn.net.2.bias"];
        const torch::Tensor gradient = bias.grad().clone();
        const torch::NoGradGuard no_grad;
        constexpr double kStep = 1e-2;
        const double before = loss().item<double>();
        bias.add_(gradient / gradient.norm(), kStep);
        CHECK((loss().item<double>() - before) / kStep ==
              doctest::Approx(gradient.norm().item<double>()).epsilon(0.05));
    }

    TEST_CASE("absurd configs are refused by field") {
        const Json absurd = {{"num_attention_heads", 0},
                             {"attention_head_dim", 7},
                             {"patch_size", {1, 2}},
                             {"ffn_dim", 1e12},
                             {"num_layers", "many"}};
        const auto config = read_wan_transformer_config(absurd, "transformer/config.json");
        REQUIRE_FALSE(config);
        for (const char* field : {"num_attention_heads", "attention_head_dim", "patch_size", "ffn_dim", "num_layers"}) {
            CHECK(config.error().message.find(field) != std::string::npos);
        }
    }
}
