// SPDX-License-Identifier: Apache-2.0
// Shots of a film as a person names them: "3", "2..5", "lion,whale", "lion..whale,9".
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"

#include <string>
#include <vector>

namespace longtake {

/// Ids and numbers (from 1, in film order), alone or as ranges with both ends included, separated by commas; an id wins
/// over a number. Empty text is no shot. Refuses what names no shot of the film, and a range that runs backwards.
Result<std::vector<ShotId>> select_shots(const std::string& text, const Project& project);

} // namespace longtake
