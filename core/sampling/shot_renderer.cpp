// SPDX-License-Identifier: Apache-2.0
#include "core/sampling/shot_renderer.h"

#include "core/nn/device.h"

#include <torch/torch.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace longtake {

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

int64_t context_of(const ShotRequest& request, const ModelLimits& limits) {
    return request.context_latents > 0 ? request.context_latents : limits.context_latents;
}

Result<void> check(const ShotRequest& request, const ModelLimits& limits, const StreamHistory& history) {
    if (request.is_loop && !limits.has_any_keyframe) {
        return bad_input("this model cannot make a shot loop: it takes no frame at the end of a clip",
                         "Turn the loop off, or choose a model that takes last frames.");
    }
    if (request.is_loop && request.fresh_latents < 3) {
        return bad_input("a loop needs at least three latents", "Make the shot longer.");
    }
    for (const ShotKeyframe& keyframe : request.keyframes) {
        const bool is_first = keyframe.latent == 0;
        if (!limits.has_any_keyframe && !(is_first && limits.has_first_keyframe)) {
            return bad_input(std::string("this model takes no picture ") +
                                 (is_first ? "at the beginning of a shot" : "inside or at the end of a shot"),
                             "Remove the keyframe, or choose a model that takes it.");
        }
        if (is_first && !history.is_empty() && !limits.has_any_keyframe) {
            return bad_input("a shot that continues another one cannot also begin with a picture in this model",
                             "Make the seam a cut, or remove the keyframe.");
        }
        if (keyframe.latent < 0 || keyframe.latent >= request.fresh_latents) {
            return bad_input("a keyframe lies outside its shot", "Move it into the shot.");
        }
    }
    return {};
}

/// A picture as a latent: the first of a stream holds one frame, any other a whole group, here of the same picture.
torch::Tensor picture_latent(VideoModel& model, const torch::Tensor& frame, bool is_stream_start) {
    if (is_stream_start) {
        return model.encode_frames(frame);
    }
    const int64_t frames = 1 + model.limits().temporal_compression;
    return model.encode_frames(frame.expand({-1, -1, frames, -1, -1}).contiguous()).narrow(2, 1, 1);
}

/// One shot being rendered; the steps of render_shot() in order.
class ShotRun {
public:
    ShotRun(VideoModel& model,
            const ShotRequest& request,
            const StreamHistory& history,
            const ShotObserver& observer,
            std::stop_token stop)
        : model_(model)
        , request_(request)
        , history_(history)
        , observer_(observer)
        , stop_(std::move(stop))
        , keep_(history_needed(model.limits(), context_of(request, model.limits()))) {}

    Result<RenderedShot> run(std::optional<CausalCache> decoder, const PartialShot* resume) {
        const auto windows = windows_of(request_, model_.limits(), history_.size());
        const bool starts_stream = history_.is_empty();
        opening_ = opening_latents(windows);
        shot_.decoder = decoder ? std::move(*decoder) : warm_decoder(model_, history_);
        if (resume != nullptr) {
            state_ = *resume;
        }
        if (state_.finished.defined()) {
            if (auto adopted = adopt_finished(); !adopted) {
                return adopted.error();
            }
        }
        const SampleState* inside = state_.sampling ? &*state_.sampling : nullptr;
        int64_t first_latent = state_.finished.defined() ? state_.finished.size(2) : 0;
        for (auto w = static_cast<size_t>(state_.window); w < windows.size(); ++w) {
            const bool is_last = w + 1 == windows.size();
            auto fresh = sample_window(windows, w, first_latent, starts_stream, is_last, inside);
            if (!fresh) {
                return fresh.error();
            }
            inside = nullptr;
            if (auto finished = finish_window(*fresh); !finished) {
                return finished.error();
            }
            first_latent += windows[w].fresh;
        }
        shot_.latents = state_.finished;
        shot_.history = history_;
        return std::move(shot_);
    }

private:
    /// Windows finished before a checkpoint: their frames are decoded again, their latents are history.
    Result<void> adopt_finished() {
        shot_.first_window =
            latent_statistics(state_.finished.narrow(2, 0, std::min(opening_, state_.finished.size(2))));
        history_ = append(history_, state_.finished, keep_);
        return decode(state_.finished);
    }

    SampleRequest
    make_request(const StreamWindow& window, size_t index, int64_t first_latent, bool starts_stream) const {
        SampleRequest sampling;
        const LatentShape one = model_.latent_shape({1}, request_.size);
        sampling.shape = {one.channels, window.latents(), one.height, one.width};
        sampling.text = request_.text;
        sampling.negative = request_.negative;
        sampling.steps = request_.steps;
        sampling.guidance = request_.guidance;
        sampling.noise_key = {request_.seed, 0, static_cast<uint32_t>(index)};
        if (window.context > 0) {
            sampling.context = make_context(model_, history_, window.context);
        }
        for (const ShotKeyframe& keyframe : request_.keyframes) {
            const int64_t position = keyframe.latent - first_latent;
            if (position >= 0 && position < window.fresh) {
                const bool is_stream_start = starts_stream && keyframe.latent == 0;
                sampling.keyframes.push_back(
                    {window.context + position, picture_latent(model_, keyframe.frame, is_stream_start)});
            }
        }
        add_blend(sampling, window, first_latent);
        return sampling;
    }

    void add_blend(SampleRequest& sampling, const StreamWindow& window, int64_t first_latent) const {
        if (first_latent >= request_.blend_latents || request_.previous_text.empty() ||
            request_.previous_text == request_.text) {
            return;
        }
        PromptBlend blend{request_.previous_text, {}};
        for (int64_t i = 0; i < window.latents(); ++i) {
            // Context latents are not updated, so their share only says which text they were made with.
            const int64_t fresh_index = first_latent + i - window.context;
            blend.share.push_back(fresh_index < 0 ? 1.0 : old_prompt_share(fresh_index, request_.blend_latents));
        }
        sampling.blend = std::move(blend);
    }

