// SPDX-License-Identifier: Apache-2.0
// Frames <-> libav pictures. RGB becomes YUV by the BT.709 matrix in limited range, and the picture says so in its
// tags; YUV becomes RGB by whatever its tags say (BT.709 from 720 lines up and BT.601 below where they say nothing).
#pragma once

#include "core/base/result.h"
#include "core/media/av_handles.h"
#include "core/media/frame.h"

namespace longtake {

/// Writes frames of one size into one pixel format.
class PictureWriter {
public:
    static Result<PictureWriter> create(Size size, AVPixelFormat format);
    /// The same AVFrame each time, its pixels replaced; pts is the caller's. `frame` has the size given to create().
    Result<AVFrame*> convert(const Frame& frame);
    /// Its format and colour tags.
    const AVFrame& picture() const { return *picture_; }

private:
    Size size_;
    AvScalerHandle scaler_;
    AvFrameHandle picture_;
};

/// Reads pictures of any size and format; keeps the scaler of the last one.
class PictureReader {
public:
    Result<Frame> convert(const AVFrame& picture);

private:
    AvScalerHandle scaler_;
    int width_ = 0;
    int height_ = 0;
    int format_ = -1;
    int colour_space_ = -1;
    int range_ = -1;
};

} // namespace longtake
