// SPDX-License-Identifier: Apache-2.0
#include "core/sampling/continuity.h"

#include <torch/torch.h>

#include <algorithm>

namespace longtake {

namespace {

torch::Tensor latent_at(const torch::Tensor& latents, int64_t index) {
    return latents.narrow(2, index, 1);
}

/// The last pixel frame [1, 3, 1, H, W] of the history without its last `dropped` latents.
torch::Tensor frame_before(VideoModel& model, const StreamHistory& history, int64_t dropped) {
    const int64_t dropped_frames = dropped * model.limits().temporal_compression;
    if (history.frames.defined() && history.frames.size(2) > dropped_frames) {
        return history.frames.narrow(2, history.frames.size(2) - dropped_frames - 1, 1);
    }
    const int64_t kept = history.size() - dropped;
    const StreamHistory earlier{history.latents.narrow(2, 0, kept - 1), history.is_whole, {}};
    CausalCache cache = warm_decoder(model, earlier);
    const torch::Tensor frames = model.decode_next(latent_at(history.latents, kept - 1), cache); // [1, 3, f, H, W]
    return frames.narrow(2, frames.size(2) - 1, 1);
}

} // namespace

int64_t history_needed(const ModelLimits& limits, int64_t context_latents) {
    // Re-encoding the frame in front of the context decodes one latent behind R latents of history.
    const int64_t reencoding = limits.handover == Handover::Direct ? 0 : limits.decoder_receptive_latents;
    return std::max(limits.decoder_receptive_latents, context_latents + reencoding);
}

StreamHistory append(const StreamHistory& history, const torch::Tensor& fresh, int64_t keep) {
    const torch::Tensor all = history.is_empty() ? fresh : torch::cat({history.latents, fresh}, 2);
    const int64_t kept = std::min(keep, all.size(2));
    StreamHistory longer;
    longer.latents = all.narrow(2, all.size(2) - kept, kept).contiguous();
    longer.is_whole = (history.is_empty() || history.is_whole) && kept == all.size(2);
    return longer;
}

torch::Tensor make_context(VideoModel& model, const StreamHistory& history, int64_t count) {
    TORCH_CHECK(count >= 1 && count <= history.size(), "[sampling.continuity] expected 1 to ", history.size(),
                " context latents, got ", count);
    const torch::Tensor tail = history.latents.narrow(2, history.size() - count, count);
    const bool begins_stream = history.is_whole && count == history.size();
    if (model.limits().handover == Handover::Direct || begins_stream) {
        return tail.contiguous();
    }
    const torch::Tensor first = model.encode_frames(frame_before(model, history, count - 1)); // [1, C, 1, h, w]
    return count == 1 ? first : torch::cat({first, tail.narrow(2, 1, count - 1)}, 2);
}

CausalCache warm_decoder(VideoModel& model, const StreamHistory& history) {
    const int64_t receptive = model.limits().decoder_receptive_latents;
    const bool from_start = history.is_whole && history.size() <= receptive;
    CausalCache cache = from_start ? CausalCache() : CausalCache::mid_stream();
    const int64_t begin = std::max<int64_t>(0, history.size() - receptive);
    for (int64_t i = begin; i < history.size(); ++i) {
        model.decode_next(latent_at(history.latents, i), cache);
    }
    return cache;
}

LatentStatistics latent_statistics(const torch::Tensor& latents) {
    return {latents.mean({0, 2, 3, 4}, true), latents.std({0, 2, 3, 4}, false, true)};
}

torch::Tensor adjust_towards(const torch::Tensor& latents, const LatentStatistics& target, double amount) {
    const LatentStatistics own = latent_statistics(latents);
    const torch::Tensor mean = torch::lerp(own.mean, target.mean, amount);
    const torch::Tensor deviation = torch::lerp(own.deviation, target.deviation, amount);
    return (latents - own.mean) / (own.deviation + 1e-6) * deviation + mean;
}

double old_prompt_share(int64_t fresh_index, int64_t blend) {
    return fresh_index >= blend ? 0.0 : 1.0 - static_cast<double>(fresh_index + 1) / static_cast<double>(blend + 1);
}

} // namespace longtake
