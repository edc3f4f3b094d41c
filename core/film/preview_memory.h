// SPDX-License-Identifier: Apache-2.0
// Live preview pictures from the worker to the window through shared memory: a mailbox in which the newest strip wins.
// The window owns the memory and reads, the worker writes; neither ever waits for the other. Three slots, each guarded
// by a sequence number (odd while it is being written): the writer never touches the newest finished slot, and a reader
// that was overtaken sees the number change and takes the newer strip instead.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace longtake {

/// Frames of one preview: RGB, 8 bits, rows without padding, frame after frame.
struct PreviewStrip {
    uint64_t serial = 0;
    int64_t first_frame = 0; ///< of the shot
    int64_t frame_count = 0;
    int64_t width = 0;
    int64_t height = 0;
    std::vector<uint8_t> rgb;

    bool operator==(const PreviewStrip&) const = default;
};

class PreviewMemory {
public:
    /// For the window: new memory under `name` (letters, digits, '-', up to 30) with room for strips of `strip_bytes`.
    static Result<PreviewMemory> create(const std::string& name, size_t strip_bytes);
    /// For the worker: the memory somebody else created.
    static Result<PreviewMemory> open(const std::string& name);

    PreviewMemory(PreviewMemory&&) noexcept;
    PreviewMemory& operator=(PreviewMemory&&) noexcept;
    ~PreviewMemory();

    /// Publishes a strip under the next serial and returns it; a strip larger than the room is refused with nothing
    /// changed. One writer at a time.
    Result<uint64_t> write(const PreviewStrip& strip);
    /// The newest strip if it is newer than `seen`; nothing if there is none, or if the writer overtook the copy.
    std::optional<PreviewStrip> read_newer_than(uint64_t seen) const;
    size_t strip_bytes() const;

private:
    struct Mapping;
    explicit PreviewMemory(std::unique_ptr<Mapping> mapping);

    std::unique_ptr<Mapping> mapping_;
};

} // namespace longtake
