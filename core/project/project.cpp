// SPDX-License-Identifier: Apache-2.0
#include "core/project/project.h"

#include <algorithm>
#include <utility>

namespace longtake {

const Shot* Project::find(const ShotId& id) const {
    const auto found = std::find_if(shots.begin(), shots.end(), [&](const Shot& shot) { return shot.id == id; });
    return found == shots.end() ? nullptr : &*found;
}

Shot* Project::find(const ShotId& id) { return const_cast<Shot*>(std::as_const(*this).find(id)); }

} // namespace longtake
