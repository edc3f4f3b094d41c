// SPDX-License-Identifier: Apache-2.0
#include "app/cli/generate_command.h"

#include "app/cli/clip_file.h"
#include "app/cli/compute_options.h"
#include "app/cli/generate_options.h"
#include "app/cli/interrupt.h"
#include "app/cli/process_clock.h"
#include "app/cli/progress_line.h"
#include "app/cli/safety_option.h"
#include "core/base/process.h"
#include "core/base/program_folders.h"
#include "core/nn/device.h"
#include "core/sampling/frame_stream.h"
#include "core/sampling/memory_ladder.h"
#include "core/sampling/preview.h"
#include "core/sampling/sampler.h"
#include "core/weights/safetensors.h"

#include <torch/types.h>

#include <nlohmann/json.hpp>

#include <chrono>
#include <functional>
#include <iostream>
#include <utility>

namespace longtake {

namespace {

/// Adds the time its scope takes to `total_s`, and what the process computed meanwhile to `cpu_s`.
class Stopwatch {
public:
    explicit Stopwatch(double& total_s, double* cpu_s = nullptr)
        : total_s_(total_s)
        , cpu_s_(cpu_s)
        , cpu_start_(cpu_s != nullptr ? process_cpu_seconds() : 0) {}
    Stopwatch(const Stopwatch&) = delete;
    Stopwatch& operator=(const Stopwatch&) = delete;
    ~Stopwatch() {
        total_s_ += std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
        if (cpu_s_ != nullptr) {
            *cpu_s_ += process_cpu_seconds() - cpu_start_;
        }
    }

private:
    double& total_s_;
    double* cpu_s_;
    double cpu_start_;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

struct Timings {
    double load = 0;
    double text = 0;
    double denoise = 0;
    double decode = 0;
    double encode = 0;
    double write = 0;
    double preview = 0;       ///< making and writing previews; part of denoise
    double first_step = 0;    ///< process start to the begin of the first step
    double first_preview = 0; ///< process start to the first picture
    double sample_cpu = 0;    ///< computing time of text and denoising
    double decode_cpu = 0;
};

/// One run of the verb.
class Generation {
public:
    Generation(GenerateOptions options, ComputeChoice compute)
        : options_(std::move(options))
        , compute_(compute) {}

    Result<void> run() {
        if (auto loaded = load(); !loaded) {
            return loaded;
        }
        if (auto prepared = prepare(); !prepared) {
            return prepared;
        }
        auto sampled = with_memory_ladder<Sampled>(
            *model_, [this] { return denoise(); }, warn());
        if (!sampled) {
            return sampled.error();
        }
        if (options_.latents_out) {
            const Stopwatch watch(timings_.write);
            if (auto saved = save_tensors(*options_.latents_out, {{"latents", sampled->latents.to(torch::kCPU)}});
                !saved) {
                return saved;
            }
        }
        if (options_.needs_frames()) {
            const auto attempt = [&] { return decode(sampled->latents); };
            if (auto decoded = with_memory_ladder<void>(*model_, attempt, warn()); !decoded) {
                return decoded;
            }
        }
        progress_.clear();
        if (sampled->dropped_tokens > 0) {
            std::cerr << "longtake: the prompt is " << sampled->dropped_tokens
                      << " tokens longer than the model reads; its end was not used\n";
        }
        report(*sampled);
        return {};
    }

private:
    Result<void> load() {
        const Stopwatch watch(timings_.load);
        compute_.policy.residency = Residency::OnePart;
        auto directory = ModelDirectory::open(options_.model);
        if (!directory) {
            return directory.error();
        }
        directory_ = std::move(*directory);
        auto model = load_video_model(*directory_, compute_.policy);
        if (!model) {
            return model.error();
        }
        model_ = std::move(*model);
        const auto config = directory_->component_json("scheduler", "scheduler_config.json");
        if (!config) {
            return config.error();
        }
        const auto chosen = with_choice(*config, options_.scheduler);
        if (!chosen) {
            return chosen.error();
        }
        sampler_name_ = chosen->value("_class_name", "");
        auto scheduler = make_scheduler(*chosen, (options_.model / "scheduler" / "scheduler_config.json").string());
        if (!scheduler) {
            return scheduler.error();
        }
        scheduler_ = std::move(*scheduler);
        return {};
    }

