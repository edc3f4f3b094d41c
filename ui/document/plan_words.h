// SPDX-License-Identifier: Apache-2.0
// The plan's reasons in the window's language.
#pragma once

#include "core/cache/plan_reason.h"
#include "core/safety/content_filter.h"

#include <QString>

namespace longtake::ui {

/// "Text geändert"
QString planWords(const PlanReason& reason);

/// Why `level` refuses `prompt`, for PlanInputs::objection; empty when it does not.
std::string refusalWords(const std::string& prompt, SafetyLevel level);

} // namespace longtake::ui
