// SPDX-License-Identifier: Apache-2.0
// Every schedule against diffusers, live, over random configurations: levels, timesteps, and the sample after each
// step.
#include "core/schedule/flow_sigmas.h"
#include "core/schedule/make_scheduler.h"
#include "core/weights/safetensors.h"
#include "tests/support/reference.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <torch/torch.h>

#include <map>
#include <random>

namespace longtake {

namespace {

constexpr int64_t kMostSteps = 60;

struct Case {
    Json config;
    int64_t steps = 1;
    int64_t tokens = 0;
    Json mu; // null or what the pipelines would compute
};

/// Draws configurations; every choice comes from one seeded engine.
class Draw {
public:
    explicit Draw(uint64_t seed)
        : engine_(seed) {}

    bool coin(double chance = 0.5) { return number(0, 1) < chance; }
    int64_t whole(int64_t least, int64_t most) { return std::uniform_int_distribution<int64_t>(least, most)(engine_); }
    double number(double least, double most) { return std::uniform_real_distribution<double>(least, most)(engine_); }
    template <typename Value> Value one_of(std::vector<Value> values) {
        return values[static_cast<size_t>(whole(0, static_cast<int64_t>(values.size()) - 1))];
    }

private:
    std::mt19937_64 engine_;
};

double drawn_shift(Draw& draw) {
    return draw.coin(0.3) ? draw.one_of<double>({1, 3, 5, 8, 16}) : draw.number(0.3, 12);
}

int64_t drawn_train_timesteps(Draw& draw) {
    return draw.one_of<int64_t>({1000, 1000, 1000, 100, 500, 2000});
}

/// Adds dynamic shifting to some of the cases.
void draw_dynamic(Draw& draw, Case& made) {
    if (!draw.coin(0.4)) {
        return;
    }
    made.config["use_dynamic_shifting"] = true;
    made.tokens = draw.whole(1, 9000);
    DynamicShift shift;
    if (draw.coin()) {
        made.config["time_shift_type"] = "linear";
    }
    if (made.config["_class_name"] == "FlowMatchEulerDiscreteScheduler" && draw.coin()) {
        shift = {draw.number(0.2, 1), draw.number(1.1, 3), 512, 5000, TimeShift::Exponential};
        made.config.update({{"base_shift", shift.base_shift},
                            {"max_shift", shift.max_shift},
                            {"base_image_seq_len", 512},
                            {"max_image_seq_len", 5000}});
    }
    made.mu = shift.mu(made.tokens);
}

void draw_threshold(Draw& draw, Case& made) {
    made.config["thresholding"] = draw.coin(0.2);
    if (draw.coin()) {
        made.config["dynamic_thresholding_ratio"] = draw.number(0.7, 1);
        made.config["sample_max_value"] = draw.number(0.5, 3);
    }
}

void draw_betas(Draw& draw, Case& made) {
    made.config["beta_schedule"] = draw.one_of<std::string>({"linear", "scaled_linear", "squaredcos_cap_v2"});
    made.config["rescale_betas_zero_snr"] = draw.coin(0.3);
}

Case drawn_euler(Draw& draw) {
    Case made;
    made.config = {{"_class_name", "FlowMatchEulerDiscreteScheduler"},
                   {"num_train_timesteps", drawn_train_timesteps(draw)},
                   {"shift", drawn_shift(draw)}};
    draw_dynamic(draw, made);
    if (draw.coin(0.3)) {
        made.config["shift_terminal"] = draw.number(0.02, 0.3);
    }
    if (draw.coin(0.3)) {
        made.config[draw.one_of<std::string>({"use_karras_sigmas", "use_exponential_sigmas"})] = true;
    }
    made.steps = draw.whole(made.config.contains("shift_terminal") ? 2 : 1, kMostSteps);
    return made;
}

Case drawn_unipc(Draw& draw) {
    Case made;
    made.config = {{"_class_name", "UniPCMultistepScheduler"},
                   {"num_train_timesteps", drawn_train_timesteps(draw)},
                   {"use_flow_sigmas", true},
                   {"prediction_type", "flow_prediction"},
                   {"flow_shift", drawn_shift(draw)},
                   {"solver_order", draw.whole(1, 3)},
                   {"solver_type", draw.one_of<std::string>({"bh1", "bh2", "bh2", "midpoint"})}};
    made.steps = draw.whole(1, kMostSteps);
    draw_dynamic(draw, made);
    draw_threshold(draw, made);
    draw_betas(draw, made);
    if (draw.coin(0.2) && made.steps > 1) {
        made.config["shift_terminal"] = draw.number(0.02, 0.3);
    }
    if (draw.coin(0.2)) {
        made.config["use_karras_sigmas"] = true;
    }
    // With bh1 and a last level of zero the reference ends in NaN (infinity times zero); ours ends at the clean
    // estimate.
    if (made.config["solver_type"] == "bh1" || draw.coin(0.2)) {
        made.config["final_sigmas_type"] = "sigma_min";
    }
    if (draw.coin(0.3)) {
        made.config["disable_corrector"] = {0, 1, draw.whole(2, kMostSteps)};
    }
    // Of a higher order, the last step to a level of zero, and any third-order step to the same level, are NaN in the
    // reference.
    if (made.config["solver_order"] == 1 || made.steps == 1 ||
        (made.config["solver_order"] == 2 && made.config.contains("final_sigmas_type"))) {
        made.config["lower_order_final"] = draw.coin();
    }
    return made;
}

Case drawn_dpm_solver(Draw& draw) {
    Case made;
    made.config = {{"_class_name", "DPMSolverMultistepScheduler"},
                   {"num_train_timesteps", drawn_train_timesteps(draw)},
                   {"use_dynamic_shifting", draw.coin(0.3)}, // allows a mu, which no Wan pipeline gives
                   {"use_flow_sigmas", true},
                   {"prediction_type", "flow_prediction"},
                   {"flow_shift", drawn_shift(draw)},
                   {"solver_order", draw.whole(1, 3)},
                   {"solver_type", draw.one_of<std::string>({"midpoint", "heun"})},
                   {"lower_order_final", draw.coin()},
                   {"euler_at_final", draw.coin()},
                   {"final_sigmas_type", draw.one_of<std::string>({"zero", "zero", "sigma_min"})}};
    made.steps = draw.whole(1, kMostSteps);
    draw_threshold(draw, made);
    draw_betas(draw, made);
    return made;
}

/// Samples after each step, [steps, 1, C, T, h, w]; the model is that of tests/parity/schedulers.py.
torch::Tensor samples_of(Scheduler& scheduler, const torch::Tensor& start, const torch::Tensor& velocity) {
    std::vector<torch::Tensor> samples;
    torch::Tensor sample = start;
    for (int64_t i = 0; i < static_cast<int64_t>(scheduler.timesteps().size()); ++i) {
        sample = scheduler.step(velocity[i] - sample / 2, sample, i);
        samples.push_back(sample);
    }
    return torch::stack(samples);
}

torch::Tensor as_tensor(const std::vector<double>& values) {
    return torch::tensor(values, torch::kFloat64);
}

double relative_difference(const torch::Tensor& ours, const torch::Tensor& theirs) {
    return (torch::norm(ours - theirs) / torch::norm(theirs)).item<double>();
}

} // namespace

TEST_SUITE("schedule.parity") {
    TEST_CASE("levels, timesteps and every step equal diffusers over random configurations") {
        Draw draw(20261121);
        std::vector<Case> cases;
        for (int i = 0; i < 40; ++i) {
            cases.push_back(drawn_euler(draw));
            cases.push_back(drawn_unipc(draw));
            cases.push_back(drawn_dpm_solver(draw));
        }
        TemporaryFolder folder;
        Json written = Json::array();
        for (const Case& one : cases) {
            written.push_back({{"config", one.config}, {"steps", one.steps}, {"mu", one.mu}});
        }
        REQUIRE(write_json_file(folder.path() / "cases.json", written));
        torch::manual_seed(7);
        const torch::Tensor start = torch::randn({1, 3, 2, 3, 4});
        const torch::Tensor velocity = torch::randn({kMostSteps, 1, 3, 2, 3, 4});
        REQUIRE(save_tensors(folder.path() / "cases.safetensors", {{"start", start}, {"velocity", velocity}}));
        REQUIRE(run_reference("schedulers.py", {folder.path().string()}) == 0);

        const auto loaded = load_tensors(folder.path() / "answers.safetensors");
        REQUIRE(loaded);
        const std::map<std::string, torch::Tensor> answers(loaded->begin(), loaded->end());
        for (size_t k = 0; k < cases.size(); ++k) {
            CAPTURE(cases[k].config.dump());
            CAPTURE(cases[k].steps);
            auto scheduler = make_scheduler(cases[k].config, "case");
            REQUIRE(scheduler);
            (*scheduler)->set_steps(cases[k].steps, cases[k].tokens);
            const std::string prefix = std::to_string(k) + ".";
            CHECK(torch::allclose(as_tensor((*scheduler)->sigmas()), answers.at(prefix + "sigmas"), 1e-7, 0));
            CHECK(torch::allclose(as_tensor((*scheduler)->timesteps()), answers.at(prefix + "timesteps"), 1e-7, 0));
            const torch::Tensor samples = samples_of(**scheduler, start, velocity);
            const torch::Tensor expected = answers.at(prefix + "samples");
            for (int64_t i = 0; i < cases[k].steps; ++i) {
                CAPTURE(i);
                REQUIRE(relative_difference(samples[i], expected[i]) < 1e-6);
            }
        }
    }
}

} // namespace longtake
