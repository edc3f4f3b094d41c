// SPDX-License-Identifier: Apache-2.0
// A family of models in sixty lines: every tensor is a small known function, so a test can say what must come out.
// Latents are linear in the picture (4 channels, 4 x 4 pixels, 4 frames per latent after the first).
#pragma once

#include "core/models/family.h"

#include <torch/torch.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <string>
#include <vector>

namespace longtake {

class FakeVideoModel final : public VideoModel {
public:
    /// What one forward was given.
    struct Forward {
        torch::Tensor x;
        torch::Tensor timesteps;
        double text = 0;
    };

    explicit FakeVideoModel(bool has_per_frame_timesteps = true)
        : has_per_frame_timesteps_(has_per_frame_timesteps) {
        limits_.latent_channels = 4;
        limits_.spatial_compression = 4;
        limits_.size_multiple = {4, 4};
        limits_.native_frames = {17};
        limits_.default_size = {16, 16};
        limits_.default_steps = 4;
    }

    std::function<std::unique_ptr<Scheduler>()> scheduler;
    std::function<void(size_t)> before_forward; ///< called with the number of forwards so far
    std::function<void()> before_decode;
    std::vector<MemorySaving> savings; ///< turned on so far
    size_t not_finite_at = std::numeric_limits<size_t>::max();
    std::vector<Forward> forwards;
    size_t decoded = 0;

    const ModelLimits& limits() const override { return limits_; }
    const ComputePolicy& policy() const override { return policy_; }
    bool has_per_frame_timesteps() const override { return has_per_frame_timesteps_; }
    int64_t token_count(const LatentShape& shape) const override { return shape.frames * shape.height * shape.width; }
    std::unique_ptr<Scheduler> make_scheduler() const override { return scheduler(); }

    Result<TextEmbedding> encode_text(const std::string& prompt) override {
        TextEmbedding text;
        for (const char letter : prompt) {
            text.token_ids.push_back(static_cast<unsigned char>(letter));
        }
        text.token_ids.push_back(1);
        text.rows = torch::tensor(text.token_ids, torch::kFloat32).unsqueeze(1) / 100;
        return text;
    }

    torch::Tensor denoise(const torch::Tensor& x, const torch::Tensor& timesteps, const TextEmbedding& text) override {
        if (before_forward) {
            before_forward(forwards.size());
        }
        const auto bias = text.rows.sum().item<double>();
        forwards.push_back({x, timesteps, bias});
        torch::Tensor velocity =
            torch::sin(1.3 * x + bias) + 0.2 * x.mean(2, true) + timesteps.view({1, 1, -1, 1, 1}) / 1000;
        if (forwards.size() - 1 == not_finite_at) {
            velocity = velocity / torch::zeros({});
        }
        return velocity;
    }

    bool save_memory(MemorySaving saving) override {
        if (std::find(savings.begin(), savings.end(), saving) != savings.end()) {
            return false;
        }
        savings.push_back(saving);
        return true;
    }

    std::vector<MemorySaving> active_savings() const override { return savings; }

    torch::Tensor decode_next(const torch::Tensor& latent, CausalCache& cache) override {
        if (before_decode) {
            before_decode();
        }
        ++decoded;
        cache.begin_pass();
        torch::Tensor& before = cache.next_slot();
        const bool is_first = cache.is_first();
        std::vector<torch::Tensor> frames;
        for (int64_t i = 1; i <= (is_first ? 1 : 4); ++i) {
            frames.push_back(is_first ? latent : torch::lerp(before, latent, 0.25 * static_cast<double>(i)));
        }
        before = latent;
        cache.end_pass();
        const torch::Tensor rgb = torch::einsum("bcthw,cr->brthw", {torch::cat(frames, 2), matrix()});
        return torch::repeat_interleave(torch::repeat_interleave(rgb, 4, 3), 4, 4);
    }

    torch::Tensor encode_frames(const torch::Tensor& frames) override {
        std::vector<torch::Tensor> latents = {frames.slice(2, 0, 1)};
        for (int64_t t = 1; t < frames.size(2); t += 4) {
            latents.push_back(frames.slice(2, t + 3, t + 4));
        }
        const torch::Tensor pooled = torch::avg_pool3d(torch::cat(latents, 2), {1, 4, 4}, {1, 4, 4});
        return torch::einsum("brthw,rc->bcthw", {pooled, torch::linalg_pinv(matrix())}).contiguous();
    }

    /// Latent channels to RGB in [-1, 1], [4, 3].
    static torch::Tensor matrix() {
        return torch::tensor({{0.5F, 0.1F, -0.1F}, {0.0F, 0.4F, 0.2F}, {-0.2F, 0.1F, 0.6F}, {0.1F, -0.1F, 0.1F}});
    }

private:
    ModelLimits limits_;
    ComputePolicy policy_;
    bool has_per_frame_timesteps_;
};

} // namespace longtake
