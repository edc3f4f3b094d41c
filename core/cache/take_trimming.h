// SPDX-License-Identifier: Apache-2.0
// Which takes may go when a film's folder grows too large or too old. Takes that are chosen, rated, or that such a take
// continues from, never go; neither does a take that another one kept here continues from.
#pragma once

#include "core/cache/take_index.h"
#include "core/project/project.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace longtake {

struct TrimRules {
    std::optional<int64_t> most_bytes;         ///< of all takes together; the oldest go first
    std::optional<std::string> oldest_allowed; ///< "2026-11-01T00:00:00Z"; takes made before that go
    bool removes_deleted = false;              ///< takes the person deleted go whatever their age
};

struct TrimPlan {
    std::vector<TakeId> takes; ///< to remove, in an order in which no kept take ever loses what it continues from
    int64_t freed_bytes = 0;
    int64_t kept_bytes = 0;
};

/// Takes that must stay: chosen by a shot, rated with stars or a note, and everything those continue from.
std::set<TakeId> protected_takes(const Project& project, const TakeIndex& index);

/// Age is the order of making (serials), not a clock; only `oldest_allowed` looks at dates. Pure; TakeStore::remove
/// acts.
TrimPlan plan_trimming(const Project& project, const TakeIndex& index, const TrimRules& rules);

} // namespace longtake
