// SPDX-License-Identifier: Apache-2.0
#include "core/schedule/flow_sigmas.h"

#include <cmath>
#include <cstddef>

namespace longtake {

namespace {

template <typename Warp> std::vector<double> mapped(std::vector<double> values, Warp warp) {
    for (double& value : values) {
        value = warp(value);
    }
    return values;
}

} // namespace

std::vector<double> linspace(double start, double stop, int64_t count) {
    std::vector<double> values(static_cast<size_t>(count), start);
    const double step = (stop - start) / static_cast<double>(count - 1);
    for (int64_t i = 1; i < count; ++i) {
        values[static_cast<size_t>(i)] = static_cast<double>(i) * step + start;
    }
    if (count > 1) {
        values.back() = stop;
    }
    return values;
}

std::vector<double> shift_statically(std::vector<double> sigmas, double shift) {
    return mapped(std::move(sigmas), [shift](double s) { return shift * s / (1 + (shift - 1) * s); });
}

std::vector<double> shift_dynamically(std::vector<double> sigmas, double mu, TimeShift kind) {
    const double strength = kind == TimeShift::Exponential ? std::exp(mu) : mu;
    return mapped(std::move(sigmas), [strength](double s) { return strength / (strength + (1 / s - 1)); });
}

std::vector<double> stretch_to_terminal(std::vector<double> sigmas, double terminal) {
    if (sigmas.size() < 2) {
        return sigmas;
    }
    const double scale = (1 - sigmas.back()) / (1 - terminal);
    return mapped(std::move(sigmas), [scale](double s) { return 1 - (1 - s) / scale; });
}

std::vector<double> karras_spacing(double first, double last, int64_t count) {
    constexpr double kRho = 7.0;
    const double start = std::pow(first, 1 / kRho);
    const double end = std::pow(last, 1 / kRho);
    return mapped(linspace(0, 1, count), [&](double ramp) { return std::pow(start + ramp * (end - start), kRho); });
}

std::vector<double> exponential_spacing(double first, double last, int64_t count) {
    return mapped(linspace(std::log(first), std::log(last), count), [](double value) { return std::exp(value); });
}

std::vector<double> rounded_to_float(const std::vector<double>& values) {
    return mapped(values, [](double value) { return static_cast<double>(static_cast<float>(value)); });
}

double DynamicShift::mu(int64_t sequence_length) const {
    const double slope = (max_shift - base_shift) / (max_image_seq_len - base_image_seq_len);
    const double offset = base_shift - slope * base_image_seq_len;
    return static_cast<double>(sequence_length) * slope + offset;
}

} // namespace longtake
