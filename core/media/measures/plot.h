// SPDX-License-Identifier: Apache-2.0
// A film's series as a picture: change per frame, raw and after motion, lightness and sharpness, with a line at each
// seam. The drawing is a list of strokes and labels first; SVG and PNG are two ways to write it down.
#pragma once

#include "core/base/result.h"
#include "core/media/frame.h"
#include "core/media/measures/film_series.h"
#include "core/media/measures/seam_measure.h"

#include <filesystem>
#include <string>
#include <vector>

namespace longtake {

struct PlotPoint {
    double x = 0;
    double y = 0;
};

struct PlotStroke {
    std::vector<PlotPoint> points;
    std::string colour; ///< "#rrggbb"
    double width = 1;
    bool is_dashed = false;
};

struct PlotLabel {
    PlotPoint place; ///< where the text begins, on its base line
    std::string text;
    std::string colour;
};

struct PlotDrawing {
    Size size;
    std::vector<PlotStroke> strokes;
    std::vector<PlotLabel> labels;
};

PlotDrawing draw_plot(const FilmSeries& series, const std::vector<SeamPlace>& places);
std::string to_svg(const PlotDrawing& drawing);
Frame to_picture(const PlotDrawing& drawing);

/// Writes the plot as SVG or PNG by the extension of `path`; refuses other names.
Result<void>
write_plot(const std::filesystem::path& path, const FilmSeries& series, const std::vector<SeamPlace>& places);

} // namespace longtake
