// SPDX-License-Identifier: Apache-2.0
#include "core/sampling/sampler.h"

#include "core/nn/device.h"

#include <torch/torch.h>

#include <algorithm>
#include <chrono>

namespace longtake {

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

struct Texts {
    TextEmbedding prompt;
    TextEmbedding negative;
    std::optional<TextEmbedding> blend;
};

/// One run. Holds what does not change from step to step.
class Run {
public:
    Run(VideoModel& model, Scheduler& scheduler, const SampleRequest& request, std::stop_token stop)
        : model_(model)
        , scheduler_(scheduler)
        , request_(request)
        , stop_(std::move(stop))
        , guidance_(request.guidance) {}

    Result<Sampled> run(const StepObserver& observer, const SampleState* resume) {
        if (auto checked = check_request(request_, model_.limits()); !checked) {
            return checked.error();
        }
        const auto text_start = Clock::now();
        if (auto encoded = encode_texts(); !encoded) {
            return encoded.error();
        }
        Sampled sampled;
        sampled.text_s = seconds_since(text_start);
        const auto start = Clock::now();
        prepare();
        SampleState state{noise_, 0, {}};
        if (resume != nullptr) {
            if (auto restored = restore(*resume, state); !restored) {
                return restored.error();
            }
        }
        for (; state.next_step < request_.steps;) {
            if (auto stepped = step(state, observer); !stepped) {
                return stepped.error();
            }
        }
        sampled.latents =
            is_clean_condition() ? torch::where(known_.mask, known_.latents, state.latents) : state.latents;
        sampled.text_tokens = texts_.prompt.token_ids;
        sampled.negative_tokens = texts_.negative.token_ids;
        sampled.blend_tokens = texts_.blend ? texts_.blend->token_ids : std::vector<int64_t>{};
        sampled.dropped_tokens = std::max({texts_.prompt.dropped_tokens, texts_.negative.dropped_tokens,
                                           texts_.blend ? texts_.blend->dropped_tokens : 0});
        sampled.denoise_s = seconds_since(start);
        return sampled;
    }

private:
    Result<void> encode_texts() {
        if (stop_.stop_requested()) {
            return cancelled(0);
        }
        auto prompt = model_.encode_text(request_.text);
        if (!prompt) {
            return prompt.error();
        }
        texts_.prompt = *prompt;
        if (request_.guidance.scale > 1.0) {
            auto negative = model_.encode_text(request_.negative);
            if (!negative) {
                return negative.error();
            }
            texts_.negative = *negative;
        }
        if (request_.blend) {
            auto blend = model_.encode_text(request_.blend->text);
            if (!blend) {
                return blend.error();
            }
            texts_.blend = *blend;
        }
        return {};
    }

    void prepare() {
        const LatentShape& shape = request_.shape;
        scheduler_.set_steps(request_.steps, model_.token_count(shape));
        noise_ = request_.noise.defined()
                     ? request_.noise
                     : latent_noise(request_.noise_key, {1, shape.channels, shape.frames, shape.height, shape.width});
        noise_ = noise_.to(model_.policy().device);
        known_ = KnownLatents::of(request_, noise_.device());
        if (request_.blend) {
            share_ = torch::tensor(request_.blend->share, torch::kFloat32).view({1, 1, -1, 1, 1}).to(noise_.device());
        }
    }

    Result<void> restore(const SampleState& from, SampleState& state) {
        if (from.next_step < 0 || from.next_step > request_.steps) {
            return bad_input("the checkpoint stands at step " + std::to_string(from.next_step) + " of a run of " +
                             std::to_string(request_.steps));
        }
        if (auto checked = check_latents("the checkpoint", from.latents, request_.shape, request_.shape.frames);
            !checked) {
            return checked;
        }
        state = from;
        state.latents = from.latents.to(noise_.device());
        std::vector<std::pair<std::string, torch::Tensor>> of_scheduler;
        std::vector<std::pair<std::string, torch::Tensor>> of_guidance;
        for (const auto& [name, tensor] : from.history) {
            const size_t dot = name.find('.');
            auto& target = name.starts_with("scheduler.") ? of_scheduler : of_guidance;
            target.emplace_back(name.substr(dot + 1), tensor.to(noise_.device()));
        }
        scheduler_.restore_history(of_scheduler, from.next_step);
        guidance_.restore_history(of_guidance);
        return {};
    }

    Result<void> step(SampleState& state, const StepObserver& observer) {
        const auto start = Clock::now();
        const int64_t index = state.next_step;
        if (stop_.stop_requested()) {
            return cancelled(index);
        }
        const double sigma = scheduler_.sigmas()[static_cast<size_t>(index)];
        auto velocity = guided_velocity(state.latents, sigma, index);
        if (!velocity) {
            return velocity.error();
        }
        if (!torch::isfinite(*velocity).all().item<bool>()) {
            return model_error(
                "numerical error at step " + std::to_string(index + 1) + " of " + std::to_string(request_.steps) +
                    ": the model's prediction holds NaN or infinity",
                "Try --dtype fp32; if that does not help, the weights are damaged (longtake model check DIR).");
        }
        if (known_.any && (is_clean_condition() || sigma > request_.release_sigma)) {
            velocity = torch::where(known_.mask, noise_ - known_.latents, *velocity);
        }
        const torch::Tensor clean = scheduler_.clean_estimate(*velocity, state.latents, index);
        state.latents = scheduler_.step(*velocity, state.latents, index);
        state.next_step = index + 1;
        state.history.clear();
        for (const auto& [name, tensor] : scheduler_.history()) {
            state.history.emplace_back("scheduler." + name, tensor);
        }
        for (const auto& [name, tensor] : guidance_.history()) {
            state.history.emplace_back("guidance." + name, tensor);
        }
        if (observer) {
            observer({state.next_step, request_.steps, sigma, scheduler_.timesteps()[static_cast<size_t>(index)],
                      seconds_since(start), clean, state});
        }
        return {};
    }

