// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/timeline_painter.h"

#include "ui/theme/theme.h"
#include "ui/timeline/timecode.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <cmath>

namespace longtake::ui {

namespace {

constexpr double kNarrowCard = 10; ///< below this only a block is drawn
constexpr double kTextCard = 34;   ///< from here on a card carries text
constexpr double kCaptionHeight = 36;

/// Text in at most `lines` lines, the last one elided.
void drawLines(QPainter& painter, const QRectF& rect, const QString& text, const QFont& font, int lines) {
    QTextLayout layout(text, font, painter.device());
    QTextOption direction;
    direction.setTextDirection(painter.layoutDirection());
    layout.setTextOption(direction);
    layout.beginLayout();
    double y = rect.top();
    for (int i = 0; i < lines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) {
            break;
        }
        line.setLineWidth(rect.width());
        const QFontMetricsF metrics(font, painter.device());
        if (i + 1 == lines && line.textStart() + line.textLength() < text.size()) {
            const QString rest = metrics.elidedText(text.mid(line.textStart()), Qt::ElideRight, rect.width());
            painter.drawText(QPointF(rect.left(), y + metrics.ascent()), rest);
            break;
        }
        line.draw(&painter, QPointF(rect.left(), y));
        y += metrics.height();
    }
    layout.endLayout();
}

void paintRuler(QPainter& painter, const TimelinePicture& picture, const QRectF& area) {
    const Palette& palette = picture.theme.palette();
    const QRectF ruler(area.left(), 0, area.width(), TimelineLayout::kRulerHeight);
    painter.fillRect(ruler, palette.panel);
    if (picture.markIn || picture.markOut) {
        const double left = picture.layout.xOf(picture.markIn.value_or(0));
        const double right = picture.layout.xOf(picture.markOut.value_or(picture.layout.totalFrames()));
        QColor range = palette.busy;
        range.setAlphaF(0.22F);
        painter.fillRect(QRectF(left, 0, right - left, ruler.height()), range);
    }
    QFont font = picture.font;
    font.setPixelSize(11);
    painter.setFont(font);
    for (const RulerTick& tick : picture.layout.rulerTicks()) {
        painter.setPen(QPen(palette.line, 1));
        const double x = std::round(tick.x) + 0.5;
        painter.drawLine(QPointF(x, tick.isMajor ? 14 : 19), QPointF(x, ruler.bottom()));
        if (tick.isMajor) {
            painter.setPen(palette.muted);
            painter.drawText(QPointF(x + 4, 15), timecode(tick.frame, picture.project.frame_rate));
        }
    }
    painter.setPen(QPen(palette.line, 1));
    painter.drawLine(ruler.bottomLeft(), ruler.bottomRight());
}

void paintScenes(QPainter& painter, const TimelinePicture& picture, const QRectF& area) {
    const Palette& palette = picture.theme.palette();
    QFont font = picture.font;
    font.setPixelSize(11);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    for (const SceneBand& band : picture.layout.sceneBands()) {
        const Scene* scene = band.scene.is_empty() ? nullptr : picture.project.find(band.scene);
        if (scene == nullptr || band.rect.right() < area.left() || band.rect.left() > area.right()) {
            continue;
        }
        const QRectF shown = band.rect.adjusted(1, 3, -1, -3);
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette.raised);
        painter.drawRoundedRect(shown, 3, 3);
        painter.setPen(palette.text);
        const QRectF text = shown.adjusted(8, 0, -6, 0).intersected(area.adjusted(8, 0, 0, 0));
        if (text.width() > 16) {
            painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                             metrics.elidedText(QString::fromStdString(scene->title), Qt::ElideRight, text.width()));
        }
    }
}

void paintPictureOf(QPainter& painter, const TimelinePicture& picture, const Shot& shot, const QRectF& frame) {
    const QPixmap thumbnail = picture.thumbnail(shot, static_cast<int>(frame.height() * picture.deviceRatio));
    if (thumbnail.isNull() || thumbnail.height() == 0) {
        constexpr int kIcon = 20;
        painter.fillRect(frame, picture.theme.palette().panel);
        if (frame.width() > kIcon * 2 && frame.height() > kIcon * 2) {
            painter.drawPixmap(
                frame.center() - QPointF(kIcon / 2.0, kIcon / 2.0),
                picture.theme.pixmap(QStringLiteral("film"), picture.theme.palette().line, kIcon, picture.deviceRatio));
        }
        return;
    }
    painter.fillRect(frame, picture.theme.palette().surround);
    const double width = frame.height() * thumbnail.width() / thumbnail.height();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    // Repeated like a strip of film as far as the card goes.
    for (double x = frame.left(); x < frame.right(); x += width) {
        const double part = std::min(width, frame.right() - x);
        const QRectF source(0, 0, thumbnail.width() * part / width, thumbnail.height());
        painter.drawPixmap(QRectF(x, frame.top(), part, frame.height()), thumbnail, source);
    }
}

