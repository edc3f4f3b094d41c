// SPDX-License-Identifier: Apache-2.0
#include "core/base/hash.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>

namespace longtake {

namespace {

constexpr std::array<uint32_t, 64> kRound = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

uint32_t big_endian(const uint8_t* bytes) {
    return uint32_t{bytes[0]} << 24 | uint32_t{bytes[1]} << 16 | uint32_t{bytes[2]} << 8 | uint32_t{bytes[3]};
}

} // namespace

Sha256::Sha256()
    : state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19} {}

void Sha256::compress(const uint8_t* block) {
    std::array<uint32_t, 64> schedule{};
    for (size_t i = 0; i < 16; ++i) {
        schedule[i] = big_endian(block + 4 * i);
    }
    for (size_t i = 16; i < 64; ++i) {
        const uint32_t a = schedule[i - 15];
        const uint32_t b = schedule[i - 2];
        const uint32_t sigma0 = std::rotr(a, 7) ^ std::rotr(a, 18) ^ (a >> 3);
        const uint32_t sigma1 = std::rotr(b, 17) ^ std::rotr(b, 19) ^ (b >> 10);
        schedule[i] = schedule[i - 16] + sigma0 + schedule[i - 7] + sigma1;
    }
    auto [a, b, c, d, e, f, g, h] = state_;
    for (size_t i = 0; i < 64; ++i) {
        const uint32_t sum1 = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
        const uint32_t choice = (e & f) ^ (~e & g);
        const uint32_t first = h + sum1 + choice + kRound[i] + schedule[i];
        const uint32_t sum0 = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
        const uint32_t majority = (a & b) ^ (a & c) ^ (b & c);
        h = g;
        g = f;
        f = e;
        e = d + first;
        d = c;
        c = b;
        b = a;
        a = first + sum0 + majority;
    }
    const std::array<uint32_t, 8> mixed = {a, b, c, d, e, f, g, h};
    for (size_t i = 0; i < 8; ++i) {
        state_[i] += mixed[i];
    }
}

void Sha256::update(std::span<const std::byte> bytes) {
    const auto* data = reinterpret_cast<const uint8_t*>(bytes.data());
    size_t left = bytes.size();
    total_ += left;
    while (left > 0) {
        if (buffered_ == 0 && left >= 64) {
            compress(data);
            data += 64;
            left -= 64;
            continue;
        }
        const size_t taken = std::min(left, 64 - buffered_);
        std::memcpy(buffer_.data() + buffered_, data, taken);
        buffered_ += taken;
        data += taken;
        left -= taken;
        if (buffered_ == 64) {
            compress(buffer_.data());
            buffered_ = 0;
        }
    }
}

void Sha256::update(std::string_view text) {
    update(std::as_bytes(std::span(text.data(), text.size())));
}

std::string Sha256::hex() const {
    Sha256 last = *this;
    const uint64_t bit_count = total_ * 8;
    last.update(std::string_view("\x80", 1));
    while (last.buffered_ != 56) {
        last.update(std::string_view("\0", 1));
    }
    std::array<char, 8> length{};
    for (size_t i = 0; i < 8; ++i) {
        length[i] = static_cast<char>(bit_count >> (56 - 8 * i));
    }
    last.update(std::string_view(length.data(), length.size()));

    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(64);
    for (const uint32_t word : last.state_) {
        for (int shift = 28; shift >= 0; shift -= 4) {
            text.push_back(kDigits[(word >> shift) & 15]);
        }
    }
    return text;
}

std::string sha256_hex(std::string_view text) {
    Sha256 hash;
    hash.update(text);
    return hash.hex();
}

FieldHash& FieldHash::field(std::string_view label, std::string_view value) {
    hash_.update(std::to_string(label.size()) + ":" + std::string(label) + "=" + std::to_string(value.size()) + ":");
    hash_.update(value);
    dump_.append(label).push_back('=');
    for (const char letter : value) {
        if (letter == '\n') {
            dump_.append("\\n");
        } else {
            dump_.push_back(letter);
        }
    }
    dump_.push_back('\n');
    return *this;
}

FieldHash& FieldHash::field(std::string_view label, int64_t value) {
    return field(label, std::string_view(std::to_string(value)));
}

FieldHash& FieldHash::field(std::string_view label, double value) {
    std::array<char, 32> text{};
    const auto written = std::to_chars(text.data(), text.data() + text.size(), value);
    return field(label, std::string_view(text.data(), static_cast<size_t>(written.ptr - text.data())));
}

} // namespace longtake
