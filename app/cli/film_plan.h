// SPDX-License-Identifier: Apache-2.0
// The plan of a film on disk, for the verbs that render nothing: no weights are read.
#pragma once

#include "core/base/result.h"
#include "core/cache/render_plan.h"
#include "core/cache/take_index.h"

#include <filesystem>
#include <string>

namespace longtake {

struct FilmPlan {
    Project project;
    ModelFacts model;
    TakeIndex takes;
    RenderPlan plan;
};

/// Reads the film, its takes and what its model (`model`, when not empty) is, and plans with this machine's measured
/// times (those of `device` if given). What loading has to say goes to stderr.
Result<FilmPlan> plan_film(const std::filesystem::path& file, const std::string& model, const std::string& device);

} // namespace longtake
