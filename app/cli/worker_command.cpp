// SPDX-License-Identifier: Apache-2.0
#include "app/cli/worker_command.h"

#include "app/cli/film_options.h"
#include "app/cli/film_session.h"
#include "core/base/process.h"
#include "core/base/program_folders.h"
#include "core/film/preview_memory.h"
#include "core/models/prompt_reader.h"
#include "core/nn/device.h"
#include "core/render/find_model.h"
#include "core/render/worker.h"
#include "core/sampling/preview.h"

#include <torch/torch.h>

#include <iostream>
#include <mutex>
#include <optional>
#include <utility>

namespace longtake {

namespace {

namespace fs = std::filesystem;

/// Live pictures into the memory the window made; off until it names one.
class PreviewSender {
public:
    /// Any thread.
    void configure(const request::Preview& request, const EventSink& send) {
        const std::lock_guard lock(mutex_);
        memory_.reset();
        if (!request.is_on) {
            return;
        }
        auto memory = PreviewMemory::open(request.memory_name);
        if (!memory) {
            send(event::Failed{{}, memory.error()});
            return;
        }
        memory_.emplace(std::move(*memory));
    }

    /// Render thread. A picture that cannot be made is only left out.
    void show(VideoModel& model,
              const std::string& weights_hash,
              const JobId& job,
              const ShotId& shot,
              int64_t first_frame,
              const torch::Tensor& clean,
              const EventSink& send) {
        const std::lock_guard lock(mutex_);
        if (!memory_) {
            return;
        }
        if (fitted_for_ != weights_hash) {
            auto fitted = cached_latent_to_rgb(model, user_cache_folder(), weights_hash);
            if (!fitted) {
                send(event::Warning{job, "no live pictures: " + fitted.error().message});
                memory_.reset();
                return;
            }
            to_rgb_ = std::move(*fitted);
            fitted_for_ = weights_hash;
        }
        const torch::Tensor bytes = to_rgb_.pictures(clean)
                                        .clamp(0, 1)
                                        .mul(255)
                                        .round()
                                        .to(torch::kUInt8)
                                        .permute({0, 2, 3, 1})
                                        .contiguous(); // [T, h, w, 3]
        const uint8_t* begin = bytes.data_ptr<uint8_t>();
        PreviewStrip strip{0, first_frame, bytes.size(0), bytes.size(2), bytes.size(1), {begin, begin + bytes.numel()}};
        if (auto serial = memory_->write(strip); serial) {
            send(event::PreviewReady{job, shot, static_cast<int64_t>(*serial), first_frame});
        }
    }

private:
    std::mutex mutex_;
    std::optional<PreviewMemory> memory_;
    std::string fitted_for_;
    LatentToRgb to_rgb_;
};

/// The tokenizer of the model that was last asked about. Any thread.
class TokenCounter {
public:
    event::TokensCounted count(const request::CountTokens& request) {
        const std::lock_guard lock(mutex_);
        if (request.model != model_) {
            auto folder = find_model(request.model, fs::current_path());
            reader_ = folder ? load_prompt_reader(*folder) : Result<PromptReader>(folder.error());
            model_ = request.model;
        }
        if (!reader_) {
            return {request.serial, 0, 0, {}, reader_.error().message};
        }
        const auto reading = guard("counting tokens", ErrorCode::Model,
                                   [&]() -> Result<PromptReading> { return (*reader_)(request.text); });
        if (!reading) {
            return {request.serial, 0, 0, {}, reading.error().message};
        }
        return {request.serial, reading->tokens, reading->limit, reading->dropped_text, {}};
    }

private:
    std::mutex mutex_;
    std::string model_;
    Result<PromptReader> reader_ = bad_input("no model was asked about");
};

/// The worker's state: the device asked for, the model loaded, the previews.
class WorkerSession {
public:
    explicit WorkerSession(CheckpointPace checkpoints)
        : checkpoints_(checkpoints) {}

