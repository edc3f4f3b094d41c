// SPDX-License-Identifier: Apache-2.0
#include "core/project/yaml_text.h"

#include "core/base/ascii.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace longtake {

namespace {

/// Code points that YAML forbids in the open, that some reader takes for a line break, or that nobody can see.
bool needs_escape(char32_t letter) {
    return letter < 0x20 || (letter >= 0x7F && letter <= 0x9F) || letter == 0x2028 || letter == 0x2029 ||
           letter == 0xFEFF || letter == 0xFFFE || letter == 0xFFFF;
}

/// Whether every code point but line feeds may stand in the open.
bool is_printable(std::string_view text, bool is_line_feed_allowed) {
    size_t at = 0;
    while (at < text.size()) {
        const auto letter = next_code_point(text, at);
        if (!letter || (needs_escape(*letter) && !(is_line_feed_allowed && *letter == '\n'))) {
            return false;
        }
    }
    return true;
}

/// Texts that some reader of YAML takes for null, a truth value, a number, a date or a merge key.
bool is_read_as_other_type(std::string_view text) {
    constexpr std::array<std::string_view, 13> kWords{"~",   "null", "true", "false", "yes", "no", "on",
                                                      "off", "y",    "n",    "<<",    "=",   ""};
    if (std::find(kWords.begin(), kWords.end(), lower_ascii(text)) != kWords.end()) {
        return true;
    }
    const bool starts_like_number = (text[0] >= '0' && text[0] <= '9') || text[0] == '+' || text[0] == '.';
    return starts_like_number &&
           text.find_first_not_of("0123456789abcdefABCDEFxXoOinINF+-.:,_TZ") == std::string_view::npos;
}

/// Long texts are quoted whatever they hold: the reader takes quoted text of any size.
constexpr size_t kLongestOpen = 10'000;

bool has_quiet_ends(std::string_view text) {
    return text.front() != ' ' && text.back() != ' ';
}

/// A block keeps its text only if no line's indentation or trailing space could be misread.
bool is_block_safe(std::string_view text) {
    if (text.size() > kLongestOpen || text.find('\n') == std::string_view::npos || text.front() == '\n' ||
        text.ends_with("\n\n") || !is_printable(text, true)) {
        return false;
    }
    for (size_t begin = 0; begin < text.size();) {
        const size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        if (!line.empty() && !has_quiet_ends(line)) {
            return false;
        }
        begin = end + 1;
    }
    return true;
}

void append_hex(std::string& out, char32_t value, int digits) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
        out.push_back(kDigits[(value >> shift) & 15]);
    }
}

void append_escaped(std::string& out, char32_t letter) {
    switch (letter) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
    }
    if (!needs_escape(letter)) {
        append_utf8(out, letter);
    } else if (letter < 0x100) {
        out += "\\x";
        append_hex(out, letter, 2);
    } else {
        out += "\\u";
        append_hex(out, letter, 4);
    }
}

} // namespace

bool is_plain_safe(std::string_view text, bool is_in_flow) {
    constexpr std::string_view kIndicators = "-?:,[]{}#&*!|>'\"%@`";
    if (text.empty() || text.size() > kLongestOpen || !has_quiet_ends(text) ||
        kIndicators.find(text.front()) != std::string_view::npos || text.back() == ':') {
        return false;
    }
    if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos ||
        text.starts_with("...")) {
        return false;
    }
    if (is_in_flow && text.find_first_of(",?[]{}:") != std::string_view::npos) {
        return false;
    }
    return is_printable(text, false) && !is_read_as_other_type(text);
}

std::string yaml_quoted(std::string_view text) {
    std::string out = "\"";
    out.reserve(text.size() + 2);
    size_t at = 0;
    while (const auto letter = next_code_point(text, at)) {
        append_escaped(out, *letter);
    }
    out += '"';
    return out;
}

std::string yaml_scalar(std::string_view text, bool is_in_flow) {
    return is_plain_safe(text, is_in_flow) ? std::string(text) : yaml_quoted(text);
}

void YamlWriter::start_line() {
    const int indent = std::exchange(is_item_start_, false) ? depth_ - 1 : depth_;
    out_.append(static_cast<size_t>(2 * indent), ' ');
    if (indent < depth_) {
        out_ += "- ";
    }
}

void YamlWriter::comment(std::string_view text) {
    for (size_t begin = 0; begin <= text.size();) {
        const size_t end = std::min(text.find('\n', begin), text.size());
        out_.append(static_cast<size_t>(2 * depth_), ' ');
        out_ += "# ";
        out_ += text.substr(begin, end - begin);
        out_ += '\n';
        begin = end + 1;
    }
}

void YamlWriter::blank_line() {
    out_ += '\n';
}

void YamlWriter::raw(std::string_view key, std::string_view value) {
    start_line();
    out_ += yaml_scalar(key);
    out_ += ": ";
    out_ += value;
    out_ += '\n';
}

void YamlWriter::text(std::string_view key, std::string_view value) {
    if (!is_block_safe(value)) {
        raw(key, yaml_scalar(value));
        return;
    }
    const bool ends_with_line_feed = value.ends_with('\n');
    raw(key, ends_with_line_feed ? "|" : "|-");
    for (size_t begin = 0; begin < value.size();) {
        const size_t end = std::min(value.find('\n', begin), value.size());
        if (end > begin) {
            out_.append(static_cast<size_t>(2 * (depth_ + 1)), ' ');
            out_ += value.substr(begin, end - begin);
        }
        out_ += '\n';
        begin = end + 1;
    }
}

void YamlWriter::begin(std::string_view key) {
    start_line();
    out_ += yaml_scalar(key);
    out_ += ":\n";
    ++depth_;
}

void YamlWriter::begin_item() {
    ++depth_;
    is_item_start_ = true;
}

void YamlWriter::end() {
    --depth_;
}

std::string YamlWriter::take() {
    return std::exchange(out_, {});
}

} // namespace longtake
