// SPDX-License-Identifier: Apache-2.0
#include "core/media/image_ops.h"

#include "core/base/atomic_file.h"
#include "core/media/image_header.h"
#include "core/media/mat_view.h"

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <string>
#include <vector>

namespace longtake {

namespace {

constexpr int64_t kLargestPixelCount = 64'000'000;
constexpr uintmax_t kLargestImageFile = uintmax_t{256} << 20;
constexpr int kJpegQuality = 92;

cv::Mat stretched(const cv::Mat& picture, int width, int height) {
    const bool is_smaller = width <= picture.cols && height <= picture.rows;
    cv::Mat result;
    cv::resize(picture, result, {width, height}, 0, 0, is_smaller ? cv::INTER_AREA : cv::INTER_LANCZOS4);
    return result;
}

/// `side` scaled by `scale`, at least 1.
int scaled(int side, double scale) {
    return std::max(1, static_cast<int>(std::lround(side * scale)));
}

cv::Mat contained(const cv::Mat& picture, int width, int height) {
    const double scale =
        std::min(static_cast<double>(width) / picture.cols, static_cast<double>(height) / picture.rows);
    const cv::Mat inside =
        stretched(picture, std::min(width, scaled(picture.cols, scale)), std::min(height, scaled(picture.rows, scale)));
    cv::Mat result = cv::Mat::zeros(height, width, picture.type());
    inside.copyTo(result({(width - inside.cols) / 2, (height - inside.rows) / 2, inside.cols, inside.rows}));
    return result;
}

cv::Mat covering(const cv::Mat& picture, int width, int height) {
    const double scale =
        std::max(static_cast<double>(width) / picture.cols, static_cast<double>(height) / picture.rows);
    const cv::Mat whole =
        stretched(picture, std::max(width, scaled(picture.cols, scale)), std::max(height, scaled(picture.rows, scale)));
    return whole({(whole.cols - width) / 2, (whole.rows - height) / 2, width, height});
}

} // namespace

Frame resize(const Frame& frame, Size size, Fit fit) {
    if (size == frame.size()) {
        return frame;
    }
    const auto width = static_cast<int>(size.width);
    const auto height = static_cast<int>(size.height);
    switch (fit) {
    case Fit::Stretch: return frame_from(stretched(mat_view(frame), width, height));
    case Fit::Cover: return frame_from(covering(mat_view(frame), width, height));
    case Fit::Contain: return frame_from(contained(mat_view(frame), width, height));
    }
    return frame;
}

Frame crossfade(const Frame& from, const Frame& to, double share) {
    assert(from.size() == to.size() && share >= 0.0 && share <= 1.0);
    cv::Mat mixed;
    cv::addWeighted(mat_view(from), 1.0 - share, mat_view(to), share, 0.0, mixed);
    return frame_from(mixed);
}

Frame thumbnail(const Frame& frame, int64_t longest_side) {
    const int64_t longest = std::max(frame.size().width, frame.size().height);
    if (longest <= longest_side) {
        return frame;
    }
    const double scale = static_cast<double>(longest_side) / static_cast<double>(longest);
    return resize(frame, {scaled(static_cast<int>(frame.size().width), scale),
                          scaled(static_cast<int>(frame.size().height), scale)});
}

Result<Frame> read_image(const std::filesystem::path& path) {
    const auto bytes = read_file(path, kLargestImageFile);
    if (!bytes) {
        return bytes.error();
    }
    const auto size = image_size(*bytes);
    if (!size) {
        return bad_input(path.string() + ": " + size.error().message, "Save the picture as PNG or JPEG.");
    }
    if (size->width > kLargestPixelCount / size->height) {
        return bad_input(path.string() + " is " + to_string(*size) + " pixels, too large to open",
                         "Save a smaller copy.");
    }
    return guard("reading " + path.string(), ErrorCode::BadInput, [&]() -> Result<Frame> {
        const cv::Mat encoded(1, static_cast<int>(bytes->size()), CV_8UC1, const_cast<char*>(bytes->data()));
        cv::Mat picture = cv::imdecode(encoded, cv::IMREAD_COLOR);
        if (picture.empty()) {
            return bad_input(path.string() + " is damaged", "Save the picture again.");
        }
        cv::cvtColor(picture, picture, cv::COLOR_BGR2RGB);
        return frame_from(picture);
    });
}

Result<void> write_image(const std::filesystem::path& path, const Frame& frame, const FileMarks& marks) {
    const std::string extension = path.extension().string();
    const bool is_png = extension == ".png";
    if (!is_png && extension != ".jpg" && extension != ".jpeg") {
        return bad_input("cannot write a picture as '" + path.filename().string() + "'", "Name it *.png or *.jpg.");
    }
    return guard("writing " + path.string(), ErrorCode::BadInput, [&]() -> Result<void> {
        cv::Mat picture;
        cv::cvtColor(mat_view(frame), picture, cv::COLOR_RGB2BGR);
        const std::vector<int> jpeg_quality = {cv::IMWRITE_JPEG_QUALITY, kJpegQuality};
        std::vector<uint8_t> encoded;
        if (!cv::imencode(extension, picture, encoded, is_png ? std::vector<int>() : jpeg_quality)) {
            return bad_input("encoding " + path.string() + " failed");
        }
        const std::string_view bytes(reinterpret_cast<const char*>(encoded.data()), encoded.size());
        return is_png ? write_file_atomically(path, with_png_marks(bytes, marks)) : write_file_atomically(path, bytes);
    });
}

} // namespace longtake
