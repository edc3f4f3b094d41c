// SPDX-License-Identifier: Apache-2.0
#include "core/base/atomic_file.h"

#include "core/base/process.h"

#include <cerrno>
#include <cstring>
#include <utility>

#ifdef _WIN32
#include <io.h>
#include <windows.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace longtake {

namespace {

Error file_error(const std::string& doing, const std::filesystem::path& path) {
    return bad_input(doing + " " + path.string() + ": " + std::strerror(errno),
                     errno == ENOSPC ? "The disk is full; free some space and try again."
                                     : "Check that the folder exists and may be written.");
}

std::FILE* open_for_writing(const std::filesystem::path& path) {
#ifdef _WIN32
    return _wfopen(path.c_str(), L"wb");
#else
    return std::fopen(path.c_str(), "wbe");
#endif
}

bool flush_to_disk(std::FILE* file) {
#ifdef _WIN32
    return std::fflush(file) == 0 && _commit(_fileno(file)) == 0;
#else
    return std::fflush(file) == 0 && fsync(fileno(file)) == 0;
#endif
}

Result<void> replace(const std::filesystem::path& from, const std::filesystem::path& to) {
#ifdef _WIN32
    if (MoveFileExW(from.c_str(), to.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) == 0) {
        return bad_input("replacing " + to.string() + " failed", "Close programs that hold the file open.");
    }
#else
    if (std::rename(from.c_str(), to.c_str()) != 0) {
        return file_error("replacing", to);
    }
#endif
    return {};
}

} // namespace

Result<AtomicFile> AtomicFile::create(const std::filesystem::path& target) {
    AtomicFile created;
    created.target_ = target;
    created.temporary_ = temporary_sibling(target);
    created.file_ = open_for_writing(created.temporary_);
    if (created.file_ == nullptr) {
        return file_error("creating", created.temporary_);
    }
    return created;
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : target_(std::move(other.target_))
    , temporary_(std::exchange(other.temporary_, {}))
    , file_(std::exchange(other.file_, nullptr)) {}

AtomicFile& AtomicFile::operator=(AtomicFile&& other) noexcept {
    std::swap(target_, other.target_);
    std::swap(temporary_, other.temporary_);
    std::swap(file_, other.file_);
    return *this;
}

AtomicFile::~AtomicFile() {
    if (file_ != nullptr) {
        std::fclose(file_);
    }
    if (!temporary_.empty()) {
        std::error_code ignored;
        std::filesystem::remove(temporary_, ignored);
    }
}

Result<void> AtomicFile::write(std::string_view bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) {
        return file_error("writing", temporary_);
    }
    return {};
}

Result<void> AtomicFile::flush() {
    return flush_to_disk(file_) ? Result<void>() : Result<void>(file_error("writing", temporary_));
}

Result<void> AtomicFile::commit() {
    if (!flush_to_disk(file_)) {
        return file_error("writing", temporary_);
    }
    if (std::fclose(std::exchange(file_, nullptr)) != 0) {
        return file_error("closing", temporary_);
    }
    if (auto replaced = replace(temporary_, target_); !replaced) {
        return replaced;
    }
    temporary_.clear();
    return sync_folder(target_.parent_path());
}

Result<void> write_file_atomically(const std::filesystem::path& target, std::string_view bytes) {
    auto file = AtomicFile::create(target);
    if (!file) {
        return file.error();
    }
    if (auto written = file->write(bytes); !written) {
        return written;
    }
    return file->commit();
}

std::filesystem::path temporary_sibling(const std::filesystem::path& target) {
    std::filesystem::path temporary = target;
    temporary += ".";
    temporary += std::to_string(process_id());
    temporary += ".part";
    return temporary;
}

Result<void> commit_temporary(const std::filesystem::path& temporary, const std::filesystem::path& target) {
    if (auto flushed = sync_file(temporary); !flushed) {
        return flushed;
    }
    if (auto replaced = replace(temporary, target); !replaced) {
        return replaced;
    }
    return sync_folder(target.parent_path());
}

Result<void> sync_file(const std::filesystem::path& path) {
#ifdef _WIN32
    std::FILE* file = _wfopen(path.c_str(), L"r+b");
#else
    std::FILE* file = std::fopen(path.c_str(), "r+be");
#endif
    if (file == nullptr) {
        return file_error("opening", path);
    }
    const bool is_flushed = flush_to_disk(file);
    std::fclose(file);
    if (!is_flushed) {
        return file_error("flushing", path);
    }
    return {};
}

Result<void> sync_folder(const std::filesystem::path& folder) {
#ifndef _WIN32
    const int handle = open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0) {
        return file_error("opening", folder);
    }
    // Some file systems cannot flush a folder and say EINVAL: nothing more can be done there.
    const bool is_flushed = fsync(handle) == 0 || errno == EINVAL;
    close(handle);
    if (!is_flushed) {
        return file_error("flushing", folder);
    }
#endif
    return {};
}

Result<std::string> read_file(const std::filesystem::path& path, uintmax_t limit) {
    std::error_code failure;
    const uintmax_t size = std::filesystem::file_size(path, failure);
    if (failure) {
        return bad_input("reading " + path.string() + ": " + failure.message(), "Check the path.");
    }
    if (size > limit) {
        return bad_input(path.string() + " is larger than " + std::to_string(limit) + " bytes",
                         "This is not a file of the expected kind.");
    }
#ifdef _WIN32
    std::FILE* file = _wfopen(path.c_str(), L"rb");
#else
    std::FILE* file = std::fopen(path.c_str(), "rbe");
#endif
    if (file == nullptr) {
        return file_error("opening", path);
    }
    std::string bytes(static_cast<size_t>(size), '\0');
    const size_t count = std::fread(bytes.data(), 1, bytes.size(), file);
    const bool is_broken = std::ferror(file) != 0;
    std::fclose(file);
    if (is_broken) {
        return file_error("reading", path);
    }
    bytes.resize(count);
    return bytes;
}

} // namespace longtake
