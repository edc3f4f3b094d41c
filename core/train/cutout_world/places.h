// SPDX-License-Identifier: Apache-2.0
// The places of the cutout world, drawn procedurally in three parallax layers: sky, middle, near. One function per
// place; the same (place, time, variant) always gives the same picture.
#pragma once

#include "core/train/cutout_world/canvas.h"

#include "core/train/random.h"

#include <cstdint>
#include <string>

namespace longtake {

/// What a place function draws on, and with which light.
struct Scenery {
    Canvas sky, middle, near;
    std::string time; ///< "day", "sunset", "night", "morning"
    Colour tint;
    Random random;
    double horizon = kCanvasHeight * .66;

    Colour lit(const Colour& colour, float factor = 1) const { return colour.scaled(tint, factor); }
};

/// uint8 [3, 4, height, width + 2], layers back to front, premultiplied; the first is opaque.
/// `place` and `time` are keys of the vocabulary; an unknown place is a defect (throws).
torch::Tensor draw_place(const std::string& place, const std::string& time, int64_t variant, int64_t height);

/// The falling streaks or dots of "rain" and "snowfall": uint8 [4, height, width + 2], periodic in x and y.
torch::Tensor draw_weather(const std::string& weather, int64_t height);

} // namespace longtake
