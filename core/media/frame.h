// SPDX-License-Identifier: Apache-2.0
// One picture: 8-bit RGB, rows packed from top to bottom. The pixels never change, so copies share them and a frame may
// cross threads freely.
#pragma once

#include "core/base/units.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace longtake {

class Frame {
public:
    /// An empty frame of size 0x0.
    Frame() = default;
    /// `pixels` holds width * height * 3 bytes, R G B per pixel; any other count is a defect (asserted).
    Frame(Size size, std::vector<uint8_t> pixels);

    Size size() const { return size_; }
    bool is_empty() const { return pixels_ == nullptr; }
    /// width * height * 3 bytes.
    std::span<const uint8_t> pixels() const;
    /// The three bytes of one pixel; x and y are inside the picture (asserted).
    std::span<const uint8_t, 3> pixel(int64_t x, int64_t y) const;

    /// Same size and same pixels.
    bool operator==(const Frame& other) const;

private:
    Size size_;
    std::shared_ptr<const std::vector<uint8_t>> pixels_;
};

} // namespace longtake
