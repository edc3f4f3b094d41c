// SPDX-License-Identifier: Apache-2.0
// Guidance against diffusers, live, over random predictions and settings; and what must hold whatever the numbers.
#include "core/sampling/guidance.h"

#include "core/weights/safetensors.h"
#include "tests/support/reference.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>
#include <torch/torch.h>

#include <map>

namespace longtake {

namespace {

bool is_close(const torch::Tensor& ours, const torch::Tensor& theirs) {
    return (torch::norm(ours - theirs) / torch::norm(theirs)).item<double>() < 1e-6;
}

/// Settings as drawn for the reference: [scale, rescale, eta, momentum, norm_threshold].
GuidanceConfig config_of(const torch::Tensor& settings) {
    GuidanceConfig config;
    config.scale = settings[0].item<float>();
    config.rescale = settings[1].item<float>();
    config.eta = settings[2].item<float>();
    config.momentum = settings[3].item<float>();
    config.norm_threshold = settings[4].item<float>();
    return config;
}

} // namespace

TEST_SUITE("sampling.guidance") {
    TEST_CASE("every mode equals diffusers over random predictions and settings") {
        constexpr int kCases = 12;
        torch::manual_seed(5);
        NamedTensors cases;
        for (int k = 0; k < kCases; ++k) {
            const std::string name = std::to_string(k);
            const torch::Tensor prompt = torch::randn({1, 3, 2, 3, 4});
            cases.emplace_back(name + ".prompt", prompt);
            cases.emplace_back(name + ".negative", prompt * 0.5 + torch::randn_like(prompt));
            const torch::Tensor unit = torch::rand({5});
            cases.emplace_back(name + ".settings", unit * torch::tensor({9.0F, 1.0F, 1.0F, 1.0F, 12.0F}) -
                                                       torch::tensor({-1.01F, 0.0F, 0.0F, 0.8F, 3.0F}));
        }
        TemporaryFolder folder;
        REQUIRE(save_tensors(folder.path() / "cases.safetensors", cases));
        REQUIRE(run_reference("guidance.py", {folder.path().string()}) == 0);
        const auto loaded = load_tensors(folder.path() / "answers.safetensors");
        REQUIRE(loaded);
        const std::map<std::string, torch::Tensor> answers(loaded->begin(), loaded->end());
        const std::map<std::string, torch::Tensor> given(cases.begin(), cases.end());

        for (int k = 0; k < kCases; ++k) {
            CAPTURE(k);
            const std::string name = std::to_string(k) + ".";
            const torch::Tensor& prompt = given.at(name + "prompt");
            const torch::Tensor& negative = given.at(name + "negative");
            const GuidanceConfig drawn = config_of(given.at(name + "settings"));
            GuidanceConfig config;
            config.scale = drawn.scale;
            CHECK(is_close(Guidance(config).velocity(prompt, negative, prompt, 0.5, 3), answers.at(name + "plain")));
            config.rescale = drawn.rescale;
            CHECK(is_close(Guidance(config).velocity(prompt, negative, prompt, 0.5, 3), answers.at(name + "rescaled")));
            config.rescale = 0;
            config.mode = GuidanceMode::ZeroStar;
            CHECK(is_close(Guidance(config).velocity(prompt, negative, prompt, 0.5, 3), answers.at(name + "zero")));
            const torch::Tensor first = prompt - negative;
            const torch::Tensor second = (negative - prompt) + drawn.momentum * first;
            CHECK(is_close(projected(prompt, negative, first, drawn), answers.at(name + "projected.0")));
            CHECK(is_close(projected(negative, prompt, second, drawn), answers.at(name + "projected.1")));
        }
    }

    TEST_CASE("projected guidance works on clean estimates and remembers across steps") {
        torch::manual_seed(6);
        const torch::Tensor sample = torch::randn({1, 2, 2, 2, 2});
        const torch::Tensor prompt = torch::randn_like(sample);
        const torch::Tensor negative = torch::randn_like(sample);
        GuidanceConfig config;
        config.mode = GuidanceMode::Projected;
        config.scale = 4;
        config.eta = 1;
        // Nothing dropped and nothing remembered: the same as plain guidance.
        const torch::Tensor plain = negative + 4 * (prompt - negative);
        CHECK(torch::allclose(Guidance(config).velocity(prompt, negative, sample, 0.4, 0), plain, 1e-4, 1e-5));

        config.momentum = -0.5;
        Guidance whole(config);
        whole.velocity(prompt, negative, sample, 0.4, 0);
        Guidance resumed(config);
        resumed.restore_history(whole.history());
        const torch::Tensor second = whole.velocity(prompt, negative, sample, 0.3, 1);
        CHECK(torch::equal(resumed.velocity(prompt, negative, sample, 0.3, 1), second));
        CHECK_FALSE(torch::equal(Guidance(config).velocity(prompt, negative, sample, 0.3, 1), second));
    }

    TEST_CASE("forwards are spared where guidance has no effect") {
        GuidanceConfig config;
        for (const double scale : {0.0, 0.5, 1.0}) {
            config.scale = scale;
            CHECK(Guidance(config).needs(0) == Guidance::Needs::Prompt);
        }
        config.scale = 1.5;
        CHECK(Guidance(config).needs(0) == Guidance::Needs::Both);
        config.mode = GuidanceMode::ZeroStar;
        CHECK(Guidance(config).needs(0) == Guidance::Needs::Nothing);
        CHECK(Guidance(config).needs(1) == Guidance::Needs::Both);
    }

    TEST_CASE("modes are known by name") {
        for (const std::string name : {"plain", "rescale", "zero", "apg"}) {
            const auto config = parse_guidance_mode(name, 6);
            REQUIRE(config);
            CHECK(config->scale == 6);
        }
        const auto unknown = parse_guidance_mode("strong", 6);
        REQUIRE_FALSE(unknown);
        CHECK(unknown.error().message.find("strong") != std::string::npos);
    }
}

} // namespace longtake
