// SPDX-License-Identifier: Apache-2.0
#include "core/render/abandoned_checkpoints.h"

#include "core/cache/shot_recipe.h"

#include <algorithm>

namespace longtake {

namespace {

bool has_take(const Project& project, const TakeIndex& takes, const std::string& key) {
    return std::ranges::any_of(takes.with_key(key),
                               [&](const Receipt* take) { return !project.deleted_takes.contains(take->take); });
}

bool is_resumable(const StoredCheckpoint& checkpoint, const Project& project, const RenderPlan& plan) {
    const auto planned = std::ranges::find(plan.shots, checkpoint.shot, &PlannedShot::id);
    if (planned == plan.shots.end()) {
        return false;
    }
    const Shot& shot = *project.find(checkpoint.shot);
    return planned->is_blocked ||
           shot_key(as_variation(planned->recipe, project, shot, checkpoint.variation)) == checkpoint.key;
}

} // namespace

std::vector<StoredCheckpoint> abandoned_checkpoints(const CheckpointStore& store,
                                                    const Project& project,
                                                    const RenderPlan& plan,
                                                    const TakeIndex& takes) {
    std::vector<StoredCheckpoint> found = store.list();
    std::erase_if(found, [&](const StoredCheckpoint& checkpoint) {
        return is_resumable(checkpoint, project, plan) && !has_take(project, takes, checkpoint.key);
    });
    return found;
}

} // namespace longtake