    Result<torch::Tensor> guided_velocity(const torch::Tensor& sample, double sigma, int64_t index) {
        torch::Tensor prompt;
        torch::Tensor negative;
        const Guidance::Needs needs = guidance_.needs(index);
        if (needs != Guidance::Needs::Nothing) {
            auto predicted = prompt_velocity(sample, index);
            if (!predicted) {
                return predicted.error();
            }
            prompt = *predicted;
        }
        if (needs == Guidance::Needs::Both) {
            auto predicted = forward(sample, texts_.negative, index);
            if (!predicted) {
                return predicted.error();
            }
            negative = *predicted;
        }
        return guidance_.velocity(prompt, negative, sample, sigma, index);
    }

    /// With a blend, each latent frame follows its share of the two texts' velocities.
    Result<torch::Tensor> prompt_velocity(const torch::Tensor& sample, int64_t index) {
        const auto all_are = [this](double value) {
            const auto& share = request_.blend->share;
            return std::all_of(share.begin(), share.end(), [value](double one) { return one == value; });
        };
        if (!texts_.blend || all_are(0)) {
            return forward(sample, texts_.prompt, index);
        }
        if (all_are(1)) {
            return forward(sample, *texts_.blend, index);
        }
        auto first = forward(sample, texts_.prompt, index);
        if (!first) {
            return first;
        }
        auto second = forward(sample, *texts_.blend, index);
        if (!second) {
            return second;
        }
        return torch::lerp(*first, *second, share_);
    }

    Result<torch::Tensor> forward(const torch::Tensor& sample, const TextEmbedding& text, int64_t index) {
        if (stop_.stop_requested()) {
            return cancelled(index);
        }
        const double timestep = scheduler_.timesteps()[static_cast<size_t>(index)];
        torch::Tensor timesteps = torch::full({request_.shape.frames}, timestep, torch::kFloat32);
        torch::Tensor input = sample;
        if (is_clean_condition()) {
            timesteps.masked_fill_(known_.mask.view({-1}).to(torch::kCPU), 0);
            input = torch::where(known_.mask, known_.latents, sample);
        }
        torch::Tensor velocity = model_.denoise(input, timesteps, text);
        if (stop_.stop_requested()) {
            return cancelled(index);
        }
        return velocity;
    }

    bool is_clean_condition() const { return known_.any && model_.has_per_frame_timesteps(); }

    Error cancelled(int64_t index) const {
        return {ErrorCode::Cancelled,
                "cancelled at step " + std::to_string(index + 1) + " of " + std::to_string(request_.steps),
                {}};
    }

    VideoModel& model_;
    Scheduler& scheduler_;
    const SampleRequest& request_;
    std::stop_token stop_;
    Guidance guidance_;
    Texts texts_;
    torch::Tensor noise_;
    torch::Tensor share_; ///< [1, 1, T, 1, 1], with a prompt blend
    KnownLatents known_;
};

} // namespace

std::vector<std::pair<std::string, torch::Tensor>> SampleState::named_tensors() const {
    std::vector<std::pair<std::string, torch::Tensor>> tensors = {
        {"latents", latents}, {"next_step", torch::tensor({next_step}, torch::kInt64)}};
    for (const auto& [name, tensor] : history) {
        tensors.emplace_back("history." + name, tensor);
    }
    return tensors;
}

Result<SampleState> SampleState::from_named_tensors(const std::vector<std::pair<std::string, torch::Tensor>>& tensors) {
    SampleState state;
    state.next_step = -1;
    for (const auto& [name, tensor] : tensors) {
        if (name == "latents") {
            state.latents = tensor;
        } else if (name == "next_step" && tensor.numel() == 1 && tensor.scalar_type() == torch::kInt64) {
            state.next_step = tensor.item<int64_t>();
        } else if (name.starts_with("history.")) {
            state.history.emplace_back(name.substr(8), tensor);
        }
    }
    if (!state.latents.defined() || state.next_step < 0) {
        return bad_input("not a sampling checkpoint: latents or next_step is missing");
    }
    std::sort(state.history.begin(), state.history.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    return state;
}

Result<Sampled> sample(VideoModel& model,
                       Scheduler& scheduler,
                       const SampleRequest& request,
                       const StepObserver& observer,
                       std::stop_token stop,
                       const SampleState* resume) {
    const c10::InferenceMode inference;
    return guard_compute("sampling",
                         [&] { return Run(model, scheduler, request, std::move(stop)).run(observer, resume); });
}

} // namespace longtake
