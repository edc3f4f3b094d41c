// SPDX-License-Identifier: Apache-2.0
// Frames as timecode HH:MM:SS:FF and as spoken durations. Non-drop: the frame field counts whole frames of the nominal
// rate.
#pragma once

#include "core/base/units.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace longtake::ui {

/// Frames per timecode second: the rate rounded to a whole number, at least 1.
int64_t nominalRate(FrameRate rate);
/// "00:00:12:08"; negative frames give the text of frame 0.
QString timecode(int64_t frame, FrameRate rate);
/// "12", "12:08", "01:12:08" or "00:01:12:08" -> a frame; a single number is a frame number.
std::optional<int64_t> frameFromTimecode(const QString& text, FrameRate rate);
/// "2.06 s", in the locale's number format.
QString secondsText(int64_t frames, FrameRate rate);
/// "1:40" or "2:03:10", for remaining times; "<1 s" shows as "0:01".
QString clockText(double seconds);

} // namespace longtake::ui
