// SPDX-License-Identifier: Apache-2.0
// RenderQueue as a table, and as JSON between two runs of the program.
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/render_queue.h"
#include "ui/timeline/timecode.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace longtake::ui {

int RenderQueue::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(jobs_.size());
}

int RenderQueue::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RenderQueue::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const RenderJob& job = jobs_[static_cast<size_t>(index.row())];
    if (role == Qt::ToolTipRole) {
        return job.error.message.empty() ? QVariant() : QVariant(messageOf(job.error));
    }
    if (role == Qt::UserRole) {
        return job.progress();
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) {
        return {};
    }
    switch (index.column()) {
    case Title: return job.takes > 1 ? tr("%1 × %2 takes").arg(job.title).arg(job.takes) : job.title;
    case State:
        return job.state == JobState::Running && job.steps > 0 ? tr("step %1 of %2").arg(job.step).arg(job.steps)
                                                               : jobStateText(job.state);
    case Progress: return tr("%1 %").arg(qRound(job.progress() * 100));
    case TimeLeft: {
        const double seconds = job.state == JobState::Waiting ? job.costSeconds : job.secondsLeft;
        return job.isOver() || seconds <= 0 ? QString() : clockText(seconds);
    }
    default: return {};
    }
}

QVariant RenderQueue::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Title: return tr("Job");
    case State: return tr("State");
    case Progress: return tr("Done");
    case TimeLeft: return tr("Left");
    default: return {};
    }
}

QByteArray RenderQueue::save() const {
    QJsonArray array;
    for (const RenderJob& job : jobs_) {
        if (job.isOver()) {
            continue;
        }
        QJsonArray shots;
        for (const ShotId& shot : job.shots) {
            shots.append(toQt(shot.value));
        }
        array.append(QJsonObject{{QStringLiteral("title"), job.title},
                                 {QStringLiteral("shots"), shots},
                                 {QStringLiteral("takes"), static_cast<qint64>(job.takes)},
                                 {QStringLiteral("forced"), job.isForced},
                                 {QStringLiteral("cost_s"), job.costSeconds}});
    }
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

void RenderQueue::restore(const QByteArray& saved) {
    for (const QJsonValue& value : QJsonDocument::fromJson(saved).array()) {
        const QJsonObject object = value.toObject();
        RenderJob job;
        job.title = object.value(QLatin1String("title")).toString();
        job.takes = std::clamp<qint64>(object.value(QLatin1String("takes")).toInteger(1), 1, 64);
        job.isForced = object.value(QLatin1String("forced")).toBool();
        job.costSeconds = object.value(QLatin1String("cost_s")).toDouble();
        for (const QJsonValue& shot : object.value(QLatin1String("shots")).toArray()) {
            job.shots.push_back(ShotId{toCore(shot.toString())});
        }
        add(std::move(job), false);
    }
}

} // namespace longtake::ui
