// SPDX-License-Identifier: Apache-2.0
// The denoising loop on a fake model whose every tensor is known: order of steps, cancel and resume at every one, what
// conditions the model sees, and which requests are refused.
#include "core/sampling/sampler.h"

#include "core/schedule/make_scheduler.h"
#include "tests/support/fake_video_model.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <torch/torch.h>

namespace longtake {

namespace {

const Json kUniPc = {{"_class_name", "UniPCMultistepScheduler"},
                     {"use_flow_sigmas", true},
                     {"prediction_type", "flow_prediction"},
                     {"flow_shift", 3.0}};
const Json kEuler = {{"_class_name", "FlowMatchEulerDiscreteScheduler"}, {"shift", 2.0}};

std::unique_ptr<Scheduler> scheduler(const Json& config = kUniPc) {
    auto made = make_scheduler(config, "test");
    REQUIRE(made);
    return std::move(*made);
}

SampleRequest request() {
    SampleRequest made;
    made.shape = {4, 5, 4, 4};
    made.text = "a red fox";
    made.negative = "blurry";
    made.steps = 6;
    made.guidance.scale = 3;
    made.noise_key = {42, 0, 0};
    return made;
}

torch::Tensor sampled(FakeVideoModel& model, const SampleRequest& wanted, const Json& config = kUniPc) {
    const auto done = sample(model, *scheduler(config), wanted, {}, {});
    REQUIRE(done);
    return done->latents;
}

std::string refusal(const SampleRequest& wanted) {
    FakeVideoModel model;
    const auto done = sample(model, *scheduler(), wanted, {}, {});
    REQUIRE_FALSE(done);
    CHECK(done.error().code == ErrorCode::BadInput);
    CHECK(model.forwards.empty());
    return done.error().message;
}

bool mentions(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_SUITE("sampling.sampler") {
    TEST_CASE("the observer sees every step in order with the clean estimate") {
        for (const Json& config : {kUniPc, kEuler}) {
            FakeVideoModel model;
            const auto schedule = scheduler(config);
            std::vector<int64_t> steps;
            torch::Tensor before = latent_noise({42, 0, 0}, {1, 4, 5, 4, 4});
            const auto done = sample(model, *schedule, request(),
                                     [&](const StepReport& report) {
                                         const auto index = static_cast<size_t>(report.step - 1);
                                         steps.push_back(report.step);
                                         CHECK(report.steps == 6);
                                         CHECK(report.sigma == schedule->sigmas()[index]);
                                         CHECK(report.timestep == schedule->timesteps()[index]);
                                         CHECK(report.state.next_step == report.step);
                                         CHECK(report.seconds >= 0);
                                         // Both forwards of this step saw the latents of the step before.
                                         CHECK(torch::equal(model.forwards[2 * index].x, before));
                                         CHECK(torch::equal(model.forwards[2 * index + 1].x, before));
                                         CHECK(report.clean.sizes() == before.sizes());
                                         before = report.state.latents;
                                     },
                                     {});
            REQUIRE(done);
            CHECK(steps == std::vector<int64_t>{1, 2, 3, 4, 5, 6});
            CHECK(torch::equal(done->latents, before));
            CHECK(done->text_tokens.size() == 10);
            CHECK(done->negative_tokens.size() == 7);
        }
    }

    TEST_CASE("same seed same bytes, another seed others, given noise instead of seeded") {
        FakeVideoModel model;
        SampleRequest wanted = request();
        const torch::Tensor first = sampled(model, wanted);
        CHECK(torch::equal(sampled(model, wanted), first));
        wanted.noise_key.seed = 43;
        CHECK_FALSE(torch::equal(sampled(model, wanted), first));
        wanted.noise = latent_noise({42, 0, 0}, {1, 4, 5, 4, 4});
        CHECK(torch::equal(sampled(model, wanted), first));
    }

    TEST_CASE("resuming from the state after any step gives the same bytes") {
        for (const GuidanceMode mode : {GuidanceMode::Plain, GuidanceMode::Projected}) {
            SampleRequest wanted = request();
            wanted.guidance.mode = mode;
            wanted.guidance.momentum = -0.5;
            wanted.context = torch::full({1, 4, 2, 4, 4}, 0.3F);
            FakeVideoModel model;
            std::vector<SampleState> states;
            const auto whole = sample(model, *scheduler(), wanted,
                                      [&](const StepReport& report) { states.push_back(report.state); }, {});
            REQUIRE(whole);
            REQUIRE(states.size() == 6);
            for (const SampleState& stored : states) {
                auto state = SampleState::from_named_tensors(stored.named_tensors());
                REQUIRE(state);
                const auto resumed = sample(model, *scheduler(), wanted, {}, {}, &*state);
                REQUIRE(resumed);
                CHECK(torch::equal(resumed->latents, whole->latents));
            }
        }
    }

    TEST_CASE("cancelling before or during any forward stops within that forward and names the step") {
        const torch::Tensor whole = [] {
            FakeVideoModel model;
            return sampled(model, request());
        }();
        constexpr size_t kForwards = 12;
        for (size_t k = 0; k <= kForwards; ++k) {
            FakeVideoModel model;
            std::stop_source source;
            if (k == 0) {
                source.request_stop();
            }
            model.before_forward = [&](size_t done) { done + 1 == k ? void(source.request_stop()) : void(); };
            std::optional<SampleState> last;
            const auto done = sample(
                model, *scheduler(), request(), [&](const StepReport& report) { last = report.state; },
                source.get_token());
            REQUIRE_FALSE(done);
            CHECK(done.error().code == ErrorCode::Cancelled);
            CHECK(model.forwards.size() == k);
            if (k > 0) {
                CHECK(mentions(done.error().message, "step " + std::to_string((k + 1) / 2) + " of 6"));
            }
            FakeVideoModel again;
            const auto resumed = sample(again, *scheduler(), request(), {}, {}, last ? &*last : nullptr);
            REQUIRE(resumed);
            CHECK(torch::equal(resumed->latents, whole));
        }
    }

    TEST_CASE("a stop asked for by the observer acts before the next forward") {
        FakeVideoModel model;
        std::stop_source source;
        const auto done = sample(
            model, *scheduler(), request(), [&](const StepReport&) { source.request_stop(); }, source.get_token());
        REQUIRE_FALSE(done);
        CHECK(model.forwards.size() == 2);
    }

    TEST_CASE("a prediction that is not finite fails the run and names the step") {
        for (size_t k = 0; k < 12; ++k) {
            FakeVideoModel model;
            model.not_finite_at = k;
            int64_t seen = 0;
            const auto done =
                sample(model, *scheduler(), request(), [&](const StepReport& report) { seen = report.step; }, {});
            REQUIRE_FALSE(done);
            CHECK(done.error().code == ErrorCode::Model);
            CHECK(mentions(done.error().message, "step " + std::to_string(k / 2 + 1) + " of 6"));
            CHECK(seen == static_cast<int64_t>(k / 2));
        }
    }

    TEST_CASE("what a model throws comes back as an error") {
        FakeVideoModel model;
        model.before_forward = [](size_t) { throw std::runtime_error("the device is gone"); };
        const auto done = sample(model, *scheduler(), request(), {}, {});
        REQUIRE_FALSE(done);
        CHECK(mentions(done.error().message, "the device is gone"));
    }

    TEST_CASE("without guidance the negative text is neither encoded nor evaluated") {
        FakeVideoModel model;
        SampleRequest wanted = request();
        wanted.guidance.scale = 1;
        const auto done = sample(model, *scheduler(), wanted, {}, {});
        REQUIRE(done);
        CHECK(model.forwards.size() == 6);
        CHECK(done->negative_tokens.empty());
    }

    TEST_CASE("known latents reach a model with per-frame timesteps clean, at timestep 0, and come out untouched") {
        FakeVideoModel model;
        SampleRequest wanted = request();
        wanted.context = torch::randn({1, 4, 2, 4, 4});
        wanted.keyframes = {{4, torch::randn({1, 4, 1, 4, 4})}};
        std::vector<torch::Tensor> estimates;
        const auto done = sample(model, *scheduler(), wanted,
                                 [&](const StepReport& report) { estimates.push_back(report.clean); }, {});
        REQUIRE(done);
        const auto is_kept = [&](const torch::Tensor& latents) {
            return torch::equal(latents.slice(2, 0, 2), wanted.context) &&
                   torch::equal(latents.slice(2, 4, 5), wanted.keyframes[0].latent);
        };
        CHECK(is_kept(done->latents));
        for (const auto& forward : model.forwards) {
            CHECK(is_kept(forward.x));
            const torch::Tensor is_zero = forward.timesteps == 0;
            CHECK(torch::equal(is_zero, torch::tensor({true, true, false, false, true})));
        }
        for (const torch::Tensor& clean : estimates) {
            CHECK(torch::allclose(clean.slice(2, 0, 2), wanted.context, 1e-4, 1e-5));
        }
        wanted.context.reset();
        CHECK_FALSE(torch::allclose(sampled(model, wanted).slice(2, 2, 4), done->latents.slice(2, 2, 4)));
    }

    TEST_CASE("other models see known latents at the step's own level until the release") {
        for (const Json& config : {kUniPc, kEuler}) {
            FakeVideoModel model(/*has_per_frame_timesteps=*/false);
            SampleRequest wanted = request();
            wanted.steps = 40;
            wanted.context = torch::randn({1, 4, 2, 4, 4});
            const auto schedule = scheduler(config);
            REQUIRE(sample(model, *schedule, wanted, {}, {}));
            const torch::Tensor noise = latent_noise(wanted.noise_key, {1, 4, 5, 4, 4}).slice(2, 0, 2);
            bool was_released = false;
            for (size_t k = 0; k < model.forwards.size(); ++k) {
                const double sigma = schedule->sigmas()[k / 2];
                const double before = k < 2 ? 1 : schedule->sigmas()[k / 2 - 1];
                const torch::Tensor expected = (1 - sigma) * wanted.context + sigma * noise;
                const bool is_held = torch::allclose(model.forwards[k].x.slice(2, 0, 2), expected, 1e-3, 1e-4);
                CHECK(is_held == (before > wanted.release_sigma));
                CHECK(model.forwards[k].timesteps.min().item<float>() ==
                      model.forwards[k].timesteps.max().item<float>());
                was_released = was_released || !is_held;
            }
            CHECK(was_released);
        }
    }

    TEST_CASE("a prompt blend mixes the velocities of two texts frame by frame") {
        FakeVideoModel model;
        SampleRequest wanted = request();
        wanted.guidance.scale = 1;
        wanted.steps = 1; // one Euler step: latents = noise - sigma * v
        const torch::Tensor first = sampled(model, wanted, kEuler);
        SampleRequest other = wanted;
        other.text = "a green bird";
        const torch::Tensor second = sampled(model, other, kEuler);
        model.forwards.clear();
        wanted.blend = PromptBlend{"a green bird", {0, 0.25, 0.5, 0.75, 1}};
        const torch::Tensor share = torch::tensor({0.0F, 0.25F, 0.5F, 0.75F, 1.0F}).view({1, 1, 5, 1, 1});
        CHECK(torch::allclose(sampled(model, wanted, kEuler), torch::lerp(first, second, share), 1e-4, 1e-5));
        CHECK(model.forwards.size() == 2);
        model.forwards.clear();
        wanted.blend->share = {0, 0, 0, 0, 0};
        CHECK(torch::equal(sampled(model, wanted, kEuler), first));
        wanted.blend->share = {1, 1, 1, 1, 1};
        CHECK(torch::equal(sampled(model, wanted, kEuler), second));
        CHECK(model.forwards.size() == 2);
    }

    TEST_CASE("requests that contradict themselves are refused before any work") {
        SampleRequest wanted = request();
        wanted.steps = 0;
        CHECK(mentions(refusal(wanted), "steps"));
        wanted = request();
        wanted.shape.channels = 16;
        CHECK(mentions(refusal(wanted), "[1, 16, 5, 4, 4]"));
        wanted = request();
        wanted.noise = torch::zeros({1, 4, 5, 4, 3});
        CHECK(mentions(refusal(wanted), "[1, 4, 5, 4, 3], expected [1, 4, 5, 4, 4]"));
        wanted.noise = torch::zeros({1, 4, 5, 4, 4}, torch::kFloat64);
        CHECK(mentions(refusal(wanted), "fp32"));
        wanted.noise = torch::full({1, 4, 5, 4, 4}, std::numeric_limits<float>::infinity());
        CHECK(mentions(refusal(wanted), "noise holds NaN or infinity"));
        wanted = request();
        wanted.context = torch::zeros({1, 4, 6, 4, 4});
        CHECK(mentions(refusal(wanted), "context"));
        wanted.context = torch::zeros({1, 4, 5, 4, 4});
        CHECK(mentions(refusal(wanted), "nothing to sample"));
        wanted.context = torch::zeros({1, 4, 2, 4, 4});
        wanted.keyframes = {{1, torch::zeros({1, 4, 1, 4, 4})}};
        CHECK(mentions(refusal(wanted), "keyframe at latent 1 collides"));
        wanted.keyframes = {{5, torch::zeros({1, 4, 1, 4, 4})}};
        CHECK(mentions(refusal(wanted), "outside"));
        wanted = request();
        wanted.blend = PromptBlend{"b", {0, 1}};
        CHECK(mentions(refusal(wanted), "share"));
        CHECK_FALSE(SampleState::from_named_tensors({{"latents", torch::zeros({1})}}));
    }
}

} // namespace longtake
