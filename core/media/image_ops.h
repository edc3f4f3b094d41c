// SPDX-License-Identifier: Apache-2.0
// Single pictures: resizing, mixing, and PNG and JPEG files, through OpenCV.
#pragma once

#include "core/base/result.h"
#include "core/media/file_marks.h"
#include "core/media/frame.h"

#include <filesystem>

namespace longtake {

/// How a picture of another shape is made to fit.
enum class Fit {
    Stretch, ///< both sides, whatever the shape
    Cover,   ///< fills the size; what sticks out is cut away evenly
    Contain, ///< wholly inside; the rest is black
};

/// Shrinks by area (no aliasing) and enlarges by Lanczos. Both sizes have sides of at least 1.
Frame resize(const Frame& frame, Size size, Fit fit = Fit::Stretch);

/// (1 - share) of `from` and `share` of `to`, 0 <= share <= 1, rounded to nearest; both of one size.
Frame crossfade(const Frame& from, const Frame& to, double share);

/// The frame no larger than `longest_side` on its longer side, same shape; smaller frames stay as they are.
Frame thumbnail(const Frame& frame, int64_t longest_side);

/// PNG, JPEG, WebP or BMP, turned as its EXIF orientation says; transparency is dropped. Refuses pictures above
/// 64 million pixels before decoding them, and damaged files.
Result<Frame> read_image(const std::filesystem::path& path);

/// The frame as PNG (`.png`) or JPEG (`.jpg`, `.jpeg`; quality 92), by the extension of `path`; atomic. `marks` go into
/// a PNG.
Result<void> write_image(const std::filesystem::path& path, const Frame& frame, const FileMarks& marks = {});

} // namespace longtake
