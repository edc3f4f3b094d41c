// SPDX-License-Identifier: Apache-2.0
// All measures of one film together, as a value and as JSON (design.md §6).
#pragma once

#include "core/media/measures/drift_measure.h"
#include "core/media/measures/film_series.h"
#include "core/media/measures/seam_measure.h"

#include <string>
#include <vector>

namespace longtake {

struct FilmReport {
    std::vector<SeamFigures> seams;
    std::vector<DriftFigures> sequences;
    DriftFigures drift;        ///< worst over the sequences
    std::vector<int64_t> cuts; ///< first frames of pictures unlike the one before
    double flicker = 0;        ///< VBench's score, 1 is a still
    double frozen_share = 0;
    double pulse_4 = 0; ///< period_pulse at 4 frames: Wan, CogVideoX, HunyuanVideo
    double pulse_8 = 0; ///< at 8 frames: LTX
};

FilmReport make_report(const FilmSeries& series, const std::vector<SeamPlace>& places);

/// One JSON object: frames, fps, size, seams, drift, sequences, cuts, flicker, frozen_share, pulse_4, pulse_8.
std::string to_json(const FilmReport& report, const FilmSeries& series);
/// The same for people, in columns.
std::string to_table(const FilmReport& report, const FilmSeries& series);

} // namespace longtake
