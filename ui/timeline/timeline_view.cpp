// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/timeline_view.h"

#include "ui/document/project_document.h"
#include "ui/document/selection.h"
#include "ui/document/shot_states.h"
#include "ui/panels/shot_list_model.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timecode.h"

#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QTimerEvent>
#include <QToolTip>

#include <cmath>

namespace longtake::ui {

TimelineView::TimelineView(const ProjectDocument& document,
                           Selection& selection,
                           const ShotStates& states,
                           const Theme& theme,
                           QWidget* parent)
    : QAbstractScrollArea(parent)
    , document_(document)
    , selection_(selection)
    , states_(states)
    , theme_(theme) {
    setObjectName(QStringLiteral("timelineView"));
    setAccessibleName(tr("Timeline"));
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setLayoutDirection(Qt::LeftToRight); // time runs to the right in every script
    viewport()->setMouseTracking(true);
    viewport()->setAcceptDrops(true);
    setAcceptDrops(true);
    connect(&document_, &ProjectDocument::changed, this, [this] { rebuild(); });
    connect(&document_, &ProjectDocument::replaced, this, [this] {
        livePictures_.clear();
        wasFitted_ = false;
        rebuild();
    });
    connect(&selection_, &Selection::shotsChanged, this, [this] { viewport()->update(); });
    connect(&selection_, &Selection::marksChanged, this, [this] { viewport()->update(); });
    connect(&selection_, &Selection::playheadChanged, this, [this] { viewport()->update(); });
    connect(&states_, &ShotStates::changed, this, [this] { updateAnimation(); });
    connect(&states_, &ShotStates::shotChanged, this, [this] { updateAnimation(); });
    connect(&theme_, &Theme::changed, this, [this] { viewport()->update(); });
    connect(&thumbnails_, &ThumbnailCache::ready, this, [this] { viewport()->update(); });
    rebuild();
}

void TimelineView::setThumbnailSource(std::function<QString(const Shot&)> source) {
    thumbnailSource_ = std::move(source);
    viewport()->update();
}

void TimelineView::setLivePicture(const ShotId& id, const QImage& picture) {
    if (picture.isNull()) {
        livePictures_.erase(id);
    } else {
        livePictures_[id] = QPixmap::fromImage(picture);
    }
    viewport()->update();
}

void TimelineView::rebuild() {
    layout_.setFrameRate(document_.project().frame_rate);
    layout_.setShots(laneShots(document_.project(), document_.timeline()));
    if (!wasFitted_ && isVisible() && !layout_.shots().empty()) {
        layout_.fit();
        // A long film opens at a scale at which cards can be read.
        layout_.setPixelsPerFrame(std::max(layout_.pixelsPerFrame(), 1.2));
        wasFitted_ = true;
        keepsFit_ = true;
    }
    updateScrollBar();
    updateAnimation();
}

void TimelineView::updateScrollBar() {
    const int range = static_cast<int>(std::max(0.0, layout_.contentWidth() - layout_.viewWidth()));
    const QSignalBlocker blocker(horizontalScrollBar());
    horizontalScrollBar()->setRange(0, range);
    horizontalScrollBar()->setPageStep(static_cast<int>(layout_.viewWidth()));
    horizontalScrollBar()->setSingleStep(48);
    horizontalScrollBar()->setValue(static_cast<int>(layout_.scroll()));
    viewport()->update();
}

void TimelineView::updateAnimation() {
    const auto& shots = document_.project().shots;
    const bool isWorking = std::any_of(shots.begin(), shots.end(), [this](const Shot& shot) {
        return states_.of(shot.id).state == RenderState::Rendering;
    });
    const bool mayMove = style()->styleHint(QStyle::SH_Widget_Animate) != 0;
    if (isWorking && mayMove && !animation_.isActive()) {
        animation_.start(80, this);
    } else if (!isWorking) {
        animation_.stop();
    }
    viewport()->update();
}

void TimelineView::timerEvent(QTimerEvent* event) {
    if (event->timerId() == animation_.timerId()) {
        ++phase_;
        viewport()->update();
    } else if (event->timerId() == edgeScroll_.timerId()) {
        const double speed = lastMouse_.x() < 0 ? lastMouse_.x() : lastMouse_.x() - layout_.viewWidth();
        layout_.setScroll(layout_.scroll() + speed / 2);
        updateScrollBar();
        dragTo(lastMouse_, Qt::NoModifier);
    } else if (event->timerId() == seamClick_.timerId()) {
        seamClick_.stop();
        if (const auto index = document_.project().index_of(clickedSeam_)) {
            const QPointF below = layout_.seamRect(static_cast<int>(*index)).bottomLeft();
            Q_EMIT seamMenuRequested(clickedSeam_, viewport()->mapToGlobal(below.toPoint()));
        }
    } else {
        QAbstractScrollArea::timerEvent(event);
    }
}

QPixmap TimelineView::pictureOf(const Shot& shot, int height) {
    if (const auto live = livePictures_.find(shot.id); live != livePictures_.end()) {
        return live->second;
    }
    return thumbnailSource_ ? thumbnails_.find(thumbnailSource_(shot), height) : QPixmap();
}

void TimelineView::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    TimelinePicture picture{layout_,
                            document_.project(),
                            states_,
                            theme_,
                            [this](const Shot& shot, int height) { return pictureOf(shot, height); },
                            [this](const ShotId& id) { return selection_.contains(id); }};
    picture.hoveredShot = drag_ == Drag::None ? hoveredShot_ : -1;
    picture.playhead = selection_.playhead();
    picture.markIn = selection_.markIn();
    picture.markOut = selection_.markOut();
    picture.ghost = ghost_;
    picture.phase = phase_;
    picture.deviceRatio = devicePixelRatioF();
    picture.font = font();
    paintTimeline(painter, picture, viewport()->rect());
    if (document_.project().shots.empty()) {
        painter.setPen(theme_.palette().muted);
        painter.drawText(viewport()->rect(), Qt::AlignCenter,
                         tr("Add the first shot with Ctrl+Shift+N, or drop a story (a text file) here."));
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme_.palette().muted, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(viewport()->rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void TimelineView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    layout_.setViewSize(viewport()->width(), viewport()->height());
    wasFitted_ = wasFitted_ && !keepsFit_;
    rebuild();
}

void TimelineView::scrollContentsBy(int, int) {
    layout_.setScroll(horizontalScrollBar()->value());
    viewport()->update();
}

void TimelineView::zoom(double factor) {
    keepsFit_ = false;
    const double playheadX = layout_.xOf(selection_.playhead());
    const bool seesPlayhead = playheadX >= 0 && playheadX <= layout_.viewWidth();
    layout_.zoomAround(seesPlayhead ? playheadX : layout_.viewWidth() / 2, factor);
    updateScrollBar();
}

void TimelineView::fitFilm() {
    keepsFit_ = true;
    layout_.fit();
    updateScrollBar();
}

void TimelineView::followPlayhead() {
    if (layout_.reveal(selection_.playhead())) {
        updateScrollBar();
    }
}

ShotId TimelineView::idAt(int shot) const {
    const auto& shots = document_.project().shots;
    return shot >= 0 && shot < static_cast<int>(shots.size()) ? shots[static_cast<size_t>(shot)].id : ShotId{};
}

QString TimelineView::toolTipFor(const TimelineHit& hit) const {
    if (hit.area == TimelineArea::Ruler) {
        return timecode(hit.frame, document_.project().frame_rate);
    }
    if (hit.shot < 0) {
        return {};
    }
    const auto index = static_cast<size_t>(hit.shot);
    const Shot& shot = document_.project().shots[index];
    if (hit.area == TimelineArea::Seam) {
        switch (layout_.shots()[index].seam) {
        case SeamKind::Continue:
            return tr("Continues from the last moment of shot %1. Click to change, double-click to inspect.")
                .arg(hit.shot);
        case SeamKind::Cut: return tr("Cut. Click to change, double-click to inspect.");
        case SeamKind::Dissolve: return tr("Dissolve. Click to change, double-click to inspect.");
        }
    }
    if (hit.area == TimelineArea::Narration) {
        return QString::fromStdString(shot.narration);
    }
    if (hit.area == TimelineArea::Scene) {
        const Scene* scene = document_.project().find(shot.scene);
        return scene == nullptr ? QString()
                                : tr("Scene: %1. Double-click to rename.").arg(QString::fromStdString(scene->title));
    }
    const int64_t frames = layout_.shots()[index].frames;
    return tr("Shot %1: %2\n%3, %4 frames\n%5")
        .arg(QString::number(hit.shot + 1), QString::fromStdString(shot.prompt),
             secondsText(frames, document_.project().frame_rate), QString::number(frames),
             stateText(states_.of(shot.id)));
}

QString TimelineView::spokenShot(int shot) const {
    const auto index = static_cast<size_t>(shot);
    const QString text = QString::fromStdString(document_.project().shots[index].prompt);
    return tr("Shot %1, %2, %3, %4. %5")
        .arg(QString::number(shot + 1), secondsText(layout_.shots()[index].frames, document_.project().frame_rate),
             seamText(layout_.shots()[index].seam), stateText(states_.of(idAt(shot))),
             text.isEmpty() ? tr("no text yet") : text);
}

bool TimelineView::isShotSelected(int shot) const {
    return selection_.contains(idAt(shot));
}

void TimelineView::selectShot(int shot) {
    selection_.selectOnly(idAt(shot));
    Q_EMIT seekRequested(layout_.shots()[static_cast<size_t>(shot)].startFrame);
}

bool TimelineView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), toolTipFor(layout_.hitTest(help->pos())), viewport());
        return true;
    }
    if (event->type() == QEvent::Leave && hoveredShot_ != -1) {
        hoveredShot_ = -1;
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace longtake::ui
