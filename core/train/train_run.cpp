// SPDX-License-Identifier: Apache-2.0
#include "core/train/train_run.h"

#include "core/base/hash.h"
#include "core/schedule/make_scheduler.h"
#include "core/train/autoencoder_trainer.h"
#include "core/train/caption_tokens.h"
#include "core/train/clip_pool.h"
#include "core/train/cutout_world/taught.h"
#include "core/train/few_step_trainer.h"
#include "core/train/transformer_trainer.h"

#include <nlohmann/json.hpp>
#include <torch/torch.h>

#include <cstdio>

namespace longtake {

namespace fs = std::filesystem;

namespace {

/// Clips of the world with these numbers are only looked at.
constexpr int64_t kUnseenClips = 64;

fs::path sheet_path(const TrainRequest& request, const std::string& part, int64_t step) {
    char name[64];
    std::snprintf(name, sizeof name, "%s_%07lld.png", part.c_str(), static_cast<long long>(step));
    return request.session.folder / "sheets" / name;
}

class TrainRun {
public:
    explicit TrainRun(const TrainRequest& request)
        : request_(request)
        , config_(request.config) {}

    Result<PartOutcome> run() {
        std::error_code failure;
        for (const char* folder : {"sheets", "checkpoints"}) {
            fs::create_directories(request_.session.folder / folder, failure);
        }
        if (failure) {
            return bad_input(request_.session.folder.string() + " cannot be created: " + failure.message());
        }
        for (const auto step : {&TrainRun::open_world, &TrainRun::open_tokenizer, &TrainRun::open_networks}) {
            if (auto opened = (this->*step)(); !opened) {
                return opened.error();
            }
        }
        if (config_.autoencoder.steps > 0) {
            auto outcome = train_autoencoder();
            if (!outcome || *outcome == PartOutcome::Stopped) {
                return outcome;
            }
        }
        return config_.transformer.steps > 0 || config_.few_steps.steps > 0 ? train_transformer()
                                                                            : finish(PartOutcome::Finished);
    }

private:
    Result<void> open_world() {
        auto vocabulary = load_vocabulary(request_.world);
        if (!vocabulary) {
            return vocabulary.error();
        }
        vocabulary_ = std::move(*vocabulary);
        auto renderer = WorldRenderer::open(request_.world, vocabulary_, config_.size, request_.device);
        if (!renderer) {
            return renderer.error();
        }
        renderer_ = std::make_unique<WorldRenderer>(std::move(*renderer));
        taught_ = request_.clips ? std::string() : vocabulary_yaml(vocabulary_, config_.tier);
        return {};
    }

    Result<void> open_tokenizer() {
        tokenizer_ = request_.from ? *request_.from / "tokenizer" : request_.session.folder / "tokenizer";
        if (!request_.from && !fs::exists(tokenizer_ / "tokenizer_config.json")) {
            std::vector<std::string> captions;
            for (int64_t i = 0; i < config_.vocabulary_captions; ++i) {
                Random random(config_.seed ^ 0x70, static_cast<uint64_t>(i));
                captions.push_back(draw_script(vocabulary_, config_.tier, random.next(), 1, 0).parts.front().caption);
            }
            if (auto trained = train_tokenizer(captions, config_.vocabulary_size, tokenizer_); !trained) {
                return trained;
            }
        }
        auto tokens = open_caption_tokenizer(tokenizer_ / "spiece.model");
        if (!tokens) {
            return tokens.error();
        }
        tokens_ = std::make_unique<Tokenizer>(std::move(*tokens));
        return {};
    }

    Result<void> open_networks() {
        where_ = {request_.device, request_.dtype.value_or(fastest_training_dtype(request_.device))};
        auto networks = request_.from ? load_networks(*request_.from, where_)
                                      : make_networks(config_, where_, tokens_->vocabulary_size());
        if (!networks) {
            return networks.error();
        }
        networks_ = std::move(*networks);
        return {};
    }

