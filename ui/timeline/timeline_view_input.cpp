// SPDX-License-Identifier: Apache-2.0
// The hands of TimelineView: what mouse, wheel, keys and drops mean.
#include "ui/document/project_document.h"
#include "ui/document/selection.h"
#include "ui/timeline/timecode.h"
#include "ui/timeline/timeline_view.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QImageReader>
#include <QMimeData>
#include <QMouseEvent>
#include <QScrollBar>
#include <QUrl>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace longtake::ui {

namespace {

constexpr double kSnapPixels = 8;
constexpr int kEdgeScrollMilliseconds = 16;

QString localFile(const QMimeData* data) {
    return data->hasUrls() && data->urls().front().isLocalFile() ? data->urls().front().toLocalFile() : QString();
}

bool isPicture(const QString& path) {
    return !QImageReader::imageFormat(path).isEmpty();
}

} // namespace

void TimelineView::selectAt(int shot, Qt::KeyboardModifiers modifiers) {
    const ShotId id = idAt(shot);
    if (modifiers & Qt::ControlModifier) {
        selection_.toggle(id);
        return;
    }
    const auto& shots = document_.project().shots;
    const auto anchor = document_.project().index_of(selection_.current());
    if ((modifiers & Qt::ShiftModifier) && anchor) {
        const auto [low, high] = std::minmax({*anchor, static_cast<size_t>(shot)});
        std::vector<ShotId> ids;
        for (size_t i = low; i <= high; ++i) {
            ids.push_back(shots[i].id);
        }
        selection_.select(std::move(ids), selection_.current());
        return;
    }
    if (!selection_.contains(id)) {
        selection_.selectOnly(id);
    }
}

void TimelineView::scrubTo(double x) {
    int64_t frame = layout_.frameAt(x);
    if (isSnapping_) {
        std::vector<int64_t> marks;
        for (const auto& mark : {selection_.markIn(), selection_.markOut()}) {
            if (mark) {
                marks.push_back(*mark);
            }
        }
        frame = layout_.snap(frame, kSnapPixels / 2, marks).frame;
    }
    Q_EMIT seekRequested(std::min(frame, std::max<int64_t>(0, layout_.totalFrames() - 1)));
}

void TimelineView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) {
        return;
    }
    const TimelineHit hit = layout_.hitTest(event->position());
    pressedAt_ = event->position();
    pressedShot_ = hit.shot;
    switch (hit.area) {
    case TimelineArea::Ruler:
        drag_ = Drag::Scrub;
        scrubTo(event->position().x());
        break;
    case TimelineArea::CardEnd:
        selectAt(hit.shot, Qt::NoModifier);
        drag_ = Drag::Retime;
        break;
    case TimelineArea::Card:
    case TimelineArea::Strip:
    case TimelineArea::Narration:
        wasSelectedAtPress_ = selection_.contains(idAt(hit.shot));
        selectAt(hit.shot, event->modifiers());
        Q_EMIT seekRequested(hit.frame);
        drag_ = Drag::Pending;
        break;
    case TimelineArea::Scene: {
        std::vector<ShotId> ids;
        for (const Shot& shot : document_.project().shots) {
            if (shot.scene == document_.project().shots[static_cast<size_t>(hit.shot)].scene) {
                ids.push_back(shot.id);
            }
        }
        selection_.select(ids, ids.front());
        break;
    }
    case TimelineArea::Seam: break; // on release, so that a double click inspects
    case TimelineArea::Nothing: selection_.clear(); break;
    }
}

void TimelineView::mouseMoveEvent(QMouseEvent* event) {
    lastMouse_ = event->position();
    if (drag_ == Drag::None) {
        updateCursor(event->position());
        return;
    }
    const bool isOutside = lastMouse_.x() < 0 || lastMouse_.x() > layout_.viewWidth();
    if (isOutside && drag_ != Drag::Pending && !edgeScroll_.isActive()) {
        edgeScroll_.start(kEdgeScrollMilliseconds, this);
    } else if (!isOutside) {
        edgeScroll_.stop();
    }
    dragTo(event->position(), event->modifiers());
}

