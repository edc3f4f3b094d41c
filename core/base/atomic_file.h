// SPDX-License-Identifier: Apache-2.0
// A file that is either the old one or the new one, never half of either: written beside the target, flushed to disk,
// then renamed over it (and the folder flushed, so that the rename itself survives a power cut).
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

namespace longtake {

class AtomicFile {
public:
    /// Opens `<target>.<pid>.part` in the target's folder. Fails if that cannot be created.
    static Result<AtomicFile> create(const std::filesystem::path& target);

    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&& other) noexcept;
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;
    /// Without commit() the temporary file is removed and the target is untouched.
    ~AtomicFile();

    Result<void> write(std::string_view bytes);
    /// fsync of what is written so far: what can fail for lack of space fails here, before anything else is touched.
    Result<void> flush();
    /// fsync, rename over the target, fsync of the folder. Call once.
    Result<void> commit();
    /// Where the bytes go until commit(): for writers that open the file themselves (libav).
    const std::filesystem::path& temporary_path() const { return temporary_; }

private:
    AtomicFile() = default;

    std::filesystem::path target_;
    std::filesystem::path temporary_;
    std::FILE* file_ = nullptr;
};

/// The whole of `bytes` under `target`, atomically.
Result<void> write_file_atomically(const std::filesystem::path& target, std::string_view bytes);

/// `<target>.<pid>.part`: where this process writes before a rename, beside the target so that the rename is atomic.
std::filesystem::path temporary_sibling(const std::filesystem::path& target);
/// Makes a closed temporary file the target: fsync, rename over it, fsync of the folder. For files written by others
/// (libav, OpenCV). On an error the temporary file stays.
Result<void> commit_temporary(const std::filesystem::path& temporary, const std::filesystem::path& target);

/// Flushes a finished file written by somebody else to disk.
Result<void> sync_file(const std::filesystem::path& path);
/// Flushes a folder's entries to disk; does nothing on Windows, where a rename is durable by itself.
Result<void> sync_folder(const std::filesystem::path& folder);

/// A whole file as bytes; refuses more than `limit` bytes.
Result<std::string> read_file(const std::filesystem::path& path, uintmax_t limit = uintmax_t{1} << 30);

} // namespace longtake
