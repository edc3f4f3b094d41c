// SPDX-License-Identifier: Apache-2.0
// Small pictures by file path, loaded off the GUI thread and only when asked for; least recently used ones go first.
#pragma once

#include <QCache>
#include <QHash>
#include <QObject>
#include <QPixmap>
#include <QSet>
#include <QThreadPool>

namespace longtake::ui {

class ThumbnailCache : public QObject {
    Q_OBJECT
public:
    /// Keeps at most `limitBytes` of decoded pictures.
    explicit ThumbnailCache(qsizetype limitBytes = qsizetype{64} << 20, QObject* parent = nullptr);
    ~ThumbnailCache() override;

    /// The picture scaled to `height` pixels, or null while it loads (ready() follows) or when it cannot be read.
    QPixmap find(const QString& path, int height);
    /// Forgets a file that was written anew.
    void forget(const QString& path);
    qsizetype heldBytes() const { return pictures_.totalCost(); }

Q_SIGNALS:
    void ready();

private:
    static QString keyOf(const QString& path, int height);
    void finish(const QString& key, const QImage& picture);

    static constexpr int kMostPending = 64; ///< beyond this a request is dropped; the next paint asks again
    QCache<QString, QPixmap> pictures_;
    QSet<QString> pending_;
    QSet<QString> unreadable_;
    QThreadPool pool_;
};

} // namespace longtake::ui
