// SPDX-License-Identifier: Apache-2.0
// Everything that can be said about a film without a model: what is wrong, what will not do what the person may expect,
// and how long it is.
#pragma once

#include "core/project/problem.h"
#include "core/project/project.h"
#include "core/project/timeline.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace longtake {

struct FilmCheck {
    std::vector<Problem> problems; ///< in the order of the file
    std::optional<Project> project;
    Timeline timeline; ///< on the grid given
    int64_t format_version = 0;
    std::string read_only_reason;

    /// No errors and nothing refused; warnings may be there.
    bool is_sound() const;
};

/// Reads the film and looks for more than loading does: keys the format does not have, pictures that are not there,
/// @names nobody describes, dissolves the shots are too short for and scenes nobody uses are all warnings.
FilmCheck check_film(const std::filesystem::path& path, FrameGrid grid);

} // namespace longtake
