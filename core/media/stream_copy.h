// SPDX-License-Identifier: Apache-2.0
// Compressed streams moved without decoding: a recording into its final container, and closed segments into one film.
#pragma once

#include "core/base/result.h"
#include "core/media/file_marks.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace longtake {

/// Copies the video of `from` into the container that the extension of `named` stands for, at `to`, with the index in
/// front where the container has one. A recording cut short gives the frames it holds. `metadata` replaces the tags of
/// `from`; when empty they are kept. Returns the number of frames; the file at `to` is closed but not flushed to disk.
Result<int64_t> remux(const std::filesystem::path& from,
                      const std::filesystem::path& to,
                      const std::filesystem::path& named,
                      const std::map<std::string, std::string>& metadata = {});

/// What a killed program left (`<film>.<pid>.part`) as a whole file under `target`, with the tags it was begun with and
/// `marks` added. Returns the number of frames.
Result<int64_t>
recover_recording(const std::filesystem::path& part, const std::filesystem::path& target, const FileMarks& marks = {});

} // namespace longtake
