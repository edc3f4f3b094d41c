// SPDX-License-Identifier: Apache-2.0
// A small picture to draw places on: premultiplied RGBA, periodic in x, anti-aliased by drawing at three times the
// size. Units: the canvas is kCanvasWidth x kCanvasHeight (twice the stage's scale), whatever the pixels asked for.
#pragma once

#include <torch/types.h>

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace longtake {

inline constexpr double kCanvasWidth = 640;
inline constexpr double kCanvasHeight = 192;

struct Colour {
    float r = 0, g = 0, b = 0;

    Colour scaled(const Colour& by, float factor = 1) const;
};

using Point = std::pair<double, double>;

class Canvas {
public:
    /// Transparent; `height` pixels when finished (width in proportion).
    explicit Canvas(int64_t height);

    /// Fills everything: `top` at y = 0 to `bottom` at `end_y` and below.
    void gradient(const Colour& top, const Colour& bottom, double end_y);
    void polygon(const std::vector<Point>& points, const Colour& colour);
    void rectangle(double x, double y, double right, double bottom, const Colour& colour);
    void circle(double x, double y, double radius, const Colour& colour);
    /// An outline `width` wide of an ellipse tilted by `angle` radians.
    void ring(double x, double y, double radius_x, double radius_y, double angle, double width, const Colour& colour);
    /// Everything below a wave of `count` periods over the width.
    void hills(double y, double amplitude, int count, double phase, const Colour& colour);

    /// uint8 [4, height, width + 2]: one column of the other side at both edges, for interpolation across the seam.
    torch::Tensor finish() const;

private:
    template <typename Inside>
    void fill(double left, double top, double right, double bottom, const Colour& colour, Inside inside);

    int64_t height_, width_; // finished pixels
    double scale_;           // drawn pixels per unit
    std::vector<std::array<float, 4>> pixels_;
};

} // namespace longtake
