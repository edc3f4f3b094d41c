// SPDX-License-Identifier: Apache-2.0
// The edits that lead from one film to another: what a person asked for is computed on a copy, the difference becomes
// the undo step. Only what differs is in it, so a step never touches takes or texts it did not change.
#pragma once

#include "core/project/edits.h"
#include "core/project/project.h"

#include <vector>

namespace longtake::ui {

/// None when nothing differs. In an order in which each edit can be applied after those before it.
std::vector<Edit> editsBetween(const Project& before, const Project& after);

} // namespace longtake::ui
