// SPDX-License-Identifier: Apache-2.0
// Units that are easy to confuse get a type: pixel frames, frame rates, picture sizes.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace longtake {

/// A number of pixel frames (never latent frames).
struct FrameCount {
    int64_t value = 0;

    auto operator<=>(const FrameCount&) const = default;
};

/// A length of film in seconds, before any frame rate is known.
struct Seconds {
    double value = 0;

    auto operator<=>(const Seconds&) const = default;
};

/// Frames per second as a fraction, so that 23.976 is 24000/1001.
struct FrameRate {
    int64_t numerator = 16;
    int64_t denominator = 1;

    bool operator==(const FrameRate&) const = default;
    double per_second() const { return static_cast<double>(numerator) / static_cast<double>(denominator); }
};

/// A picture size in pixels.
struct Size {
    int64_t width = 0;
    int64_t height = 0;

    bool operator==(const Size&) const = default;
    /// Whether each side is a multiple of `of`'s.
    bool is_multiple(Size of) const { return width % of.width == 0 && height % of.height == 0; }
};

/// What sides must be multiples of, in words: "16", or "16 (width) and 24 (height)".
std::string multiple_text(Size of);

/// The frame counts a model can make. The first latent of a stream holds one pixel frame, every later one `step`: a
/// shot that begins a stream has step * n + 1 frames (Wan 4n+1, LTX 8n+1), one that continues a stream has step * n, n
/// >= 1.
struct FrameGrid {
    int64_t step = 4;

    bool operator==(const FrameGrid&) const = default;
    bool contains(FrameCount frames) const { return frames.value >= 1 && (frames.value - 1) % step == 0; }
    /// The nearest legal count of a shot that begins a stream, at least 1; ties go up.
    FrameCount snap(FrameCount frames) const;
    /// The nearest legal count of a shot that continues a stream, at least `step`; ties go up.
    FrameCount snap_continuing(FrameCount frames) const;
};

/// "WxH" with both sides in [1, 65535].
Result<Size> parse_size(std::string_view text);
std::string to_string(Size size);

/// "24", "23.976" or "24000/1001"; in (0, 1000].
Result<FrameRate> parse_frame_rate(std::string_view text);
/// Shortest text that parse_frame_rate reads back to the same value.
std::string to_string(FrameRate rate);

/// Frames that last closest to `seconds` at `rate`, at least 1.
FrameCount frames_for(double seconds, FrameRate rate);

} // namespace longtake
