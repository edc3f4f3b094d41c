// SPDX-License-Identifier: Apache-2.0
// From a diffusers scheduler_config.json to a Scheduler. Settings that would change the numbers and are not implemented
// here are refused by name, never ignored.
#pragma once

#include "core/base/result.h"
#include "core/schedule/scheduler.h"
#include "core/weights/json.h"

#include <memory>
#include <string>

namespace longtake {

/// Knows FlowMatchEulerDiscreteScheduler, UniPCMultistepScheduler and DPMSolverMultistepScheduler, the last two with
/// use_flow_sigmas. `origin` names the file in errors (ErrorCode::Model).
Result<std::unique_ptr<Scheduler>> make_scheduler(const Json& config, const std::string& origin);

} // namespace longtake
