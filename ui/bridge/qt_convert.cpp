// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/qt_convert.h"

#include <QDateTime>
#include <QLocale>
#include <QVideoFrameFormat>

#include <cstring>
#include <memory>

namespace longtake::ui {

std::filesystem::path toPath(const QString& path) {
    return std::filesystem::path(path.toStdU16String());
}

QString toQt(const std::filesystem::path& path) {
    return QString::fromStdU16String(path.generic_u16string());
}

QImage toImage(const Frame& frame) {
    if (frame.is_empty()) {
        return {};
    }
    auto* owner = new Frame(frame);
    const QSize size = toQt(frame.size());
    return {owner->pixels().data(),
            size.width(),
            size.height(),
            size.width() * 3,
            QImage::Format_RGB888,
            [](void* held) { delete static_cast<Frame*>(held); },
            owner};
}

Frame toFrame(const QImage& image) {
    const QImage packed = image.convertToFormat(QImage::Format_RGB888);
    const auto rowBytes = static_cast<size_t>(packed.width()) * 3;
    std::vector<uint8_t> pixels(rowBytes * static_cast<size_t>(packed.height()));
    for (int y = 0; y < packed.height(); ++y) {
        std::memcpy(pixels.data() + rowBytes * static_cast<size_t>(y), packed.constScanLine(y), rowBytes);
    }
    return {Size{packed.width(), packed.height()}, std::move(pixels)};
}

QVideoFrame toVideoFrame(const QImage& image, qint64 start, qint64 end) {
    if (image.isNull()) {
        return {};
    }
    const QImage packed = image.convertToFormat(QImage::Format_RGB32);
    QVideoFrame frame(QVideoFrameFormat(packed.size(), QVideoFrameFormat::pixelFormatFromImageFormat(packed.format())));
    if (!frame.map(QVideoFrame::WriteOnly)) {
        return {};
    }
    const auto rowBytes = static_cast<size_t>(packed.width()) * 4;
    for (int y = 0; y < packed.height(); ++y) {
        std::memcpy(frame.bits(0) + static_cast<qsizetype>(y) * frame.bytesPerLine(0), packed.constScanLine(y),
                    rowBytes);
    }
    frame.unmap();
    frame.setStartTime(start);
    frame.setEndTime(end);
    return frame;
}

QImage toImage(const QVideoFrame& frame) {
    auto held = std::make_unique<QVideoFrame>(frame);
    if (!held->map(QVideoFrame::ReadOnly)) {
        return {};
    }
    const QVideoFrame& mapped = *held;
    const uchar* pixels = mapped.bits(0);
    const QSize size = mapped.size();
    const int rowBytes = mapped.bytesPerLine(0);
    const auto release = [](void* owner) {
        auto* mappedFrame = static_cast<QVideoFrame*>(owner);
        mappedFrame->unmap();
        delete mappedFrame;
    };
    return {pixels, size.width(), size.height(), rowBytes, QImage::Format_RGB32, release, held.release()};
}

QString localTime(const std::string& utc) {
    QDateTime time = QDateTime::fromString(toQt(utc), QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    time.setTimeSpec(Qt::UTC);
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat) : toQt(utc);
}

QString messageOf(const Error& error) {
    const QString message = QString::fromStdString(error.message);
    return error.hint.empty() ? message : QStringLiteral("%1\n%2").arg(message, QString::fromStdString(error.hint));
}

} // namespace longtake::ui
