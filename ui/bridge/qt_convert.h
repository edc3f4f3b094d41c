// SPDX-License-Identifier: Apache-2.0
// The one place where core's values become Qt's and back.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/media/frame.h"

#include <QImage>
#include <QSize>
#include <QString>
#include <QVideoFrame>

#include <filesystem>

namespace longtake::ui {

inline QString toQt(const std::string& text) {
    return QString::fromStdString(text);
}
inline std::string toCore(const QString& text) {
    return text.toStdString();
}
inline QSize toQt(Size size) {
    return {static_cast<int>(size.width), static_cast<int>(size.height)};
}
std::filesystem::path toPath(const QString& path);
QString toQt(const std::filesystem::path& path);

/// RGB888; shares the frame's pixels, which live as long as the image.
QImage toImage(const Frame& frame);
Frame toFrame(const QImage& image);

/// A video frame that shows `image` from `start` to `end`, microseconds of the film; invalid for a null image.
QVideoFrame toVideoFrame(const QImage& image, qint64 start, qint64 end);
/// Shares the frame's pixels, which live as long as the image; null for an invalid frame.
QImage toImage(const QVideoFrame& frame);

/// A moment as readable_utc() writes it, in the person's time and language; what is no moment stays as it is.
QString localTime(const std::string& utc);

/// Message and hint as one text for a dialog.
QString messageOf(const Error& error);

} // namespace longtake::ui
