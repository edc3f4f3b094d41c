// SPDX-License-Identifier: Apache-2.0
#include "core/text/prompt_cleaning.h"

#include "core/text/html_text.h"
#include "core/text/unicode_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace longtake {

namespace {

constexpr char32_t kEscape = 0x1b;

// Bytes 0x80..0x9f of windows-1252; unassigned ones stay control characters.
constexpr std::u32string_view kWindows1252 =
    U"\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f"
    U"\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

struct Ligature {
    char32_t joined;
    std::u32string_view letters;
};

constexpr std::array kLigatures = {
    Ligature{0x132, U"IJ"},       Ligature{0x133, U"ij"},      Ligature{0x149, U"\u02bcn"}, Ligature{0x1c4, U"D\u017d"},
    Ligature{0x1c5, U"D\u017e"},  Ligature{0x1c6, U"d\u017e"}, Ligature{0x1c7, U"LJ"},      Ligature{0x1c8, U"Lj"},
    Ligature{0x1c9, U"lj"},       Ligature{0x1ca, U"NJ"},      Ligature{0x1cb, U"Nj"},      Ligature{0x1cc, U"nj"},
    Ligature{0x1f1, U"DZ"},       Ligature{0x1f2, U"Dz"},      Ligature{0x1f3, U"dz"},      Ligature{0xfb00, U"ff"},
    Ligature{0xfb01, U"fi"},      Ligature{0xfb02, U"fl"},     Ligature{0xfb03, U"ffi"},    Ligature{0xfb04, U"ffl"},
    Ligature{0xfb05, U"\u017ft"}, Ligature{0xfb06, U"st"},
};

std::u32string split_ligatures(std::u32string_view text) {
    std::u32string out;
    for (const char32_t c : text) {
        const auto known = std::find_if(kLigatures.begin(), kLigatures.end(),
                                        [&](const Ligature& ligature) { return ligature.joined == c; });
        out += known != kLigatures.end() ? std::u32string(known->letters) : std::u32string{c};
    }
    return out;
}

char32_t straight_quote(char32_t c) {
    if (c == 0x2bc || (c >= 0x2018 && c <= 0x201b)) {
        return '\'';
    }
    return c >= 0x201c && c <= 0x201f ? '"' : c;
}

char32_t from_windows_1252(char32_t c) {
    return c >= 0x80 && c <= 0x9f ? kWindows1252[c - 0x80] : c;
}

/// "\r\n", "\r" and Unicode's own line ends become "\n".
std::u32string with_plain_line_ends(std::u32string_view text) {
    std::u32string out;
    for (size_t i = 0; i < text.size(); ++i) {
        const bool is_pair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        const bool is_line_end = text[i] == '\r' || text[i] == 0x2028 || text[i] == 0x2029 || text[i] == 0x85;
        if (!is_pair) {
            out += is_line_end ? U'\n' : text[i];
        }
    }
    return out;
}

/// Colour codes of a terminal: ESC [ digits and semicolons, one letter.
std::u32string without_terminal_escapes(std::u32string_view text) {
    std::u32string out;
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] == kEscape && i + 1 < text.size() && text[i + 1] == '[') {
            const size_t end = text.find_first_not_of(U"0123456789;", i + 2);
            const char32_t letter = end == std::u32string_view::npos ? 0 : text[end] | 0x20;
            if (letter >= 'a' && letter <= 'z') {
                i = end;
                continue;
            }
        }
        out += text[i];
    }
    return out;
}

bool is_unwanted_control(char32_t c) {
    return c <= 0x08 || c == 0x0b || (c >= 0x0e && c <= 0x1f) || c == 0x7f || (c >= 0x206a && c <= 0x206f) ||
           c == 0xfeff || (c >= 0xfff9 && c <= 0xfffc);
}

/// ftfy's fixes in its order, once.
std::u32string fixed_once(std::u32string text, bool may_unescape) {
    if (may_unescape) {
        text = unescape_html_strictly(text);
    }
    std::transform(text.begin(), text.end(), text.begin(), from_windows_1252);
    text = fold_widths(split_ligatures(text));
    std::transform(text.begin(), text.end(), text.begin(), straight_quote);
    text = without_terminal_escapes(with_plain_line_ends(text));
    std::erase_if(text, is_unwanted_control);
    return to_normal_form_c(text);
}

/// Line by line until nothing changes. From the first line with a "<" on, the text counts as HTML and keeps its
/// references.
std::u32string fix_text(std::u32string_view text) {
    std::u32string out;
    bool may_unescape = true;
    while (!text.empty()) {
        const size_t length = std::min(text.find(U'\n'), text.size() - 1) + 1;
        std::u32string line(text.substr(0, length));
        text.remove_prefix(length);
        may_unescape = may_unescape && line.find(U'<') == std::u32string::npos;
        for (std::u32string fixed = fixed_once(line, may_unescape); fixed != line;
             fixed = fixed_once(line, may_unescape)) {
            line = std::move(fixed);
        }
        out += line;
    }
    return out;
}

std::u32string with_single_spaces(std::u32string_view text) {
    std::u32string out;
    for (const char32_t c : text) {
        if (!is_unicode_space(c)) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += U' ';
        }
    }
    if (out.ends_with(U' ')) {
        out.pop_back();
    }
    return out;
}

} // namespace

std::string clean_wan_prompt(std::string_view prompt) {
    const std::u32string fixed = fix_text(decode_utf8(prompt));
    return encode_utf8(with_single_spaces(unescape_html(unescape_html(fixed))));
}

} // namespace longtake
