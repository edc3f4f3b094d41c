// SPDX-License-Identifier: Apache-2.0
// The safety level as the settings keep it.
#pragma once

#include "core/safety/content_filter.h"
#include "ui/bridge/qt_convert.h"

#include <QSettings>

namespace longtake::ui {

inline constexpr const char* kSafetySetting = "render/safety";

inline SafetyLevel safetyLevelOf(const QSettings& settings) {
    return safety_level_from(toCore(settings.value(QLatin1String(kSafetySetting)).toString()))
        .value_or(SafetyLevel::Careful);
}

} // namespace longtake::ui
