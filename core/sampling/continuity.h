// SPDX-License-Identifier: Apache-2.0
// What carries one shot into the next: the end of a latent stream, the context a window begins with, the decoder state
// behind it (design.md §4). A sequence is one latent stream and one decoder stream; a shot rendered alone from stored
// latents must get the bytes it would get in the chain, so everything here is a function of the stream's last latents.
#pragma once

#include "core/models/family.h"

#include <torch/types.h>

#include <cstdint>
#include <optional>

namespace longtake {

/// The end of a sequence's clean latents, as far back as anything later can depend on.
struct StreamHistory {
    torch::Tensor latents; ///< [1, C, n, h, w] fp32, the last n of the stream; undefined when the stream begins
    bool is_whole = true;  ///< `latents` begins with the stream's first latent
    /// Decoded frames of the last latents if they are at hand, [1, 3, f, H, W] in [-1, 1]; must be what decoding gives.
    torch::Tensor frames;

    bool is_empty() const { return !latents.defined() || latents.size(2) == 0; }
    int64_t size() const { return is_empty() ? 0 : latents.size(2); }
};

/// Latents of history a shot can depend on: the decoder's receptive field, and the context with the latent before it.
int64_t history_needed(const ModelLimits& limits, int64_t context_latents);

/// `history` followed by `fresh` latents [1, C, T, h, w], cut to its last `keep` ones.
StreamHistory append(const StreamHistory& history, const torch::Tensor& fresh, int64_t keep);

/// The context of the next window: the last `count` (1 .. history.size()) latents, handed over the way the model was
/// trained for. With Handover::ReencodedFirst or Replacement position 0 is the one pixel frame in front of the others,
/// encoded alone (models.md §0 fact 1; CausVid, longvideo_autoregressive_inference.py). [1, C, count, h, w] fp32.
torch::Tensor make_context(VideoModel& model, const StreamHistory& history, int64_t count);

/// The decoder's state behind `history`, made by decoding its last R latents (as the beginning of a stream when they
/// are that, else as later latents of one) and dropping their frames.
CausalCache warm_decoder(VideoModel& model, const StreamHistory& history);

/// Mean and standard deviation per channel over T, h, w, each [1, C, 1, 1, 1].
struct LatentStatistics {
    torch::Tensor mean;
    torch::Tensor deviation;
};
LatentStatistics latent_statistics(const torch::Tensor& latents);

/// Drift help: moves the statistics of `latents` by `amount` (0 .. 1) towards `target` (AdaIN; models.md §4.2).
torch::Tensor adjust_towards(const torch::Tensor& latents, const LatentStatistics& target, double amount);

/// Share of the old prompt in the i-th fresh latent of a shot whose prompt blends over `blend` latents: from just below
/// 1 down to 0, linear. 0 for i >= blend.
double old_prompt_share(int64_t fresh_index, int64_t blend);

} // namespace longtake
