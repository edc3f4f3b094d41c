// SPDX-License-Identifier: Apache-2.0
#include "ui/document/shot_states.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace longtake::ui {

QString stateText(const ShotStatus& state) {
    QString text;
    switch (state.state) {
    case RenderState::Missing: text = QCoreApplication::translate("ShotStates", "not rendered yet"); break;
    case RenderState::Fresh: text = QCoreApplication::translate("ShotStates", "up to date"); break;
    case RenderState::Stale: text = QCoreApplication::translate("ShotStates", "out of date"); break;
    case RenderState::Queued: text = QCoreApplication::translate("ShotStates", "waiting"); break;
    case RenderState::Rendering:
        text = QCoreApplication::translate("ShotStates", "rendering, %1 %").arg(qRound(state.progress * 100));
        break;
    case RenderState::Failed: text = QCoreApplication::translate("ShotStates", "failed"); break;
    }
    if (state.isPinned) {
        text = QCoreApplication::translate("ShotStates", "%1, pinned").arg(text);
    }
    const bool saysMore =
        !state.reason.isEmpty() && state.state != RenderState::Missing && state.state != RenderState::Queued;
    return !saysMore ? text : QCoreApplication::translate("ShotStates", "%1: %2").arg(text, state.reason);
}

ShotStatus ShotStates::of(const ShotId& id) const {
    if (const auto working = working_.find(id); working != working_.end()) {
        return working->second;
    }
    const auto planned = planned_.find(id);
    return planned == planned_.end() ? ShotStatus{} : planned->second;
}

void ShotStates::setPlanned(std::map<ShotId, ShotStatus> planned) {
    if (planned == planned_) {
        return;
    }
    planned_ = std::move(planned);
    Q_EMIT changed();
}

bool ShotStates::isOpen(const ShotId& id, const ShotStatus& planned) const {
    const RenderState now = of(id).state;
    const bool isInQueue = now == RenderState::Queued || now == RenderState::Rendering;
    return !planned.isPinned && planned.state != RenderState::Fresh && !isInQueue;
}

int ShotStates::staleCount() const {
    return static_cast<int>(std::count_if(planned_.begin(), planned_.end(),
                                          [this](const auto& shot) { return isOpen(shot.first, shot.second); }));
}

double ShotStates::staleSeconds() const {
    return std::accumulate(planned_.begin(), planned_.end(), 0.0, [this](double sum, const auto& shot) {
        return sum + (isOpen(shot.first, shot.second) ? shot.second.costSeconds : 0.0);
    });
}

void ShotStates::setWorking(const ShotId& id, const ShotStatus& state) {
    working_[id] = state;
    Q_EMIT shotChanged(id);
}

void ShotStates::clearWorking(const ShotId& id) {
    if (working_.erase(id) > 0) {
        Q_EMIT shotChanged(id);
    }
}

} // namespace longtake::ui