void paintCaption(
    QPainter& painter, const TimelinePicture& picture, int index, const Shot& shot, const QRectF& caption) {
    const Palette& palette = picture.theme.palette();
    QFont font = picture.font;
    font.setPixelSize(11);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    const QString number = QStringLiteral("%1").arg(index + 1, 2, 10, QLatin1Char('0'));
    const double numberWidth = QFontMetricsF(font).horizontalAdvance(number) + 6;
    painter.setPen(palette.muted);
    painter.drawText(QRectF(caption.left(), caption.top(), numberWidth, 15), Qt::AlignLeft | Qt::AlignVCenter, number);
    font.setWeight(QFont::Normal);
    painter.setFont(font);
    painter.setPen(shot.prompt.empty() ? palette.muted : palette.text);
    const QString prompt = shot.prompt.empty() ? QCoreApplication::translate("TimelineView", "no text yet")
                                               : QString::fromStdString(shot.prompt);
    drawLines(painter, caption.adjusted(numberWidth, 0, 0, 0), prompt.simplified(), font, 2);
}

void paintBadges(QPainter& painter, const TimelinePicture& picture, const Shot& shot, const QRectF& frame) {
    const Palette& palette = picture.theme.palette();
    double right = frame.right() - 6;
    const auto badge = [&](const char* icon) {
        const QRectF place(right - 18, frame.top() + 5, 18, 18);
        QColor ground = palette.surround;
        ground.setAlphaF(0.7F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(place, 4, 4);
        painter.drawPixmap(place.topLeft() + QPointF(3, 3),
                           picture.theme.pixmap(QLatin1String(icon), Qt::white, 12, picture.deviceRatio));
        right -= 20;
    };
    if (frame.width() < 60) {
        return;
    }
    if (shot.is_pinned) {
        badge("pin");
    }
    if (!shot.keyframes.empty()) {
        badge("keyframe");
    }
    if (shot.is_loop) {
        badge("loop");
    }
}

void paintCard(QPainter& painter, const TimelinePicture& picture, int index) {
    const Palette& palette = picture.theme.palette();
    const Shot& shot = picture.project.shots[static_cast<size_t>(index)];
    const QRectF card = picture.layout.cardRect(index);
    const bool isSelected = picture.isSelected(shot.id);
    const QRectF body =
        card.width() > kNarrowCard ? card.adjusted(1, 2, -1, -2) : card.adjusted(0, 2, card.width() > 2 ? -0.5 : 0, -2);
    painter.fillRect(body, index == picture.hoveredShot && card.width() > kNarrowCard ? palette.line : palette.raised);
    if (card.width() > kNarrowCard) {
        const double captionHeight = body.height() > 70 && card.width() > kTextCard ? kCaptionHeight : 0;
        const QRectF frame = body.adjusted(0, 0, 0, -captionHeight);
        painter.save();
        painter.setClipRect(body, Qt::IntersectClip);
        paintPictureOf(painter, picture, shot, frame);
        paintBadges(painter, picture, shot, frame);
        if (captionHeight > 0) {
            paintCaption(painter, picture, index, shot,
                         QRectF(body.left() + 8, frame.bottom() + 3, body.width() - 14, captionHeight - 4));
        }
        painter.restore();
    }
    if (isSelected) {
        painter.setPen(QPen(palette.accent, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(card.width() > 6 ? body.adjusted(1, 1, -1, -1) : body);
    }
    paintStateStrip(painter,
                    picture.layout.stripRect(index).adjusted(card.width() > 4 ? 1 : 0, 0, card.width() > 4 ? -1 : 0, 0),
                    picture.states.of(shot.id), palette, picture.phase);
}

void paintSeam(QPainter& painter, const TimelinePicture& picture, int index) {
    const LaneShot& shot = picture.layout.shots()[static_cast<size_t>(index)];
    const QRectF card = picture.layout.cardRect(index);
    const QRectF before = picture.layout.cardRect(index - 1);
    if (std::min(card.width(), before.width()) < TimelineLayout::kSeamSize * 1.5) {
        return;
    }
    const Palette& palette = picture.theme.palette();
    const QRectF glyph = picture.layout.seamRect(index);
    if (shot.seam == SeamKind::Dissolve && shot.overlapFrames > 0) {
        const double width = static_cast<double>(shot.overlapFrames) * picture.layout.pixelsPerFrame();
        QPainterPath wedge(card.bottomLeft());
        wedge.lineTo(card.left() + width, card.top());
        wedge.lineTo(card.topLeft());
        QColor veil = palette.ground;
        veil.setAlphaF(0.55F);
        painter.fillPath(wedge, veil);
    }
    painter.setPen(QPen(palette.line, 1));
    painter.setBrush(palette.panel);
    painter.drawEllipse(glyph.adjusted(1, 1, -1, -1));
    const char* icon = shot.seam == SeamKind::Continue ? "chain" : shot.seam == SeamKind::Cut ? "cut" : "dissolve";
    painter.drawPixmap(glyph.topLeft() + QPointF(4, 4),
                       picture.theme.pixmap(QLatin1String(icon), palette.text, 12, picture.deviceRatio));
}

void paintNarration(QPainter& painter, const TimelinePicture& picture, int index) {
    const Shot& shot = picture.project.shots[static_cast<size_t>(index)];
    const QRectF lane = picture.layout.narrationRect(index).adjusted(1, 3, -1, -1);
    if (shot.narration.empty() || lane.width() < kTextCard) {
        return;
    }
    const Palette& palette = picture.theme.palette();
    painter.fillRect(lane, palette.panel);
    painter.drawPixmap(lane.topLeft() + QPointF(5, 3),
                       picture.theme.pixmap(QStringLiteral("voice"), palette.muted, 12, picture.deviceRatio));
    QFont font = picture.font;
    font.setPixelSize(11);
    painter.setFont(font);
    painter.setPen(palette.muted);
    const QRectF text = lane.adjusted(22, 0, -4, 0);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetricsF(font).elidedText(QString::fromStdString(shot.narration).simplified(), Qt::ElideRight,
                                                    text.width()));
}

void paintPlayhead(QPainter& painter, const TimelinePicture& picture, const QRectF& area) {
    const double x = std::round(picture.layout.xOf(picture.playhead));
    const QColor accent = picture.theme.palette().accent;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(accent);
    const QPolygonF handle(
        {QPointF(x - 6, 2), QPointF(x + 6, 2), QPointF(x + 6, 9), QPointF(x, 16), QPointF(x - 6, 9)});
    painter.drawPolygon(handle);
    painter.fillRect(QRectF(x - 0.75, 14, 1.5, area.height() - 14), accent);
}

void paintGhost(QPainter& painter, const TimelinePicture& picture, const QRectF& area) {
    const DragGhost& ghost = picture.ghost;
    if (ghost.insertionIndex < 0 && ghost.retimedShot < 0) {
        return;
    }
    const Palette& palette = picture.theme.palette();
    QColor veil = palette.accent;
    veil.setAlphaF(0.2F);
    if (ghost.retimedShot >= 0) {
        painter.fillRect(ghost.rect, veil);
        painter.setPen(QPen(palette.accent, 1.5));
        painter.drawLine(ghost.rect.topRight(), ghost.rect.bottomRight());
    } else {
        const double x = picture.layout.insertionX(ghost.insertionIndex);
        const double top = TimelineLayout::kRulerHeight + TimelineLayout::kSceneHeight;
        painter.fillRect(QRectF(x - 1.5, top, 3, area.height() - top), palette.accent);
    }
    QFont font = picture.font;
    font.setPixelSize(12);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    QRectF box(ghost.labelAt + QPointF(14, 4), QSizeF(metrics.horizontalAdvance(ghost.label) + 16, 24));
    box.moveRight(std::min(box.right(), area.right() - 4));
    box.moveBottom(std::min(box.bottom(), area.bottom() - 4));
    painter.setPen(QPen(palette.line, 1));
    painter.setBrush(palette.panel);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(palette.text);
    painter.drawText(box, Qt::AlignCenter, ghost.label);
}

} // namespace

void paintTimeline(QPainter& painter, const TimelinePicture& picture, const QRectF& area) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(Qt::LeftToRight); // as the widget; else text would follow the program's language
    painter.fillRect(area, picture.theme.palette().ground);
    paintScenes(painter, picture, area);
    const auto [first, last] = picture.layout.visibleShots();
    for (int i = first; i < last; ++i) {
        paintCard(painter, picture, i);
        paintNarration(painter, picture, i);
    }
    for (int i = std::max(1, first); i < last; ++i) {
        paintSeam(painter, picture, i);
    }
    paintRuler(painter, picture, area);
    paintGhost(painter, picture, area);
    paintPlayhead(painter, picture, area);
}

} // namespace longtake::ui
