// SPDX-License-Identifier: Apache-2.0
#include "ui/document/shot_clipboard.h"

#include "core/project/project_text.h"
#include "ui/bridge/qt_convert.h"

namespace longtake::ui {

namespace {

const QString kShotsType = QStringLiteral("application/x-longtake-shots");

} // namespace

std::unique_ptr<QMimeData> toClipboard(const std::vector<Shot>& shots) {
    Project film;
    film.shots = shots;
    QStringList prompts;
    for (Shot& shot : film.shots) {
        shot.scene = {};
        shot.chosen_take = {};
        shot.is_pinned = false;
        prompts.append(toQt(shot.prompt));
    }
    auto data = std::make_unique<QMimeData>();
    data->setData(kShotsType, QByteArray::fromStdString(write_project_text(film)));
    data->setText(prompts.join(QLatin1Char('\n')));
    return data;
}

std::vector<Shot> fromClipboard(const QMimeData& data) {
    if (data.hasFormat(kShotsType)) {
        ProjectText read = read_project_text(data.data(kShotsType).toStdString(), "clipboard");
        return read.project ? std::move(read.project->shots) : std::vector<Shot>();
    }
    std::vector<Shot> shots;
    for (const QString& line : data.text().split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        Shot shot;
        shot.prompt = toCore(line.trimmed());
        shots.push_back(std::move(shot));
    }
    return shots;
}

} // namespace longtake::ui
