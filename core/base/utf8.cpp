// SPDX-License-Identifier: Apache-2.0
#include "core/base/utf8.h"

#include <cstdint>

namespace longtake {

namespace {

/// How many bytes follow the leading one, and the smallest code point such a sequence may hold.
struct SequenceShape {
    int trailing = 0;
    char32_t least = 0;
    char32_t first_bits = 0;
};

std::optional<SequenceShape> shape_of(uint8_t lead) {
    if (lead < 0x80) {
        return SequenceShape{0, 0, lead};
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return SequenceShape{1, 0x80, static_cast<char32_t>(lead & 0x1F)};
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        return SequenceShape{2, 0x800, static_cast<char32_t>(lead & 0x0F)};
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        return SequenceShape{3, 0x10000, static_cast<char32_t>(lead & 0x07)};
    }
    return std::nullopt;
}

} // namespace

std::optional<char32_t> next_code_point(std::string_view text, size_t& at) {
    if (at >= text.size()) {
        return std::nullopt;
    }
    const auto shape = shape_of(static_cast<uint8_t>(text[at]));
    if (!shape || text.size() - at <= static_cast<size_t>(shape->trailing)) {
        return std::nullopt;
    }
    char32_t value = shape->first_bits;
    for (int i = 1; i <= shape->trailing; ++i) {
        const auto byte = static_cast<uint8_t>(text[at + static_cast<size_t>(i)]);
        if ((byte & 0xC0) != 0x80) {
            return std::nullopt;
        }
        value = (value << 6) | (byte & 0x3F);
    }
    const bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < shape->least || value > 0x10FFFF || is_surrogate) {
        return std::nullopt;
    }
    at += static_cast<size_t>(shape->trailing) + 1;
    return value;
}

std::optional<size_t> find_invalid_utf8(std::string_view text) {
    size_t at = 0;
    while (at < text.size()) {
        if (static_cast<uint8_t>(text[at]) < 0x80) {
            ++at;
        } else if (!next_code_point(text, at)) {
            return at;
        }
    }
    return std::nullopt;
}

void append_utf8(std::string& text, char32_t code_point) {
    const auto trailing = [&](int shift) { text.push_back(static_cast<char>(0x80 | ((code_point >> shift) & 0x3F))); };
    if (code_point < 0x80) {
        text.push_back(static_cast<char>(code_point));
    } else if (code_point < 0x800) {
        text.push_back(static_cast<char>(0xC0 | (code_point >> 6)));
        trailing(0);
    } else if (code_point < 0x10000) {
        text.push_back(static_cast<char>(0xE0 | (code_point >> 12)));
        trailing(6);
        trailing(0);
    } else {
        text.push_back(static_cast<char>(0xF0 | (code_point >> 18)));
        trailing(12);
        trailing(6);
        trailing(0);
    }
}

} // namespace longtake
