// SPDX-License-Identifier: Apache-2.0
// Pictures with known content: a smooth, textured plane seen through a window that can be moved by whole and part
// pixels.
#pragma once

#include "core/media/frame.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace longtake {

/// The plane seen from (left, top): sums of sines that no shift below a few hundred pixels maps onto itself.
inline Frame picture_at(Size size, double left, double top = 0.0, double brightness = 0.0) {
    std::vector<uint8_t> pixels;
    pixels.reserve(static_cast<size_t>(size.width * size.height * 3));
    for (int64_t y = 0; y < size.height; ++y) {
        for (int64_t x = 0; x < size.width; ++x) {
            const double u = static_cast<double>(x) + left;
            const double v = static_cast<double>(y) + top;
            for (const double phase : {0.0, 1.1, 2.3}) {
                const double value = 128.0 + 45.0 * std::sin(0.31 * u + 0.11 * v + phase) +
                                     35.0 * std::sin(0.17 * v - 0.071 * u + 2.0 * phase) +
                                     25.0 * std::sin(0.037 * u + 0.023 * v);
                pixels.push_back(static_cast<uint8_t>(std::clamp(value + brightness, 0.0, 255.0)));
            }
        }
    }
    return {size, std::move(pixels)};
}

/// One colour everywhere.
inline Frame plain_picture(Size size, uint8_t red, uint8_t green, uint8_t blue) {
    std::vector<uint8_t> pixels;
    for (int64_t index = 0; index < size.width * size.height; ++index) {
        for (const uint8_t value : {red, green, blue}) {
            pixels.push_back(value);
        }
    }
    return {size, std::move(pixels)};
}

/// Mean absolute difference of two frames of one size, in grey levels 0..255.
inline double mean_difference(const Frame& first, const Frame& second) {
    double sum = 0.0;
    for (size_t index = 0; index < first.pixels().size(); ++index) {
        sum += std::abs(static_cast<double>(first.pixels()[index]) - static_cast<double>(second.pixels()[index]));
    }
    return sum / static_cast<double>(first.pixels().size());
}

} // namespace longtake
