// SPDX-License-Identifier: Apache-2.0
// What the transformer sees in one step of flow matching: windows cut from pooled clips, which of their latents are
// known, noise and timesteps per latent frame, and captions. Everything is drawn from one Random, so a step is a
// function of it.
//
// Windows: half begin a clip; they know their first latent (a share that the settings give), or their last, their first
// and last, random ones or nothing at all. The others continue: a clean prefix of 1 to 4 latents, cut anywhere, mostly
// so that it ends where the clip changes; the caption is then that of what follows. That is what a film asks of the
// model at every seam.
#pragma once

#include "core/train/clip_pool.h"
#include "core/train/train_config.h"

#include <torch/types.h>

#include <string>
#include <vector>

namespace longtake {

struct FlowBatch {
    torch::Tensor noisy;               ///< [B, C, T, h, w] fp32
    torch::Tensor velocity;            ///< noise - clean, same shape
    torch::Tensor timesteps;           ///< [B, T], 0..1000; 0 where known
    torch::Tensor weight;              ///< [B, 1, T, h, w]: 0 where known, mask_weight where a subject is, else 1
    std::vector<std::string> captions; ///< empty where the text was dropped
};

/// Which part of a clip a window shows.
struct WindowPlan {
    int64_t offset = 0;
    std::vector<bool> is_known; ///< per latent of the window
    int part = 0;               ///< whose caption tells what is to be made
};

/// `change` is the latent at which clips of `clip_latents` change (clip_latents when never).
WindowPlan plan_window(
    int64_t clip_latents, int64_t change, int64_t window_latents, const TransformerTraining& settings, Random& random);

/// `count` windows of `window_latents` latents from `pool`, on `device`.
FlowBatch draw_flow_batch(const ClipPool& pool,
                          const TransformerTraining& settings,
                          int64_t count,
                          int64_t window_latents,
                          torch::Device device,
                          Random& random);

/// Mean squared error of `predicted` velocity under the batch's weights.
torch::Tensor flow_loss(const FlowBatch& batch, const torch::Tensor& predicted);

} // namespace longtake
