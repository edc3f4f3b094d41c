// SPDX-License-Identifier: Apache-2.0
// A story typed or dropped into the window: one shot a line.
#pragma once

#include "core/project/project.h"

#include <QString>

#include <vector>

namespace longtake::ui {

/// Shots with ids; empty lines are left out.
std::vector<Shot> shotsFromStory(const QString& story);

} // namespace longtake::ui
