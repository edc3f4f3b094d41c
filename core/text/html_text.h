// SPDX-License-Identifier: Apache-2.0
// Character references in text ("&eacute;", "&#233;") back to characters, in the two dialects prompt cleaning needs.
#pragma once

#include <string>
#include <string_view>

namespace longtake {

/// As a browser does, and Python's html.unescape: a few old names count without their semicolon, even inside a word.
std::u32string unescape_html(std::u32string_view text);

/// As ftfy does: only references that end in a semicolon, and some names in capitals that HTML does not know.
std::u32string unescape_html_strictly(std::u32string_view text);

} // namespace longtake
