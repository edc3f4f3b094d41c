// SPDX-License-Identifier: Apache-2.0
// Which steps learn from stills and which from clips, and how many of each must have been encoded by then. A function
// of the step alone, so that a training that goes on sees what an uninterrupted one sees. A student's steps follow its
// teacher's.
#pragma once

#include "core/train/clip_pool.h"
#include "core/train/flow_batch.h"
#include "core/train/random.h"
#include "core/train/train_config.h"

#include <cstdint>

namespace longtake {

/// What step `step` learns from: a batch of stills or of windows of clips, as many as the settings say for its kind.
FlowBatch draw_step_batch(const TransformerTraining& settings,
                          int64_t step,
                          const ClipPool& stills,
                          const ClipPool& clips,
                          torch::Device device,
                          Random& random);

/// Encodes what step `step` needs beyond what the pools hold.
Result<void> grow_pools(const TransformerTraining& settings, int64_t step, ClipPool& stills, ClipPool& clips);

} // namespace longtake
