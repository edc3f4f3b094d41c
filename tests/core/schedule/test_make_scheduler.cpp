// SPDX-License-Identifier: Apache-2.0
// What a scheduler_config.json may say, and the properties every schedule made from one has.
#include "core/schedule/make_scheduler.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <torch/torch.h>

namespace longtake {

namespace {

const std::vector<Json> kConfigs = {
    {{"_class_name", "FlowMatchEulerDiscreteScheduler"}, {"shift", 3.0}},
    {{"_class_name", "UniPCMultistepScheduler"},
     {"use_flow_sigmas", true},
     {"prediction_type", "flow_prediction"},
     {"flow_shift", 5.0},
     {"solver_order", 3}},
    {{"_class_name", "UniPCMultistepScheduler"},
     {"use_flow_sigmas", true},
     {"prediction_type", "flow_prediction"},
     {"solver_type", "bh1"}},
    {{"_class_name", "DPMSolverMultistepScheduler"},
     {"use_flow_sigmas", true},
     {"prediction_type", "flow_prediction"},
     {"solver_order", 3}},
};

std::unique_ptr<Scheduler> made(const Json& config, int64_t steps) {
    auto scheduler = make_scheduler(config, "scheduler_config.json");
    REQUIRE(scheduler);
    (*scheduler)->set_steps(steps, 0);
    return std::move(*scheduler);
}

torch::Tensor velocity(const torch::Tensor& sample, int64_t step) {
    return torch::sin(sample * 3 + static_cast<double>(step));
}

std::string refusal(const Json& config) {
    const auto scheduler = make_scheduler(config, "scheduler_config.json");
    REQUIRE_FALSE(scheduler);
    CHECK(scheduler.error().code == ErrorCode::Model);
    return scheduler.error().message;
}

Json changed(Json config, const std::string& key, const Json& value) {
    config[key] = value;
    return config;
}

bool mentions(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_SUITE("schedule.make_scheduler") {
    TEST_CASE("levels fall from one towards zero, timesteps stay in the model's range") {
        for (const Json& config : kConfigs) {
            for (const int64_t steps : {1, 2, 7, 50}) {
                const auto scheduler = made(config, steps);
                const auto& sigmas = scheduler->sigmas();
                REQUIRE(sigmas.size() == static_cast<size_t>(steps) + 1);
                REQUIRE(scheduler->timesteps().size() == static_cast<size_t>(steps));
                CHECK(std::is_sorted(sigmas.rbegin(), sigmas.rend()));
                CHECK(sigmas.front() <= 1);
                CHECK(sigmas.back() == 0);
                CHECK(scheduler->timesteps().front() <= 1000);
                CHECK(scheduler->timesteps().back() >= 0);
            }
        }
    }

    TEST_CASE("a velocity that points straight at one clip ends at that clip") {
        torch::manual_seed(1);
        const torch::Tensor clean = torch::randn({1, 2, 2, 3, 3});
        const torch::Tensor noise = torch::randn_like(clean);
        for (const Json& config : kConfigs) {
            const auto scheduler = made(config, 9);
            torch::Tensor sample = noise;
            for (int64_t i = 0; i < 9; ++i) {
                const torch::Tensor exact = (sample - clean) / scheduler->sigmas()[static_cast<size_t>(i)];
                CHECK(torch::allclose(scheduler->clean_estimate(exact, sample, i), clean, 1e-4, 1e-5));
                sample = scheduler->step(exact, sample, i);
            }
            CHECK(torch::allclose(sample, clean, 1e-4, 1e-4));
        }
    }

    TEST_CASE("resuming from the history at any step gives the same bytes") {
        torch::manual_seed(2);
        const torch::Tensor start = torch::randn({1, 2, 2, 3, 3});
        constexpr int64_t kSteps = 8;
        for (const Json& config : kConfigs) {
            const auto whole = made(config, kSteps);
            std::vector<torch::Tensor> samples = {start};
            std::vector<std::vector<std::pair<std::string, torch::Tensor>>> histories = {whole->history()};
            for (int64_t i = 0; i < kSteps; ++i) {
                samples.push_back(whole->step(velocity(samples.back(), i), samples.back(), i));
                histories.push_back(whole->history());
            }
            for (int64_t from = 0; from <= kSteps; ++from) {
                const auto resumed = made(config, kSteps);
                resumed->restore_history(histories[static_cast<size_t>(from)], from);
                torch::Tensor sample = samples[static_cast<size_t>(from)];
                for (int64_t i = from; i < kSteps; ++i) {
                    sample = resumed->step(velocity(sample, i), sample, i);
                }
                CHECK(torch::equal(sample, samples.back()));
            }
        }
    }

    TEST_CASE("a second run on the same scheduler forgets the first") {
        for (const Json& config : kConfigs) {
            const auto scheduler = made(config, 5);
            std::vector<torch::Tensor> ends;
            for (int run = 0; run < 2; ++run) {
                scheduler->set_steps(5, 0);
                torch::Tensor sample = torch::full({1, 1, 1, 2, 2}, 0.7F);
                for (int64_t i = 0; i < 5; ++i) {
                    sample = scheduler->step(velocity(sample, i), sample, i);
                }
                ends.push_back(sample);
            }
            CHECK(torch::equal(ends[0], ends[1]));
        }
    }

    TEST_CASE("settings that would change the numbers are refused by name") {
        CHECK(mentions(refusal({{"_class_name", "DDIMScheduler"}}), "DDIMScheduler"));
        CHECK(mentions(refusal(Json::object()), "scheduler_config.json"));
        CHECK(mentions(refusal(changed(kConfigs[0], "use_beta_sigmas", true)), "use_beta_sigmas"));
        CHECK(mentions(refusal(changed(kConfigs[0], "stochastic_sampling", true)), "stochastic_sampling"));
        CHECK(mentions(refusal(changed(kConfigs[0], "shift", -1)), "shift"));
        CHECK(mentions(refusal(changed(kConfigs[1], "prediction_type", "epsilon")), "prediction_type"));
        CHECK(mentions(refusal(changed(kConfigs[1], "use_flow_sigmas", false)), "use_flow_sigmas"));
        CHECK(mentions(refusal(changed(kConfigs[1], "solver_order", 4)), "solver_order"));
        CHECK(mentions(refusal(changed(kConfigs[1], "predict_x0", false)), "predict_x0"));
        CHECK(mentions(refusal(changed(kConfigs[3], "algorithm_type", "sde-dpmsolver++")), "algorithm_type"));
        CHECK(mentions(refusal(changed(kConfigs[3], "use_karras_sigmas", true)), "use_karras_sigmas"));
    }

    TEST_CASE("a person may choose another shift and another solver") {
        const auto sigmas = [](const Json& config) { return made(config, 6)->sigmas(); };
        for (const Json& config : kConfigs) {
            const auto shifted = with_choice(config, {7.0, std::nullopt});
            REQUIRE(shifted);
            CHECK(sigmas(*shifted)[3] > sigmas(config)[3]);
            CHECK(*with_choice(config, {}) == config);
            for (const std::string solver : {"euler", "unipc", "dpmpp"}) {
                const auto changed = with_choice(config, {std::nullopt, solver});
                REQUIRE(changed);
                // The shift stays what it was: grids differ by less than a step.
                CHECK(std::abs(sigmas(*changed)[3] - sigmas(config)[3]) < 0.15);
                const auto both = with_choice(config, {7.0, solver});
                CHECK(std::abs(sigmas(*both)[3] - sigmas(*shifted)[3]) < 0.15);
            }
        }
        CHECK(*with_choice(kConfigs[1], {std::nullopt, "unipc"}) == kConfigs[1]);
        CHECK_FALSE(with_choice(kConfigs[0], {std::nullopt, "ddim"}));
        CHECK_FALSE(with_choice(kConfigs[0], {-1.0, std::nullopt}));
    }
}

} // namespace longtake
