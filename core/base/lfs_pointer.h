// SPDX-License-Identifier: Apache-2.0
// What a Git clone leaves in a file's place until Git LFS fetches it: a few lines of text. Read as a weight file it
// looks damaged; it is only not there yet.
#pragma once

#include <filesystem>

namespace longtake {

/// Whether the file is such a pointer. Reads its first line only; false for what cannot be read.
bool is_lfs_pointer(const std::filesystem::path& file);

} // namespace longtake
