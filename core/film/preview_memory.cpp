// SPDX-License-Identifier: Apache-2.0
#include "core/film/preview_memory.h"

#include <algorithm>
#include <atomic>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <new>
#include <utility>

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

constexpr uint64_t kMagic = 0x314d50454b41544cULL; // "LTAKEPM1"
constexpr size_t kSlots = 3;
constexpr size_t kLargestStrip = size_t{1} << 30;

struct Slot {
    std::atomic<uint64_t> sequence; // odd while being written
    uint64_t serial;
    int64_t first_frame;
    int64_t frame_count;
    int64_t width;
    int64_t height;
};

struct Header {
    uint64_t magic;
    uint64_t strip_bytes;
    std::atomic<uint64_t> newest; // serial of the newest finished strip, 0 for none
    Slot slots[kSlots];
};

static_assert(std::atomic<uint64_t>::is_always_lock_free, "atomics in shared memory must be lock-free");

size_t total_bytes(size_t strip_bytes) {
    return sizeof(Header) + kSlots * strip_bytes;
}

bool is_valid_name(const std::string& name) {
    return !name.empty() && name.size() <= 30 && std::all_of(name.begin(), name.end(), [](unsigned char letter) {
        return std::isalnum(letter) != 0 || letter == '-';
    });
}

Error memory_error(const std::string& doing, const std::string& name) {
#ifdef _WIN32
    const std::string reason = "error " + std::to_string(GetLastError());
#else
    const std::string reason = std::strerror(errno);
#endif
    return {ErrorCode::Device, doing + " the preview memory '" + name + "': " + reason,
            "Rendering goes on without live pictures."};
}

} // namespace

struct PreviewMemory::Mapping {
    std::string name;
    bool is_owner = false;
    size_t size = 0;
    void* address = nullptr;
#ifdef _WIN32
    HANDLE handle = nullptr;
#endif

    Header& header() const {
        return *static_cast<Header*>(address);
    }
    uint8_t* pixels(size_t slot) const {
        return static_cast<uint8_t*>(address) + sizeof(Header) + slot * header().strip_bytes;
    }

    ~Mapping() {
#ifdef _WIN32
        if (address != nullptr) {
            UnmapViewOfFile(address);
        }
        if (handle != nullptr) {
            CloseHandle(handle);
        }
#else
        if (address != nullptr) {
            munmap(address, size);
        }
        if (is_owner) {
            shm_unlink(("/" + name).c_str());
        }
#endif
    }
};

PreviewMemory::PreviewMemory(std::unique_ptr<Mapping> mapping)
    : mapping_(std::move(mapping)) {}
PreviewMemory::PreviewMemory(PreviewMemory&&) noexcept = default;
PreviewMemory& PreviewMemory::operator=(PreviewMemory&&) noexcept = default;
PreviewMemory::~PreviewMemory() = default;

