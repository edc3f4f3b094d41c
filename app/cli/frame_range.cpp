// SPDX-License-Identifier: Apache-2.0
#include "app/cli/frame_range.h"

#include <charconv>
#include <cmath>
#include <optional>

namespace longtake {

namespace {

template <typename Number> std::optional<Number> parse_number(const std::string& text) {
    Number value{};
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_whole = failure == std::errc{} && end == text.data() + text.size() && !text.empty();
    return is_whole ? std::optional<Number>(value) : std::nullopt;
}

/// The frames one end of a range stands for; nothing when it is none.
std::optional<FrameRange> parse_end(const std::string& text, const Project& project, const Timeline& timeline) {
    if (const auto shot = project.index_of({text})) {
        const TimelineShot& place = timeline.shots[*shot];
        return FrameRange{place.start_frame, place.start_frame + place.frames - 1};
    }
    if (const auto frame = parse_number<int64_t>(text)) {
        return FrameRange{*frame, *frame};
    }
    const auto seconds = text.ends_with('s') ? parse_number<double>(text.substr(0, text.size() - 1)) : std::nullopt;
    if (!seconds || !std::isfinite(*seconds) || std::abs(*seconds) > 1e7) {
        return std::nullopt;
    }
    const int64_t frame = std::llround(*seconds * project.frame_rate.per_second());
    return FrameRange{frame, frame - 1};
}

} // namespace

Result<FrameRange> parse_range(const std::string& text, const Project& project, const Timeline& timeline) {
    const size_t dots = text.find("..");
    const std::string begin = text.substr(0, dots);
    const std::string end = dots == std::string::npos ? begin : text.substr(dots + 2);
    const auto from = parse_end(begin, project, timeline);
    const auto to = parse_end(end, project, timeline);
    if (!from || !to) {
        return bad_input("'" + text + "' is no part of the film",
                         "Write frames 10..47, seconds 1.5s..3s, or shot ids.");
    }
    const FrameRange range{from->first, dots == std::string::npos ? std::max(to->first, to->last) : to->last};
    if (range.first < 0 || range.last < range.first || range.last >= timeline.total_frames) {
        return bad_input("'" + text + "' is not in the film",
                         "It has frames 0.." + std::to_string(timeline.total_frames - 1) + ".");
    }
    return range;
}

} // namespace longtake
