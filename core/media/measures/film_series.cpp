// SPDX-License-Identifier: Apache-2.0
#include "core/media/measures/film_series.h"

#include "core/media/mat_view.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/video/tracking.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace longtake {

namespace {

constexpr int kFlowShortSide = 360;
constexpr int kSmallestFlowSide = 32; ///< below that DIS has no coarse level to start from

FrameFigures figures_of(const cv::Mat& rgb, const cv::Mat& grey) {
    cv::Mat scaled;
    rgb.convertTo(scaled, CV_32FC3, 1.0 / 255.0);
    cv::Mat lab;
    cv::cvtColor(scaled, lab, cv::COLOR_RGB2Lab);
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(lab, mean, deviation);
    cv::Mat hsv;
    cv::cvtColor(rgb, hsv, cv::COLOR_RGB2HSV);
    cv::Mat laplacian;
    cv::Laplacian(grey, laplacian, CV_32F);
    cv::Scalar ignored;
    cv::Scalar laplacian_deviation;
    cv::meanStdDev(laplacian, ignored, laplacian_deviation);
    return {mean[0],
            mean[1],
            mean[2],
            deviation[0],
            cv::mean(hsv)[1] / 255.0,
            laplacian_deviation[0] * laplacian_deviation[0]};
}

double mean_of_channels(const cv::Mat& difference, const cv::Mat& mask) {
    const cv::Scalar sums = cv::mean(difference, mask);
    return (sums[0] + sums[1] + sums[2]) / 3.0;
}

/// `grey` at the size flow is computed at.
cv::Mat flow_sized(const cv::Mat& picture) {
    const int short_side = std::min(picture.rows, picture.cols);
    double scale = 1.0;
    if (short_side > kFlowShortSide) {
        scale = static_cast<double>(kFlowShortSide) / short_side;
    } else if (short_side < kSmallestFlowSide) {
        scale = static_cast<double>(kSmallestFlowSide) / short_side;
    }
    if (scale == 1.0) {
        return picture;
    }
    cv::Mat result;
    cv::resize(picture, result, {}, scale, scale, scale < 1.0 ? cv::INTER_AREA : cv::INTER_LINEAR);
    return result;
}

/// Mean difference of `first` and `second` moved back along `flow`, over the pixels that stay in the picture.
double warped_difference(const cv::Mat& first, const cv::Mat& second, const cv::Mat& flow) {
    cv::Mat places(flow.size(), CV_32FC2);
    cv::Mat inside(flow.size(), CV_8U);
    for (int y = 0; y < flow.rows; ++y) {
        for (int x = 0; x < flow.cols; ++x) {
            const cv::Vec2f moved = flow.at<cv::Vec2f>(y, x) + cv::Vec2f(static_cast<float>(x), static_cast<float>(y));
            places.at<cv::Vec2f>(y, x) = moved;
            const bool is_inside = moved[0] >= 0 && moved[1] >= 0 && moved[0] <= static_cast<float>(flow.cols - 1) &&
                                   moved[1] <= static_cast<float>(flow.rows - 1);
            inside.at<uint8_t>(y, x) = is_inside ? 255 : 0;
        }
    }
    cv::Mat back;
    cv::remap(second, back, places, {}, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    cv::Mat difference;
    cv::absdiff(first, back, difference);
    return cv::countNonZero(inside) == 0 ? mean_of_channels(difference, {}) : mean_of_channels(difference, inside);
}

} // namespace

struct SeriesBuilder::State {
    FilmSeries series;
    cv::Ptr<cv::DISOpticalFlow> flow = cv::DISOpticalFlow::create(cv::DISOpticalFlow::PRESET_MEDIUM);
    Frame previous;
    cv::Mat previous_small; ///< RGB at flow size
    cv::Mat previous_grey;  ///< grey at flow size

    PairFigures compare(const Frame& frame, const cv::Mat& small, const cv::Mat& small_grey) const;
};

PairFigures SeriesBuilder::State::compare(const Frame& frame, const cv::Mat& small, const cv::Mat& small_grey) const {
    cv::Mat difference;
    cv::absdiff(mat_view(previous), mat_view(frame), difference);
    cv::Mat field;
    flow->calc(previous_grey, small_grey, field);
    const double scale = static_cast<double>(frame.size().width) / small.cols;
    const cv::Scalar mean_flow = cv::mean(field);
    cv::Mat parts[2];
    cv::split(field, parts);
    cv::Mat length;
    cv::magnitude(parts[0], parts[1], length);
    return {mean_of_channels(difference, {}), warped_difference(previous_small, small, field), mean_flow[0] * scale,
            mean_flow[1] * scale, cv::mean(length)[0] * scale};
}

SeriesBuilder::SeriesBuilder(double frame_rate)
    : state_(std::make_unique<State>()) {
    state_->series.frame_rate = frame_rate;
}

SeriesBuilder::SeriesBuilder(SeriesBuilder&& other) noexcept = default;
SeriesBuilder& SeriesBuilder::operator=(SeriesBuilder&& other) noexcept = default;
SeriesBuilder::~SeriesBuilder() = default;

void SeriesBuilder::add(const Frame& frame) {
    State& state = *state_;
    assert(state.previous.is_empty() || state.previous.size() == frame.size());
    const cv::Mat rgb = mat_view(frame);
    cv::Mat grey;
    cv::cvtColor(rgb, grey, cv::COLOR_RGB2GRAY);
    cv::Mat small = flow_sized(rgb);
    cv::Mat small_grey;
    cv::cvtColor(small, small_grey, cv::COLOR_RGB2GRAY);
    state.series.frames.push_back(figures_of(rgb, grey));
    if (!state.previous.is_empty()) {
        state.series.pairs.push_back(state.compare(frame, small, small_grey));
    }
    state.series.size = frame.size();
    state.previous = frame;
    state.previous_small = small;
    state.previous_grey = small_grey;
}

FilmSeries SeriesBuilder::take() {
    return std::exchange(state_->series, {});
}

double colour_distance(const FrameFigures& first, const FrameFigures& second) {
    return std::hypot(first.lightness - second.lightness, first.green_red - second.green_red,
                      first.blue_yellow - second.blue_yellow);
}

double median(std::vector<double> values) {
    if (values.empty()) {
        return 0.0;
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1) {
        return *middle;
    }
    return (*middle + *std::max_element(values.begin(), middle)) / 2.0;
}

} // namespace longtake
