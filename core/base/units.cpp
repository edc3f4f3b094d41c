// SPDX-License-Identifier: Apache-2.0
#include "core/base/units.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

namespace longtake {

namespace {

constexpr int64_t kLargestSide = 65535;
constexpr double kLargestRate = 1000.0;

bool parse_whole(std::string_view text, int64_t& value) {
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failure == std::errc{} && end == text.data() + text.size() && !text.empty();
}

} // namespace

FrameCount FrameGrid::snap(FrameCount frames) const {
    if (frames.value <= 1) {
        return {1};
    }
    return {(frames.value - 1 + step / 2) / step * step + 1};
}

FrameCount FrameGrid::snap_continuing(FrameCount frames) const {
    return {std::max(step, (frames.value + step / 2) / step * step)};
}

Result<Size> parse_size(std::string_view text) {
    const size_t cross = text.find_first_of("xX");
    Size size;
    const bool is_read = cross != std::string_view::npos && parse_whole(text.substr(0, cross), size.width) &&
                         parse_whole(text.substr(cross + 1), size.height);
    if (!is_read || size.width < 1 || size.height < 1 || size.width > kLargestSide || size.height > kLargestSide) {
        return bad_input("size '" + std::string(text) + "' is not WIDTHxHEIGHT", "Write it like 832x480.");
    }
    return size;
}

std::string to_string(Size size) {
    return std::to_string(size.width) + "x" + std::to_string(size.height);
}

std::string multiple_text(Size of) {
    return of.width == of.height ? std::to_string(of.width)
                                 : std::to_string(of.width) + " (width) and " + std::to_string(of.height) + " (height)";
}

Result<FrameRate> parse_frame_rate(std::string_view text) {
    const Error failure = bad_input("frame rate '" + std::string(text) + "' is not a number above 0 and at most 1000",
                                    "Write 16, 23.976 or 24000/1001.");
    FrameRate rate;
    const size_t slash = text.find('/');
    const size_t point = text.find('.');
    if (slash != std::string_view::npos) {
        if (!parse_whole(text.substr(0, slash), rate.numerator) ||
            !parse_whole(text.substr(slash + 1), rate.denominator)) {
            return failure;
        }
    } else if (point != std::string_view::npos) {
        const std::string_view decimals = text.substr(point + 1);
        int64_t whole = 0;
        int64_t fraction = 0;
        if (decimals.size() > 6 || !parse_whole(text.substr(0, point), whole) || !parse_whole(decimals, fraction) ||
            fraction < 0 || whole > 1000) {
            return failure;
        }
        for (size_t digit = 0; digit < decimals.size(); ++digit) {
            rate.denominator *= 10;
        }
        rate.numerator = whole * rate.denominator + fraction;
        // The broadcast rates are written with three decimals but mean n*1000/1001.
        const double nominal = std::round(rate.per_second()) * 1000.0 / 1001.0;
        if (decimals.size() >= 2 && std::abs(rate.per_second() - nominal) < 0.005) {
            rate = {static_cast<int64_t>(std::round(rate.per_second())) * 1000, 1001};
        }
    } else if (!parse_whole(text, rate.numerator)) {
        return failure;
    }
    if (rate.numerator < 1 || rate.denominator < 1 || rate.per_second() > kLargestRate) {
        return failure;
    }
    const int64_t divisor = std::gcd(rate.numerator, rate.denominator);
    return FrameRate{rate.numerator / divisor, rate.denominator / divisor};
}

std::string to_string(FrameRate rate) {
    if (rate.denominator == 1) {
        return std::to_string(rate.numerator);
    }
    return std::to_string(rate.numerator) + "/" + std::to_string(rate.denominator);
}

FrameCount frames_for(double seconds, FrameRate rate) {
    return {std::max<int64_t>(1, std::llround(seconds * rate.per_second()))};
}

} // namespace longtake