void TimelineView::updateCursor(const QPointF& point) {
    const TimelineHit hit = layout_.hitTest(point);
    const Qt::CursorShape shape = hit.area == TimelineArea::CardEnd ? Qt::SizeHorCursor
                                  : hit.area == TimelineArea::Seam  ? Qt::PointingHandCursor
                                  : hit.area == TimelineArea::Card  ? Qt::OpenHandCursor
                                                                    : Qt::ArrowCursor;
    viewport()->setCursor(shape);
    const int hovered = hit.area == TimelineArea::Card || hit.area == TimelineArea::CardEnd ? hit.shot : -1;
    if (hovered != hoveredShot_) {
        hoveredShot_ = hovered;
        viewport()->update();
    }
}

void TimelineView::dragTo(const QPointF& point, Qt::KeyboardModifiers) {
    if (drag_ == Drag::Pending && (point - pressedAt_).manhattanLength() >= QApplication::startDragDistance()) {
        drag_ = Drag::Reorder;
        viewport()->setCursor(Qt::ClosedHandCursor);
    }
    if (drag_ == Drag::Scrub) {
        scrubTo(point.x());
    } else if (drag_ == Drag::Reorder) {
        showReorder(point);
    } else if (drag_ == Drag::Retime) {
        showRetime(point);
    }
    viewport()->update();
}

void TimelineView::showReorder(const QPointF& point) {
    ghost_.insertionIndex = layout_.insertionIndexAt(point.x());
    ghost_.labelAt = point;
    const auto count = static_cast<int>(selection_.shots().size());
    const bool isCopy = QApplication::keyboardModifiers() & Qt::AltModifier;
    ghost_.label = isCopy ? tr("Copy %n shot(s) before shot %1", nullptr, count).arg(ghost_.insertionIndex + 1)
                          : tr("Move %n shot(s) before shot %1", nullptr, count).arg(ghost_.insertionIndex + 1);
    if (ghost_.insertionIndex == static_cast<int>(layout_.shots().size())) {
        ghost_.label = isCopy ? tr("Copy %n shot(s) to the end", nullptr, count)
                              : tr("Move %n shot(s) to the end", nullptr, count);
    }
}

void TimelineView::showRetime(const QPointF& point) {
    double x = point.x();
    if (isSnapping_) {
        x = layout_.xOf(layout_.snap(layout_.frameAt(x), kSnapPixels, {selection_.playhead()}).frame);
    }
    const FrameCount frames = layout_.lengthAt(pressedShot_, x, document_.grid());
    const QRectF card = layout_.cardRect(pressedShot_);
    ghost_.retimedShot = pressedShot_;
    ghost_.rect =
        QRectF(card.left(), card.top(), static_cast<double>(frames.value) * layout_.pixelsPerFrame(), card.height());
    ghost_.labelAt = point;
    int followers = 0;
    const auto& shots = layout_.shots();
    for (auto i = static_cast<size_t>(pressedShot_) + 1; i < shots.size() && !shots[i].beginsSequence; ++i) {
        ++followers;
    }
    ghost_.label =
        tr("%1 · %2 frames").arg(secondsText(frames.value, document_.project().frame_rate)).arg(frames.value);
    if (followers > 0) {
        ghost_.label = tr("%1 · %n following shot(s) become out of date", nullptr, followers).arg(ghost_.label);
    }
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event) {
    const TimelineHit hit = layout_.hitTest(event->position());
    const Drag finished = drag_;
    if (event->button() == Qt::LeftButton && finished == Drag::Reorder) {
        Q_EMIT moveRequested(selection_.shots(), ghost_.insertionIndex, event->modifiers() & Qt::AltModifier);
    } else if (event->button() == Qt::LeftButton && finished == Drag::Retime && ghost_.retimedShot >= 0) {
        const FrameCount frames{std::llround(ghost_.rect.width() / layout_.pixelsPerFrame())};
        Q_EMIT retimeRequested(idAt(ghost_.retimedShot), frames.value);
    } else if (finished == Drag::Pending && wasSelectedAtPress_ && event->modifiers() == Qt::NoModifier) {
        selection_.selectOnly(idAt(pressedShot_));
    } else if (event->button() == Qt::LeftButton && hit.area == TimelineArea::Seam && hit.shot == pressedShot_) {
        clickedSeam_ = idAt(hit.shot);
        seamClick_.start(QApplication::doubleClickInterval(), this);
    }
    endDrag();
}

