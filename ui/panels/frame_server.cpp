// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/frame_server.h"

#include "core/media/video_reader.h"
#include "ui/bridge/qt_convert.h"

#include <algorithm>
#include <list>

namespace longtake::ui {

namespace {

QString keyOf(const FrameAddress& address) {
    return QStringLiteral("%1#%2").arg(address.path).arg(address.index);
}

} // namespace

/// Owns the readers; every method runs on the decoding thread.
class FrameServer::Decoder : public QObject {
public:
    void decode(const FrameAddress& address, QImage& image, QString& error) {
        VideoReader* reader = readerFor(address.path, error);
        if (reader == nullptr) {
            return;
        }
        const Result<int64_t> count = reader->frame_count();
        if (!count) {
            error = messageOf(count.error());
            return;
        }
        // A shot that became longer than its take shows the take's last frame until it is rendered again.
        Result<Frame> frame = reader->read(std::min(address.index, *count - 1));
        if (!frame) {
            error = messageOf(frame.error());
            return;
        }
        image = toImage(*frame);
    }

    void close(const QString& path) {
        readers_.remove_if([&path](const Open& open) { return open.path == path; });
    }

private:
    struct Open {
        QString path;
        std::unique_ptr<VideoReader> reader;
    };

    VideoReader* readerFor(const QString& path, QString& error) {
        const auto known =
            std::find_if(readers_.begin(), readers_.end(), [&path](const Open& open) { return open.path == path; });
        if (known != readers_.end()) {
            readers_.splice(readers_.begin(), readers_, known);
            return readers_.front().reader.get();
        }
        Result<VideoReader> opened = VideoReader::open(toPath(path));
        if (!opened) {
            error = messageOf(opened.error());
            return nullptr;
        }
        readers_.push_front({path, std::make_unique<VideoReader>(std::move(*opened))});
        if (readers_.size() > kMostOpen) {
            readers_.pop_back();
        }
        return readers_.front().reader.get();
    }

    static constexpr size_t kMostOpen = 6;
    std::list<Open> readers_;
};

FrameServer::FrameServer(qsizetype limitBytes, QObject* parent)
    : QObject(parent)
    , cache_(limitBytes)
    , decoder_(new Decoder) {
    decoder_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, decoder_, &QObject::deleteLater);
    thread_.setObjectName(QStringLiteral("decode"));
    thread_.start();
}

FrameServer::~FrameServer() {
    thread_.quit();
    thread_.wait();
}

QImage FrameServer::find(const FrameAddress& address) const {
    const QImage* known = cache_.object(keyOf(address));
    return known == nullptr ? QImage() : *known;
}

void FrameServer::want(std::vector<FrameAddress> addresses) {
    std::erase_if(addresses, [this](const FrameAddress& address) {
        const bool isDamaged = std::find(damaged_.begin(), damaged_.end(), address.path) != damaged_.end();
        return address.path.isEmpty() || isDamaged || cache_.contains(keyOf(address));
    });
    wanted_ = std::move(addresses);
    askNext();
}

void FrameServer::askNext() {
    if (isBusy_ || wanted_.empty()) {
        return;
    }
    isBusy_ = true;
    const FrameAddress address = wanted_.front();
    wanted_.erase(wanted_.begin());
    QMetaObject::invokeMethod(decoder_, [this, address, decoder = decoder_] {
        QImage image;
        QString error;
        decoder->decode(address, image, error);
        QMetaObject::invokeMethod(
            this, [this, address, image, error] { take(address, image, error); }, Qt::QueuedConnection);
    });
}

void FrameServer::take(const FrameAddress& address, const QImage& image, const QString& error) {
    isBusy_ = false;
    if (!error.isEmpty()) {
        damaged_.push_back(address.path);
        std::erase_if(wanted_, [&address](const FrameAddress& other) { return other.path == address.path; });
        Q_EMIT unreadable(address.path, error);
    } else {
        cache_.insert(keyOf(address), new QImage(image), std::max<qsizetype>(1, image.sizeInBytes()));
        Q_EMIT frameReady(address.path, address.index);
    }
    askNext();
}

void FrameServer::forget(const QString& path) {
    const QString prefix = path + QLatin1Char('#');
    for (const QString& key : cache_.keys()) {
        if (key.startsWith(prefix)) {
            cache_.remove(key);
        }
    }
    std::erase(damaged_, path);
    QMetaObject::invokeMethod(decoder_, [path, decoder = decoder_] { decoder->close(path); });
}

} // namespace longtake::ui
