// SPDX-License-Identifier: Apache-2.0
#include "core/project/problem.h"

#include <algorithm>
#include <cstdint>

namespace longtake {

namespace {

constexpr size_t kMostShown = 10;

bool is_error(const Problem& problem) {
    return problem.severity == Problem::Severity::Error;
}

} // namespace

TextPlace place_of(std::string_view text, size_t byte) {
    const std::string_view before = text.substr(0, byte);
    TextPlace place;
    place.line = 1 + static_cast<size_t>(std::count(before.begin(), before.end(), '\n'));
    const size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    place.column = 1 + static_cast<size_t>(
                           std::count_if(before.begin() + static_cast<std::ptrdiff_t>(line_start), before.end(),
                                         [](char letter) { return (static_cast<uint8_t>(letter) & 0xC0) != 0x80; }));
    return place;
}

std::string to_string(const Problem& problem) {
    std::string line = problem.file + ":" + std::to_string(problem.place.line) + ":" +
                       std::to_string(problem.place.column) + ": " +
                       (problem.field.empty() ? "" : problem.field + ": ") + problem.message;
    // Keys and names come from the file; they must not steer a terminal.
    std::replace_if(
        line.begin(), line.end(),
        [](char letter) { return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F; }, '?');
    return line;
}

bool has_error(const std::vector<Problem>& problems) {
    return std::any_of(problems.begin(), problems.end(), is_error);
}

Error to_error(const Problem& problem) {
    return bad_input(to_string(problem), problem.hint);
}

Error to_error(const std::vector<Problem>& problems) {
    Error whole = bad_input({});
    size_t count = 0;
    for (const Problem& problem : problems) {
        if (!is_error(problem) || count++ >= kMostShown) {
            continue;
        }
        whole.message += (whole.message.empty() ? "" : "\n") + to_string(problem);
        whole.hint = whole.hint.empty() ? problem.hint : whole.hint;
    }
    if (count > kMostShown) {
        whole.message += "\nand " + std::to_string(count - kMostShown) + " more";
    }
    return whole;
}

} // namespace longtake
