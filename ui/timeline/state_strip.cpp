// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/timeline_painter.h"

#include <QPainter>
#include <QPainterPath>

namespace longtake::ui {

namespace {

constexpr double kPatternStep = 8;

void paintHatched(QPainter& painter, const QRectF& rect, const QColor& color) {
    QColor ground = color;
    ground.setAlphaF(0.25F);
    painter.fillRect(rect, ground);
    painter.setPen(QPen(color, 2));
    for (double x = rect.left() - rect.height(); x < rect.right(); x += kPatternStep) {
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()));
    }
}

void paintChevrons(QPainter& painter, const QRectF& rect, const QColor& color, double progress, int phase) {
    QColor ground = color;
    ground.setAlphaF(0.25F);
    painter.fillRect(rect, ground);
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 2, rect.width() * progress, 2), color);
    painter.setPen(QPen(color, 1.5));
    const double middle = rect.center().y();
    for (double x = rect.left() - kPatternStep + phase % static_cast<int>(kPatternStep); x < rect.right();
         x += kPatternStep) {
        painter.drawLine(QPointF(x, rect.top() + 1), QPointF(x + 3, middle));
        painter.drawLine(QPointF(x + 3, middle), QPointF(x, rect.bottom() - 1));
    }
}

void paintCrosses(QPainter& painter, const QRectF& rect, const QColor& color) {
    QColor ground = color;
    ground.setAlphaF(0.25F);
    painter.fillRect(rect, ground);
    painter.setPen(QPen(color, 1.5));
    for (double x = rect.left() + 3; x < rect.right(); x += kPatternStep * 1.5) {
        painter.drawLine(QPointF(x - 2, rect.top() + 1), QPointF(x + 2, rect.bottom() - 1));
        painter.drawLine(QPointF(x - 2, rect.bottom() - 1), QPointF(x + 2, rect.top() + 1));
    }
}

void paintDots(QPainter& painter, const QRectF& rect, const QColor& color) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    for (double x = rect.left() + 4; x < rect.right(); x += kPatternStep) {
        painter.drawEllipse(QPointF(x, rect.center().y()), 1.5, 1.5);
    }
}

} // namespace

void paintStateStrip(
    QPainter& painter, const QRectF& rect, const ShotStatus& state, const Palette& palette, int phase) {
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    switch (state.state) {
    case RenderState::Fresh: painter.fillRect(rect.adjusted(0, 1, 0, -1), palette.fresh); break;
    case RenderState::Stale: paintHatched(painter, rect, palette.stale); break;
    case RenderState::Rendering: paintChevrons(painter, rect, palette.busy, state.progress, phase); break;
    case RenderState::Failed: paintCrosses(painter, rect, palette.failed); break;
    case RenderState::Queued: paintDots(painter, rect, palette.queued); break;
    case RenderState::Missing:
        painter.setPen(QPen(palette.queued, 1, Qt::DashLine));
        painter.drawLine(QPointF(rect.left() + 2, rect.center().y()), QPointF(rect.right() - 2, rect.center().y()));
        break;
    }
    painter.restore();
}

} // namespace longtake::ui