    Result<PartOutcome> train_autoencoder() {
        if (config_.autoencoder.decoder_only && !request_.from) {
            return bad_input("a decoder alone can only be taught beside the encoder of a model",
                             "Name the model with --from, or set autoencoder.decoder_only to false.");
        }
        if (request_.lora_rank > 0 || (request_.from && !config_.autoencoder.decoder_only)) {
            return bad_input("a model's autoencoder cannot be trained on: its transformer knows the latents it has",
                             "Set autoencoder.steps to 0, or autoencoder.decoder_only to true without --lora.");
        }
        WorldSource source(vocabulary_, *renderer_, config_.tier, config_.seed ^ 0xA1, 17, 16);
        AutoencoderTrainer trainer(config_, networks_, source, request_.device);
        const TrainingPart part{
            "autoencoder", config_.autoencoder.steps, &trainer.optimiser(),
            [&](int64_t step) { return trainer.learn(step); },
            [&](int64_t step) -> Result<std::string> {
                if (config_.autoencoder.decoder_only) { // the average is in place here: a usable model every time
                    if (auto written = write(); !written) {
                        return written.error();
                    }
                }
                return trainer.validate(sheet_path(request_, "autoencoder", step));
            }};
        auto outcome = run_part(config_, request_.session, part);
        trainer.optimiser().use_average();
        if (!outcome || *outcome == PartOutcome::Stopped || config_.autoencoder.decoder_only) {
            return outcome;
        }
        const LatentStatistics statistics = measure_latents(*networks_.vae, source, 32, request_.device);
        return use_statistics(statistics);
    }

    /// The same weights under a config that normalises their latents.
    Result<PartOutcome> use_statistics(const LatentStatistics& statistics) {
        networks_.vae_config["latents_mean"] = statistics.mean;
        networks_.vae_config["latents_std"] = statistics.deviation;
        const auto config = read_wan_vae_config(networks_.vae_config, "vae_config");
        if (!config) {
            return config.error();
        }
        auto normalised = std::make_shared<WanVae>(*config, where_.dtype);
        normalised->to(where_.device);
        const torch::NoGradGuard no_gradients;
        const auto from = networks_.vae->named_parameters();
        for (auto& item : normalised->named_parameters()) {
            item.value().set_data(from[item.key()]); // a new network's parameters have no memory of their own yet
        }
        networks_.vae = std::move(normalised);
        return PartOutcome::Finished;
    }

    Result<PartOutcome> train_transformer() {
        const TransformerTraining& settings = config_.transformer;
        for (auto& parameter : networks_.vae->parameters()) {
            parameter.requires_grad_(false);
        }
        const int64_t per_latent = networks_.vae->config().temporal_factor();
        const int64_t first_frames = per_latent * (settings.window_latents - 1) + 1,
                      all_frames = per_latent * (settings.clip_latents - 1) + 1;
        WorldSource still_source(vocabulary_, *renderer_, config_.tier, config_.seed ^ 0x51, 1, 0);
        WorldSource world_clips(vocabulary_, *renderer_, config_.tier, config_.seed ^ 0x52, first_frames,
                                all_frames - first_frames);
        WorldSource unseen_source(vocabulary_, *renderer_, config_.tier, config_.seed ^ 0x53, first_frames,
                                  all_frames - first_frames);
        std::unique_ptr<FolderSource> own;
        if (request_.clips) {
            auto opened = FolderSource::open(*request_.clips, all_frames, config_.size);
            if (!opened) {
                return opened.error();
            }
            own = std::move(*opened);
        }
        const EncodeFrames encode = [&](const torch::Tensor& frames) {
            return networks_.vae->encode_clip(frames).mean.to(torch::kFloat32);
        };
        const std::string shown = std::to_string(config_.seed) + "/" + to_string(config_.tier) + "/" +
                                  to_string(config_.frame_rate) + "/" +
                                  (request_.clips ? request_.clips->string() : "");
        const std::string encoder =
            sha256_hex(fingerprint(*networks_.vae) + "/" + shown + "/" + to_string(config_.size) + "/" +
                       std::to_string(first_frames) + "/" + std::to_string(all_frames));
        const fs::path pools = request_.session.folder / "pool";
        ClipPool stills(still_source, encode, pools / "stills", encoder, settings.pool_stills, request_.device);
        ClipPool clips(own ? static_cast<ClipSource&>(*own) : world_clips, encode, pools / "clips", encoder,
                       settings.pool_clips, request_.device);
        ClipPool unseen(unseen_source, encode, pools / "unseen", encoder, kUnseenClips, request_.device);
        if (auto grown = unseen.grow_to(kUnseenClips); !grown) {
            return grown.error();
        }
        if (request_.lora_rank > 0) {
            for (auto& parameter : networks_.text_to_latents->parameters()) {
                parameter.requires_grad_(false);
            }
            const auto is_attention = [](const std::string& name) { return name.find(".attn") != std::string::npos; };
            adapters_ = std::make_shared<LoraAdapters>(*networks_.text_to_latents->transformer, request_.lora_rank, 1,
                                                       config_.seed, is_attention);
        }
        TransformerTrainer trainer(config_, networks_, *tokens_, stills, clips, adapters_.get(), request_.device);
        const auto validate = [&](int64_t step) -> Result<std::string> {
            if (auto written = write(); !written) { // the averages are in place here: a usable model every time
                return written.error();
            }
            return trainer.validate(sheet_path(request_, "transformer", step), unseen);
        };
        auto outcome = run_part(config_, request_.session,
                                {"transformer", settings.steps, &trainer.optimiser(),
                                 [&](int64_t step) { return trainer.learn(step); }, validate});
        if (!outcome) {
            return outcome;
        }
        trainer.optimiser().use_average();
        if (*outcome == PartOutcome::Finished && config_.few_steps.steps > 0 && !adapters_) {
            if (auto written = write(); !written) {
                return written.error();
            }
            return train_few_steps(stills, clips);
        }
        return finish(*outcome);
    }

