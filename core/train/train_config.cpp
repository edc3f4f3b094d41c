// SPDX-License-Identifier: Apache-2.0
#include "core/train/train_config.h"

#include "core/base/hash.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace longtake {

namespace {

/// Reads one object and remembers which keys it was asked for, so that a misspelt one is an error.
class Section {
public:
    Section(const Json& json, const std::string& origin)
        : json_(json)
        , reader_(json, origin)
        , origin_(origin) {}

    void whole(const char* key, int64_t& value, int64_t least, int64_t most) {
        value = reader_.whole(known(key), value, least, most);
    }
    void boolean(const char* key, bool& value) { value = reader_.boolean(known(key), value); }
    void number(const char* key, double& value, double least, double most) {
        value = reader_.number(known(key), value, least, most);
    }
    const Json* object(const char* key) {
        const auto found = json_.find(known(key));
        return found == json_.end() || !found->is_object() ? nullptr : &*found;
    }
    std::string text(const char* key, const std::string& otherwise) { return reader_.text(known(key), otherwise); }
    const char* known(const char* key) {
        known_.insert(key);
        return key;
    }
    Result<void> finish() {
        for (const auto& [key, value] : json_.items()) {
            reader_.require(known_.contains(key), "'" + key + "' is no setting");
        }
        if (auto read = reader_.finish(); !read) {
            return bad_input(read.error().message, read.error().hint);
        }
        return {};
    }
    const std::string& origin() const { return origin_; }

private:
    const Json& json_;
    ConfigReader reader_;
    std::string origin_;
    std::set<std::string> known_;
};

Result<void> read_optimiser(Section& parent, OptimiserConfig& config) {
    const Json* json = parent.object("optimiser");
    if (json == nullptr) {
        return {};
    }
    Section section(*json, parent.origin() + ".optimiser");
    section.number("matrix_rate", config.matrix_rate, 0, 1);
    section.number("other_rate", config.other_rate, 0, 1);
    section.number("momentum", config.momentum, 0, .9999);
    section.number("beta1", config.beta1, 0, .9999);
    section.number("beta2", config.beta2, 0, .99999);
    section.number("weight_decay", config.weight_decay, 0, 1);
    section.number("average", config.average, 0, .99999);
    section.number("clip", config.clip, 1e-6, 1e6);
    return section.finish();
}

Result<void> read_autoencoder(const Json& json, const std::string& origin, AutoencoderTraining& config) {
    Section section(json, origin + ": autoencoder");
    section.whole("steps", config.steps, 0, 100'000'000);
    section.boolean("decoder_only", config.decoder_only);
    section.whole("still_steps", config.still_steps, 0, 100'000'000);
    section.whole("batch", config.batch, 1, 4096);
    section.number("kl_weight", config.kl_weight, 0, 1);
    section.number("noise", config.noise, 0, 1);
    if (auto read = read_optimiser(section, config.optimiser); !read) {
        return read;
    }
    return section.finish();
}

Result<void> read_transformer(const Json& json, const std::string& origin, TransformerTraining& config) {
    Section section(json, origin + ": transformer");
    section.whole("steps", config.steps, 0, 100'000'000);
    section.whole("still_steps", config.still_steps, 0, 100'000'000);
    section.whole("still_batch", config.still_batch, 1, 4096);
    section.whole("batch", config.batch, 1, 4096);
    section.whole("still_every", config.still_every, 0, 1'000'000);
    section.whole("window_latents", config.window_latents, 2, 256);
    section.whole("clip_latents", config.clip_latents, 2, 1024);
    section.number("first_known", config.first_known, 0, 1);
    section.whole("usual_context", config.usual_context, 0, 256);
    section.whole("first_stills", config.first_stills, 1, 10'000'000);
    section.whole("first_clips", config.first_clips, 1, 1'000'000);
    section.whole("pool_stills", config.pool_stills, 8, 10'000'000);
    section.whole("pool_clips", config.pool_clips, 8, 1'000'000);
    section.whole("new_stills", config.new_stills, 0, 4096);
    section.number("new_clips", config.new_clips, 0, 4096);
    section.number("text_dropout", config.text_dropout, 0, 1);
    section.number("mask_weight", config.mask_weight, 1, 100);
    section.number("shift", config.shift, .01, 100);
    if (auto read = read_optimiser(section, config.optimiser); !read) {
        return read;
    }
    if (auto read = section.finish(); !read) {
        return read;
    }
    if (config.clip_latents < 2 * config.window_latents - 4) {
        return bad_input(
            origin + ": clip_latents must be at least 2 * window_latents - 4, so that a window fits after the change");
    }
    if (config.usual_context >= config.window_latents) {
        return bad_input(origin +
                         ": usual_context must be less than window_latents, so that a window has something to make");
    }
    return {};
}

Result<void> read_few_steps(const Json& json, const std::string& origin, FewStepTraining& config) {
    Section section(json, origin + ": few_steps");
    section.whole("steps", config.steps, 0, 100'000'000);
    section.whole("sampling_steps", config.sampling_steps, 1, 64);
    section.whole("teacher_steps", config.teacher_steps, 1, 256);
    section.number("guidance", config.guidance, 0, 100);
    section.whole("batch", config.batch, 1, 4096);
    if (auto read = read_optimiser(section, config.optimiser); !read) {
        return read;
    }
    return section.finish();
}

std::shared_ptr<const Json> copy_of(const Json* json) {
    return json == nullptr ? nullptr : std::make_shared<const Json>(*json);
}

Result<TrainConfig> config_from(const Json& json, const std::string& origin) {
    TrainConfig config;
    Section section(json, origin);
    int64_t seed = 1;
    section.whole("seed", seed, 0, INT64_MAX);
    config.seed = static_cast<uint64_t>(seed);
    section.whole("width", config.size.width, 16, 4096);
    section.whole("height", config.size.height, 16, 4096);
    const auto frame_rate = parse_frame_rate(section.text("frame_rate", "16"));
    if (!frame_rate) {
        return frame_rate.error();
    }
    config.frame_rate = *frame_rate;
    section.whole("vocabulary_size", config.vocabulary_size, 64, 250'000);
    section.whole("vocabulary_captions", config.vocabulary_captions, 100, 10'000'000);
    section.whole("warmup_steps", config.warmup_steps, 0, 1'000'000);
    section.number("cooldown", config.cooldown, 0, 1);
    section.number("checkpoint_minutes", config.checkpoint_minutes, 0, 1e6);
    section.number("validation_minutes", config.validation_minutes, 0, 1e6);
    const auto tier = parse_world_tier(section.text("tier", "small"));
    if (!tier) {
        return tier.error();
    }
    config.tier = *tier;
    const auto prompts = json.find(section.known("prompts"));
    if (prompts != json.end()) {
        config.prompts = prompts->get<std::vector<std::string>>();
    }
    if (const Json* part = section.object("autoencoder"); part != nullptr) {
        if (auto read = read_autoencoder(*part, origin, config.autoencoder); !read) {
            return read.error();
        }
    }
    if (const Json* part = section.object("transformer"); part != nullptr) {
        if (auto read = read_transformer(*part, origin, config.transformer); !read) {
            return read.error();
        }
    }
    if (const Json* part = section.object("few_steps"); part != nullptr) {
        if (auto read = read_few_steps(*part, origin, config.few_steps); !read) {
            return read.error();
        }
    }
    config.vae_config = copy_of(section.object("vae_config"));
    config.transformer_config = copy_of(section.object("transformer_config"));
    config.text_encoder_config = copy_of(section.object("text_encoder_config"));
    if (auto read = section.finish(); !read) {
        return read.error();
    }
    config.settings = sha256_hex(json.dump());
    return config;
}

} // namespace

Result<TrainConfig> read_train_config(const std::filesystem::path& path) {
    const auto json = read_json_file(path);
    if (!json) {
        return bad_input(json.error().message, json.error().hint);
    }
    return train_config_from(*json, path.string());
}

Result<TrainConfig> train_config_from(const Json& settings, const std::string& origin) {
    if (!settings.is_object()) {
        return bad_input(origin + " holds no settings by name");
    }
    return guard("reading " + origin, ErrorCode::BadInput, [&] { return config_from(settings, origin); });
}

double rate_factor(const TrainConfig& config, int64_t step, int64_t steps) {
    constexpr double kLast = .03;
    const double warm =
        config.warmup_steps > 0 ? static_cast<double>(step + 1) / static_cast<double>(config.warmup_steps) : 1;
    const double left =
        static_cast<double>(steps - step) / (std::max(config.cooldown, 1e-9) * static_cast<double>(steps));
    return std::min({1.0, warm, std::max(kLast, left)});
}

} // namespace longtake
