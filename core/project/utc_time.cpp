// SPDX-License-Identifier: Apache-2.0
#include "core/project/utc_time.h"

#include <charconv>
#include <cstddef>
#include <cstdint>

namespace longtake {

namespace {

std::string digits(int64_t value, size_t width) {
    std::string text = std::to_string(value);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

struct Parts {
    std::string year, month, day, hour, minute, second;
};

Parts parts_of(WallTime time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    return {digits(int{date.year()}, 4),      digits(unsigned{date.month()}, 2),  digits(unsigned{date.day()}, 2),
            digits(clock.hours().count(), 2), digits(clock.minutes().count(), 2), digits(clock.seconds().count(), 2)};
}

} // namespace

WallTime wall_time_now() {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

std::string readable_utc(WallTime time) {
    const Parts part = parts_of(time);
    return part.year + "-" + part.month + "-" + part.day + " " + part.hour + ":" + part.minute + ":" + part.second;
}

std::string compact_utc(WallTime time) {
    const Parts part = parts_of(time);
    return part.year + part.month + part.day + "T" + part.hour + part.minute + part.second + "Z";
}

std::optional<WallTime> parse_compact_utc(std::string_view text) {
    constexpr size_t kLength = 16;
    if (text.size() != kLength || text[8] != 'T' || text[15] != 'Z') {
        return std::nullopt;
    }
    bool is_number = true;
    const auto number = [&](size_t begin, size_t count) {
        unsigned value = 0;
        const auto [end, failure] = std::from_chars(text.data() + begin, text.data() + begin + count, value);
        is_number = is_number && failure == std::errc{} && end == text.data() + begin + count;
        return value;
    };
    const std::chrono::year_month_day date(std::chrono::year(static_cast<int>(number(0, 4))),
                                           std::chrono::month(number(4, 2)), std::chrono::day(number(6, 2)));
    const unsigned hour = number(9, 2);
    const unsigned minute = number(11, 2);
    const unsigned second = number(13, 2);
    if (!is_number || !date.ok() || hour > 23 || minute > 59 || second > 59) {
        return std::nullopt;
    }
    return std::chrono::sys_days(date) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
           std::chrono::seconds(second);
}

} // namespace longtake
