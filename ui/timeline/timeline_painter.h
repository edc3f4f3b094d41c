// SPDX-License-Identifier: Apache-2.0
// Draws the timeline from a layout and what is known of each shot. Holds no state: give it everything, it paints.
#pragma once

#include "core/project/project.h"
#include "ui/document/shot_states.h"
#include "ui/theme/palette.h"
#include "ui/timeline/timeline_layout.h"

#include <QPixmap>

#include <functional>
#include <optional>

class QPainter;

namespace longtake::ui {

class Theme;

/// What a drag would do, shown before the drop.
struct DragGhost {
    int insertionIndex = -1; ///< reorder: shots would land before this index
    int retimedShot = -1;    ///< retime: this shot ...
    QRectF rect;             ///< ... would fill this
    QString label;           ///< seconds, frames, what becomes stale
    QPointF labelAt;
};

struct TimelinePicture {
    const TimelineLayout& layout;
    const Project& project;
    const ShotStates& states;
    const Theme& theme;
    std::function<QPixmap(const Shot&, int height)> thumbnail; ///< null pixmap while there is none
    std::function<bool(const ShotId&)> isSelected;
    int hoveredShot = -1;
    int64_t playhead = 0;
    std::optional<int64_t> markIn = std::nullopt;
    std::optional<int64_t> markOut = std::nullopt;
    DragGhost ghost = {};
    int phase = 0; ///< moves the chevrons of a running shot
    qreal deviceRatio = 1.0;
    QFont font = {};
};

void paintTimeline(QPainter& painter, const TimelinePicture& picture, const QRectF& area);

/// The 6 px strip of one state: told apart by colour and by shape.
void paintStateStrip(QPainter& painter, const QRectF& rect, const ShotStatus& state, const Palette& palette, int phase);

} // namespace longtake::ui
