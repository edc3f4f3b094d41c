// SPDX-License-Identifier: Apache-2.0
#include "core/media/frame.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace longtake {

Frame::Frame(Size size, std::vector<uint8_t> pixels)
    : size_(size)
    , pixels_(std::make_shared<const std::vector<uint8_t>>(std::move(pixels))) {
    assert(static_cast<int64_t>(pixels_->size()) == size.width * size.height * 3);
}

std::span<const uint8_t> Frame::pixels() const {
    return is_empty() ? std::span<const uint8_t>() : std::span<const uint8_t>(*pixels_);
}

std::span<const uint8_t, 3> Frame::pixel(int64_t x, int64_t y) const {
    assert(x >= 0 && y >= 0 && x < size_.width && y < size_.height);
    return std::span<const uint8_t, 3>(pixels_->data() + (y * size_.width + x) * 3, 3);
}

bool Frame::operator==(const Frame& other) const {
    return size_ == other.size_ && (pixels_ == other.pixels_ || std::ranges::equal(pixels(), other.pixels()));
}

} // namespace longtake
