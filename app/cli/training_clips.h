// SPDX-License-Identifier: Apache-2.0
// A person's folder of video files with captions -> the folder of frames that the trainer reads. The engine-only build
// links no_training_clips.cpp, which takes frames only.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <filesystem>
#include <functional>
#include <string>

namespace longtake {

struct ClipPreparation {
    std::filesystem::path folder; ///< NAME.mp4 (or another video file) or NAME.safetensors, each with NAME.txt
    std::filesystem::path out;    ///< where frames are kept between runs
    Size size;
    FrameRate frame_rate;
    std::function<void(const std::string&)> log;
};

/// `folder` itself when it holds no video files, else `out` with the frames of every video: filling `size` (what sticks
/// out is cut away), at `frame_rate` by the nearest frame, uint8 [F, 3, H, W]. A video that has not changed is not read
/// again. Errors (BadInput): a video without a caption, damaged, or longer than a clip should be.
Result<std::filesystem::path> prepare_training_clips(const ClipPreparation& wish);

} // namespace longtake
