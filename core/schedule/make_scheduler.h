// SPDX-License-Identifier: Apache-2.0
// From a diffusers scheduler_config.json to a Scheduler. Settings that would change the numbers and are not implemented
// here are refused by name, never ignored.
#pragma once

#include "core/base/result.h"
#include "core/schedule/scheduler.h"
#include "core/weights/json.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace longtake {

/// Knows FlowMatchEulerDiscreteScheduler, UniPCMultistepScheduler and DPMSolverMultistepScheduler, the last two with
/// use_flow_sigmas. `origin` names the file in errors (ErrorCode::Model).
Result<std::unique_ptr<Scheduler>> make_scheduler(const Json& config, const std::string& origin);

/// num_train_timesteps of a config that make_scheduler takes: the timestep of pure noise.
int64_t train_timesteps(const Json& config);

/// What a person may choose against the directory's own schedule.
struct SchedulerChoice {
    std::optional<double> shift;       ///< static shift instead of the configured one, static or dynamic
    std::optional<std::string> solver; ///< "euler", "unipc" or "dpmpp"

    bool operator==(const SchedulerChoice&) const = default;
};

/// `config` with the choice written into it. A changed solver keeps the shift and has its own defaults otherwise.
/// Errors: BadInput for an unknown solver or a shift out of range.
Result<Json> with_choice(Json config, const SchedulerChoice& choice);

} // namespace longtake
