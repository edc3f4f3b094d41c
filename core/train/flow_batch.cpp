// SPDX-License-Identifier: Apache-2.0
#include "core/train/flow_batch.h"

#include "core/nn/noise.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>

namespace longtake {

namespace {

/// Timesteps in (0, 1): mostly the middle (logit-normal), some of everywhere, then shifted towards noise.
double draw_time(double shift, Random& random) {
    const double u =
        random.chance(.15) ? random.uniform() : 1 / (1 + std::exp(-normal_quantile(random.uniform(1e-9, 1 - 1e-9))));
    return shift * u / (1 + (shift - 1) * u);
}

torch::Tensor noise_like(const torch::Tensor& like, Random& random) {
    at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(random.next());
    return torch::randn(like.sizes(), generator, torch::kFloat32);
}

void plan_known_in_first_window(WindowPlan& plan, double first_known, Random& random) {
    plan.is_known.front() = random.chance(first_known);
    const double draw = random.uniform();
    if (draw < .08) {
        plan.is_known.back() = true;
    } else if (draw < .12) {
        for (size_t i = 0; i < plan.is_known.size(); ++i) {
            plan.is_known[i] = random.chance(.4);
        }
    }
    if (std::all_of(plan.is_known.begin(), plan.is_known.end(), [](bool known) { return known; })) {
        plan.is_known.back() = false;
    }
}

} // namespace

WindowPlan plan_window(
    int64_t clip_latents, int64_t change, int64_t window_latents, const TransformerTraining& settings, Random& random) {
    WindowPlan plan{0, std::vector<bool>(static_cast<size_t>(window_latents), false), 0};
    const int64_t most_context = std::min<int64_t>(4, window_latents - 1);
    if (window_latents == 1) {
        return plan;
    }
    const double draw = random.uniform();
    const bool has_second_part = change < clip_latents;
    if (draw < .5 || clip_latents == window_latents) {
        plan_known_in_first_window(plan, settings.first_known, random);
        return plan;
    }
    const bool is_usual = settings.usual_context > 0 && random.chance(.5);
    const int64_t context = is_usual ? settings.usual_context : 1 + random.below(most_context);
    int64_t seam = 0; // the first latent to be made
    if (draw < .6) {
        seam = context; // begins the clip: its prefix holds a clip's first latent
    } else if (has_second_part) {
        const int64_t last = clip_latents - (window_latents - context);
        seam = random.chance(.7) || last <= change ? change : change + random.below(last - change + 1);
        plan.part = 1;
    } else {
        seam = context + random.below(clip_latents - window_latents + 1);
    }
    plan.offset = std::clamp<int64_t>(seam - context, 0, clip_latents - window_latents);
    for (int64_t i = 0; i < seam - plan.offset; ++i) {
        plan.is_known[static_cast<size_t>(i)] = true;
    }
    return plan;
}

FlowBatch draw_flow_batch(const ClipPool& pool,
                          const TransformerTraining& settings,
                          int64_t count,
                          int64_t window_latents,
                          torch::Device device,
                          Random& random) {
    const ClipSource& source = pool.source();
    const int64_t clip_latents = pool.clip(pool.first()).latents.size(1);
    const int64_t per_latent = clip_latents > 1 ? (source.frame_count() - 1) / (clip_latents - 1) : 1;
    const int64_t change =
        source.change_frame() >= source.frame_count() ? clip_latents : (source.change_frame() - 1) / per_latent + 1;
    FlowBatch batch;
    std::vector<torch::Tensor> clean, masks;
    torch::Tensor known = torch::zeros({count, window_latents}, torch::kBool);
    torch::Tensor times = torch::empty({count, window_latents}, torch::kFloat32), levels = torch::empty_like(times);
    for (int64_t i = 0; i < count; ++i) {
        const int64_t number = pool.first() + random.below(pool.end() - pool.first());
        const WindowPlan plan = plan_window(clip_latents, change, window_latents, settings, random);
        clean.push_back(pool.clip(number).latents.narrow(1, plan.offset, window_latents).to(torch::kFloat32));
        masks.push_back(pool.clip(number).mask.narrow(0, plan.offset, window_latents).to(torch::kFloat32));
        const double time = draw_time(settings.shift, random);
        // What a film continues from was made by the model, so clean latents carry a little undeclared noise half of
        // the time.
        const double roughness = random.chance(.5) ? random.uniform(0, .1) : 0;
        for (int64_t t = 0; t < window_latents; ++t) {
            const bool is_known = plan.is_known[static_cast<size_t>(t)];
            known[i][t] = is_known;
            times[i][t] = is_known ? 0 : time;
            levels[i][t] = is_known ? roughness : time;
        }
        Random wording(random.next());
        std::string caption = source.caption(number, plan.part, wording);
        batch.captions.push_back(random.chance(settings.text_dropout) ? std::string() : std::move(caption));
    }
    const torch::Tensor latents = torch::stack(clean); // [B, C, T, h, w]
    const torch::Tensor noise = noise_like(latents, random), level = levels.view({count, 1, window_latents, 1, 1});
    batch.noisy = ((1 - level) * latents + level * noise).to(device);
    batch.velocity = (noise - latents).to(device);
    batch.timesteps = times.mul(1000).to(device);
    const torch::Tensor unknown = known.logical_not().to(torch::kFloat32).view({count, 1, window_latents, 1, 1});
    batch.weight = (unknown * (1 + (settings.mask_weight - 1) * torch::stack(masks).unsqueeze(1))).to(device);
    return batch;
}

torch::Tensor flow_loss(const FlowBatch& batch, const torch::Tensor& predicted) {
    const torch::Tensor error = (predicted.to(torch::kFloat32) - batch.velocity).square();
    return (error * batch.weight).sum() / (batch.weight.sum() * static_cast<double>(predicted.size(1)));
}

} // namespace longtake
