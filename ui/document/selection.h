// SPDX-License-Identifier: Apache-2.0
// What the person looks at: selected shots, playhead, In and Out. Shared by timeline, list, inspector and player; no
// part of the film and not undoable.
#pragma once

#include "core/base/ids.h"

#include <QObject>

#include <cstdint>
#include <optional>
#include <vector>

namespace longtake::ui {

class Selection : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    const std::vector<ShotId>& shots() const { return shots_; }
    /// The shot the inspector leads with; empty when nothing is selected.
    ShotId current() const { return current_; }
    bool contains(const ShotId& id) const;
    void select(std::vector<ShotId> ids, const ShotId& current);
    void selectOnly(const ShotId& id) { select({id}, id); }
    void toggle(const ShotId& id);
    void clear() { select({}, {}); }
    /// Drops ids that are no longer in `existing` (film order) and puts the rest into that order.
    void keepOnly(const std::vector<ShotId>& existing);

    int64_t playhead() const { return playhead_; }
    void setPlayhead(int64_t frame);

    std::optional<int64_t> markIn() const { return markIn_; }
    std::optional<int64_t> markOut() const { return markOut_; }
    /// A mark beyond the other one clears that other one.
    void setMarkIn(std::optional<int64_t> frame);
    void setMarkOut(std::optional<int64_t> frame);

Q_SIGNALS:
    void shotsChanged();
    void playheadChanged(qint64 frame);
    void marksChanged();

private:
    std::vector<ShotId> shots_;
    ShotId current_;
    int64_t playhead_ = 0;
    std::optional<int64_t> markIn_;
    std::optional<int64_t> markOut_;
};

} // namespace longtake::ui
