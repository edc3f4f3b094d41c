// SPDX-License-Identifier: Apache-2.0
// A film as series of numbers, one entry a frame and one a pair of neighbours: what all measures are computed from.
// Frames go in one by one and are forgotten; only numbers stay.
#pragma once

#include "core/media/frame.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace longtake {

/// One frame.
struct FrameFigures {
    double lightness = 0;           ///< mean L of CIE Lab, 0..100
    double green_red = 0;           ///< mean a
    double blue_yellow = 0;         ///< mean b
    double lightness_deviation = 0; ///< standard deviation of L: contrast
    double saturation = 0;          ///< mean S of HSV, 0..1
    double sharpness = 0;           ///< variance of the Laplacian of grey levels
};

/// Frame n and frame n + 1.
struct PairFigures {
    double difference = 0; ///< mean |dI| over pixels and channels, 0..255
    double warped = 0;     ///< the same after moving n + 1 back along the optical flow: what motion does not explain
    double flow_x = 0;     ///< mean flow, pixels a frame
    double flow_y = 0;
    double motion = 0; ///< mean length of the flow, pixels a frame
};

struct FilmSeries {
    Size size;
    double frame_rate = 0; ///< frames per second
    std::vector<FrameFigures> frames;
    std::vector<PairFigures> pairs; ///< one fewer than frames
};

/// Takes frames of one size in order. Flow is DIS (Kroeger et al., ECCV 2016; OpenCV's medium preset) at no more than
/// 360 pixels on the shorter side, reported in pixels of the film.
class SeriesBuilder {
public:
    explicit SeriesBuilder(double frame_rate);
    SeriesBuilder(SeriesBuilder&& other) noexcept;
    SeriesBuilder& operator=(SeriesBuilder&& other) noexcept;
    ~SeriesBuilder();

    void add(const Frame& frame);
    FilmSeries take();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// CIE76 distance of two frames' mean colours.
double colour_distance(const FrameFigures& first, const FrameFigures& second);

/// The middle value; the mean of the two middle ones of an even number; 0 of none.
double median(std::vector<double> values);

} // namespace longtake
