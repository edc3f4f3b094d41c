// SPDX-License-Identifier: Apache-2.0
#include "core/sampling/memory_ladder.h"

#include <algorithm>
#include <array>
#include <utility>

namespace longtake {

namespace {

constexpr std::array<std::pair<MemorySaving, const char*>, 2> kRungs = {{
    {MemorySaving::TileDecoder, "with the decoder working in tiles"},
    {MemorySaving::OffloadParts, "with idle parts of the model off the device"},
}};

std::string in_words(const std::string& name) {
    for (const auto& [saving, words] : kRungs) {
        if (memory_saving_name(saving) == name) {
            return words;
        }
    }
    return name;
}

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

void apply_memory_savings(VideoModel& model, const std::vector<std::string>& names) {
    for (const auto& [saving, words] : kRungs) {
        if (std::find(names.begin(), names.end(), memory_saving_name(saving)) != names.end()) {
            model.save_memory(saving);
        }
    }
}

std::vector<std::string> memory_savings_of(const VideoModel& model) {
    std::vector<std::string> names;
    for (const MemorySaving saving : model.active_savings()) {
        names.push_back(memory_saving_name(saving));
    }
    return names;
}

std::string memory_savings_in_words(const std::vector<std::string>& names) {
    std::string words;
    for (const std::string& name : names) {
        words += (words.empty() ? "" : " and ") + in_words(name);
    }
    return words;
}

} // namespace longtake
