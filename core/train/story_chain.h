// SPDX-License-Identifier: Apache-2.0
// A film of several shots made the way the program makes it, each shot continuing from the last latents of the one
// before: what evaluation judges at its seams and along its length.
#pragma once

#include "core/base/result.h"
#include "core/models/family.h"

#include <torch/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace longtake {

struct ChainShot {
    std::string prompt;
    uint64_t seed = 0;
};

struct ChainRequest {
    std::vector<ChainShot> shots;
    Size size;
    int64_t latents = 6; ///< of a shot; a continuing one shares `context` of them with the shot before
    int64_t context = 2;
    int64_t blend = 0; ///< latents over which a prompt becomes the next
    int64_t steps = 1;
    double guidance = 1;
};

struct StoryChain {
    torch::Tensor frames;       ///< uint8 [F, 3, H, W]
    std::vector<int64_t> seams; ///< first frame of every shot but the first
};

/// Errors: those of render_shot().
Result<StoryChain> render_chain(VideoModel& model, const ChainRequest& request);

} // namespace longtake
