// SPDX-License-Identifier: Apache-2.0
#include "core/base/lfs_pointer.h"

#include <fstream>
#include <string>
#include <string_view>

namespace longtake {

bool is_lfs_pointer(const std::filesystem::path& file) {
    constexpr std::string_view kBegin =
        "version https://git-lfs.github.com/spec/"; // the pointer specification's first line
    constexpr uintmax_t kLargest = 1024;            // the specification's limit
    std::error_code failure;
    const uintmax_t size = std::filesystem::file_size(file, failure);
    if (failure || size > kLargest || size < kBegin.size()) {
        return false;
    }
    std::ifstream stream(file, std::ios::binary);
    std::string begin(kBegin.size(), '\0');
    return stream.read(begin.data(), static_cast<std::streamsize>(begin.size())) && begin == kBegin;
}

} // namespace longtake
