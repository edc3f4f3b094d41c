// SPDX-License-Identifier: Apache-2.0
#include "core/media/measures/plot.h"

#include "core/base/atomic_file.h"
#include "core/media/image_ops.h"
#include "core/media/mat_view.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <locale>
#include <sstream>

namespace longtake {

namespace {

constexpr double kWidth = 960;
constexpr double kPanelHeight = 130;
constexpr double kLeft = 70;
constexpr double kRight = 20;
constexpr double kTop = 28;
constexpr double kGap = 34;
constexpr const char* kInk = "#333333";
constexpr const char* kGrid = "#d0d0d0";

struct Curve {
    std::string name;
    std::string colour;
    std::vector<double> values; ///< one a frame, or one a pair, drawn at its second frame
    double first_frame = 0;
};

struct Panel {
    std::string title;
    std::vector<Curve> curves;
};

template <typename Figures>
std::vector<double> values_of(const std::vector<Figures>& figures, double Figures::*figure) {
    std::vector<double> values;
    for (const Figures& entry : figures) {
        values.push_back(entry.*figure);
    }
    return values;
}

std::vector<Panel> panels_of(const FilmSeries& series) {
    return {
        {"change per frame, grey levels",
         {{"raw", "#1f77b4", values_of(series.pairs, &PairFigures::difference), 1},
          {"what motion does not explain", "#d62728", values_of(series.pairs, &PairFigures::warped), 1}}},
        {"motion, pixels per frame", {{"", "#2ca02c", values_of(series.pairs, &PairFigures::motion), 1}}},
        {"lightness (L of Lab)", {{"", "#9467bd", values_of(series.frames, &FrameFigures::lightness), 0}}},
        {"sharpness (variance of the Laplacian)",
         {{"", "#8c564b", values_of(series.frames, &FrameFigures::sharpness), 0}}},
    };
}

std::string short_number(double value) {
    std::ostringstream out;
    out.imbue(std::locale::classic());
    out.precision(3);
    out << value;
    return out.str();
}

std::string seam_colour(const std::string& kind) {
    return kind == "continue" ? "#2a9d2a" : kind == "cut" ? "#c03030" : "#e08a00";
}

/// One panel of the drawing, its top at `top`.
class PanelPainter {
public:
    PanelPainter(PlotDrawing& drawing, const Panel& panel, double frames, double top)
        : drawing_(drawing)
        , panel_(panel)
        , frames_(std::max(frames - 1, 1.0))
        , top_(top) {
        for (const Curve& curve : panel.curves) {
            for (const double value : curve.values) {
                most_ = std::max(most_, value);
                least_ = std::min(least_, value);
            }
        }
        // From zero, unless the curve stays far from it; then over a fifth of its height at least, so that noise looks
        // small.
        if (least_ < most_ * 0.5) {
            least_ = std::min(least_, 0.0);
        } else {
            least_ = std::min(least_, most_ * 0.8);
        }
        if (most_ <= least_) {
            most_ = least_ + 1.0;
        }
    }

    void paint(const std::vector<SeamPlace>& places) {
        paint_frame();
        for (const SeamPlace& place : places) {
            const double x = x_of(static_cast<double>(place.frame));
            drawing_.strokes.push_back({{{x, top_}, {x, top_ + kPanelHeight}}, seam_colour(place.kind), 1, true});
        }
        double legend = kLeft + 8;
        for (const Curve& curve : panel_.curves) {
            paint_curve(curve);
            if (!curve.name.empty()) {
                drawing_.labels.push_back({{legend, top_ + 14}, curve.name, curve.colour});
                legend += 60;
            }
        }
    }

private:
    double x_of(double frame) const { return kLeft + (kWidth - kLeft - kRight) * frame / frames_; }
    double y_of(double value) const { return top_ + kPanelHeight * (1.0 - (value - least_) / (most_ - least_)); }

    void paint_frame() {
        const double right = kWidth - kRight;
        const double bottom = top_ + kPanelHeight;
        drawing_.strokes.push_back({{{kLeft, top_}, {right, top_}}, kGrid, 1, false});
        drawing_.strokes.push_back({{{kLeft, bottom}, {right, bottom}}, kInk, 1, false});
        drawing_.labels.push_back({{kLeft, top_ - 7}, panel_.title, kInk});
        drawing_.labels.push_back({{8, top_ + 8}, short_number(most_), kInk});
        drawing_.labels.push_back({{8, bottom}, short_number(least_), kInk});
    }

    void paint_curve(const Curve& curve) {
        PlotStroke stroke{{}, curve.colour, 1.5, false};
        for (size_t index = 0; index < curve.values.size(); ++index) {
            stroke.points.push_back({x_of(static_cast<double>(index) + curve.first_frame), y_of(curve.values[index])});
        }
        if (!stroke.points.empty()) {
            drawing_.strokes.push_back(std::move(stroke));
        }
    }