    /// A student of what OUT/model now holds, written as OUT/model_few_steps.
    Result<PartOutcome> train_few_steps(ClipPool& stills, ClipPool& clips) {
        const fs::path model = request_.session.folder / "model";
        auto student = load_networks(model, where_);
        if (!student) {
            return student.error();
        }
        const auto json = read_json_file(model / "scheduler" / "scheduler_config.json");
        if (!json) {
            return json.error();
        }
        const auto scheduler = make_scheduler(*json, "scheduler_config.json");
        if (!scheduler) {
            return scheduler.error();
        }
        const TransformerTraining& settings = config_.transformer;
        const int64_t tokens = networks_.text_to_latents->transformer->token_count(
            settings.window_latents, config_.size.height / 8, config_.size.width / 8);
        (*scheduler)->set_steps(config_.few_steps.sampling_steps, tokens);
        FewStepTrainer trainer(config_, *networks_.text_to_latents, *student->text_to_latents, *tokens_, stills, clips,
                               (*scheduler)->sigmas(), request_.device);
        const auto write_student = [&](int64_t) -> Result<std::string> {
            auto written = write_student_model(*student);
            return written ? Result<std::string>(std::string("wrote the student")) : written.error();
        };
        return run_part(config_, request_.session,
                        {"few_steps", config_.few_steps.steps, &trainer.optimiser(),
                         [&](int64_t step) { return trainer.learn(step); }, write_student});
    }

    /// A student says of itself how it is to be sampled.
    Result<void> write_student_model(const StarterNetworks& student) const {
        const fs::path folder = request_.session.folder / "model_few_steps";
        if (auto written = write_model(folder, student, model_files()); !written) {
            return written;
        }
        auto defaults = read_json_file(folder / "longtake.json");
        if (!defaults) {
            return defaults.error();
        }
        (*defaults)["steps"] = config_.few_steps.sampling_steps;
        (*defaults)["guidance"] = 1;
        return write_json_file(folder / "longtake.json", *defaults);
    }

    Result<void> write() {
        if (adapters_) {
            return adapters_->save(request_.session.folder / "adapter.safetensors", "transformer.");
        }
        return write_model(request_.session.folder / "model", networks_, model_files());
    }

    ModelFiles model_files() const {
        const int64_t frames = networks_.vae->config().temporal_factor() * (config_.transformer.window_latents - 1) + 1;
        const Json longtake{
            {"native_frames", frames},
            {"fps", to_string(config_.frame_rate)},
            {"size", to_string(config_.size)},
            {"steps", 24},
            {"guidance", 4},
            {"context_latents", 2},
            {"blend_latents", 1},
            {"handover", "direct"},
            {"first_keyframe", true},
            {"any_keyframe", true},
            {"begins_with_still", config_.transformer.still_steps > 0 || config_.transformer.still_every > 0}};
        return {tokenizer_, config_.transformer.shift, longtake, taught_};
    }

    /// Adapters are left behind twice: as their own file, and merged into a model that runs everywhere.
    Result<PartOutcome> finish(PartOutcome outcome) {
        if (auto written = write(); !written) {
            return written.error();
        }
        if (adapters_) {
            const torch::NoGradGuard no_gradients;
            adapters_->merge();
            adapters_.reset();
            if (auto merged = write(); !merged) {
                return merged.error();
            }
        }
        return outcome;
    }

    const TrainRequest& request_;
    const TrainConfig& config_;
    Vocabulary vocabulary_;
    std::string taught_; ///< vocabulary.yaml
    std::unique_ptr<WorldRenderer> renderer_;
    fs::path tokenizer_;
    std::unique_ptr<Tokenizer> tokens_;
    TrainingDevice where_;
    StarterNetworks networks_;
    std::shared_ptr<LoraAdapters> adapters_;
};

} // namespace

Result<PartOutcome> train(const TrainRequest& request) {
    return guard("training", ErrorCode::Internal, [&] { return TrainRun(request).run(); });
}

} // namespace longtake
