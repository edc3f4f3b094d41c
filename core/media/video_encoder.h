// SPDX-License-Identifier: Apache-2.0
// Frames -> a video file through libav. The file appears under its name only when it is whole and on disk; until then
// it is recorded beside it. MP4 and MOV are recorded in fragments, so that what a killed program leaves can be
// recovered.
#pragma once

#include "core/base/result.h"
#include "core/media/encoder_options.h"
#include "core/media/frame.h"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace longtake {

class VideoEncoder {
public:
    /// The container follows from the extension of `target`, the codec from `settings`. Refuses a format this build
    /// cannot write, odd sides where the codec halves colour, settings out of range and a folder that is not there.
    static Result<VideoEncoder>
    create(const std::filesystem::path& target, Size size, FrameRate rate, const EncoderSettings& settings = {});

    VideoEncoder(VideoEncoder&& other) noexcept;
    VideoEncoder& operator=(VideoEncoder&& other) noexcept;
    VideoEncoder(const VideoEncoder&) = delete;
    VideoEncoder& operator=(const VideoEncoder&) = delete;
    /// Without finish() nothing stays on disk.
    ~VideoEncoder();

    /// Appends one frame of the size given to create(). After an error the encoder is of no more use.
    Result<void> write(const Frame& frame);
    /// Flushes the encoder, puts the index in front, flushes the disk and renames. Needs at least one frame. Call once.
    Result<void> finish();

    int64_t frame_count() const;
    /// Where frames go until finish(): `<target>.<pid>.part`, playable at any moment.
    const std::filesystem::path& part_path() const;

private:
    struct State;
    explicit VideoEncoder(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

} // namespace longtake
