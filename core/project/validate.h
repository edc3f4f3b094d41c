// SPDX-License-Identifier: Apache-2.0
// What must hold in every project, each rule once. The reader, the edits and the command line all ask here.
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"

#include <cstddef>
#include <string>
#include <vector>

namespace longtake {

/// One broken rule. `field` is the way to it as in the file: "shots[3].keyframes[0].image".
struct Violation {
    std::string field;
    std::string message;  ///< what is wrong, without the field's name
    std::string hint;     ///< what is allowed
    bool is_path = false; ///< a path that leads outside the project: the film opens, that file is never touched
};

/// Broken rules in the order a reader meets them, at most `most`.
std::vector<Violation> find_violations(const Project& project, size_t most = 100);
/// Those of the film, its look, characters and scenes; not of shots and takes.
std::vector<Violation> find_film_violations(const Project& project, size_t most = 100);
/// The rules for one shot alone (not: unique ids, known scene). `field` is put in front of the field names.
std::vector<Violation> find_violations(const Shot& shot, const std::string& field);

/// The first broken rule as an error: "shots[3].steps: 0 is not from 1 to 1000".
Result<void> validate(const Project& project);

/// "field: message" with the hint.
Error to_error(const Violation& violation);

} // namespace longtake
