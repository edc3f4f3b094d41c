// SPDX-License-Identifier: Apache-2.0
// Which checkpoints nobody will go on with: a shot was deleted, is planned under another key, or has its take by now.
#pragma once

#include "core/cache/render_plan.h"
#include "core/cache/take_index.h"
#include "core/project/project.h"
#include "core/render/checkpoint.h"

#include <vector>

namespace longtake {

/// Checkpoints in `store` that no render of `project` as `plan` has it would load, in whatever variation. A shot that
/// cannot be rendered as it stands (its keyframe is away, say) keeps its own: what it lacks may come back.
std::vector<StoredCheckpoint> abandoned_checkpoints(const CheckpointStore& store,
                                                    const Project& project,
                                                    const RenderPlan& plan,
                                                    const TakeIndex& takes);

} // namespace longtake
