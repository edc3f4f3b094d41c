// SPDX-License-Identifier: Apache-2.0
#include "core/media/image_header.h"

#include <cstdint>
#include <cstdlib>
#include <optional>

namespace longtake {

namespace {

int64_t byte_at(std::string_view bytes, size_t at) {
    return static_cast<uint8_t>(bytes[at]);
}

int64_t big_endian(std::string_view bytes, size_t at, size_t count) {
    int64_t value = 0;
    for (size_t index = 0; index < count; ++index) {
        value = value << 8 | byte_at(bytes, at + index);
    }
    return value;
}

int64_t little_endian(std::string_view bytes, size_t at, size_t count) {
    int64_t value = 0;
    for (size_t index = count; index > 0; --index) {
        value = value << 8 | byte_at(bytes, at + index - 1);
    }
    return value;
}

std::optional<Size> png_size(std::string_view bytes) {
    if (!bytes.starts_with("\x89PNG\r\n\x1a\n") || bytes.size() < 24) {
        return {};
    }
    return Size{big_endian(bytes, 16, 4), big_endian(bytes, 20, 4)};
}

bool is_start_of_frame(int64_t marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

std::optional<Size> jpeg_size(std::string_view bytes) {
    if (!bytes.starts_with("\xFF\xD8")) {
        return {};
    }
    for (size_t at = 2; at + 9 <= bytes.size();) {
        if (byte_at(bytes, at) != 0xFF) {
            return {};
        }
        const int64_t marker = byte_at(bytes, at + 1);
        if (marker == 0xFF) { // fill byte
            ++at;
            continue;
        }
        if (is_start_of_frame(marker)) {
            return Size{big_endian(bytes, at + 7, 2), big_endian(bytes, at + 5, 2)};
        }
        at += 2 + static_cast<size_t>(big_endian(bytes, at + 2, 2));
    }
    return {};
}

std::optional<Size> webp_size(std::string_view bytes) {
    if (!bytes.starts_with("RIFF") || bytes.size() < 30 || bytes.substr(8, 4) != "WEBP") {
        return {};
    }
    const std::string_view chunk = bytes.substr(12, 4);
    if (chunk == "VP8X") {
        return Size{little_endian(bytes, 24, 3) + 1, little_endian(bytes, 27, 3) + 1};
    }
    if (chunk == "VP8 ") {
        return Size{little_endian(bytes, 26, 2) & 0x3FFF, little_endian(bytes, 28, 2) & 0x3FFF};
    }
    if (chunk == "VP8L") {
        const int64_t bits = little_endian(bytes, 21, 4);
        return Size{(bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1};
    }
    return {};
}

std::optional<Size> bmp_size(std::string_view bytes) {
    if (!bytes.starts_with("BM") || bytes.size() < 26) {
        return {};
    }
    // Negative: rows are stored from the top.
    const auto height = static_cast<int32_t>(little_endian(bytes, 22, 4));
    return Size{little_endian(bytes, 18, 4), std::abs(int64_t{height})};
}

} // namespace

Result<Size> image_size(std::string_view bytes) {
    for (const auto& reader : {png_size, jpeg_size, webp_size, bmp_size}) {
        if (const auto size = reader(bytes); size && size->width > 0 && size->height > 0) {
            return *size;
        }
    }
    return bad_input("this is no PNG, JPEG, WebP or BMP picture, or it is cut short");
}

} // namespace longtake
