// SPDX-License-Identifier: Apache-2.0
#include "core/media/mat_view.h"

#include <cassert>
#include <utility>
#include <vector>

namespace longtake {

cv::Mat mat_view(const Frame& frame) {
    // OpenCV knows no read-only matrix; the header's contract stands in for it.
    return {static_cast<int>(frame.size().height), static_cast<int>(frame.size().width), CV_8UC3,
            const_cast<uint8_t*>(frame.pixels().data())};
}

Frame frame_from(const cv::Mat& rgb) {
    assert(rgb.type() == CV_8UC3);
    const cv::Mat packed = rgb.isContinuous() ? rgb : rgb.clone();
    std::vector<uint8_t> pixels(packed.data, packed.data + packed.total() * 3);
    return {Size{packed.cols, packed.rows}, std::move(pixels)};
}

} // namespace longtake
