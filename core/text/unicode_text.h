// SPDX-License-Identifier: Apache-2.0
// What cleaning needs to know about Unicode text: whitespace as Python sees it, normalisation form C (UAX #15), widths.
#pragma once

#include <string>
#include <string_view>

namespace longtake {

/// Invalid bytes become U+FFFD, one each.
std::u32string decode_utf8(std::string_view text);
std::string encode_utf8(std::u32string_view text);

/// Python's str.isspace().
bool is_unicode_space(char32_t c);

/// Unicode 14, as unicodedata.normalize("NFC").
std::u32string to_normal_form_c(std::u32string_view text);

/// Fullwidth and halfwidth forms (U+FF01..U+FFEF) and the ideographic space in their ordinary width.
std::u32string fold_widths(std::u32string_view text);

} // namespace longtake
