// SPDX-License-Identifier: Apache-2.0
// How visible a seam is: the change across it against the changes around it (models.md §3.3, measures 1 to 4). A
// continuing seam has ratios near 1, a cut above 3. A frozen picture has small ratios too, so motion stands beside
// them.
#pragma once

#include "core/media/measures/film_series.h"

#include <cstdint>
#include <string>
#include <vector>

namespace longtake {

/// Where a new shot begins.
struct SeamPlace {
    int64_t frame = 0; ///< first frame of the new shot; the seam lies between it and the one before
    std::string kind;  ///< "continue", "cut", "dissolve", or "unknown"
    bool operator==(const SeamPlace&) const = default;
};

struct SeamFigures {
    int64_t frame = 0;
    std::string kind;
    double ratio = 0;           ///< difference at the seam / median difference of up to 12 pairs on each side
    double warped_ratio = 0;    ///< the same of what motion does not explain
    double lab_jump = 0;        ///< CIE76 distance of the mean colours on both sides
    double sharpness_ratio = 0; ///< median sharpness of 6 frames after / before
    double motion_before = 0;   ///< median over 6 pairs, pixels a frame
    double motion_after = 0;
    double flow_jump = 0;      ///< |mean flow after - before| / (|before| + 0.1)
    double flow_direction = 0; ///< cosine of the mean flows before and after; 1 where one of them is still
};

/// One entry for each place with a pair of frames, ascending. Pairs of other seams do not count as surroundings.
std::vector<SeamFigures> measure_seams(const FilmSeries& series, const std::vector<SeamPlace>& places);

/// Frames at which a picture unlike the one before begins: raw and warped ratio both at least 3 against their
/// surroundings. Finds cuts in films nothing is known about, and cuts where none should be.
std::vector<int64_t> find_cuts(const FilmSeries& series);

} // namespace longtake
