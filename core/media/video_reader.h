// SPDX-License-Identifier: Apache-2.0
// A video file -> its frames, in order or by exact number. Frame n is the n-th picture in display order; seeking never
// lands on a neighbour, because the packets' times are listed once and the decoder runs on until that time appears.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/media/frame.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace longtake {

struct VideoInfo {
    Size size;
    FrameRate frame_rate;
    std::string codec; ///< libav's name, "h264"
    std::string pixel_format;
    std::string colour_space; ///< "bt709", "unknown"
    std::string colour_range; ///< "tv", "pc", "unknown"
    std::map<std::string, std::string> metadata;
};

/// Not thread-safe; one reader per thread.
class VideoReader {
public:
    /// Refuses files without video, pictures above 16384 a side and damaged headers.
    static Result<VideoReader> open(const std::filesystem::path& path);

    VideoReader(VideoReader&& other) noexcept;
    VideoReader& operator=(VideoReader&& other) noexcept;
    VideoReader(const VideoReader&) = delete;
    VideoReader& operator=(const VideoReader&) = delete;
    ~VideoReader();

    const VideoInfo& info() const;
    /// Counts the pictures by reading the file once (no decoding); later calls are free.
    Result<int64_t> frame_count();
    /// The frame after the last one read (the first at the start); empty at the end.
    Result<std::optional<Frame>> next();
    /// Frame `index`, 0 .. frame_count() - 1. Cheap when it is at or a little behind the last one read.
    Result<Frame> read(int64_t index);

private:
    struct State;
    explicit VideoReader(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

} // namespace longtake
