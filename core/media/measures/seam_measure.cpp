// SPDX-License-Identifier: Apache-2.0
#include "core/media/measures/seam_measure.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace longtake {

namespace {

constexpr int64_t kSurroundings = 12;
constexpr int64_t kNear = 6;
constexpr double kStillDifference = 0.1; ///< grey levels: below that a picture counts as still
constexpr double kStillFlow = 0.1;       ///< pixels a frame
constexpr double kCutRatio = 3.0;

/// Pairs at most `reach` away from pair `at`, itself and `excluded` left out. `side`: -1 before, 1 after, 0 both.
std::vector<int64_t>
pairs_around(int64_t at, int64_t count, int64_t reach, int side, const std::set<int64_t>& excluded) {
    std::vector<int64_t> found;
    for (int64_t pair = std::max<int64_t>(0, at - reach); pair <= std::min(count - 1, at + reach); ++pair) {
        const bool is_wanted = side == 0 || (side < 0 ? pair < at : pair > at);
        if (pair != at && is_wanted && !excluded.contains(pair)) {
            found.push_back(pair);
        }
    }
    return found;
}

template <typename Value> double median_over(const std::vector<int64_t>& indices, Value value) {
    std::vector<double> values;
    for (const int64_t index : indices) {
        values.push_back(value(static_cast<size_t>(index)));
    }
    return median(std::move(values));
}

double ratio_at(const FilmSeries& series, double PairFigures::*figure, int64_t at, const std::set<int64_t>& excluded) {
    const auto around = pairs_around(at, static_cast<int64_t>(series.pairs.size()), kSurroundings, 0, excluded);
    const double usual = median_over(around, [&](size_t pair) { return series.pairs[pair].*figure; });
    return series.pairs[static_cast<size_t>(at)].*figure / std::max(usual, kStillDifference);
}

void add_motion(SeamFigures& seam, const FilmSeries& series, int64_t at, const std::set<int64_t>& excluded) {
    const auto count = static_cast<int64_t>(series.pairs.size());
    const auto before = pairs_around(at, count, kNear, -1, excluded);
    const auto after = pairs_around(at, count, kNear, 1, excluded);
    const auto over = [&](const std::vector<int64_t>& pairs, double PairFigures::*figure) {
        return median_over(pairs, [&](size_t pair) { return series.pairs[pair].*figure; });
    };
    seam.motion_before = over(before, &PairFigures::motion);
    seam.motion_after = over(after, &PairFigures::motion);
    const double before_x = over(before, &PairFigures::flow_x);
    const double before_y = over(before, &PairFigures::flow_y);
    const double after_x = over(after, &PairFigures::flow_x);
    const double after_y = over(after, &PairFigures::flow_y);
    const double before_length = std::hypot(before_x, before_y);
    const double after_length = std::hypot(after_x, after_y);
    seam.flow_jump = std::hypot(after_x - before_x, after_y - before_y) / (before_length + kStillFlow);
    const bool is_still = before_length < kStillFlow || after_length < kStillFlow;
    seam.flow_direction = is_still ? 1.0 : (before_x * after_x + before_y * after_y) / (before_length * after_length);
}

double sharpness_ratio(const FilmSeries& series, int64_t frame) {
    std::vector<double> before;
    std::vector<double> after;
    for (int64_t index = std::max<int64_t>(0, frame - kNear);
         index < std::min(static_cast<int64_t>(series.frames.size()), frame + kNear); ++index) {
        (index < frame ? before : after).push_back(series.frames[static_cast<size_t>(index)].sharpness);
    }
    return median(std::move(after)) / std::max(median(std::move(before)), 1e-6);
}

} // namespace

std::vector<SeamFigures> measure_seams(const FilmSeries& series, const std::vector<SeamPlace>& places) {
    const auto pair_count = static_cast<int64_t>(series.pairs.size());
    std::set<int64_t> seam_pairs;
    for (const SeamPlace& place : places) {
        seam_pairs.insert(place.frame - 1);
    }
    std::vector<SeamFigures> seams;
    for (const SeamPlace& place : places) {
        const int64_t pair = place.frame - 1;
        if (pair < 0 || pair >= pair_count) {
            continue;
        }
        SeamFigures seam;
        seam.frame = place.frame;
        seam.kind = place.kind;
        seam.ratio = ratio_at(series, &PairFigures::difference, pair, seam_pairs);
        seam.warped_ratio = ratio_at(series, &PairFigures::warped, pair, seam_pairs);
        const auto first = static_cast<size_t>(pair);
        seam.lab_jump = colour_distance(series.frames[first], series.frames[first + 1]);
        seam.sharpness_ratio = sharpness_ratio(series, place.frame);
        add_motion(seam, series, pair, seam_pairs);
        seams.push_back(seam);
    }
    std::ranges::sort(seams, {}, &SeamFigures::frame);
    return seams;
}

std::vector<int64_t> find_cuts(const FilmSeries& series) {
    std::vector<int64_t> frames;
    for (int64_t pair = 0; pair < static_cast<int64_t>(series.pairs.size()); ++pair) {
        if (ratio_at(series, &PairFigures::difference, pair, {}) >= kCutRatio &&
            ratio_at(series, &PairFigures::warped, pair, {}) >= kCutRatio) {
            frames.push_back(pair + 1);
        }
    }
    return frames;
}

} // namespace longtake
