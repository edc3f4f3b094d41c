// SPDX-License-Identifier: Apache-2.0
// Decoded frames by file and number. Decoding runs on one thread of its own; the GUI thread asks, gets what is cached
// at once and a signal for the rest. What is wanted is replaced as a whole, so a scrub never queues up old frames.
#pragma once

#include <QCache>
#include <QImage>
#include <QObject>
#include <QString>
#include <QThread>

#include <cstdint>
#include <memory>
#include <vector>

namespace longtake::ui {

/// One decoded picture: frame `index` of the video file `path`, the last one for what is behind its end.
struct FrameAddress {
    QString path;
    int64_t index = 0;
    bool operator==(const FrameAddress&) const = default;
};

class FrameServer : public QObject {
    Q_OBJECT
public:
    explicit FrameServer(qsizetype limitBytes = qsizetype{256} << 20, QObject* parent = nullptr);
    ~FrameServer() override;

    /// The picture when it is decoded already, else a null image.
    QImage find(const FrameAddress& address) const;
    /// Decodes these in order, in place of whatever was wanted before; frameReady() follows for each.
    void want(std::vector<FrameAddress> addresses);
    /// Forgets a file that was written anew.
    void forget(const QString& path);

Q_SIGNALS:
    void frameReady(const QString& path, qint64 index);
    /// A file that cannot be decoded; said once per file.
    void unreadable(const QString& path, const QString& message);

private:
    class Decoder;
    void askNext();
    void take(const FrameAddress& address, const QImage& image, const QString& error);

    mutable QCache<QString, QImage> cache_;
    std::vector<FrameAddress> wanted_;
    std::vector<QString> damaged_;
    bool isBusy_ = false;
    QThread thread_;
    Decoder* decoder_; ///< lives in thread_, which deletes it
};

} // namespace longtake::ui