Result<PreviewMemory> PreviewMemory::create(const std::string& name, size_t strip_bytes) {
    if (!is_valid_name(name) || strip_bytes == 0 || strip_bytes > kLargestStrip) {
        return bad_input("preview memory '" + name + "' of " + std::to_string(strip_bytes) + " bytes is not possible");
    }
    auto mapping = std::make_unique<Mapping>();
    mapping->name = name;
    mapping->size = total_bytes(strip_bytes);
#ifdef _WIN32
    mapping->handle = CreateFileMappingA(INVALID_HANDLE_VALUE, nullptr, PAGE_READWRITE,
                                         static_cast<DWORD>(uint64_t{mapping->size} >> 32),
                                         static_cast<DWORD>(mapping->size), ("Local\\" + name).c_str());
    if (mapping->handle == nullptr || GetLastError() == ERROR_ALREADY_EXISTS) {
        return memory_error("creating", name);
    }
    mapping->address = MapViewOfFile(mapping->handle, FILE_MAP_ALL_ACCESS, 0, 0, mapping->size);
    if (mapping->address == nullptr) {
        return memory_error("mapping", name);
    }
#else
    const int file = shm_open(("/" + name).c_str(), O_CREAT | O_EXCL | O_RDWR, 0600);
    if (file < 0) {
        return memory_error("creating", name);
    }
    mapping->is_owner = true;
    void* address = MAP_FAILED;
    if (ftruncate(file, static_cast<off_t>(mapping->size)) == 0) {
        address = mmap(nullptr, mapping->size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    }
    const int reason = errno;
    close(file);
    if (address == MAP_FAILED) {
        errno = reason;
        return memory_error("mapping", name);
    }
    mapping->address = address;
#endif
    Header* header = new (mapping->address) Header{};
    header->strip_bytes = strip_bytes;
    header->magic = kMagic;
    return PreviewMemory(std::move(mapping));
}

Result<PreviewMemory> PreviewMemory::open(const std::string& name) {
    if (!is_valid_name(name)) {
        return bad_input("'" + name + "' is no name of a preview memory");
    }
    auto mapping = std::make_unique<Mapping>();
    mapping->name = name;
#ifdef _WIN32
    mapping->handle = OpenFileMappingA(FILE_MAP_ALL_ACCESS, FALSE, ("Local\\" + name).c_str());
    if (mapping->handle == nullptr) {
        return memory_error("opening", name);
    }
    mapping->address = MapViewOfFile(mapping->handle, FILE_MAP_ALL_ACCESS, 0, 0, 0);
    MEMORY_BASIC_INFORMATION information{};
    if (mapping->address == nullptr ||
        VirtualQuery(mapping->address, &information, sizeof(information)) != sizeof(information)) {
        return memory_error("mapping", name);
    }
    mapping->size = information.RegionSize;
#else
    const int file = shm_open(("/" + name).c_str(), O_RDWR, 0600);
    if (file < 0) {
        return memory_error("opening", name);
    }
    struct stat facts {};
    void* address = MAP_FAILED;
    if (fstat(file, &facts) == 0 && facts.st_size >= static_cast<off_t>(sizeof(Header))) {
        mapping->size = static_cast<size_t>(facts.st_size);
        address = mmap(nullptr, mapping->size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    }
    const int reason = errno;
    close(file);
    if (address == MAP_FAILED) {
        errno = reason;
        return memory_error("mapping", name);
    }
    mapping->address = address;
#endif
    const Header& header = mapping->header();
    if (header.magic != kMagic || header.strip_bytes > kLargestStrip ||
        total_bytes(header.strip_bytes) > mapping->size) {
        return bad_input("'" + name + "' is no preview memory of this version");
    }
    return PreviewMemory(std::move(mapping));
}

size_t PreviewMemory::strip_bytes() const {
    return mapping_->header().strip_bytes;
}

Result<uint64_t> PreviewMemory::write(const PreviewStrip& strip) {
    Header& header = mapping_->header();
    const auto pixel_bytes = static_cast<size_t>(strip.frame_count * strip.width * strip.height * 3);
    if (strip.rgb.size() != pixel_bytes || pixel_bytes > header.strip_bytes) {
        return bad_input("a preview of " + std::to_string(strip.rgb.size()) + " bytes does not fit into " +
                         std::to_string(header.strip_bytes));
    }
    const uint64_t serial = header.newest.load(std::memory_order_relaxed) + 1;
    const size_t index = serial % kSlots;
    Slot& slot = header.slots[index];
    const uint64_t sequence = slot.sequence.load(std::memory_order_relaxed);
    slot.sequence.store(sequence + 1, std::memory_order_relaxed);
    std::atomic_thread_fence(std::memory_order_release);
    slot.serial = serial;
    slot.first_frame = strip.first_frame;
    slot.frame_count = strip.frame_count;
    slot.width = strip.width;
    slot.height = strip.height;
    std::memcpy(mapping_->pixels(index), strip.rgb.data(), pixel_bytes);
    slot.sequence.store(sequence + 2, std::memory_order_release);
    header.newest.store(serial, std::memory_order_release);
    return serial;
}

std::optional<PreviewStrip> PreviewMemory::read_newer_than(uint64_t seen) const {
    const Header& header = mapping_->header();
    const uint64_t newest = header.newest.load(std::memory_order_acquire);
    if (newest <= seen) {
        return std::nullopt;
    }
    const size_t index = newest % kSlots;
    const Slot& slot = header.slots[index];
    const uint64_t before = slot.sequence.load(std::memory_order_acquire);
    PreviewStrip strip{slot.serial, slot.first_frame, slot.frame_count, slot.width, slot.height, {}};
    constexpr int64_t kMost = int64_t{1} << 20;
    const bool is_sane = strip.frame_count >= 0 && strip.frame_count < kMost && strip.width >= 0 &&
                         strip.width < kMost && strip.height >= 0 && strip.height < kMost;
    const uint64_t bytes = is_sane ? static_cast<uint64_t>(strip.frame_count) * static_cast<uint64_t>(strip.width) *
                                         static_cast<uint64_t>(strip.height) * 3
                                   : UINT64_MAX;
    if (before % 2 != 0 || bytes > header.strip_bytes) {
        return std::nullopt;
    }
    strip.rgb.resize(bytes);
    std::memcpy(strip.rgb.data(), mapping_->pixels(index), bytes);
    std::atomic_thread_fence(std::memory_order_acquire);
    if (slot.sequence.load(std::memory_order_relaxed) != before) {
        return std::nullopt;
    }
    return strip;
}

} // namespace longtake
