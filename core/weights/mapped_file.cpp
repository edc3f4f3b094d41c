// SPDX-License-Identifier: Apache-2.0
#include "core/weights/mapped_file.h"

#include <cerrno>
#include <cstdint>
#include <cstring>

#ifdef _WIN32
#include <windows.h>
#else
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace longtake {

namespace {

Error open_error(const std::filesystem::path& path, const std::string& reason) {
    return model_error("opening " + path.string() + ": " + reason, "Check that the file exists and may be read.");
}

/// The file is good, but there is no room for it.
Error no_room_error(const std::filesystem::path& path) {
    return {ErrorCode::OutOfMemory, "mapping " + path.string() + ": out of memory",
            "Close other programs or choose a smaller model."};
}

} // namespace

#ifdef _WIN32

namespace {

/// A Windows handle that closes itself.
struct Handle {
    HANDLE value = INVALID_HANDLE_VALUE;
    explicit Handle(HANDLE opened)
        : value(opened) {}
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() {
        if (is_open()) {
            CloseHandle(value);
        }
    }
    bool is_open() const { return value != INVALID_HANDLE_VALUE && value != nullptr; }
};

} // namespace

Result<std::shared_ptr<MappedFile>> MappedFile::open(const std::filesystem::path& path) {
    const Handle file(CreateFileW(path.c_str(), GENERIC_READ, FILE_SHARE_READ, nullptr, OPEN_EXISTING,
                                  FILE_ATTRIBUTE_NORMAL, nullptr));
    LARGE_INTEGER size{};
    if (!file.is_open() || GetFileSizeEx(file.value, &size) == 0) {
        return open_error(path, "Windows error " + std::to_string(GetLastError()));
    }
    std::shared_ptr<MappedFile> mapped(new MappedFile());
    mapped->size_ = static_cast<size_t>(size.QuadPart);
    if (mapped->size_ == 0) {
        return mapped;
    }
    // The view keeps the mapping alive after both handles are closed.
    const Handle mapping(CreateFileMappingW(file.value, nullptr, PAGE_WRITECOPY, 0, 0, nullptr));
    if (mapping.is_open()) {
        mapped->data_ = static_cast<std::byte*>(MapViewOfFile(mapping.value, FILE_MAP_COPY, 0, 0, 0));
    }
    if (mapped->data_ == nullptr) {
        const DWORD failure = GetLastError();
        const bool is_memory = failure == ERROR_NOT_ENOUGH_MEMORY || failure == ERROR_COMMITMENT_LIMIT;
        return is_memory ? no_room_error(path)
                         : open_error(path, "mapping it failed with Windows error " + std::to_string(failure));
    }
    return mapped;
}

MappedFile::~MappedFile() {
    if (data_ != nullptr) {
        UnmapViewOfFile(data_);
    }
}

void MappedFile::release(size_t offset, size_t count) const {
    // Unlocking pages that are not locked takes them out of the working set.
    VirtualUnlock(data_ + offset, count);
}

#else

Result<std::shared_ptr<MappedFile>> MappedFile::open(const std::filesystem::path& path) {
    const int handle = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (handle < 0) {
        return open_error(path, std::strerror(errno));
    }
    struct stat facts {};
    const bool is_file = fstat(handle, &facts) == 0 && S_ISREG(facts.st_mode);
    if (!is_file) {
        ::close(handle);
        return open_error(path, "it is not a plain file");
    }
    std::shared_ptr<MappedFile> mapped(new MappedFile());
    mapped->size_ = static_cast<size_t>(facts.st_size);
    void* address = nullptr;
    int failure = 0;
    if (mapped->size_ > 0) {
        int flags = MAP_PRIVATE;
#ifdef MAP_NORESERVE
        // Weights may be larger than memory and swap; pages are only written where somebody changes weights in place.
        flags |= MAP_NORESERVE;
#endif
        address = mmap(nullptr, mapped->size_, PROT_READ | PROT_WRITE, flags, handle, 0);
        failure = address == MAP_FAILED ? errno : 0;
    }
    ::close(handle);
    if (failure == ENOMEM) {
        return no_room_error(path);
    }
    if (failure != 0) {
        return open_error(path, std::string("mapping it failed: ") + std::strerror(failure));
    }
    mapped->data_ = static_cast<std::byte*>(address);
    return mapped;
}

MappedFile::~MappedFile() {
    if (data_ != nullptr) {
        munmap(data_, size_);
    }
}

void MappedFile::release(size_t offset, size_t count) const {
    const auto page = static_cast<size_t>(sysconf(_SC_PAGESIZE));
    const size_t first = (offset + page - 1) / page * page;
    const size_t last = (offset + count) / page * page;
    if (first < last) {
        madvise(data_ + first, last - first, MADV_DONTNEED);
    }
}

#endif

} // namespace longtake