    PlotDrawing& drawing_;
    const Panel& panel_;
    double frames_;
    double top_;
    double least_ = 1e300;
    double most_ = 0;
};

cv::Scalar scalar_of(const std::string& colour) {
    const auto value = static_cast<int>(std::stoul(colour.substr(1), nullptr, 16));
    return {static_cast<double>(value >> 16 & 255), static_cast<double>(value >> 8 & 255),
            static_cast<double>(value & 255)};
}

cv::Point2d pixel(PlotPoint point) {
    return {point.x, point.y};
}

void draw_line(cv::Mat& canvas, PlotPoint from, PlotPoint to, const PlotStroke& stroke) {
    constexpr int kShift = 4; // sixteenths of a pixel
    const auto fixed = [](PlotPoint point) {
        return cv::Point(static_cast<int>(std::lround(point.x * 16)), static_cast<int>(std::lround(point.y * 16)));
    };
    cv::line(canvas, fixed(from), fixed(to), scalar_of(stroke.colour), 1, cv::LINE_AA, kShift);
}

void draw_dashes(cv::Mat& canvas, PlotPoint from, PlotPoint to, const PlotStroke& stroke) {
    constexpr double kDash = 4;
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    for (double at = 0; at < length; at += 2 * kDash) {
        const auto between = [&](double share) {
            return PlotPoint{from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
        };
        draw_line(canvas, between(at / length), between(std::min(length, at + kDash) / length), stroke);
    }
}

} // namespace

PlotDrawing draw_plot(const FilmSeries& series, const std::vector<SeamPlace>& places) {
    PlotDrawing drawing;
    double top = kTop;
    for (const Panel& panel : panels_of(series)) {
        PanelPainter(drawing, panel, static_cast<double>(series.frames.size()), top).paint(places);
        top += kPanelHeight + kGap;
    }
    drawing.labels.push_back({{kLeft, top - 10}, "frame 0", kInk});
    drawing.labels.push_back({{kLeft + 150, top - 10}, "dashed: seams (green continue, red cut, orange other)", kInk});
    drawing.labels.push_back({{kWidth - 110, top - 10}, std::to_string(series.frames.size()) + " frames", kInk});
    drawing.size = {static_cast<int64_t>(kWidth), static_cast<int64_t>(top)};
    return drawing;
}

std::string to_svg(const PlotDrawing& drawing) {
    std::ostringstream out;
    out.imbue(std::locale::classic());
    out.precision(6);
    out << "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" << drawing.size.width << "\" height=\""
        << drawing.size.height << "\" font-family=\"sans-serif\" font-size=\"12\">\n"
        << "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n";
    for (const PlotStroke& stroke : drawing.strokes) {
        out << "<polyline fill=\"none\" stroke=\"" << stroke.colour << "\" stroke-width=\"" << stroke.width << '"'
            << (stroke.is_dashed ? " stroke-dasharray=\"4\"" : "") << " points=\"";
        for (const PlotPoint& point : stroke.points) {
            out << point.x << ',' << point.y << ' ';
        }
        out << "\"/>\n";
    }
    for (const PlotLabel& label : drawing.labels) {
        out << "<text x=\"" << label.place.x << "\" y=\"" << label.place.y << "\" fill=\"" << label.colour << "\">"
            << label.text << "</text>\n";
    }
    out << "</svg>\n";
    return out.str();
}

Frame to_picture(const PlotDrawing& drawing) {
    cv::Mat canvas(static_cast<int>(drawing.size.height), static_cast<int>(drawing.size.width), CV_8UC3,
                   cv::Scalar(255, 255, 255));
    for (const PlotStroke& stroke : drawing.strokes) {
        for (size_t index = 1; index < stroke.points.size(); ++index) {
            (stroke.is_dashed ? draw_dashes : draw_line)(canvas, stroke.points[index - 1], stroke.points[index],
                                                         stroke);
        }
    }
    for (const PlotLabel& label : drawing.labels) {
        constexpr double kLetterScale = 0.42;
        cv::putText(canvas, label.text, pixel(label.place), cv::FONT_HERSHEY_SIMPLEX, kLetterScale,
                    scalar_of(label.colour), 1, cv::LINE_AA);
    }
    return frame_from(canvas);
}

Result<void>
write_plot(const std::filesystem::path& path, const FilmSeries& series, const std::vector<SeamPlace>& places) {
    if (path.extension() == ".svg") {
        return write_file_atomically(path, to_svg(draw_plot(series, places)));
    }
    if (path.extension() == ".png") {
        return write_image(path, to_picture(draw_plot(series, places)));
    }
    return bad_input("cannot write a plot as '" + path.filename().string() + "'", "Name it *.svg or *.png.");
}

} // namespace longtake
