// SPDX-License-Identifier: Apache-2.0
// The size and SHA-256 of a file, read in pieces.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace longtake {

struct FileChecksum {
    int64_t bytes = 0;
    std::string sha256;
    bool operator==(const FileChecksum&) const = default;
};

Result<FileChecksum> checksum_file(const std::filesystem::path& path);

} // namespace longtake
