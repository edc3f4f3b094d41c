// SPDX-License-Identifier: Apache-2.0
// A film as the text of a .t2vproj and back. Equal films give equal texts; a text read and written again keeps every
// value, also those under keys this version does not know.
#pragma once

#include "core/project/problem.h"
#include "core/project/project.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace longtake {

struct ProjectText {
    /// Nothing when a problem is an error.
    std::optional<Project> project;
    std::vector<Problem> problems;
    int64_t format_version = 0;
    /// Written by a newer version of the format: what is not understood is left out, so saving would lose it.
    bool is_future = false;
};

/// Gives the problems from `first` on the places of their fields in the text of a film, or of the nearest part above
/// that is written there. Reads the text once.
void find_places(const std::string& bytes, std::vector<Problem>& problems, size_t first = 0);

/// Reads `bytes` as they stand in the file called `file` in messages. Everything is checked (validate.h); a path that
/// leads outside the film's folder is refused, all else that is wrong an error. Shots without an id get one.
ProjectText read_project_text(std::string bytes, const std::string& file);

/// The text to save, with comments for people. `project` must hold the rules of validate.h.
std::string write_project_text(const Project& project);

} // namespace longtake
