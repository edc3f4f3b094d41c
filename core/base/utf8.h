// SPDX-License-Identifier: Apache-2.0
// UTF-8 (RFC 3629) read and written one code point at a time: no surrogates, no overlong forms, nothing above U+10FFFF.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace longtake {

/// The code point that starts at byte `at`, which moves behind it. Nothing, and `at` unmoved, when the bytes are not
/// valid UTF-8 or the text has ended.
std::optional<char32_t> next_code_point(std::string_view text, size_t& at);

/// The first byte that is not part of valid UTF-8, or nothing.
std::optional<size_t> find_invalid_utf8(std::string_view text);

void append_utf8(std::string& text, char32_t code_point);

} // namespace longtake
