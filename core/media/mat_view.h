// SPDX-License-Identifier: Apache-2.0
// Frames as OpenCV matrices and back. Only files of this room that compute with OpenCV include it.
#pragma once

#include "core/media/frame.h"

#include <opencv2/core/mat.hpp>

namespace longtake {

/// The frame's own pixels (CV_8UC3, R G B); valid while the frame lives, never to be written to.
cv::Mat mat_view(const Frame& frame);
/// A frame with a copy of a CV_8UC3 matrix in R G B order.
Frame frame_from(const cv::Mat& rgb);

} // namespace longtake
