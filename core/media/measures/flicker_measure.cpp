// SPDX-License-Identifier: Apache-2.0
#include "core/media/measures/flicker_measure.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace longtake {

namespace {

constexpr double kFrozenMotion = 0.1;
constexpr double kStillDifference = 0.1;

/// Each pair's unexplained change against the median of the pairs within one period around it.
double relative_change(const FilmSeries& series, int64_t pair, int64_t period) {
    std::vector<double> around;
    const auto last = static_cast<int64_t>(series.pairs.size()) - 1;
    for (int64_t near = std::max<int64_t>(0, pair - period); near <= std::min(last, pair + period); ++near) {
        around.push_back(series.pairs[static_cast<size_t>(near)].warped);
    }
    return series.pairs[static_cast<size_t>(pair)].warped / std::max(median(std::move(around)), kStillDifference);
}

} // namespace

double temporal_flicker_score(const FilmSeries& series) {
    double sum = 0.0;
    for (const PairFigures& pair : series.pairs) {
        sum += pair.difference;
    }
    return series.pairs.empty() ? 1.0 : (255.0 - sum / static_cast<double>(series.pairs.size())) / 255.0;
}

double frozen_share(const FilmSeries& series) {
    const auto frozen =
        std::ranges::count_if(series.pairs, [](const PairFigures& pair) { return pair.motion < kFrozenMotion; });
    return series.pairs.empty() ? 0.0 : static_cast<double>(frozen) / static_cast<double>(series.pairs.size());
}

double period_pulse(const FilmSeries& series, const std::vector<SeamPlace>& places, int64_t period) {
    std::set<int64_t> left_out;
    std::set<int64_t> streams = {0}; // frames at which a decoder stream may begin
    for (const SeamPlace& place : places) {
        left_out.insert(place.frame - 1);
        if (place.kind != "continue") {
            streams.insert(place.frame);
        }
    }
    for (const int64_t cut : find_cuts(series)) {
        left_out.insert(cut - 1);
        streams.insert(cut);
    }
    std::vector<double> sums(static_cast<size_t>(period), 0.0);
    std::vector<int64_t> counts(static_cast<size_t>(period), 0);
    for (int64_t pair = 0; pair < static_cast<int64_t>(series.pairs.size()); ++pair) {
        if (!left_out.contains(pair)) {
            const int64_t stream = *std::prev(streams.upper_bound(pair));
            const auto phase = static_cast<size_t>((pair - stream) % period);
            sums[phase] += relative_change(series, pair, period);
            ++counts[phase];
        }
    }
    if (std::ranges::min(counts) < 2) {
        return 1.0; // too short to tell
    }
    std::vector<double> means;
    for (size_t phase = 0; phase < sums.size(); ++phase) {
        means.push_back(sums[phase] / static_cast<double>(counts[phase]));
    }
    const auto largest = std::ranges::max_element(means);
    double others = 0.0;
    for (auto mean = means.begin(); mean != means.end(); ++mean) {
        others += mean == largest ? 0.0 : *mean;
    }
    others /= static_cast<double>(period - 1);
    return others > 0.0 ? *largest / others : 1.0;
}

} // namespace longtake
