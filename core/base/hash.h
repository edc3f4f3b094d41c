// SPDX-License-Identifier: Apache-2.0
// SHA-256 (FIPS 180-4), plain and over labelled fields. A labelled hash keeps a text dump of what went in, so that
// "why is this shot stale" can be answered by comparing two dumps.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace longtake {

class Sha256 {
public:
    Sha256();
    void update(std::span<const std::byte> bytes);
    void update(std::string_view text);
    /// 64 lower-case hex digits of everything given so far; the object may go on.
    std::string hex() const;

private:
    void compress(const uint8_t* block);

    std::array<uint32_t, 8> state_;
    std::array<uint8_t, 64> buffer_{};
    size_t buffered_ = 0;
    uint64_t total_ = 0;
};

std::string sha256_hex(std::string_view text);

/// Hashes `label = value` pairs unambiguously (lengths go in too); order matters.
class FieldHash {
public:
    FieldHash& field(std::string_view label, std::string_view value);
    FieldHash& field(std::string_view label, int64_t value);
    /// The shortest decimal that reads back to the same double, whatever the locale.
    FieldHash& field(std::string_view label, double value);
    std::string hex() const { return hash_.hex(); }
    /// One `label=value` line per field, newlines in values escaped.
    const std::string& dump() const { return dump_; }

private:
    Sha256 hash_;
    std::string dump_;
};

} // namespace longtake
