// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/thumbnail_cache.h"

#include <QImageReader>

namespace longtake::ui {

namespace {

QImage readScaled(const QString& path, int height) {
    QImageReader reader(path);
    reader.setAutoTransform(true);
    const QSize full = reader.size();
    if (full.isValid() && full.height() > height) {
        reader.setScaledSize(full.scaled(QSize(height * 8, height), Qt::KeepAspectRatio));
    }
    return reader.read();
}

} // namespace

ThumbnailCache::ThumbnailCache(qsizetype limitBytes, QObject* parent)
    : QObject(parent)
    , pictures_(limitBytes) {
    pool_.setMaxThreadCount(1);
}

ThumbnailCache::~ThumbnailCache() {
    pool_.clear();
    pool_.waitForDone();
}

QString ThumbnailCache::keyOf(const QString& path, int height) {
    return QStringLiteral("%1@%2").arg(path).arg(height);
}

QPixmap ThumbnailCache::find(const QString& path, int height) {
    const QString key = keyOf(path, height);
    if (const QPixmap* known = pictures_.object(key)) {
        return *known;
    }
    if (path.isEmpty() || pending_.contains(key) || unreadable_.contains(key) || pending_.size() >= kMostPending) {
        return {};
    }
    pending_.insert(key);
    pool_.start([this, path, height, key] {
        const QImage picture = readScaled(path, height);
        QMetaObject::invokeMethod(
            this, [this, key, picture] { finish(key, picture); }, Qt::QueuedConnection);
    });
    return {};
}

void ThumbnailCache::finish(const QString& key, const QImage& picture) {
    pending_.remove(key);
    if (picture.isNull()) {
        unreadable_.insert(key);
        return;
    }
    pictures_.insert(key, new QPixmap(QPixmap::fromImage(picture)), picture.sizeInBytes());
    Q_EMIT ready();
}

void ThumbnailCache::forget(const QString& path) {
    const QString prefix = path + QLatin1Char('@');
    for (const QString& key : pictures_.keys()) {
        if (key.startsWith(prefix)) {
            pictures_.remove(key);
        }
    }
    unreadable_.removeIf([&prefix](const QString& key) { return key.startsWith(prefix); });
}

} // namespace longtake::ui
