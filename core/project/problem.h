// SPDX-License-Identifier: Apache-2.0
// What is wrong in a file a person wrote, and exactly where.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace longtake {

/// Line and column of a byte, both from 1; the column counts code points.
struct TextPlace {
    size_t line = 1;
    size_t column = 1;
    bool operator==(const TextPlace&) const = default;
};

TextPlace place_of(std::string_view text, size_t byte);

struct Problem {
    enum class Severity {
        Warning, ///< worth knowing; everything can be used
        Refused, ///< the file can be used, this part of it not
        Error,   ///< the file cannot be used
    };
    Severity severity = Severity::Error;
    std::string file;
    TextPlace place;
    std::string field; ///< "shots[3].keyframes[0].image", or empty
    std::string message;
    std::string hint;
};

/// "film.t2vproj:12:9: shots[3].steps: 0 is not from 1 to 1000"
std::string to_string(const Problem& problem);

bool has_error(const std::vector<Problem>& problems);
Error to_error(const Problem& problem);
/// The errors among `problems`, up to ten, one a line. Call only if has_error().
Error to_error(const std::vector<Problem>& problems);

} // namespace longtake
