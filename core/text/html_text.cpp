// SPDX-License-Identifier: Apache-2.0
#include "core/text/html_text.h"

#include "core/text/html_entities.h"

#include <algorithm>
#include <array>
#include <optional>

namespace longtake {

namespace {

constexpr size_t kLongestName = 32;       // characters a name may have for a browser, and for Python
constexpr size_t kLongestStrictName = 24; // and for ftfy

// What bytes 0x80..0x9f mean in windows-1252, which HTML takes numeric references to them for; 0 where unassigned.
constexpr std::array<char32_t, 32> kWindows1252 = {0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                                   0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
                                                   0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                                   0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

bool is_digit(char32_t c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_hex_digit(char32_t c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

const HtmlEntity* find_entity(std::span<const HtmlEntity> table, std::string_view name) {
    const auto found = std::lower_bound(table.begin(), table.end(), name,
                                        [](const HtmlEntity& a, std::string_view b) { return a.name < b; });
    return found != table.end() && found->name == name ? &*found : nullptr;
}

std::u32string entity_text(const HtmlEntity& entity) {
    return entity.second == 0 ? std::u32string{entity.first} : std::u32string{entity.first, entity.second};
}

/// Empty for code points HTML forbids.
std::u32string numbered_character(uint64_t value) {
    if (value >= 0x80 && value <= 0x9f) {
        const char32_t mapped = kWindows1252[value - 0x80];
        return {mapped != 0 ? mapped : static_cast<char32_t>(value)};
    }
    if (value == 0 || (value >= 0xd800 && value <= 0xdfff) || value > 0x10ffff) {
        return U"\ufffd";
    }
    const bool is_control =
        value != '\t' && value != '\n' && value != '\f' && value != '\r' && (value < 0x20 || value == 0x7f);
    const bool is_noncharacter = (value >= 0xfdd0 && value <= 0xfdef) || (value & 0xfffe) == 0xfffe;
    return is_control || is_noncharacter ? U"" : std::u32string{static_cast<char32_t>(value)};
}

struct Reference {
    std::u32string replacement;
    size_t length = 0; // characters of the text it stands for
};

/// "&#233;", "&#xe9", at `at`. The semicolon may be missing.
std::optional<Reference> read_numbered(std::u32string_view text, size_t at) {
    size_t end = at + 2;
    const bool is_hex = end < text.size() && (text[end] == 'x' || text[end] == 'X');
    end += is_hex ? 1 : 0;
    const size_t digits = end;
    uint64_t value = 0;
    for (; end < text.size() && (is_hex ? is_hex_digit(text[end]) : is_digit(text[end])); ++end) {
        const uint64_t digit = is_digit(text[end]) ? text[end] - '0' : (text[end] | 0x20) - 'a' + 10;
        value = std::min<uint64_t>(value * (is_hex ? 16 : 10) + digit, 0x110000);
    }
    if (end == digits) {
        return std::nullopt;
    }
    end += end < text.size() && text[end] == ';' ? 1 : 0;
    return Reference{numbered_character(value), end - at};
}

/// Characters after `at` that may belong to a name; browsers allow nearly everything.
std::string name_after(std::u32string_view text, size_t at) {
    std::string name;
    for (size_t i = at + 1; i < text.size() && name.size() < kLongestName; ++i) {
        const char32_t c = text[i];
        if (!is_letter(c) && !is_digit(c)) {
            break;
        }
        name += static_cast<char>(c);
    }
    return name;
}

/// The entity with a semicolon, else the longest old name at the start ("&notit;" begins with "&not").
std::optional<Reference> read_named(std::u32string_view text, size_t at) {
    const std::string name = name_after(text, at);
    const size_t end = at + 1 + name.size();
    const bool has_semicolon = end < text.size() && text[end] == ';';
    if (const HtmlEntity* entity = find_entity(kHtmlEntities, name); entity != nullptr && has_semicolon) {
        return Reference{entity_text(*entity), name.size() + 2};
    }
    for (size_t length = name.size(); length > 1; --length) {
        const HtmlEntity* entity = find_entity(kHtmlEntities, std::string_view(name).substr(0, length));
        if (entity != nullptr && entity->may_lack_semicolon) {
            return Reference{entity_text(*entity), length + 1};
        }
    }
    return std::nullopt;
}

std::optional<Reference> read_any(std::u32string_view text, size_t at) {
    return at + 1 < text.size() && text[at + 1] == '#' ? read_numbered(text, at) : read_named(text, at);
}

/// "&EACUTE;": the name in small letters is an entity, in capitals it means nothing to HTML.
std::optional<std::u32string> shouted_text(std::string name) {
    if (const HtmlEntity* capital = find_entity(kShoutedEntities, name)) {
        return entity_text(*capital);
    }
    std::u32string escaped = U"&";
    for (const char c : name) {
        escaped += static_cast<char32_t>(c);
        if (c >= 'a' && c <= 'z') {
            return std::nullopt;
        }
    }
    escaped += U';';
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    const HtmlEntity* entity = find_entity(kHtmlEntities, name);
    const bool is_known_to_html = read_named(escaped, 0).has_value();
    return entity == nullptr || is_known_to_html ? std::nullopt : std::optional(entity_text(*entity));
}

std::optional<Reference> read_strictly(std::u32string_view text, size_t at) {
    size_t end = at + 1;
    const bool is_numbered = end < text.size() && text[end] == '#';
    end += is_numbered ? 1 : 0;
    const size_t start = end;
    while (end < text.size() && end - start < kLongestStrictName && (is_letter(text[end]) || is_digit(text[end]))) {
        ++end;
    }
    if (end == start || end >= text.size() || text[end] != ';') {
        return std::nullopt;
    }
    const size_t length = end + 1 - at;
    if (is_numbered) {
        // Like ftfy, which asks whether a semicolon is left over and so never resolves "&#59;".
        const auto reference = read_numbered(text, at);
        return reference && reference->length == length && reference->replacement != U";" ? reference : std::nullopt;
    }
    const std::string name(text.begin() + static_cast<std::ptrdiff_t>(start),
                           text.begin() + static_cast<std::ptrdiff_t>(end));
    if (const HtmlEntity* entity = find_entity(kHtmlEntities, name)) {
        return Reference{entity_text(*entity), length};
    }
    const auto shouted = shouted_text(name);
    return shouted ? std::optional(Reference{*shouted, length}) : std::nullopt;
}

template <typename Read> std::u32string replaced(std::u32string_view text, Read&& read) {
    std::u32string out;
    for (size_t at = 0; at < text.size();) {
        const auto reference = text[at] == '&' ? read(text, at) : std::nullopt;
        out += reference ? reference->replacement : std::u32string{text[at]};
        at += reference ? reference->length : 1;
    }
    return out;
}

} // namespace

std::u32string unescape_html(std::u32string_view text) {
    return replaced(text, read_any);
}

std::u32string unescape_html_strictly(std::u32string_view text) {
    return replaced(text, read_strictly);
}

} // namespace longtake
