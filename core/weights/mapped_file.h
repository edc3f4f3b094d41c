// SPDX-License-Identifier: Apache-2.0
// A whole file mapped into memory, copy-on-write: bytes come from the file when first touched, writing to them changes
// this process's pages only, never the file. If another program truncates the file while it is mapped, touching the
// lost part ends the process (SIGBUS); the engine runs in a worker process for that reason.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <memory>

namespace longtake {

class MappedFile {
public:
    /// Maps `path`. An empty file maps to no bytes. Errors name the path: ErrorCode::Model, or OutOfMemory when there
    /// is no room.
    static Result<std::shared_ptr<MappedFile>> open(const std::filesystem::path& path);

    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    std::byte* data() const { return data_; }
    size_t size() const { return size_; }

    /// Gives the memory of the whole pages inside [offset, offset + count) back to the system; they are read again when
    /// touched. Only for ranges nobody has written to: such writes would be lost.
    void release(size_t offset, size_t count) const;

private:
    MappedFile() = default;

    std::byte* data_ = nullptr;
    size_t size_ = 0;
};

} // namespace longtake
