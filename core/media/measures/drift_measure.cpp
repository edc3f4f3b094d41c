// SPDX-License-Identifier: Apache-2.0
#include "core/media/measures/drift_measure.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace longtake {

namespace {

constexpr double kFrozenMotion = 0.1;

using Frames = std::span<const FrameFigures>;
using Pairs = std::span<const PairFigures>;

double mean_of(Frames frames, double FrameFigures::*figure) {
    double sum = 0.0;
    for (const FrameFigures& frame : frames) {
        sum += frame.*figure;
    }
    return frames.empty() ? 0.0 : sum / static_cast<double>(frames.size());
}

FrameFigures means_of(Frames frames) {
    FrameFigures means;
    for (const auto figure : {&FrameFigures::lightness, &FrameFigures::green_red, &FrameFigures::blue_yellow,
                              &FrameFigures::lightness_deviation, &FrameFigures::sharpness}) {
        means.*figure = mean_of(frames, figure);
    }
    return means;
}

double median_motion(Pairs pairs) {
    std::vector<double> lengths;
    for (const PairFigures& pair : pairs) {
        lengths.push_back(pair.motion);
    }
    return median(std::move(lengths));
}

/// Least-squares slope per second.
double slope(Frames frames, double FrameFigures::*figure, double frame_rate) {
    const auto count = static_cast<double>(frames.size());
    const double mean_time = (count - 1.0) / 2.0;
    const double mean_value = mean_of(frames, figure);
    double products = 0.0;
    double squares = 0.0;
    for (size_t index = 0; index < frames.size(); ++index) {
        const double time = static_cast<double>(index) - mean_time;
        products += time * (frames[index].*figure - mean_value);
        squares += time * time;
    }
    return squares > 0.0 ? products / squares * frame_rate : 0.0;
}

double ratio(double last, double first) {
    constexpr double kTiny = 1e-6;
    return std::max(last, kTiny) / std::max(first, kTiny);
}

DriftFigures measure_sequence(const FilmSeries& series, int64_t start, int64_t count) {
    const Frames frames = Frames(series.frames).subspan(static_cast<size_t>(start), static_cast<size_t>(count));
    const Pairs pairs = Pairs(series.pairs).subspan(static_cast<size_t>(start), static_cast<size_t>(count) - 1);
    const auto second = std::clamp<size_t>(static_cast<size_t>(std::llround(series.frame_rate)), 1,
                                           std::max<size_t>(1, frames.size() / 2));
    const FrameFigures first = means_of(frames.first(second));
    const FrameFigures last = means_of(frames.last(second));
    DriftFigures drift;
    drift.start_frame = start;
    drift.frames = count;
    drift.delta_e = colour_distance(first, last);
    drift.contrast_ratio = ratio(last.lightness_deviation, first.lightness_deviation);
    drift.sharpness_ratio = ratio(last.sharpness, first.sharpness);
    drift.saturation_per_s = slope(frames, &FrameFigures::saturation, series.frame_rate);
    drift.lightness_per_s = slope(frames, &FrameFigures::lightness, series.frame_rate);
    const size_t half = pairs.size() / 2;
    // A film that never moved did not freeze.
    const double first_motion = std::max(median_motion(pairs.first(half)), kFrozenMotion);
    drift.motion_ratio = std::max(median_motion(pairs.last(half)), kFrozenMotion) / first_motion;
    const auto frozen =
        std::ranges::count_if(pairs, [](const PairFigures& pair) { return pair.motion < kFrozenMotion; });
    drift.frozen_share = pairs.empty() ? 0.0 : static_cast<double>(frozen) / static_cast<double>(pairs.size());
    return drift;
}

/// The one that is further from `ideal`, ratios compared by their logarithm.
double worse(double first, double second, double ideal) {
    const bool is_ratio = ideal == 1.0;
    const auto distance = [&](double value) { return is_ratio ? std::abs(std::log(value)) : std::abs(value - ideal); };
    return distance(second) > distance(first) ? second : first;
}

} // namespace

std::vector<DriftFigures> measure_drift(const FilmSeries& series, const std::vector<SeamPlace>& places) {
    const auto count = static_cast<int64_t>(series.frames.size());
    std::vector<int64_t> starts = {0};
    for (const SeamPlace& place : places) {
        if (place.kind != "continue" && place.kind != "unknown" && place.frame > 0 && place.frame < count) {
            starts.push_back(place.frame);
        }
    }
    std::ranges::sort(starts);
    starts.push_back(count);
    std::vector<DriftFigures> sequences;
    for (size_t index = 0; index + 1 < starts.size(); ++index) {
        if (starts[index + 1] - starts[index] >= 2) {
            sequences.push_back(measure_sequence(series, starts[index], starts[index + 1] - starts[index]));
        }
    }
    return sequences;
}

DriftFigures worst_of(const std::vector<DriftFigures>& sequences) {
    DriftFigures worst;
    worst.contrast_ratio = worst.sharpness_ratio = worst.motion_ratio = 1.0;
    for (const DriftFigures& drift : sequences) {
        worst.frames = std::max(worst.frames, drift.start_frame + drift.frames);
        worst.delta_e = worse(worst.delta_e, drift.delta_e, 0.0);
        worst.contrast_ratio = worse(worst.contrast_ratio, drift.contrast_ratio, 1.0);
        worst.sharpness_ratio = worse(worst.sharpness_ratio, drift.sharpness_ratio, 1.0);
        worst.saturation_per_s = worse(worst.saturation_per_s, drift.saturation_per_s, 0.0);
        worst.lightness_per_s = worse(worst.lightness_per_s, drift.lightness_per_s, 0.0);
        worst.motion_ratio = worse(worst.motion_ratio, drift.motion_ratio, 1.0);
        worst.frozen_share = std::max(worst.frozen_share, drift.frozen_share);
    }
    return worst;
}

} // namespace longtake
