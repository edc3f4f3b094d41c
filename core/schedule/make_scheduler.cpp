// SPDX-License-Identifier: Apache-2.0
#include "core/schedule/make_scheduler.h"

#include "core/schedule/dpm_solver_multistep.h"
#include "core/schedule/flow_match_euler.h"
#include "core/schedule/noise_betas.h"
#include "core/schedule/unipc.h"

#include <nlohmann/json.hpp>

#include <map>
#include <utility>

namespace longtake {

namespace {

constexpr double kMostShift = 1e4;
constexpr int64_t kMostTrainTimesteps = 1'000'000;

std::optional<DynamicShift> dynamic_shift(ConfigReader& reader) {
    DynamicShift shift;
    shift.base_shift = reader.number("base_shift", shift.base_shift, -kMostShift, kMostShift);
    shift.max_shift = reader.number("max_shift", shift.max_shift, -kMostShift, kMostShift);
    shift.base_image_seq_len = reader.number("base_image_seq_len", shift.base_image_seq_len, 1, 1e9);
    shift.max_image_seq_len = reader.number("max_image_seq_len", shift.max_image_seq_len, 1, 1e9);
    const bool is_linear = reader.text("time_shift_type", "exponential", {"exponential", "linear"}) == "linear";
    shift.time_shift_type = is_linear ? TimeShift::Linear : TimeShift::Exponential;
    reader.require(shift.base_image_seq_len != shift.max_image_seq_len,
                   "base_image_seq_len and max_image_seq_len must differ");
    return reader.boolean("use_dynamic_shifting", false) ? std::optional(shift) : std::nullopt;
}

/// null and 0 both mean "do not stretch", as in the reference.
std::optional<double> shift_terminal(ConfigReader& reader) {
    const double terminal = reader.number("shift_terminal", 0, 0, 0.999);
    return terminal == 0 ? std::nullopt : std::optional(terminal);
}

void refuse_flags(ConfigReader& reader, const std::vector<std::string>& flags) {
    for (const std::string& flag : flags) {
        reader.require(!reader.boolean(flag, false), flag + " true is not supported");
    }
}

void require_flow_prediction(ConfigReader& reader) {
    reader.require(reader.boolean("use_flow_sigmas", false),
                   "use_flow_sigmas must be true: only flow-matching models are supported");
    reader.require(reader.text("prediction_type", "epsilon") == "flow_prediction",
                   "prediction_type must be flow_prediction");
}

int64_t read_train_timesteps(ConfigReader& reader) {
    return reader.whole("num_train_timesteps", 1000, 1, kMostTrainTimesteps);
}

std::optional<DynamicThreshold> dynamic_threshold(ConfigReader& reader) {
    if (!reader.boolean("thresholding", false)) {
        return std::nullopt;
    }
    DynamicThreshold threshold;
    threshold.ratio = reader.number("dynamic_thresholding_ratio", threshold.ratio, 0, 1);
    threshold.most = reader.number("sample_max_value", threshold.most, 1e-9, 1e9);
    return threshold;
}

Result<std::unique_ptr<Scheduler>> make_flow_match_euler(ConfigReader& reader) {
    FlowMatchEulerConfig config;
    config.num_train_timesteps = read_train_timesteps(reader);
    config.shift = reader.number("shift", 1.0, 1e-6, kMostShift);
    config.dynamic = dynamic_shift(reader);
    config.shift_terminal = shift_terminal(reader);
    const bool is_karras = reader.boolean("use_karras_sigmas", false);
    const bool is_exponential = reader.boolean("use_exponential_sigmas", false);
    reader.require(!(is_karras && is_exponential), "use_karras_sigmas and use_exponential_sigmas exclude each other");
    config.spacing = is_karras        ? SigmaSpacing::Karras
                     : is_exponential ? SigmaSpacing::Exponential
                                      : SigmaSpacing::Uniform;
    refuse_flags(reader, {"use_beta_sigmas", "invert_sigmas", "stochastic_sampling"});
    if (auto checked = reader.finish(); !checked) {
        return checked.error();
    }
    return std::unique_ptr<Scheduler>(std::make_unique<FlowMatchEuler>(config));
}

Result<std::unique_ptr<Scheduler>> make_unipc(ConfigReader& reader) {
    UniPcConfig config;
    config.num_train_timesteps = read_train_timesteps(reader);
    config.solver_order = reader.whole("solver_order", 2, 1, 3);
    // The reference reads the solver types of other schedulers as bh2.
    const std::string solver = reader.text("solver_type", "bh2", {"bh1", "bh2", "midpoint", "heun", "logrho"});
    config.solver_type = solver == "bh1" ? UniPcSolver::Bh1 : UniPcSolver::Bh2;
    config.lower_order_final = reader.boolean("lower_order_final", true);
    config.disable_corrector = reader.wholes("disable_corrector", {}, 0, kMostTrainTimesteps, 1000);
    config.flow_shift = reader.number("flow_shift", 1.0, 1e-6, kMostShift);
    config.dynamic = dynamic_shift(reader);
    config.shift_terminal = shift_terminal(reader);
    const std::string last = reader.text("final_sigmas_type", "zero", {"zero", "sigma_min"});
    config.final_sigmas_type = last == "zero" ? FinalSigma::Zero : FinalSigma::SigmaMin;
    if (reader.boolean("use_karras_sigmas", false)) {
        const auto [smallest, largest] = read_variance_preserving_range(reader, config.num_train_timesteps);
        config.karras = UniPcConfig::Karras{reader.number("sigma_max", largest, 1e-9, 1e9),
                                            reader.number("sigma_min", smallest, 1e-9, 1e9)};
    }
    require_flow_prediction(reader);
    reader.require(reader.boolean("predict_x0", true), "predict_x0 must be true for flow models");
    reader.require(!reader.has("solver_p"), "solver_p is not supported");
    config.threshold = dynamic_threshold(reader);
    refuse_flags(reader, {"use_exponential_sigmas", "use_beta_sigmas"});
    if (auto checked = reader.finish(); !checked) {
        return checked.error();
    }
    return std::unique_ptr<Scheduler>(std::make_unique<UniPc>(config));
}

Result<std::unique_ptr<Scheduler>> make_dpm_solver(ConfigReader& reader) {
    DpmSolverMultistepConfig config;
    config.num_train_timesteps = read_train_timesteps(reader);
    config.solver_order = reader.whole("solver_order", 2, 1, 3);
    const std::string solver = reader.text("solver_type", "midpoint", {"midpoint", "heun", "logrho", "bh1", "bh2"});
    config.solver_type = solver == "heun" ? DpmSolverType::Heun : DpmSolverType::Midpoint;
    config.lower_order_final = reader.boolean("lower_order_final", true);
    config.euler_at_final = reader.boolean("euler_at_final", false);
    config.flow_shift = reader.number("flow_shift", 1.0, 1e-6, kMostShift);
    config.threshold = dynamic_threshold(reader);
    if (reader.text("final_sigmas_type", "zero", {"zero", "sigma_min"}) == "sigma_min") {
        config.final_sigma = read_variance_preserving_range(reader, config.num_train_timesteps).smallest;
    }
    require_flow_prediction(reader);
    reader.text("algorithm_type", "dpmsolver++", {"dpmsolver++", "deis"});
    refuse_flags(reader, {"use_karras_sigmas", "use_exponential_sigmas", "use_beta_sigmas", "use_lu_lambdas"});
    if (auto checked = reader.finish(); !checked) {
        return checked.error();
    }
    return std::unique_ptr<Scheduler>(std::make_unique<DpmSolverMultistep>(config));
}

} // namespace

Result<std::unique_ptr<Scheduler>> make_scheduler(const Json& config, const std::string& origin) {
    ConfigReader reader(config, origin);
    const std::string name = reader.text("_class_name", "");
    if (name == "FlowMatchEulerDiscreteScheduler") {
        return make_flow_match_euler(reader);
    }
    if (name == "UniPCMultistepScheduler") {
        return make_unipc(reader);
    }
    if (name == "DPMSolverMultistepScheduler") {
        return make_dpm_solver(reader);
    }
    return model_error(
        origin + ": unknown scheduler '" + name + "'",
        "Known are FlowMatchEulerDiscreteScheduler, UniPCMultistepScheduler and DPMSolverMultistepScheduler.");
}

int64_t train_timesteps(const Json& config) {
    ConfigReader reader(config, "scheduler");
    return read_train_timesteps(reader);
}

Result<Json> with_choice(Json config, const SchedulerChoice& choice) {
    static const std::map<std::string, std::string> classes = {{"euler", "FlowMatchEulerDiscreteScheduler"},
                                                               {"unipc", "UniPCMultistepScheduler"},
                                                               {"dpmpp", "DPMSolverMultistepScheduler"}};
    const auto key_of = [](const Json& of) {
        return of.value("_class_name", "") == "FlowMatchEulerDiscreteScheduler" ? "shift" : "flow_shift";
    };
    if (choice.solver) {
        const auto known = classes.find(*choice.solver);
        if (known == classes.end()) {
            return bad_input("unknown solver '" + *choice.solver + "'", "Known are euler, unipc and dpmpp.");
        }
        if (config.value("_class_name", "") != known->second) {
            Json changed = {{"_class_name", known->second}};
            changed[key_of(changed)] = config.value(key_of(config), 1.0);
            changed["num_train_timesteps"] = config.value("num_train_timesteps", 1000);
            for (const char* key :
                 {"use_dynamic_shifting", "base_shift", "max_shift", "base_image_seq_len", "max_image_seq_len"}) {
                if (config.contains(key)) {
                    changed[key] = config[key];
                }
            }
            if (known->first != "euler") {
                changed.update({{"use_flow_sigmas", true}, {"prediction_type", "flow_prediction"}});
            }
            config = changed;
        }
    }
    if (choice.shift) {
        if (!(*choice.shift > 0 && *choice.shift <= kMostShift)) {
            return bad_input("shift must be above 0 and at most 10000");
        }
        config[key_of(config)] = *choice.shift;
        config["use_dynamic_shifting"] = false;
    }
    return config;
}

} // namespace longtake
