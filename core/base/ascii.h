// SPDX-License-Identifier: Apache-2.0
// Small changes to text that leave everything beyond ASCII as it is, whatever the locale.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace longtake {

inline constexpr std::string_view kAsciiSpace = " \t\r\n";

/// Without blanks, tabs and line ends at both ends.
inline std::string_view trimmed(std::string_view text) {
    const size_t first = text.find_first_not_of(kAsciiSpace);
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(kAsciiSpace) - first + 1);
}

/// A to Z become a to z.
inline char lower_ascii(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

inline std::string lower_ascii(std::string_view text) {
    std::string lowered(text);
    std::transform(lowered.begin(), lowered.end(), lowered.begin(), [](char letter) { return lower_ascii(letter); });
    return lowered;
}

} // namespace longtake
