// SPDX-License-Identifier: Apache-2.0
#include "core/train/cutout_world/canvas.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace longtake {

namespace {

constexpr int64_t kSamples = 3; // per pixel and axis

bool is_inside_polygon(const std::vector<Point>& points, double x, double y) {
    bool is_inside = false;
    for (size_t i = 0, j = points.size() - 1; i < points.size(); j = i++) {
        const auto& [xi, yi] = points[i];
        const auto& [xj, yj] = points[j];
        if ((yi > y) != (yj > y) && x < (xj - xi) * (y - yi) / (yj - yi) + xi) {
            is_inside = !is_inside;
        }
    }
    return is_inside;
}

} // namespace

Colour Colour::scaled(const Colour& by, float factor) const {
    const auto limit = [](float value) { return std::clamp(value, 0.F, 1.F); };
    return {limit(r * by.r * factor), limit(g * by.g * factor), limit(b * by.b * factor)};
}

Canvas::Canvas(int64_t height)
    : height_(height)
    , width_(std::llround(static_cast<double>(height) * kCanvasWidth / kCanvasHeight))
    , scale_(static_cast<double>(height * kSamples) / kCanvasHeight)
    , pixels_(static_cast<size_t>(height_ * width_ * kSamples * kSamples)) {}

template <typename Inside>
void Canvas::fill(double left, double top, double right, double bottom, const Colour& colour, Inside inside) {
    const int64_t columns = width_ * kSamples, rows = height_ * kSamples;
    const auto first_row = std::max<int64_t>(0, static_cast<int64_t>(std::floor(top * scale_)));
    const auto last_row = std::min(rows, static_cast<int64_t>(std::ceil(bottom * scale_)));
    const auto first_column = static_cast<int64_t>(std::floor(left * scale_));
    const auto last_column = std::min(static_cast<int64_t>(std::ceil(right * scale_)), first_column + columns);
    for (int64_t row = first_row; row < last_row; ++row) {
        const double y = (static_cast<double>(row) + .5) / scale_;
        for (int64_t column = first_column; column < last_column; ++column) {
            if (inside((static_cast<double>(column) + .5) / scale_, y)) {
                const int64_t wrapped = ((column % columns) + columns) % columns;
                pixels_[static_cast<size_t>(row * columns + wrapped)] = {colour.r, colour.g, colour.b, 1};
            }
        }
    }
}

void Canvas::gradient(const Colour& top, const Colour& bottom, double end_y) {
    const int64_t columns = width_ * kSamples;
    for (int64_t row = 0; row < height_ * kSamples; ++row) {
        const auto f = static_cast<float>(std::min(1.0, (static_cast<double>(row) + .5) / scale_ / end_y));
        const std::array<float, 4> pixel{top.r + f * (bottom.r - top.r), top.g + f * (bottom.g - top.g),
                                         top.b + f * (bottom.b - top.b), 1};
        std::fill_n(pixels_.begin() + row * columns, columns, pixel);
    }
}

void Canvas::polygon(const std::vector<Point>& points, const Colour& colour) {
    const auto by_x = [](const Point& a, const Point& b) { return a.first < b.first; };
    const auto by_y = [](const Point& a, const Point& b) { return a.second < b.second; };
    const auto [left, right] = std::minmax_element(points.begin(), points.end(), by_x);
    const auto [top, bottom] = std::minmax_element(points.begin(), points.end(), by_y);
    fill(left->first, top->second, right->first, bottom->second, colour,
         [&](double x, double y) { return is_inside_polygon(points, x, y); });
}

void Canvas::rectangle(double x, double y, double right, double bottom, const Colour& colour) {
    fill(x, y, right, bottom, colour,
         [&](double px, double py) { return px >= x && px < right && py >= y && py < bottom; });
}

void Canvas::circle(double x, double y, double radius, const Colour& colour) {
    fill(x - radius, y - radius, x + radius, y + radius, colour,
         [&](double px, double py) { return (px - x) * (px - x) + (py - y) * (py - y) < radius * radius; });
}

void Canvas::ring(
    double x, double y, double radius_x, double radius_y, double angle, double width, const Colour& colour) {
    const double reach = std::max(radius_x, radius_y) + width;
    const double cosine = std::cos(angle), sine = std::sin(angle);
    fill(x - reach, y - reach, x + reach, y + reach, colour, [&](double px, double py) {
        const double u = cosine * (px - x) + sine * (py - y), v = cosine * (py - y) - sine * (px - x);
        const double distance = std::hypot(u / radius_x, v / radius_y);
        const double slope =
            std::hypot(u / (radius_x * radius_x), v / (radius_y * radius_y)) / std::max(distance, 1e-6);
        return std::abs(distance - 1) < .5 * width * slope;
    });
}

void Canvas::hills(double y, double amplitude, int count, double phase, const Colour& colour) {
    fill(0, y - amplitude, kCanvasWidth, kCanvasHeight, colour, [&](double px, double py) {
        return py > y + amplitude * std::sin(2 * std::numbers::pi * count * px / kCanvasWidth + phase);
    });
}

torch::Tensor Canvas::finish() const {
    const int64_t rows = height_ * kSamples, columns = width_ * kSamples;
    const torch::Tensor drawn = torch::from_blob(const_cast<std::array<float, 4>*>(pixels_.data()),
                                                 {height_, kSamples, width_, kSamples, 4}, torch::kFloat32);
    TORCH_CHECK(drawn.numel() == rows * columns * 4, "[canvas] expected ", rows * columns * 4, " values, got ",
                drawn.numel());
    const torch::Tensor small =
        drawn.mean({1, 3}).permute({2, 0, 1}).mul(255).round().to(torch::kUInt8); // [4, height, width]
    return torch::cat({small.narrow(2, width_ - 1, 1), small, small.narrow(2, 0, 1)}, 2).contiguous();
}

} // namespace longtake
