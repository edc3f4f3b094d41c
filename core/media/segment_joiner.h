// SPDX-License-Identifier: Apache-2.0
// One film from pieces: compressed ones are copied as they are, pictures in between are encoded with the same settings,
// so that an export of unchanged shots costs reading and writing only. Pieces fit when their decoder set-up bytes are
// equal.
#pragma once

#include "core/base/result.h"
#include "core/media/encoder_options.h"
#include "core/media/frame.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace longtake {

/// What is known about a compressed piece without decoding it.
struct SegmentInfo {
    int64_t frames = 0;
    /// Frames a decoder can start at, ascending; whatever comes before such a frame needs nothing behind it.
    std::vector<int64_t> keyframes;
};

class SegmentJoiner {
public:
    /// Like VideoEncoder::create. `settings` are those the pieces to copy were made with.
    static Result<SegmentJoiner>
    create(const std::filesystem::path& target, Size size, FrameRate rate, const EncoderSettings& settings);

    SegmentJoiner(SegmentJoiner&& other) noexcept;
    SegmentJoiner& operator=(SegmentJoiner&& other) noexcept;
    SegmentJoiner(const SegmentJoiner&) = delete;
    SegmentJoiner& operator=(const SegmentJoiner&) = delete;
    /// Without finish() nothing stays on disk.
    ~SegmentJoiner();

    /// Whether `segment` was made with the joiner's settings; nothing about it when it was not or cannot be read.
    std::optional<SegmentInfo> inspect(const std::filesystem::path& segment) const;

    /// Appends frames [first, last) of a segment that inspect() knew. `first` is a keyframe; `last` is one too or the
    /// end.
    Result<void> copy(const std::filesystem::path& segment, int64_t first, int64_t last);
    /// Appends one picture.
    Result<void> write(const Frame& frame);
    /// As VideoEncoder::finish().
    Result<void> finish();

    int64_t frame_count() const;

private:
    struct State;
    explicit SegmentJoiner(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

} // namespace longtake
