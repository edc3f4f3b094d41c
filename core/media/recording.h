// SPDX-License-Identifier: Apache-2.0
// Compressed packets -> a container on disk that appears under its name only when it is whole. MP4 and MOV are written
// as fragments of a tenth of a second and get their index in front at the end (design.md §1).
#pragma once

#include "core/base/units.h"
#include "core/media/av_handles.h"
#include "core/media/encoder_options.h"
#include "core/media/file_marks.h"
#include "core/media/video_formats.h"

#include <filesystem>

namespace longtake {

class Recording {
public:
    /// One video stream with the parameters `codec`, whose packets count time in frames of `rate`. Nothing is written
    /// yet.
    static Result<Recording> create(const std::filesystem::path& target,
                                    const VideoContainer& container,
                                    const AVCodecParameters& codec,
                                    FrameRate rate,
                                    const EncoderSettings& settings);

    Recording(Recording&& other) noexcept;
    Recording& operator=(Recording&& other) noexcept;
    Recording(const Recording&) = delete;
    Recording& operator=(const Recording&) = delete;
    /// Without finish() the part is removed.
    ~Recording();

    /// pts, dts and duration are in frames; the packet is taken over and comes back empty.
    Result<void> write(AVPacket& packet);
    /// Index in front, fsync, rename. Call once.
    Result<void> finish();

    /// `<target>.<pid>.part`
    const std::filesystem::path& part_path() const { return part_; }

private:
    Recording() = default;
    Result<void> close();
    void discard();

    std::filesystem::path target_;
    std::filesystem::path part_;
    VideoContainer container_;
    FileMarks marks_;
    AVRational frame_time_{1, 1};
    AvOutputHandle output_;
};

} // namespace longtake
