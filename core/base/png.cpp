// SPDX-License-Identifier: Apache-2.0
#include "core/base/png.h"

#include "core/base/atomic_file.h"

#include <algorithm>
#include <array>

namespace longtake {

namespace {

std::array<uint32_t, 256> make_crc_table() {
    std::array<uint32_t, 256> table{};
    for (uint32_t i = 0; i < 256; ++i) {
        uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit) {
            value = (value >> 1) ^ (0xEDB88320U & (0U - (value & 1U)));
        }
        table[i] = value;
    }
    return table;
}

uint32_t crc32(std::string_view bytes) {
    static const std::array<uint32_t, 256> kTable = make_crc_table();
    uint32_t crc = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        crc = (crc >> 8) ^ kTable[(crc ^ static_cast<uint8_t>(byte)) & 0xFFU];
    }
    return ~crc;
}

uint32_t adler32(std::string_view bytes) {
    uint32_t a = 1, b = 0;
    for (const char byte : bytes) {
        a = (a + static_cast<uint8_t>(byte)) % 65521;
        b = (b + a) % 65521;
    }
    return (b << 16) | a;
}

std::string big_endian(uint32_t value) {
    return {static_cast<char>(value >> 24), static_cast<char>(value >> 16), static_cast<char>(value >> 8),
            static_cast<char>(value)};
}

std::string chunk(const std::string& kind, const std::string& data) {
    const std::string body = kind + data;
    return big_endian(static_cast<uint32_t>(data.size())) + body + big_endian(crc32(body));
}

std::string stored_deflate(const std::string& bytes) {
    constexpr size_t kMost = 65535;
    std::string out = "\x78\x01";
    for (size_t begin = 0; begin < bytes.size() || begin == 0; begin += kMost) {
        const size_t count = std::min(kMost, bytes.size() - begin);
        const bool is_last = begin + count >= bytes.size();
        const auto length = static_cast<uint16_t>(count), inverse = static_cast<uint16_t>(~length);
        out += {static_cast<char>(is_last ? 1 : 0), static_cast<char>(length), static_cast<char>(length >> 8),
                static_cast<char>(inverse), static_cast<char>(inverse >> 8)};
        out.append(bytes, begin, count);
    }
    return out + big_endian(adler32(bytes));
}

} // namespace

std::string encode_png(Size size, std::span<const uint8_t> rgb) {
    const auto stride = static_cast<size_t>(size.width) * 3;
    std::string rows;
    rows.reserve((stride + 1) * static_cast<size_t>(size.height));
    for (size_t y = 0; y < static_cast<size_t>(size.height); ++y) {
        rows += '\0'; // no filter
        rows.append(reinterpret_cast<const char*>(rgb.data()) + y * stride, stride);
    }
    std::string header = big_endian(static_cast<uint32_t>(size.width)) + big_endian(static_cast<uint32_t>(size.height));
    header += std::string("\x08\x02\x00\x00\x00", 5); // 8 bits, RGB, deflate, no filter method, not interlaced
    return std::string("\x89PNG\r\n\x1a\n", 8) + chunk("IHDR", header) + chunk("IDAT", stored_deflate(rows)) +
           chunk("IEND", {});
}

Result<void> write_png(const std::filesystem::path& path, Size size, std::span<const uint8_t> rgb) {
    if (size.width < 1 || size.height < 1 || rgb.size() != static_cast<size_t>(size.width * size.height * 3)) {
        return bad_input(path.string() + ": " + std::to_string(rgb.size()) + " bytes are not a picture of " +
                         to_string(size));
    }
    return write_file_atomically(path, encode_png(size, rgb));
}

} // namespace longtake