    /// Everything that can be refused before the long work starts.
    Result<void> prepare() {
        auto plan = plan_clip(options_, model_->limits());
        if (!plan) {
            return plan.error();
        }
        plan_ = *plan;
        request_.shape = model_->latent_shape(plan_.frames, plan_.size);
        request_.text = options_.prompt;
        request_.negative = options_.negative;
        request_.steps = plan_.steps;
        request_.guidance = plan_.guidance;
        request_.noise_key = {options_.seed, 0, 0};
        if (options_.noise) {
            if (auto read = read_noise(); !read) {
                return read;
            }
        }
        if (auto checked = check_request(request_, model_->limits()); !checked) {
            return checked;
        }
        if (auto opened = open_clip(); !opened) {
            return opened;
        }
        return options_.preview_dir ? prepare_preview() : Result<void>();
    }

    Result<void> open_clip() {
        clip_.reset();
        if (options_.output) {
            auto clip = ClipFile::create(*options_.output, plan_.size, plan_.frame_rate, recipe());
            if (!clip) {
                return clip.error();
            }
            clip_ = std::move(*clip);
        }
        return {};
    }

    std::function<void(const std::string&)> warn() {
        return [this](const std::string& text) {
            is_clip_outdated_ = clip_ != nullptr; // it holds frames of the attempt that failed, and not how it goes on
            progress_.clear();
            std::cerr << "longtake: " << text << '\n';
        };
    }

    Result<void> read_noise() {
        const auto tensors = load_tensors(*options_.noise);
        if (!tensors) {
            return bad_input("--noise: " + tensors.error().message, tensors.error().hint);
        }
        for (const auto& [name, tensor] : *tensors) {
            if (name == "noise") {
                request_.noise = tensor;
                return {};
            }
        }
        return bad_input("--noise " + options_.noise->string() + " holds no tensor named noise");
    }

    Result<void> prepare_preview() {
        const Stopwatch watch(timings_.load);
        const auto fingerprint = weights_fingerprint(*directory_, "vae");
        if (!fingerprint) {
            return fingerprint.error();
        }
        const auto to_rgb = cached_latent_to_rgb(*model_, user_cache_folder(), *fingerprint);
        if (!to_rgb) {
            return to_rgb.error();
        }
        auto preview = PreviewFolder::create(*options_.preview_dir, *to_rgb);
        if (!preview) {
            return preview.error();
        }
        preview_ = std::move(*preview);
        return {};
    }

    Result<Sampled> denoise() {
        progress_.begin("denoising", plan_.steps);
        std::optional<Error> preview_error;
        double sample_s = 0;
        timings_.sample_cpu = 0;
        const Stopwatch whole(sample_s, &timings_.sample_cpu);
        std::stop_source stop;
        const std::stop_callback forward(interrupt_.token(), [&stop] { stop.request_stop(); });
        auto sampled = sample(
            *model_, *scheduler_, request_,
            [&](const StepReport& report) {
                if (report.step == 1) {
                    timings_.first_step = seconds_since_process_start() - report.seconds;
                }
                if (preview_) {
                    const Stopwatch watch(timings_.preview);
                    if (auto written = preview_->write(report.step, report.clean); !written) {
                        preview_error = written.error();
                        stop.request_stop();
                    }
                }
                if (report.step == 1) {
                    timings_.first_preview = seconds_since_process_start();
                }
                progress_.advance_to(report.step);
            },
            stop.get_token());
        if (preview_error) {
            return *preview_error;
        }
        if (sampled) {
            timings_.text = sampled->text_s;
            timings_.denoise = sampled->denoise_s;
        }
        return sampled;
    }

    Result<void> decode(const torch::Tensor& latents) {
        progress_.begin("decoding", latents.size(2));
        if (std::exchange(is_clip_outdated_, false)) {
            if (auto opened = open_clip(); !opened) {
                return opened;
            }
        }
        std::vector<torch::Tensor> kept;
        FrameStream stream(*model_);
        int64_t done = 0;
        double taking_s = 0;
        double taking_cpu_s = 0;
        double all_s = 0;
        double all_cpu_s = 0;
        auto decoded = [&] {
            const Stopwatch watch(all_s, &all_cpu_s);
            return stream.decode(
                latents,
                [&](const torch::Tensor& frames) -> Result<void> {
                    const Stopwatch taking(taking_s, &taking_cpu_s);
                    if (options_.frames_out) {
                        kept.push_back(frames_to_unit(frames));
                    }
                    progress_.advance_to(++done);
                    return clip_ ? encode(frames) : Result<void>();
                },
                interrupt_.token());
        }();
        timings_.decode = all_s - taking_s;
        timings_.decode_cpu = all_cpu_s - taking_cpu_s;
        if (!decoded) {
            return decoded;
        }
        if (clip_) {
            const Stopwatch watch(timings_.encode);
            if (auto finished = clip_->finish(); !finished) {
                return finished;
            }
        }
        if (options_.frames_out) {
            const Stopwatch watch(timings_.write);
            return save_tensors(*options_.frames_out, {{"frames", torch::cat(kept)}});
        }
        return {};
    }

