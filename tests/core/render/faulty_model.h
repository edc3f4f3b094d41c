// SPDX-License-Identifier: Apache-2.0
// A model that passes everything on to another one, runs out of memory until enough of it is saved, and can lose its
// numbers.
#pragma once

#include "core/models/family.h"

#include <torch/torch.h>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <new>
#include <vector>

namespace longtake {

class FaultyModel final : public VideoModel {
public:
    explicit FaultyModel(VideoModel& model)
        : model_(model) {}

    std::vector<MemorySaving> possible{MemorySaving::TileDecoder, MemorySaving::OffloadParts};
    bool passes_savings_on = false; ///< to the other model, so that it really saves
    std::vector<MemorySaving> saved;
    size_t decode_savings_needed = 0;                          ///< before decoding finds room
    size_t denoise_savings_needed = 0;                         ///< before denoising does
    std::vector<std::vector<int64_t>> decoded;                 ///< sizes of decoded frames
    size_t not_finite_at = std::numeric_limits<size_t>::max(); ///< call of denoise() that gives no numbers

    const ModelLimits& limits() const override { return model_.limits(); }
    const ComputePolicy& policy() const override { return model_.policy(); }
    Result<TextEmbedding> encode_text(const std::string& prompt) override { return model_.encode_text(prompt); }
    std::unique_ptr<Scheduler> make_scheduler() const override { return model_.make_scheduler(); }
    bool has_per_frame_timesteps() const override { return model_.has_per_frame_timesteps(); }
    int64_t token_count(const LatentShape& shape) const override { return model_.token_count(shape); }
    torch::Tensor encode_frames(const torch::Tensor& frames) override { return model_.encode_frames(frames); }

    torch::Tensor denoise(const torch::Tensor& x, const torch::Tensor& timesteps, const TextEmbedding& text) override {
        require(denoise_savings_needed);
        const torch::Tensor velocity = model_.denoise(x, timesteps, text);
        return forwards_++ == not_finite_at ? velocity / torch::zeros({}) : velocity;
    }
    torch::Tensor decode_next(const torch::Tensor& latent, CausalCache& cache) override {
        require(decode_savings_needed);
        torch::Tensor frames = model_.decode_next(latent, cache);
        decoded.push_back(frames.sizes().vec());
        return frames;
    }
    bool save_memory(MemorySaving saving) override {
        const bool is_new = std::find(saved.begin(), saved.end(), saving) == saved.end();
        if (!is_new || std::find(possible.begin(), possible.end(), saving) == possible.end()) {
            return false;
        }
        saved.push_back(saving);
        return !passes_savings_on || model_.save_memory(saving);
    }
    std::vector<MemorySaving> active_savings() const override { return saved; }

private:
    void require(size_t savings) const {
        if (saved.size() < savings) {
            throw std::bad_alloc();
        }
    }

    VideoModel& model_;
    size_t forwards_ = 0;
};

} // namespace longtake
