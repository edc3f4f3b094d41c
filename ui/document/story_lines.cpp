// SPDX-License-Identifier: Apache-2.0
#include "ui/document/story_lines.h"

#include "ui/bridge/qt_convert.h"

#include <QStringList>

#include <algorithm>

namespace longtake::ui {

std::vector<Shot> shotsFromStory(const QString& story) {
    std::vector<Shot> shots;
    for (const QString& line : story.split(QLatin1Char('\n'))) {
        if (line.trimmed().isEmpty()) {
            continue;
        }
        Shot shot;
        shot.prompt = toCore(line.trimmed());
        shot.id = new_shot_id(shot.prompt, [&shots](const ShotId& id) {
            return std::any_of(shots.begin(), shots.end(), [&](const Shot& other) { return other.id == id; });
        });
        shots.push_back(std::move(shot));
    }
    return shots;
}

} // namespace longtake::ui
