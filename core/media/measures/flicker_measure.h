// SPDX-License-Identifier: Apache-2.0
// Figures of the whole film: VBench's temporal flickering, the share of frozen pairs, and pulses with the period of a
// video VAE's time step, which betray a broken decoder stream (models.md §3.3, measures 5, 7, 8).
#pragma once

#include "core/media/measures/film_series.h"
#include "core/media/measures/seam_measure.h"

#include <cstdint>
#include <vector>

namespace longtake {

/// (255 - mean |dI|) / 255 over all pairs, as VBench's temporal_flickering does; 1 is a still.
double temporal_flicker_score(const FilmSeries& series);

/// Pairs that move less than 0.1 pixels, 0..1.
double frozen_share(const FilmSeries& series);

/// How much more changes every `period` frames than in between: over all pairs away from seams and cuts, the largest
/// mean of one phase against the mean of the others, of what motion does not explain relative to its surroundings. 1:
/// none.
double period_pulse(const FilmSeries& series, const std::vector<SeamPlace>& places, int64_t period);

} // namespace longtake
