// SPDX-License-Identifier: Apache-2.0
#include "ui/document/selection.h"

#include <algorithm>

namespace longtake::ui {

bool Selection::contains(const ShotId& id) const {
    return std::find(shots_.begin(), shots_.end(), id) != shots_.end();
}

void Selection::select(std::vector<ShotId> ids, const ShotId& current) {
    if (ids == shots_ && current == current_) {
        return;
    }
    shots_ = std::move(ids);
    current_ = current;
    Q_EMIT shotsChanged();
}

void Selection::toggle(const ShotId& id) {
    std::vector<ShotId> ids = shots_;
    const auto found = std::find(ids.begin(), ids.end(), id);
    if (found == ids.end()) {
        ids.push_back(id);
        select(std::move(ids), id);
        return;
    }
    ids.erase(found);
    const ShotId current = ids.empty() ? ShotId{} : ids.back();
    select(std::move(ids), current);
}

void Selection::keepOnly(const std::vector<ShotId>& existing) {
    std::vector<ShotId> kept;
    for (const ShotId& id : existing) {
        if (contains(id)) {
            kept.push_back(id);
        }
    }
    const bool keepsCurrent = std::find(kept.begin(), kept.end(), current_) != kept.end();
    const ShotId current = keepsCurrent ? current_ : (kept.empty() ? ShotId{} : kept.front());
    select(std::move(kept), current);
}

void Selection::setPlayhead(int64_t frame) {
    const int64_t shown = std::max<int64_t>(0, frame);
    if (shown != playhead_) {
        playhead_ = shown;
        Q_EMIT playheadChanged(shown);
    }
}

void Selection::setMarkIn(std::optional<int64_t> frame) {
    markIn_ = frame;
    if (markIn_ && markOut_ && *markOut_ < *markIn_) {
        markOut_.reset();
    }
    Q_EMIT marksChanged();
}

void Selection::setMarkOut(std::optional<int64_t> frame) {
    markOut_ = frame;
    if (markIn_ && markOut_ && *markOut_ < *markIn_) {
        markIn_.reset();
    }
    Q_EMIT marksChanged();
}

} // namespace longtake::ui
