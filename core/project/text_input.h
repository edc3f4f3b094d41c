// SPDX-License-Identifier: Apache-2.0
// Text as people's editors write it (UTF-8 with or without a mark, UTF-16) becomes plain UTF-8; anything else is
// refused where it stands.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace longtake {

/// Line and column of a byte, both from 1; the column counts code points.
struct TextPlace {
    size_t line = 1;
    size_t column = 1;
    bool operator==(const TextPlace&) const = default;
};

TextPlace place_of(std::string_view text, size_t byte);
/// "film.t2vproj:12:9"
std::string to_string(const std::string& file, TextPlace place);

/// `bytes` as UTF-8 without a byte-order mark. UTF-16 with a mark is converted. Refuses UTF-32, zero bytes, unpaired
/// surrogates and everything that is not UTF-8, with "file:line:column" in front of the message.
Result<std::string> decode_text(std::string bytes, const std::string& file);

} // namespace longtake
