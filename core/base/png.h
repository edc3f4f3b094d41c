// SPDX-License-Identifier: Apache-2.0
// Writes PNG without any library, for picture sheets of builds that have no image library: rows unfiltered, deflate
// blocks stored uncompressed (RFC 1950, 1951, PNG specification). Files are as large as their pixels.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

namespace longtake {

/// The bytes of a PNG file. `rgb` holds 3 bytes per pixel, row by row from the top.
std::string encode_png(Size size, std::span<const uint8_t> rgb);

/// Written atomically. Errors: BadInput when the pixels do not fit the size or the disk refuses.
Result<void> write_png(const std::filesystem::path& path, Size size, std::span<const uint8_t> rgb);

} // namespace longtake
