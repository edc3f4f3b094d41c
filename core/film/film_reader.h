// SPDX-License-Identifier: Apache-2.0
// The film as one row of pictures: frame n of the timeline, read from the segments of the shots' takes, dissolves
// mixed.
#pragma once

#include "core/base/result.h"
#include "core/media/frame.h"
#include "core/media/video_reader.h"
#include "core/project/timeline.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <vector>

namespace longtake {

/// Not thread-safe. Keeps at most a few segments open; frames in ascending order are decoded once each.
class FilmReader {
public:
    /// `segments` holds one file for each shot of the timeline; an empty path is a shot without a take, whose frames
    /// are errors. Pictures of another size are fitted into `size` with black around them; a segment shorter than its
    /// shot holds its last picture.
    FilmReader(Timeline timeline, std::vector<std::filesystem::path> segments, Size size);

    int64_t frame_count() const { return timeline_.total_frames; }
    const Timeline& timeline() const { return timeline_; }
    /// Frame `index` of the film, 0 .. frame_count() - 1.
    Result<Frame> read(int64_t index);

private:
    Result<Frame> read_shot(size_t shot, int64_t shot_frame);
    Result<VideoReader*> open(size_t shot);

    Timeline timeline_;
    std::vector<std::filesystem::path> segments_;
    Size size_;
    std::map<size_t, VideoReader> open_;
};

} // namespace longtake
