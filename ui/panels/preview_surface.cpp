// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/preview_surface.h"

#include "ui/bridge/qt_convert.h"
#include "ui/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace longtake::ui {

QImage differenceOf(const QImage& a, const QImage& b) {
    if (a.isNull() || a.size() != b.size()) {
        return {};
    }
    constexpr int kGain = 4;
    const QImage left = a.convertToFormat(QImage::Format_RGB888);
    const QImage right = b.convertToFormat(QImage::Format_RGB888);
    QImage difference(a.size(), QImage::Format_RGB888);
    for (int y = 0; y < a.height(); ++y) {
        const uchar* one = left.constScanLine(y);
        const uchar* two = right.constScanLine(y);
        uchar* out = difference.scanLine(y);
        for (int x = 0; x < a.width() * 3; ++x) {
            out[x] = static_cast<uchar>(std::min(255, std::abs(one[x] - two[x]) * kGain));
        }
    }
    return difference;
}

PreviewSurface::PreviewSurface(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , theme_(theme) {
    setObjectName(QStringLiteral("previewSurface"));
    setAccessibleName(tr("Picture"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&sink_, &QVideoSink::videoFrameChanged, this, [this](const QVideoFrame& frame) {
        image_ = toImage(frame);
        update();
    });
}

void PreviewSurface::show(const SurfacePicture& picture) {
    picture_ = picture;
    setAccessibleDescription(image_.isNull() ? picture.placeholder : picture.badge);
    update();
}

void PreviewSurface::setShowsSafeAreas(bool isOn) {
    showsSafeAreas_ = isOn;
    update();
}

void PreviewSurface::setAspect(QSize aspect) {
    aspect_ = aspect.isEmpty() ? QSize(16, 9) : aspect;
    update();
}

QRectF PreviewSurface::fitted(const QRectF& area) const {
    const QSizeF size = QSizeF(aspect_).scaled(area.size(), Qt::KeepAspectRatio);
    return {area.center() - QPointF(size.width() / 2, size.height() / 2), size};
}

void PreviewSurface::paintOne(QPainter& painter, const QImage& image, const QRectF& rect) const {
    if (image.isNull()) {
        painter.fillRect(rect, theme_.palette().surround.lighter(150));
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(rect, image);
}

void PreviewSurface::paintLabel(QPainter& painter,
                                const QRectF& rect,
                                const QString& text,
                                Qt::Alignment alignment) const {
    if (text.isEmpty()) {
        return;
    }
    const QFontMetricsF metrics(painter.font());
    QRectF box(0, 0, std::min(metrics.horizontalAdvance(text) + 16, rect.width() - 16), metrics.height() + 8);
    box.moveTop(rect.top() + 8);
    box.moveLeft(alignment & Qt::AlignRight ? rect.right() - box.width() - 8 : rect.left() + 8);
    QColor ground = theme_.palette().surround;
    ground.setAlphaF(0.75F);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(darkPalette().text);
    painter.drawText(box, Qt::AlignCenter, metrics.elidedText(text, Qt::ElideRight, box.width() - 12));
}

void PreviewSurface::paintPair(QPainter& painter, const QRectF& area) const {
    if (picture_.comparison == Comparison::SideBySide) {
        const double half = (area.width() - kSpace2) / 2;
        const QRectF left = fitted(QRectF(area.left(), area.top(), half, area.height()));
        const QRectF right = fitted(QRectF(area.right() - half, area.top(), half, area.height()));
        paintOne(painter, image_, left);
        paintOne(painter, picture_.other, right);
        paintLabel(painter, left, picture_.mainLabel, Qt::AlignLeft);
        paintLabel(painter, right, picture_.otherLabel, Qt::AlignLeft);
        return;
    }
    const QRectF rect = fitted(area);
    paintOne(painter, image_, rect);
    const double x = rect.left() + rect.width() * wipe_;
    painter.save();
    painter.setClipRect(QRectF(x, rect.top(), rect.right() - x, rect.height()));
    paintOne(painter, picture_.other, rect);
    painter.restore();
    painter.fillRect(QRectF(x - 1, rect.top(), 2, rect.height()), theme_.palette().accent);
    paintLabel(painter, rect, picture_.mainLabel, Qt::AlignLeft);
    paintLabel(painter, rect, picture_.otherLabel, Qt::AlignRight);
}

void PreviewSurface::paintContinuity(QPainter& painter, const QRectF& area) const {
    const std::pair<const QImage*, QString> cells[] = {{&image_, picture_.mainLabel},
                                                       {&picture_.other, picture_.otherLabel},
                                                       {&picture_.difference, tr("Difference ×4")},
                                                       {&picture_.motion, picture_.motionLabel}};
    // In a row or as a square, whichever leaves the pictures larger.
    const double aspect = static_cast<double>(aspect_.width()) / aspect_.height();
    const bool isRow =
        std::min(area.width() / 4, area.height() * aspect) > std::min(area.width() / 2, area.height() / 2 * aspect);
    const int columns = isRow ? 4 : 2;
    const int rows = isRow ? 1 : 2;
    const QSizeF size((area.width() - (columns - 1) * kSpace2) / columns,
                      (area.height() - (rows - 1) * kSpace2) / rows);
    for (int i = 0; i < 4; ++i) {
        const QPointF corner(area.left() + i % columns * (size.width() + kSpace2),
                             area.top() + i / columns * (size.height() + kSpace2));
        const QRectF cell = fitted(QRectF(corner, size));
        paintOne(painter, *cells[i].first, cell);
        paintLabel(painter, cell, cells[i].second, Qt::AlignLeft);
    }
}

void PreviewSurface::paintSafeAreas(QPainter& painter, const QRectF& rect) const {
    painter.setPen(QPen(QColor(255, 255, 255, 140), 1));
    painter.setBrush(Qt::NoBrush);
    for (double share : {0.93, 0.90}) { // action and title safe, EBU R 95
        const QSizeF size = rect.size() * share;
        painter.drawRect(QRectF(rect.center() - QPointF(size.width() / 2, size.height() / 2), size));
    }
    painter.drawLine(rect.center() - QPointF(8, 0), rect.center() + QPointF(8, 0));
    painter.drawLine(rect.center() - QPointF(0, 8), rect.center() + QPointF(0, 8));
}

void PreviewSurface::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme_.palette().surround);
    const QRectF area = QRectF(rect()).adjusted(kSpace2, kSpace2, -kSpace2, -kSpace2);
    if (picture_.comparison == Comparison::Continuity) {
        paintContinuity(painter, area);
        return;
    }
    if (picture_.comparison != Comparison::Off) {
        paintPair(painter, area);
        return;
    }
    const QRectF picture = fitted(area);
    if (image_.isNull()) {
        painter.fillRect(picture, theme_.palette().surround.lighter(140));
        painter.setPen(darkPalette().muted);
        QFont large = font();
        large.setPixelSize(std::clamp(static_cast<int>(picture.height() / 16), 13, 26));
        painter.setFont(large);
        painter.drawText(picture.adjusted(kSpace5, kSpace5, -kSpace5, -kSpace5), Qt::AlignCenter | Qt::TextWordWrap,
                         picture_.placeholder);
        painter.setFont(font());
    } else {
        paintOne(painter, image_, picture);
    }
    paintLabel(painter, picture, picture_.badge, Qt::AlignLeft);
    if (showsSafeAreas_) {
        paintSafeAreas(painter, picture);
    }
}

void PreviewSurface::mousePressEvent(QMouseEvent* event) {
    mouseMoveEvent(event);
}

void PreviewSurface::mouseMoveEvent(QMouseEvent* event) {
    if (picture_.comparison != Comparison::Wipe || !(event->buttons() & Qt::LeftButton)) {
        return;
    }
    const QRectF picture = fitted(QRectF(rect()).adjusted(kSpace2, kSpace2, -kSpace2, -kSpace2));
    wipe_ = std::clamp((event->position().x() - picture.left()) / picture.width(), 0.0, 1.0);
    update();
}

void PreviewSurface::mouseDoubleClickEvent(QMouseEvent*) {
    Q_EMIT fullScreenRequested();
}

} // namespace longtake::ui
