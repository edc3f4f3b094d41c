// SPDX-License-Identifier: Apache-2.0
// How one take looks in the grid: its picture, number, stars, and a border around the chosen one. The take under the
// mouse moves.
#pragma once

#include "ui/panels/frame_server.h"
#include "ui/timeline/thumbnail_cache.h"

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>
#include <QTimer>

class QAbstractItemView;

namespace longtake::ui {

class Theme;

class TakeDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    TakeDelegate(const Theme& theme, QAbstractItemView& view);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    /// The take that moves; an invalid index for none.
    void setMoving(const QModelIndex& index);
    QModelIndex moving() const { return moving_; }

private:
    QImage movingPicture(const QModelIndex& index) const;
    void advance();

    const Theme& theme_;
    QAbstractItemView& view_;
    mutable ThumbnailCache thumbnails_; ///< painting asks for pictures
    FrameServer frames_;
    QTimer clock_;
    QPersistentModelIndex moving_;
    int64_t frame_ = 0;
    mutable QImage shown_; ///< stays until the next frame is decoded
};

} // namespace longtake::ui
