// SPDX-License-Identifier: Apache-2.0
// The picture: the frame its video sink was given, fitted into the widget, with a second one beside or over it and what
// is laid over them (safe areas, wipe, badge, text). It paints what it is given and reports where the wipe is dragged;
// it knows no film.
#pragma once

#include "ui/theme/palette.h"

#include <QImage>
#include <QVideoSink>
#include <QWidget>

namespace longtake::ui {

class Theme;

enum class Comparison { Off, Wipe, SideBySide, Continuity };

/// What is shown with or over the frame of the sink.
struct SurfacePicture {
    QImage other;      ///< the second take, or the first frame behind the seam
    QImage difference; ///< Continuity: what differs between the two, brightened
    QImage motion;     ///< Continuity: where things move from one to the other, as colours
    QString motionLabel;
    Comparison comparison = Comparison::Off;
    QString mainLabel; ///< over the left picture when two are shown
    QString otherLabel;
    QString placeholder; ///< shown when there is no picture
    QString badge;       ///< "step 14 of 24" while the picture is an estimate
    bool isEstimate = false;
};

class PreviewSurface : public QWidget {
    Q_OBJECT
public:
    explicit PreviewSurface(const Theme& theme, QWidget* parent = nullptr);

    void show(const SurfacePicture& picture);
    const SurfacePicture& picture() const { return picture_; }
    /// Where frames go that are to be shown; without one the text is shown alone.
    QVideoSink& sink() { return sink_; }
    /// The frame as an image; null for none.
    const QImage& image() const { return image_; }
    void setShowsSafeAreas(bool isOn);
    void setAspect(QSize aspect);
    QSize sizeHint() const override { return {640, 360}; }
    QSize minimumSizeHint() const override { return {200, 120}; }

Q_SIGNALS:
    void fullScreenRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    QRectF fitted(const QRectF& area) const;
    void paintOne(QPainter& painter, const QImage& image, const QRectF& rect) const;
    void paintLabel(QPainter& painter, const QRectF& rect, const QString& text, Qt::Alignment alignment) const;
    void paintPair(QPainter& painter, const QRectF& area) const;
    void paintContinuity(QPainter& painter, const QRectF& area) const;
    void paintSafeAreas(QPainter& painter, const QRectF& rect) const;

    const Theme& theme_;
    QVideoSink sink_;
    QImage image_; ///< of the sink's frame
    SurfacePicture picture_;
    QSize aspect_{16, 9};
    double wipe_ = 0.5; ///< share of the width that shows the main picture
    bool showsSafeAreas_ = false;
};

/// |a - b| per channel, brightened so that small differences are seen; null unless both have one size.
QImage differenceOf(const QImage& a, const QImage& b);

} // namespace longtake::ui
