// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/preview_mailbox.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <cstring>

namespace longtake::ui {

namespace {

constexpr size_t kStripBytes = size_t{24} << 20; ///< 33 frames of 480x480 and more

} // namespace

PreviewMailbox::PreviewMailbox() {
    const QString wanted = QStringLiteral("longtake-%1-%2")
                               .arg(QCoreApplication::applicationPid())
                               .arg(QRandomGenerator::global()->bounded(1'000'000));
    Result<PreviewMemory> made = PreviewMemory::create(wanted.toStdString(), kStripBytes);
    if (made) {
        name_ = wanted;
        memory_ = std::make_unique<PreviewMemory>(std::move(*made));
    }
}

std::optional<LiveStrip> PreviewMailbox::fetch() {
    const std::optional<PreviewStrip> strip = memory_ ? memory_->read_newer_than(seen_) : std::nullopt;
    if (!strip) {
        return std::nullopt;
    }
    seen_ = strip->serial;
    LiveStrip live;
    live.firstFrame = strip->first_frame;
    const auto rowBytes = static_cast<size_t>(strip->width) * 3;
    const size_t frameBytes = rowBytes * static_cast<size_t>(strip->height);
    for (int64_t i = 0; i < strip->frame_count; ++i) {
        QImage frame(static_cast<int>(strip->width), static_cast<int>(strip->height), QImage::Format_RGB888);
        for (int y = 0; y < frame.height(); ++y) {
            std::memcpy(frame.scanLine(y),
                        strip->rgb.data() + static_cast<size_t>(i) * frameBytes + static_cast<size_t>(y) * rowBytes,
                        rowBytes);
        }
        live.frames.push_back(std::move(frame));
    }
    return live;
}

} // namespace longtake::ui
