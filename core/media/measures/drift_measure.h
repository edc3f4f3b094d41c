// SPDX-License-Identifier: Apache-2.0
// How far an unbroken run of shots has moved away from where it began: colour, contrast, sharpness, motion (models.md
// §3.3, measures 3 to 5). What a chain of generated windows tends to lose is measured here, not hoped away.
#pragma once

#include "core/media/measures/film_series.h"
#include "core/media/measures/seam_measure.h"

#include <cstdint>
#include <vector>

namespace longtake {

/// The last second of a sequence against its first (halves, where it is shorter than two seconds).
struct DriftFigures {
    int64_t start_frame = 0;
    int64_t frames = 0;
    double delta_e = 0;          ///< CIE76 distance of the mean colours
    double contrast_ratio = 0;   ///< standard deviation of lightness, last / first
    double sharpness_ratio = 0;  ///< last / first
    double saturation_per_s = 0; ///< slope of mean saturation: rises where guidance burns in
    double lightness_per_s = 0;  ///< slope of mean lightness
    double motion_ratio = 0;     ///< median motion, second half / first half; falls where a film freezes
    double frozen_share = 0;     ///< pairs that move less than 0.1 pixels
};

/// Sequences are what lies between seams that are not "continue"; a film without seams is one sequence.
std::vector<DriftFigures> measure_drift(const FilmSeries& series, const std::vector<SeamPlace>& places);

/// The worst of each figure over all sequences of at least two frames; `start_frame` and `frames` span the film.
DriftFigures worst_of(const std::vector<DriftFigures>& sequences);

} // namespace longtake
