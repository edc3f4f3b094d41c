// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/take_delegate.h"

#include "ui/panels/takes_panel.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace longtake::ui {

namespace {

constexpr int kCellWidth = 122;
constexpr int kPictureHeight = 70;
constexpr int kCellHeight = kPictureHeight + 40;
constexpr qsizetype kThumbnailBytes = qsizetype{16} << 20;
constexpr qsizetype kFrameBytes = qsizetype{32} << 20;

} // namespace

TakeDelegate::TakeDelegate(const Theme& theme, QAbstractItemView& view)
    : QStyledItemDelegate(&view)
    , theme_(theme)
    , view_(view)
    , thumbnails_(kThumbnailBytes)
    , frames_(kFrameBytes) {
    view_.viewport()->setMouseTracking(true);
    view_.viewport()->installEventFilter(this);
    connect(&thumbnails_, &ThumbnailCache::ready, view_.viewport(), qOverload<>(&QWidget::update));
    connect(&frames_, &FrameServer::frameReady, view_.viewport(), qOverload<>(&QWidget::update));
    connect(&clock_, &QTimer::timeout, this, [this] { advance(); });
}

QSize TakeDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {kCellWidth, kCellHeight};
}

bool TakeDelegate::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseMove) {
        const QModelIndex under = view_.indexAt(static_cast<QMouseEvent*>(event)->position().toPoint());
        setMoving(under);
    } else if (event->type() == QEvent::Leave || event->type() == QEvent::Hide) {
        setMoving({});
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

void TakeDelegate::setMoving(const QModelIndex& index) {
    if (moving_ == index) {
        return;
    }
    moving_ = index;
    frame_ = 0;
    shown_ = {};
    if (!index.isValid()) {
        clock_.stop();
    } else {
        clock_.start(static_cast<int>(1000.0 / std::clamp(index.data(TakesModel::RateRole).toDouble(), 1.0, 60.0)));
    }
    view_.viewport()->update();
}

void TakeDelegate::advance() {
    if (!moving_.isValid()) {
        clock_.stop();
        return;
    }
    const qint64 count = std::max<qint64>(1, moving_.data(TakesModel::FramesRole).toLongLong());
    const QString video = moving_.data(TakesModel::VideoRole).toString();
    frame_ = (frame_ + 1) % count;
    frames_.want({{video, frame_}, {video, (frame_ + 1) % count}, {video, (frame_ + 2) % count}});
    view_.viewport()->update();
}

QImage TakeDelegate::movingPicture(const QModelIndex& index) const {
    if (!(moving_ == index)) {
        return {};
    }
    const QImage next = frames_.find({index.data(TakesModel::VideoRole).toString(), frame_});
    if (!next.isNull()) {
        shown_ = next;
    }
    return shown_;
}

void TakeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Palette& palette = theme_.palette();
    const QRectF cell = QRectF(option.rect).adjusted(4, 4, -4, -4);
    const QRectF picture(cell.left(), cell.top(), cell.width(), kPictureHeight - 4);
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter->fillRect(cell, option.state & QStyle::State_Selected ? palette.line : palette.raised);
    painter->fillRect(picture, palette.surround);
    const QImage moving = movingPicture(index);
    const QPixmap pixmap = moving.isNull()
                               ? thumbnails_.find(index.data(TakesModel::ThumbnailRole).toString(), kPictureHeight * 2)
                               : QPixmap::fromImage(moving);
    if (!pixmap.isNull()) {
        const QSizeF size = QSizeF(pixmap.size()).scaled(picture.size(), Qt::KeepAspectRatio);
        painter->drawPixmap(QRectF(picture.center() - QPointF(size.width() / 2, size.height() / 2), size), pixmap,
                            QRectF(pixmap.rect()));
    }
    const bool isChosen = index.data(TakesModel::ChosenRole).toBool();
    painter->setPen(palette.text);
    const QRectF text = QRectF(cell.left() + 6, picture.bottom() + 2, cell.width() - 12, 16);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignVCenter,
                      QFontMetricsF(painter->font())
                          .elidedText(index.data().toString(), Qt::ElideRight, text.width() - (isChosen ? 18 : 0)));
    if (isChosen) {
        painter->drawPixmap(QPointF(cell.right() - 20, text.top()),
                            theme_.pixmap(QStringLiteral("check"), palette.fresh, 14));
        painter->setPen(QPen(palette.fresh, 2));
        painter->drawRect(cell.adjusted(1, 1, -1, -1));
    }
    const int stars = index.data(TakesModel::StarsRole).toInt();
    for (int i = 0; i < stars; ++i) {
        painter->drawPixmap(QPointF(cell.left() + 6 + i * 13, text.bottom()),
                            theme_.pixmap(QStringLiteral("star-full"), palette.stale, 12));
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(palette.accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(cell);
    }
    painter->restore();
}

} // namespace longtake::ui
