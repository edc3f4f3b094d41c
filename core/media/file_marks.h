// SPDX-License-Identifier: Apache-2.0
// Texts that travel inside a media file: the comment and an XMP packet. libav writes and reads the comment of films;
// what it cannot do is done here: XMP in MP4 and MOV (the `uuid` box of ISO 16684-1), both in PNG (`iTXt`), the comment
// in GIF.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace longtake {

struct FileMarks {
    std::string comment;
    std::string xmp;
    bool operator==(const FileMarks&) const = default;
};

/// Adds to a finished file what libav did not write, by the extension of `named`. Does nothing for other kinds of file.
Result<void> add_marks(const std::filesystem::path& path, const std::filesystem::path& named, const FileMarks& marks);

/// `png` with both texts behind its header. The bytes must be a PNG; otherwise they come back unchanged.
std::string with_png_marks(std::string_view png, const FileMarks& marks);

/// What stands in the file, whoever wrote it; empty texts where there is nothing. Refuses files that are neither a film
/// nor a PNG.
Result<FileMarks> read_marks(const std::filesystem::path& path);

} // namespace longtake
