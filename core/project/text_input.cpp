// SPDX-License-Identifier: Apache-2.0
#include "core/project/text_input.h"

#include "core/base/atomic_file.h"
#include "core/base/utf8.h"
#include "core/project/project_path.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

namespace longtake {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF"sv;

Problem not_text(const std::string& file, TextPlace place, const std::string& what) {
    return {Problem::Severity::Error, file, place, {}, what, "Save the file as UTF-8 text."};
}

/// `bytes` without the mark.
std::variant<std::string, Problem> from_utf16(std::string_view bytes, bool is_big_endian, const std::string& file) {
    const auto unit = [&](size_t index) {
        const auto first = static_cast<uint8_t>(bytes[index]);
        const auto second = static_cast<uint8_t>(bytes[index + 1]);
        return static_cast<char32_t>(is_big_endian ? first << 8 | second : second << 8 | first);
    };
    std::string text;
    text.reserve(bytes.size());
    for (size_t at = 0; at < bytes.size(); at += 2) {
        if (at + 1 == bytes.size()) {
            return not_text(file, place_of(text, text.size()), "the UTF-16 text ends in the middle of a character");
        }
        char32_t value = unit(at);
        if (value >= 0xD800 && value <= 0xDFFF) {
            const char32_t low = value <= 0xDBFF && at + 3 < bytes.size() ? unit(at + 2) : 0;
            if (low < 0xDC00 || low > 0xDFFF) {
                return not_text(file, place_of(text, text.size()), "half a surrogate pair");
            }
            value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
            at += 2;
        }
        append_utf8(text, value);
    }
    return text;
}

} // namespace

std::variant<std::string, Problem> decode_text(std::string bytes, const std::string& file) {
    const std::string_view view = bytes;
    if (view.starts_with("\xFF\xFE\0\0"sv) || view.starts_with("\0\0\xFE\xFF"sv)) {
        return not_text(file, {}, "this is UTF-32 text");
    }
    if (view.starts_with("\xFF\xFE"sv) || view.starts_with("\xFE\xFF"sv)) {
        auto converted = from_utf16(view.substr(2), view[0] == '\xFE', file);
        if (std::holds_alternative<Problem>(converted)) {
            return converted;
        }
        bytes = std::get<std::string>(std::move(converted));
    } else if (view.starts_with(kUtf8Mark)) {
        bytes.erase(0, kUtf8Mark.size());
    }
    if (const size_t zero = bytes.find('\0'); zero != std::string::npos) {
        return not_text(file, place_of(bytes, zero), "a zero byte; this is no text file");
    }
    if (const auto invalid = find_invalid_utf8(bytes)) {
        return not_text(file, place_of(bytes, *invalid), "bytes that are not UTF-8");
    }
    return bytes;
}

Result<std::string> read_text(const std::filesystem::path& path, uintmax_t most_bytes) {
    auto bytes = read_file(path, most_bytes);
    if (!bytes) {
        return bytes.error();
    }
    auto text = decode_text(*std::move(bytes), utf8_from_path(path));
    if (const auto* problem = std::get_if<Problem>(&text)) {
        return to_error(*problem);
    }
    return std::get<std::string>(std::move(text));
}

} // namespace longtake
