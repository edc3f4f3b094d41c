// SPDX-License-Identifier: Apache-2.0
#include "core/media/measures/flow_picture.h"

#include "core/media/mat_view.h"

#include <opencv2/imgproc.hpp>
#include <opencv2/video/tracking.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace longtake {

namespace {

constexpr int kLongestShortSide = 240;
constexpr int kSmallestShortSide = 32;    ///< below that DIS has no coarse level to start from
constexpr float kFullColourShare = 0.05F; ///< of the shorter side: a motion this long has full colour
constexpr uint8_t kStill = 60;            ///< grey of what does not move

double scale_for(const cv::Mat& picture) {
    const int shorter = std::min(picture.rows, picture.cols);
    return static_cast<double>(std::clamp(shorter, kSmallestShortSide, kLongestShortSide)) / shorter;
}

cv::Mat grey_of(const cv::Mat& rgb, double scale) {
    cv::Mat grey;
    cv::cvtColor(rgb, grey, cv::COLOR_RGB2GRAY);
    if (scale != 1.0) {
        cv::resize(grey, grey, {}, scale, scale, scale < 1.0 ? cv::INTER_AREA : cv::INTER_LINEAR);
    }
    return grey;
}

cv::Mat colours_of(const cv::Mat& field) {
    const float longest = kFullColourShare * static_cast<float>(std::min(field.rows, field.cols));
    cv::Mat hsv(field.size(), CV_8UC3);
    for (int y = 0; y < field.rows; ++y) {
        for (int x = 0; x < field.cols; ++x) {
            const cv::Vec2f motion = field.at<cv::Vec2f>(y, x);
            const float strength = std::min(1.0F, std::hypot(motion[0], motion[1]) / longest);
            const float turn =
                (std::atan2(motion[1], motion[0]) + std::numbers::pi_v<float>) / std::numbers::pi_v<float>; // 0 .. 2
            hsv.at<cv::Vec3b>(y, x) = {static_cast<uint8_t>(std::min(179.0F, turn * 90.0F)),
                                       cv::saturate_cast<uint8_t>(strength * 255.0F),
                                       cv::saturate_cast<uint8_t>(kStill + strength * (255.0F - kStill))};
        }
    }
    cv::Mat rgb;
    cv::cvtColor(hsv, rgb, cv::COLOR_HSV2RGB);
    return rgb;
}

} // namespace

Result<FlowPicture> flow_picture(const Frame& first, const Frame& second) {
    if (first.is_empty() || first.size() != second.size()) {
        return bad_input("the motion between pictures of " + to_string(first.size()) + " and " +
                             to_string(second.size()) + " cannot be seen",
                         "Both must be of one size.");
    }
    return guard("computing the motion between two frames", ErrorCode::Internal, [&]() -> Result<FlowPicture> {
        const cv::Mat before = mat_view(first);
        const double scale = scale_for(before);
        cv::Mat field;
        cv::DISOpticalFlow::create(cv::DISOpticalFlow::PRESET_FAST)
            ->calc(grey_of(before, scale), grey_of(mat_view(second), scale), field);
        double sum = 0;
        for (int y = 0; y < field.rows; ++y) {
            for (int x = 0; x < field.cols; ++x) {
                sum += cv::norm(field.at<cv::Vec2f>(y, x));
            }
        }
        return FlowPicture{frame_from(colours_of(field)), sum / static_cast<double>(field.total()) / scale};
    });
}

} // namespace longtake
