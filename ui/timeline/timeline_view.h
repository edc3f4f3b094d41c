// SPDX-License-Identifier: Apache-2.0
// The timeline widget: shows the film to scale and turns mouse, wheel, keys and drops into intents. It edits nothing.
#pragma once

#include "core/project/project.h"
#include "ui/timeline/thumbnail_cache.h"
#include "ui/timeline/timeline_layout.h"
#include "ui/timeline/timeline_painter.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QImage>

#include <functional>

namespace longtake::ui {

class ProjectDocument;
class Selection;
class ShotStates;
class Theme;

class TimelineView : public QAbstractScrollArea {
    Q_OBJECT
public:
    TimelineView(const ProjectDocument& document,
                 Selection& selection,
                 const ShotStates& states,
                 const Theme& theme,
                 QWidget* parent = nullptr);

    /// Where the picture of a shot lies on disk; empty for none.
    void setThumbnailSource(std::function<QString(const Shot&)> source);
    /// The latest estimate of a shot being rendered, shown on its card; a null image ends it.
    void setLivePicture(const ShotId& id, const QImage& picture);
    void setSnapping(bool isOn) { isSnapping_ = isOn; }

    const TimelineLayout& layout() const { return layout_; }
    // What a screen reader is told; see timeline_accessible.h.
    int shotCount() const { return static_cast<int>(layout_.shots().size()); }
    QString spokenShot(int shot) const;
    bool isShotSelected(int shot) const;
    void selectShot(int shot);
    void zoom(double factor);
    void fitFilm();
    /// Brings the playhead into view.
    void followPlayhead();
    void forgetThumbnail(const QString& path) { thumbnails_.forget(path); }

    QSize sizeHint() const override { return {900, 260}; }
    QSize minimumSizeHint() const override { return {320, 160}; }

Q_SIGNALS:
    void seekRequested(qint64 frame);
    /// Shots `ids` to stand before the shot that is now at `index` (counted before the move); a copy when `isCopy`.
    void moveRequested(const std::vector<longtake::ShotId>& ids, int index, bool isCopy);
    void retimeRequested(const longtake::ShotId& id, qint64 frames);
    void seamMenuRequested(const longtake::ShotId& id, const QPoint& globalPosition);
    void continuityRequested(const longtake::ShotId& id);
    void shotMenuRequested(const longtake::ShotId& id, const QPoint& globalPosition);
    void promptRequested(const longtake::ShotId& id);
    void narrationRequested(const longtake::ShotId& id);
    void sceneRenameRequested(const longtake::SceneId& id);
    void imageDropped(const longtake::ShotId& id, longtake::KeyframePlace place, double seconds, const QString& path);
    void fileDropped(const QString& path);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    enum class Drag { None, Pending, Scrub, Reorder, Retime };

    void rebuild();
    void updateScrollBar();
    void updateAnimation();
    void updateCursor(const QPointF& point);
    void selectAt(int shot, Qt::KeyboardModifiers modifiers);
    void dragTo(const QPointF& point, Qt::KeyboardModifiers modifiers);
    void showReorder(const QPointF& point);
    void showRetime(const QPointF& point);
    void scrubTo(double x);
    void endDrag();
    QString toolTipFor(const TimelineHit& hit) const;
    QPixmap pictureOf(const Shot& shot, int height);
    ShotId idAt(int shot) const;

    const ProjectDocument& document_;
    Selection& selection_;
    const ShotStates& states_;
    const Theme& theme_;
    TimelineLayout layout_;
    ThumbnailCache thumbnails_;
    std::function<QString(const Shot&)> thumbnailSource_;
    std::map<ShotId, QPixmap> livePictures_;
    Drag drag_ = Drag::None;
    QPointF pressedAt_;
    int pressedShot_ = -1;
    bool wasSelectedAtPress_ = false;
    DragGhost ghost_;
    int hoveredShot_ = -1;
    bool isSnapping_ = true;
    bool wasFitted_ = false;
    bool keepsFit_ = false; ///< the whole film stays in view when the widget grows: until the person zooms
    int phase_ = 0;
    QBasicTimer animation_;
    QBasicTimer edgeScroll_;
    QBasicTimer seamClick_; ///< runs between a click on a seam and its menu, so that a double click can inspect
    ShotId clickedSeam_;
    QPointF lastMouse_;
};

} // namespace longtake::ui
