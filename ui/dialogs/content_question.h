// SPDX-License-Identifier: Apache-2.0
// Which shots may be rendered at a safety level; asks where the level wants a person to have thought about it.
#pragma once

#include "core/project/project.h"
#include "core/safety/content_filter.h"

#include <QStringList>

#include <functional>
#include <string>
#include <vector>

class QWidget;

namespace longtake::ui {

struct ContentAnswer {
    std::vector<ShotId> allowed; ///< empty, too, when the person cancelled
    QStringList refusals;        ///< "Shot 3: cruelty (gory)"
};

/// Judges the texts of `shots` exactly as they are sampled.
ContentAnswer askAboutContent(QWidget* parent,
                              const Project& film,
                              const std::vector<ShotId>& shots,
                              const std::function<std::string(const Shot&)>& cameraText,
                              SafetyLevel level);

} // namespace longtake::ui