    /// The end of a loop is sampled in front of one more latent, the shot's second one, which is dropped afterwards:
    /// so the last frames lead into the first.
    void pin_loop_end(SampleRequest& sampling) const {
        sampling.keyframes.push_back({sampling.shape.frames, state_.finished.narrow(2, 1, 1)});
        sampling.shape.frames += 1;
        if (sampling.blend) {
            sampling.blend->share.push_back(0.0);
        }
    }

    Result<torch::Tensor> sample_window(const std::vector<StreamWindow>& windows,
                                        size_t index,
                                        int64_t first_latent,
                                        bool starts_stream,
                                        bool is_last,
                                        const SampleState* inside) {
        const StreamWindow& window = windows[index];
        SampleRequest sampling = make_request(window, index, first_latent, starts_stream);
        if (request_.is_loop && is_last) {
            pin_loop_end(sampling);
        }
        state_.window = static_cast<int64_t>(index);
        const auto scheduler = model_.make_scheduler();
        const auto watch = [&](const StepReport& report) {
            if (!observer_.on_step) {
                return;
            }
            state_.sampling = report.state;
            const torch::Tensor clean = report.clean.narrow(2, window.context, window.fresh);
            observer_.on_step({static_cast<int64_t>(index), static_cast<int64_t>(windows.size()), first_latent, report,
                               clean, state_});
        };
        auto sampled = sample(model_, *scheduler, sampling, watch, stop_, inside);
        if (!sampled) {
            return sampled.error();
        }
        shot_.text_tokens = std::move(sampled->text_tokens);
        shot_.dropped_tokens = sampled->dropped_tokens;
        shot_.negative_tokens = std::move(sampled->negative_tokens);
        shot_.text_s += sampled->text_s;
        shot_.denoise_s += sampled->denoise_s;
        torch::Tensor fresh = sampled->latents.narrow(2, window.context, window.fresh).to(torch::kCPU);
        if (request_.drift_help > 0 && (request_.drift_target || first_latent >= opening_)) {
            const LatentStatistics& target = request_.drift_target ? *request_.drift_target : shot_.first_window;
            fresh = adjust_towards(fresh, target, request_.drift_help);
        }
        return fresh.contiguous();
    }

    Result<void> finish_window(const torch::Tensor& fresh) {
        state_.sampling.reset();
        state_.finished = state_.finished.defined() ? torch::cat({state_.finished, fresh}, 2) : fresh;
        if (state_.finished.size(2) <= opening_) {
            shot_.first_window = latent_statistics(state_.finished);
        }
        history_ = append(history_, fresh, keep_);
        return decode(fresh);
    }

    Result<void> decode(const torch::Tensor& latents) {
        const auto start = Clock::now();
        FrameStream stream(model_, std::move(shot_.decoder));
        const FrameSink ignore = [](const torch::Tensor&) { return Result<void>(); };
        auto decoded = stream.decode(latents, observer_.on_frames ? observer_.on_frames : ignore, stop_);
        shot_.decoder = stream.state();
        shot_.decode_s += seconds_since(start);
        return decoded;
    }

    VideoModel& model_;
    const ShotRequest& request_;
    StreamHistory history_;
    const ShotObserver& observer_;
    std::stop_token stop_;
    int64_t keep_;
    int64_t opening_ = 0;
    PartialShot state_;
    RenderedShot shot_;
};

} // namespace

std::vector<StreamWindow> windows_of(const ShotRequest& request, const ModelLimits& limits, int64_t available_latents) {
    const int64_t native = (limits.native_frames.value - 1) / limits.temporal_compression + 1;
    StreamShape shape{limits.temporal_compression, native, context_of(request, limits)};
    if (!request.is_loop) {
        const auto is_first = [](const ShotKeyframe& keyframe) { return keyframe.latent == 0; };
        shape.begins_with_still =
            limits.begins_with_still && std::none_of(request.keyframes.begin(), request.keyframes.end(), is_first);
        return plan_windows(request.fresh_latents, available_latents, shape);
    }
    // A loop needs its beginning before its end can be sampled, and room for the latent it leads into.
    shape.window_latents = std::max<int64_t>(shape.context_latents + 2, native - 1);
    auto windows = plan_windows(request.fresh_latents, available_latents, shape);
    if (windows.size() == 1) {
        const int64_t head = std::max<int64_t>(2, request.fresh_latents / 2);
        windows[0].fresh = head;
        windows.push_back({std::min(available_latents + head, shape.context_latents), request.fresh_latents - head});
    }
    return windows;
}

int64_t opening_latents(const std::vector<StreamWindow>& windows) {
    const bool is_still = windows.front() == StreamWindow{0, 1} && windows.size() > 1;
    return windows.front().fresh + (is_still ? windows[1].fresh : 0);
}

Result<RenderedShot> render_shot(VideoModel& model,
                                 const ShotRequest& request,
                                 const StreamHistory& history,
                                 std::optional<CausalCache> decoder,
                                 const ShotObserver& observer,
                                 const std::stop_token& stop,
                                 const PartialShot* resume) {
    const torch::InferenceMode inference;
    if (auto checked = check(request, model.limits(), history); !checked) {
        return checked.error();
    }
    return guard_compute("rendering a shot", [&] {
        return ShotRun(model, request, history, observer, stop).run(std::move(decoder), resume);
    });
}

} // namespace longtake
