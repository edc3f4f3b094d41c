// SPDX-License-Identifier: Apache-2.0
// A film's rendering as work for many machines: steps that run `longtake render` on some shots each, and what must be
// done before them. Written as an Open Job Description template (openjd-specifications, 2023-09) or as a script that
// submits Slurm jobs; no scheduler of our own. Steps name shots, never prompts, so that no text of the film is read by
// a shell or as a format string.
#pragma once

#include "core/base/result.h"
#include "core/cache/render_plan.h"

#include <cstddef>
#include <string>
#include <vector>

namespace longtake {

enum class FarmStep {
    Sequence, ///< a step per sequence: one machine, the model loaded once, shots continue in memory
    Shot,     ///< a step per shot: long chains can be taken up again by another machine
};

struct FarmTask {
    std::string name;           ///< "sequence-001"; unique, letters, digits and "-"
    std::string shots;          ///< for --shots: "lion..boat"
    std::vector<size_t> behind; ///< earlier tasks that must have succeeded
    int64_t memory_bytes = 0;
};

struct FarmJob {
    std::string name;            ///< the film's title, safe to show anywhere
    std::vector<FarmTask> tasks; ///< only what must be rendered; the film is written behind all of them
};

/// What the farm fills in where it runs.
struct FarmPlace {
    std::string film;   ///< the film's file
    std::string output; ///< the finished film
    bool needs_gpu = false;
};

/// The tasks of a plan. Refuses a plan with shots that cannot be rendered, naming them.
Result<FarmJob> make_farm_job(const RenderPlan& plan, const std::string& title, FarmStep step);

/// A job template in JSON; its parameters are Film and Output, which have to be given, Longtake and Device.
std::string to_open_job_description(const FarmJob& job, const FarmPlace& place);
/// The values of Film and Output in JSON, as a scheduler's client reads them beside the template.
std::string to_open_job_parameters(const FarmPlace& place);

/// A bash script that submits one job a task with sbatch; film, output, program and device can be given in its
/// environment.
std::string to_slurm_script(const FarmJob& job, const FarmPlace& place);

} // namespace longtake
