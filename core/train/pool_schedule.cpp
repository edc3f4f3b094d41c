// SPDX-License-Identifier: Apache-2.0
#include "core/train/pool_schedule.h"

#include <algorithm>

namespace longtake {

namespace {

int64_t still_steps_before(const TransformerTraining& settings, int64_t step) {
    const int64_t first = std::min(step, settings.still_steps);
    if (settings.still_every == 0) {
        return first;
    }
    const auto multiples_below = [&](int64_t end) { return (end + settings.still_every - 1) / settings.still_every; };
    return first + multiples_below(step) - multiples_below(first);
}

bool is_still_step(const TransformerTraining& settings, int64_t step) {
    return step < settings.still_steps || (settings.still_every > 0 && step % settings.still_every == 0);
}

} // namespace

FlowBatch draw_step_batch(const TransformerTraining& settings,
                          int64_t step,
                          const ClipPool& stills,
                          const ClipPool& clips,
                          torch::Device device,
                          Random& random) {
    return is_still_step(settings, step)
               ? draw_flow_batch(stills, settings, settings.still_batch, 1, device, random)
               : draw_flow_batch(clips, settings, settings.batch, settings.window_latents, device, random);
}

Result<void> grow_pools(const TransformerTraining& settings, int64_t step, ClipPool& stills, ClipPool& clips) {
    const int64_t still_steps = still_steps_before(settings, step);
    if (is_still_step(settings, step)) {
        return stills.grow_to(std::min(settings.first_stills, settings.pool_stills) +
                              still_steps * settings.new_stills);
    }
    const auto made = static_cast<int64_t>(static_cast<double>(step - still_steps) * settings.new_clips);
    return clips.grow_to(std::min(settings.first_clips, settings.pool_clips) + made);
}

} // namespace longtake
