// SPDX-License-Identifier: Apache-2.0
#include "core/cache/file_checksum.h"

#include "core/base/hash.h"

#include <fstream>
#include <vector>

namespace longtake {

Result<FileChecksum> checksum_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    Sha256 hash;
    FileChecksum checksum;
    std::vector<char> piece(size_t{1} << 18);
    while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())) || file.gcount() > 0) {
        const auto count = static_cast<size_t>(file.gcount());
        hash.update(std::string_view(piece.data(), count));
        checksum.bytes += static_cast<int64_t>(count);
    }
    // An end of file sets failbit with eofbit; anything else was a failed read or a file that is not there.
    if (!file.eof()) {
        return bad_input("reading " + path.string() + " failed", "Check that the file is there and may be read.");
    }
    checksum.sha256 = hash.hex();
    return checksum;
}

} // namespace longtake
