// SPDX-License-Identifier: Apache-2.0
#include "core/train/story_chain.h"

#include "core/sampling/shot_renderer.h"
#include "core/train/frame_values.h"

#include <torch/torch.h>

#include <optional>
#include <utility>

namespace longtake {

Result<StoryChain> render_chain(VideoModel& model, const ChainRequest& request) {
    StoryChain chain;
    StreamHistory history;
    std::optional<CausalCache> decoder;
    std::vector<torch::Tensor> frames;
    int64_t count = 0;
    ShotObserver observer;
    observer.on_frames = [&](const torch::Tensor& made) -> Result<void> { // [1, 3, f, H, W]
        frames.push_back(to_bytes(made[0].transpose(0, 1)));
        count += frames.back().size(0);
        return {};
    };
    for (size_t i = 0; i < request.shots.size(); ++i) {
        ShotRequest shot;
        shot.text = request.shots[i].prompt;
        shot.size = request.size;
        shot.fresh_latents = request.latents;
        shot.context_latents = request.context;
        shot.steps = request.steps;
        shot.guidance.scale = request.guidance;
        shot.seed = request.shots[i].seed;
        if (i > 0) {
            chain.seams.push_back(count);
            shot.fresh_latents -= request.context;
            shot.previous_text = request.shots[i - 1].prompt;
            shot.blend_latents = request.blend;
        }
        auto made = render_shot(model, shot, history, std::move(decoder), observer, {});
        if (!made) {
            return made.error();
        }
        history = std::move(made->history);
        decoder = std::move(made->decoder);
    }
    chain.frames = torch::cat(frames);
    return chain;
}

} // namespace longtake
