// SPDX-License-Identifier: Apache-2.0
#include "core/media/avc_stream.h"

#include <algorithm>
#include <array>

namespace longtake {

namespace {

using Bytes = std::span<const uint8_t>;
using Sets = std::vector<std::vector<uint8_t>>;

constexpr std::array<uint8_t, 4> kStartCode = {0, 0, 0, 1};

size_t big_endian(Bytes bytes, size_t at, size_t count) {
    size_t value = 0;
    for (size_t index = 0; index < count; ++index) {
        value = value << 8 | bytes[at + index];
    }
    return value;
}

/// `count` sets with 2-byte lengths from `at` on, which moves behind them.
bool read_sets(Bytes bytes, size_t& at, size_t count, Sets& sets) {
    for (size_t number = 0; number < count; ++number) {
        if (at + 2 > bytes.size() || at + 2 + big_endian(bytes, at, 2) > bytes.size()) {
            return false;
        }
        const size_t length = big_endian(bytes, at, 2);
        const Bytes set = bytes.subspan(at + 2, length);
        sets.emplace_back(set.begin(), set.end());
        at += 2 + length;
    }
    return true;
}

std::optional<Sets> sets_with_lengths(Bytes bytes) {
    constexpr size_t kHeader = 6;
    if (bytes.size() < kHeader + 1) {
        return std::nullopt;
    }
    Sets sets;
    size_t at = kHeader;
    if (!read_sets(bytes, at, bytes[kHeader - 1] & 31U, sets) || at >= bytes.size()) {
        return std::nullopt;
    }
    const size_t picture_sets = bytes[at++];
    return read_sets(bytes, at, picture_sets, sets) ? std::optional<Sets>(std::move(sets)) : std::nullopt;
}

/// The next 00 00 01 at or behind `at`; the end when there is none.
size_t find_start_code(Bytes bytes, size_t at) {
    for (; at + 3 <= bytes.size(); ++at) {
        if (bytes[at] == 0 && bytes[at + 1] == 0 && bytes[at + 2] == 1) {
            return at;
        }
    }
    return bytes.size();
}

std::optional<Sets> sets_with_start_codes(Bytes bytes) {
    Sets sets;
    for (size_t at = find_start_code(bytes, 0); at < bytes.size();) {
        const size_t begin = at + 3;
        at = find_start_code(bytes, begin);
        size_t end = at;
        // A fourth byte of the next start code, or padding, belongs to no set.
        while (end > begin && bytes[end - 1] == 0) {
            --end;
        }
        constexpr uint8_t kSequence = 7;
        constexpr uint8_t kPicture = 8;
        const uint8_t kind = end > begin ? bytes[begin] & 31U : 0;
        if (kind == kSequence || kind == kPicture) {
            sets.emplace_back(bytes.begin() + static_cast<std::ptrdiff_t>(begin),
                              bytes.begin() + static_cast<std::ptrdiff_t>(end));
        }
    }
    return sets.empty() ? std::nullopt : std::optional<Sets>(std::move(sets));
}

} // namespace

std::optional<Sets> avc_parameter_sets(Bytes extradata) {
    if (!extradata.empty() && extradata[0] == 1) {
        return sets_with_lengths(extradata);
    }
    return sets_with_start_codes(extradata);
}

bool lengths_to_start_codes(std::span<uint8_t> sample) {
    size_t at = 0;
    while (at + kStartCode.size() <= sample.size()) {
        const size_t length = big_endian(sample, at, kStartCode.size());
        if (length > sample.size() - at - kStartCode.size()) {
            return false;
        }
        std::ranges::copy(kStartCode, sample.begin() + static_cast<std::ptrdiff_t>(at));
        at += kStartCode.size() + length;
    }
    return at == sample.size();
}

} // namespace longtake
