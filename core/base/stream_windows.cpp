// SPDX-License-Identifier: Apache-2.0
#include "core/base/stream_windows.h"

#include <algorithm>

namespace longtake {

int64_t shot_latents(FrameCount frames, bool continues, int64_t temporal_compression) {
    return continues ? frames.value / temporal_compression : (frames.value - 1) / temporal_compression + 1;
}

std::vector<StreamWindow> plan_windows(int64_t fresh_latents, int64_t available_latents, const StreamShape& shape) {
    if (shape.begins_with_still && available_latents == 0 && fresh_latents > 1) {
        std::vector<StreamWindow> windows = plan_windows(fresh_latents - 1, 1, shape);
        windows.insert(windows.begin(), {0, 1});
        return windows;
    }
    const int64_t wanted_context = std::clamp<int64_t>(shape.context_latents, 1, shape.window_latents - 1);
    const int64_t first_context = std::min(available_latents, wanted_context);
    const int64_t first_room = shape.window_latents - first_context;
    const int64_t later_room = shape.window_latents - wanted_context;
    const int64_t later_windows = std::max<int64_t>(0, (fresh_latents - first_room + later_room - 1) / later_room);
    const int64_t count = 1 + (fresh_latents > first_room ? later_windows : 0);

    std::vector<StreamWindow> windows;
    int64_t left = fresh_latents;
    int64_t available = available_latents;
    for (int64_t i = 0; i < count; ++i) {
        const int64_t context = std::min(available, wanted_context);
        const int64_t even_share = (left + (count - i) - 1) / (count - i);
        const int64_t least = left - (count - i - 1) * later_room; // so that the windows after this one have room
        const int64_t fresh = std::min(std::max(even_share, least), shape.window_latents - context);
        windows.push_back({context, fresh});
        left -= fresh;
        available += fresh;
    }
    return windows;
}

} // namespace longtake
