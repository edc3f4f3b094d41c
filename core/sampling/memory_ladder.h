// SPDX-License-Identifier: Apache-2.0
// What happens when memory runs out (trust.md §2.4): save memory one rung at a time and try again, at
// most once a rung, and say so. The picture never gets smaller by itself; when no rung helps, the error says what can.
#pragma once

#include "core/base/result.h"
#include "core/models/family.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace longtake {

/// The next rung for `model`: turns the next saving on that it has. Its description in
/// words, or empty when there is none left. `rung` counts from 0 and is advanced.
std::string climb_memory_ladder(VideoModel& model, size_t& rung);

/// Turns the savings on whose names a receipt holds, so that what was made with them is made again in the same bytes.
void apply_memory_savings(VideoModel& model, const std::vector<std::string>& names);
/// Those turned on in `model`, by name.
std::vector<std::string> memory_savings_of(const VideoModel& model);
/// For people: "with the decoder working in tiles". Names nobody knows stand as they are.
std::string memory_savings_in_words(const std::vector<std::string>& names);

/// `attempt` until it ends with anything but OutOfMemory, or the ladder ends. `warn` is told each rung in words.
template <typename Value>
Result<Value> with_memory_ladder(VideoModel& model,
                                 const std::function<Result<Value>()>& attempt,
                                 const std::function<void(const std::string&)>& warn) {
    size_t rung = 0;
    for (;;) {
        Result<Value> result = attempt();
        if (result || result.error().code != ErrorCode::OutOfMemory) {
            return result;
        }
        const std::string step = climb_memory_ladder(model, rung);
        if (step.empty()) {
            return result;
        }
        warn("memory ran out; trying again " + step);
    }
}

} // namespace longtake
