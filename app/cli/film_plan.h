// SPDX-License-Identifier: Apache-2.0
// The plan of a film on disk, for the verbs that render nothing: no weights are read.
#pragma once

#include "app/cli/arguments.h"
#include "core/base/result.h"
#include "core/cache/render_plan.h"
#include "core/cache/take_store.h"

#include <filesystem>
#include <string>
#include <vector>

namespace longtake {

struct FilmPlan {
    std::string title;
    RenderPlan plan;
    std::vector<QuarantinedTake> quarantined; ///< takes found damaged while planning
};

/// Reads the film, its takes and what its model (or --model) is, and plans with this machine's measured times (those of
/// --device if given). What loading has to say goes to stderr.
Result<FilmPlan> plan_film(const std::filesystem::path& file, const Arguments& arguments);

} // namespace longtake