    WorkerParts parts() {
        WorkerParts parts;
        parts.load = [this](const request::Load& load, const EventSink& send) { this->load(load, send); };
        parts.render = [this](const request::Render& render, JobControl& control, const EventSink& send) {
            return this->render(render, control, send);
        };
        parts.preview = [this](const request::Preview& preview, const EventSink& send) {
            previews_.configure(preview, send);
        };
        parts.count_tokens = [this](const request::CountTokens& request) { return tokens_.count(request); };
        parts.release = [this] { release(); };
        parts.model_name = [this] {
            const std::lock_guard lock(name_mutex_);
            return model_name_;
        };
        return parts;
    }

private:
    void load(const request::Load& load, const EventSink& send) {
        choice_ = {load.device, load.dtype, load.threads};
        auto folder = find_model(load.model, fs::current_path());
        auto facts =
            folder ? read_model_facts(*folder, load.model, user_cache_folder()) : Result<ModelFacts>(folder.error());
        auto model = facts ? session_.use(*folder, choice_) : Result<VideoModel*>(facts.error());
        if (!model) {
            send(event::Failed{{}, model.error()});
            return;
        }
        set_name(load.model);
        const ComputePolicy& policy = (*model)->policy();
        send(event::Loaded{load.model, device_name(policy.device), dtype_name(policy.dtype), at::get_num_threads(),
                           session_.load_s(), resident_bytes(), *facts});
    }

    JobOutcome render(const request::Render& request, JobControl& control, const EventSink& send) {
        auto film = open_film(fs::u8path(request.project_path), request.film, {});
        if (!film) {
            send(event::Failed{request.job, film.error()});
            return JobOutcome::Failed;
        }
        film->safety = request.safety;
        RenderParts parts = render_parts(*film, session_, choice_);
        parts.model = [this, folder = film->model_folder, name = film->facts.name] {
            auto model = session_.use(folder, choice_);
            if (model) {
                set_name(name);
            }
            return model;
        };
        parts.preview = [&, folder = film->model_folder](const JobId& job, const ShotId& shot, int64_t first_frame,
                                                         const torch::Tensor& clean) {
            if (auto model = session_.use(folder, choice_); model) {
                previews_.show(**model, film->facts.weights_hash, job, shot, first_frame, clean, send);
            }
        };
        parts.checkpoints.seconds = request.checkpoint_s < 0 ? checkpoints_.seconds : request.checkpoint_s;
        parts.checkpoints.steps = request.checkpoint_steps < 0 ? checkpoints_.steps : request.checkpoint_steps;
        RenderJob job(film->loaded.project, film->path, std::move(parts));
        return job.run({request.job, request.shots, request.takes, request.is_forced}, control, send);
    }

    void release() {
        session_.release();
        set_name({});
    }

    void set_name(const std::string& name) {
        const std::lock_guard lock(name_mutex_);
        model_name_ = name;
    }

    const CheckpointPace checkpoints_;
    ModelSession session_;
    DeviceChoice choice_;
    PreviewSender previews_;
    TokenCounter tokens_;
    std::mutex name_mutex_;
    std::string model_name_;
};

} // namespace

Command worker_command() {
    Command command;
    command.name = "worker";
    command.summary = "render for the window or a farm: JSON lines on stdin and stdout";
    command.usage =
        "[--checkpoint S] [--checkpoint-steps N]\n\n"
        "Requests come line by line on stdin, events leave on stdout; docs/worker.md lists both. At the end of the\n"
        "requests, or at `quit`, the running job leaves a checkpoint, every job is told off, and the worker ends.";
    command.options = checkpoint_options();
    command.run = [](const Arguments& arguments) -> Result<void> {
        const auto checkpoints = read_checkpoints(arguments);
        if (!checkpoints) {
            return checkpoints.error();
        }
        std::ios::sync_with_stdio(false);
        WorkerSession session(*checkpoints);
        run_worker(std::cin, std::cout, LONGTAKE_VERSION, session.parts());
        return {};
    };
    return command;
}

} // namespace longtake