void TimelineView::endDrag() {
    drag_ = Drag::None;
    ghost_ = {};
    edgeScroll_.stop();
    viewport()->unsetCursor();
    viewport()->update();
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event) {
    const TimelineHit hit = layout_.hitTest(event->position());
    seamClick_.stop();
    pressedShot_ = -1;
    if (hit.area == TimelineArea::Seam) {
        Q_EMIT continuityRequested(idAt(hit.shot));
    } else if (hit.area == TimelineArea::Card) {
        Q_EMIT promptRequested(idAt(hit.shot));
    } else if (hit.area == TimelineArea::Narration) {
        Q_EMIT narrationRequested(idAt(hit.shot));
    } else if (hit.area == TimelineArea::Scene) {
        Q_EMIT sceneRenameRequested(document_.project().shots[static_cast<size_t>(hit.shot)].scene);
    }
}

void TimelineView::contextMenuEvent(QContextMenuEvent* event) {
    const QPoint point = viewport()->mapFromGlobal(event->globalPos());
    const TimelineHit hit = layout_.hitTest(point);
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const ShotId id = isByKey ? selection_.current() : idAt(hit.shot);
    if (hit.area == TimelineArea::Seam && !isByKey) {
        Q_EMIT seamMenuRequested(id, event->globalPos());
        return;
    }
    if (!id.is_empty() && !selection_.contains(id)) {
        selection_.selectOnly(id);
    }
    Q_EMIT shotMenuRequested(id, event->globalPos());
}

void TimelineView::wheelEvent(QWheelEvent* event) {
    const QPoint turn = event->angleDelta();
    if (event->modifiers() & Qt::ControlModifier) {
        keepsFit_ = false;
        layout_.zoomAround(event->position().x(), std::pow(1.0015, turn.y()));
        updateScrollBar();
    } else {
        const double distance = turn.x() != 0 ? turn.x() : turn.y();
        layout_.setScroll(layout_.scroll() - distance);
        updateScrollBar();
    }
    event->accept();
}

void TimelineView::keyPressEvent(QKeyEvent* event) {
    const bool isExtending = event->modifiers() == Qt::ShiftModifier;
    const auto current =
        document_.project().index_of(selection_.shots().empty() ? ShotId{} : selection_.shots().back());
    if (isExtending && current && (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)) {
        const int step = event->key() == Qt::Key_Down ? 1 : -1;
        const int next = std::clamp(static_cast<int>(*current) + step, 0, static_cast<int>(layout_.shots().size()) - 1);
        selectAt(next, Qt::ShiftModifier);
        layout_.reveal(layout_.shots()[static_cast<size_t>(next)].startFrame);
        updateScrollBar();
    } else if (event->key() == Qt::Key_Escape && drag_ != Drag::None) {
        endDrag();
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void TimelineView::dragEnterEvent(QDragEnterEvent* event) {
    if (!localFile(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void TimelineView::dragMoveEvent(QDragMoveEvent* event) {
    const QString path = localFile(event->mimeData());
    const TimelineHit hit = layout_.hitTest(event->position());
    const bool isUsable = !path.isEmpty() && (!isPicture(path) || hit.shot >= 0);
    hoveredShot_ = isPicture(path) ? hit.shot : -1;
    viewport()->update();
    event->setAccepted(isUsable);
}

void TimelineView::dropEvent(QDropEvent* event) {
    const QString path = localFile(event->mimeData());
    const TimelineHit hit = layout_.hitTest(event->position());
    if (!isPicture(path)) {
        Q_EMIT fileDropped(path);
    } else if (hit.shot >= 0) {
        const LaneShot& shot = layout_.shots()[static_cast<size_t>(hit.shot)];
        const double share =
            static_cast<double>(hit.frame - shot.startFrame) / static_cast<double>(std::max<int64_t>(1, shot.frames));
        const KeyframePlace place = share < 0.2   ? KeyframePlace::First
                                    : share > 0.8 ? KeyframePlace::Last
                                                  : KeyframePlace::At;
        const double seconds =
            static_cast<double>(hit.frame - shot.startFrame) / document_.project().frame_rate.per_second();
        Q_EMIT imageDropped(idAt(hit.shot), place, seconds, path);
    }
    event->acceptProposedAction();
}

} // namespace longtake::ui
