// SPDX-License-Identifier: Apache-2.0
#include "core/sampling/memory_ladder.h"

#include <array>
#include <utility>

namespace longtake {

namespace {

constexpr std::array<std::pair<MemorySaving, const char*>, 2> kRungs = {{
    {MemorySaving::TileDecoder, "with the decoder working in tiles"},
    {MemorySaving::OffloadParts, "with idle parts of the model off the device"},
}};

} // namespace

// torch's caching allocator gives its unused blocks back by itself before it reports that memory ran out.
std::string climb_memory_ladder(VideoModel& model, size_t& rung) {
    while (rung < kRungs.size()) {
        const auto& [saving, words] = kRungs[rung++];
        if (model.save_memory(saving)) {
            return words;
        }
    }
    return {};
}

} // namespace longtake
