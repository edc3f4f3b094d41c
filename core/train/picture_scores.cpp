// SPDX-License-Identifier: Apache-2.0
#include "core/train/picture_scores.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>

namespace longtake {

namespace {

constexpr int64_t kWindow = 12; // differences on either side of a seam

std::array<double, 3> mean_lab(const torch::Tensor& frames) {
    return lab_of(frames.to(torch::kFloat32).div(255).mean({0, 2, 3}));
}

} // namespace

double psnr(const torch::Tensor& made, const torch::Tensor& truth) {
    return -10 * std::log10((made - truth).div(2).square().mean().item<double>() + 1e-12);
}

double median_value(std::vector<double> values) {
    if (values.empty()) {
        return 0;
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

std::vector<double> seam_ratios(const torch::Tensor& frames, const std::vector<int64_t>& seams) {
    const torch::Tensor grey = frames.to(torch::kFloat32).mean(1);
    const int64_t pairs = grey.size(0) - 1;
    const torch::Tensor differences = (grey.narrow(0, 1, pairs) - grey.narrow(0, 0, pairs))
                                          .abs()
                                          .mean({1, 2})
                                          .contiguous(); // entry i: frame i to i + 1
    std::vector<double> ratios;
    for (const int64_t seam : seams) {
        std::vector<double> near;
        for (int64_t i = std::max<int64_t>(0, seam - 1 - kWindow); i < std::min(pairs, seam + kWindow); ++i) {
            if (i != seam - 1) {
                near.push_back(differences[i].item<double>());
            }
        }
        ratios.push_back(differences[seam - 1].item<double>() / std::max(1e-3, median_value(near)));
    }
    return ratios;
}

std::array<double, 3> lab_of(const torch::Tensor& rgb) {
    std::array<double, 3> linear{};
    for (int64_t c = 0; c < 3; ++c) {
        const auto v = rgb[c].item<double>();
        linear[static_cast<size_t>(c)] = v <= .04045 ? v / 12.92 : std::pow((v + .055) / 1.055, 2.4);
    }
    const auto [r, g, b] = linear;
    const auto f = [](double t) { return t > .008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = f((.4124 * r + .3576 * g + .1805 * b) / .9505), y = f(.2126 * r + .7152 * g + .0722 * b),
                 z = f((.0193 * r + .1192 * g + .9505 * b) / 1.089);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double colour_drift(const torch::Tensor& frames) {
    const int64_t count = std::min(kSecond, frames.size(0));
    const auto first = mean_lab(frames.narrow(0, 0, count)),
               last = mean_lab(frames.narrow(0, frames.size(0) - count, count));
    return std::hypot(last[0] - first[0], last[1] - first[1], last[2] - first[2]);
}

double sharpness(const torch::Tensor& frames) {
    const torch::Tensor grey = frames.to(torch::kFloat32).mean(1, true);
    const torch::Tensor kernel = torch::tensor({0.F, 1.F, 0.F, 1.F, -4.F, 1.F, 0.F, 1.F, 0.F}).view({1, 1, 3, 3});
    return torch::conv2d(grey, kernel).var().item<double>();
}

} // namespace longtake
