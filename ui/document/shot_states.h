// SPDX-License-Identifier: Apache-2.0
// The render state of every shot as the timeline shows it: what the plan says, overlaid with what the queue is doing.
#pragma once

#include "core/base/ids.h"

#include <QObject>
#include <QString>

#include <map>

namespace longtake::ui {

enum class RenderState { Missing, Fresh, Stale, Queued, Rendering, Failed };

struct ShotStatus {
    RenderState state = RenderState::Missing;
    bool isPinned = false;
    double progress = 0;    ///< Rendering: 0 .. 1
    QString reason;         ///< in words: why stale, why failed
    double costSeconds = 0; ///< what rendering it would take on this machine; 0 when unknown

    bool operator==(const ShotStatus&) const = default;
};

/// The state's name for people and screen readers, in the language in force.
QString stateText(const ShotStatus& state);

class ShotStates : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Missing for a shot nothing is known of.
    ShotStatus of(const ShotId& id) const;
    /// What the plan says of all shots.
    void setPlanned(std::map<ShotId, ShotStatus> planned);
    /// What the queue says of one shot: hides the plan's state until cleared.
    void setWorking(const ShotId& id, const ShotStatus& state);
    void clearWorking(const ShotId& id);
    /// How many shots a render of all that is out of date would add to the queue, and for how long.
    int staleCount() const;
    double staleSeconds() const;

Q_SIGNALS:
    void changed();
    /// One shot's progress moved; everything else stands.
    void shotChanged(const longtake::ShotId& id);

private:
    std::map<ShotId, ShotStatus> planned_;
    std::map<ShotId, ShotStatus> working_;

    bool isOpen(const ShotId& id, const ShotStatus& planned) const;
};

} // namespace longtake::ui