    Result<void> encode(const torch::Tensor& frames) {
        const Stopwatch watch(timings_.encode);
        const torch::Tensor bytes = frames_to_bytes(frames); // [f, H, W, 3]
        for (int64_t f = 0; f < bytes.size(0); ++f) {
            const torch::Tensor frame = bytes[f];
            if (auto written = clip_->write({frame.data_ptr<uint8_t>(), static_cast<size_t>(frame.numel())});
                !written) {
                return written;
            }
        }
        return {};
    }

    ClipRecipe recipe() const {
        const auto& folder = options_.model;
        return {(folder.has_filename() ? folder : folder.parent_path()).filename().string(),
                options_.prompt,
                options_.negative,
                static_cast<int64_t>(options_.seed),
                plan_.steps,
                plan_.frames.value,
                plan_.guidance.scale,
                sampler_name_,
                memory_savings_of(*model_)};
    }

    void report(const Sampled& sampled) const {
        const double total = seconds_since_process_start();
        if (!options_.is_json) {
            std::cout << plan_.frames.value << " frames of " << to_string(plan_.size) << " in " << duration_text(total);
            if (const auto savings = memory_savings_of(*model_); !savings.empty()) {
                std::cout << ", " << memory_savings_in_words(savings) << " since memory was short";
            }
            if (options_.output) {
                std::cout << ": " << options_.output->string();
            }
            std::cout << '\n';
            return;
        }
        Json json;
        json["model"] = options_.model.string();
        json["prompt"] = options_.prompt;
        json["seed"] = options_.seed;
        json["sampler"] = sampler_name_;
        json["safety"] = to_string(options_.safety);
        json["timings_s"] = {{"load", timings_.load},
                             {"text", timings_.text},
                             {"denoise", timings_.denoise},
                             {"decode", timings_.decode},
                             {"encode", timings_.encode},
                             {"write", timings_.write},
                             {"preview", timings_.preview},
                             {"first_step", timings_.first_step},
                             {"first_preview", timings_.first_preview},
                             {"total", total}};
        json["cpu_s"] = {
            {"sample", timings_.sample_cpu}, {"decode", timings_.decode_cpu}, {"total", process_cpu_seconds()}};
        json["peak_rss_bytes"] = peak_resident_bytes();
        json["device"] = device_name(compute_.policy.device);
        json["dtype"] = dtype_name(compute_.policy.dtype);
        json["vae_dtype"] = dtype_name(compute_.policy.vae_dtype);
        json["threads"] = compute_.threads;
        json["steps"] = plan_.steps;
        json["frames"] = plan_.frames.value;
        json["size"] = to_string(plan_.size);
        json["fps"] = to_string(plan_.frame_rate);
        json["text_tokens"] = sampled.text_tokens.size();
        json["negative_tokens"] = sampled.negative_tokens.size();
        json["dropped_tokens"] = sampled.dropped_tokens;
        json["memory_savings"] = memory_savings_of(*model_);
        std::cout << json.dump(2) << '\n';
    }

    GenerateOptions options_;
    ComputeChoice compute_;
    Interrupt interrupt_;
    ProgressLine progress_;
    Timings timings_;
    std::optional<ModelDirectory> directory_;
    std::unique_ptr<VideoModel> model_;
    std::unique_ptr<Scheduler> scheduler_;
    std::string sampler_name_;
    ClipPlan plan_;
    SampleRequest request_;
    std::unique_ptr<ClipFile> clip_;
    bool is_clip_outdated_ = false;
    std::optional<PreviewFolder> preview_;
};

} // namespace

Command generate_command() {
    Command command;
    command.name = "generate";
    command.summary = "a prompt becomes a clip";
    command.usage = "--model DIR --prompt P [-o OUT.mp4] [options]";
    command.options = GenerateOptions::described();
    for (const Option& option : compute_options()) {
        command.options.push_back(option);
    }
    command.run = [](const Arguments& arguments) -> Result<void> {
        auto options = GenerateOptions::read(arguments);
        if (!options) {
            return options.error();
        }
        const auto compute = choose_compute(arguments);
        if (!compute) {
            return compute.error();
        }
        tell_doubts("the prompt", options->prompt, options->safety);
        return guard_compute("generate", [&] { return Generation(std::move(*options), *compute).run(); });
    };
    return command;
}

} // namespace longtake
