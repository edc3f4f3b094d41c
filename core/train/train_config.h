// SPDX-License-Identifier: Apache-2.0
// What a training is told, read from one strict JSON file (the engine has no YAML library; app/cli/training_settings
// reads YAML too): the world or folder to learn from, the networks as diffusers configs, and how long and how fast each
// part learns. Unknown keys are refused.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/train/cutout_world/vocabulary.h"
#include "core/train/optimiser.h"
#include "core/weights/json.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace longtake {

/// The autoencoder: stills first, then clips of mixed lengths. 0 steps keeps the one it starts from.
struct AutoencoderTraining {
    int64_t steps = 0;
    bool decoder_only = false; ///< the latents stay what they are, so that a transformer that knows them can be kept
    int64_t still_steps = 0;
    int64_t batch = 4;       ///< stills per step; clips are fewer, by their length
    double kl_weight = 1e-4; ///< light: only keeps latents near the size of noise
    double noise = .1;       ///< latents must survive noise of up to this share of their own size
    OptimiserConfig optimiser{.02, 2e-3, .95, .9, .98, 0, .998, 1};
};

/// The transformer together with its text encoder, by flow matching.
struct TransformerTraining {
    int64_t steps = 0;
    int64_t still_steps = 0; ///< single latents first: subjects, places and light, cheaply
    int64_t still_batch = 64;
    int64_t batch = 8;
    int64_t still_every = 5; ///< afterwards every so many steps is still one of stills; 0 is never
    int64_t window_latents = 6;
    int64_t clip_latents = 12;   ///< of the clips that windows are cut from; they change after window_latents
    double first_known = .8;     ///< of the windows that begin a clip, how many know its first latent: all that a model
                                 ///< which begins with a still is asked for
    int64_t usual_context = 0;   ///< latents that half of the windows that continue know; 0: any of 1 to 4
    int64_t pool_stills = 16000; ///< kept at a time
    int64_t pool_clips = 2000;
    int64_t first_stills = 512; ///< that must be there before the first step
    int64_t first_clips = 128;
    int64_t new_stills = 16; ///< encoded per step of stills; the oldest are replaced when the pool is full
    double new_clips = .5;   ///< encoded per step of clips
    double text_dropout = .1;
    double mask_weight = 4; ///< of latents that a subject covers
    double shift = 3;       ///< of timesteps; also the scheduler's
    OptimiserConfig optimiser;
};

/// A student of the finished transformer that needs few steps and no guidance.
struct FewStepTraining {
    int64_t steps = 0;
    int64_t sampling_steps = 4; ///< that the student will be asked for
    int64_t teacher_steps = 6;  ///< of the teacher, in place of one of the student
    double guidance = 4;
    int64_t batch = 8;
    OptimiserConfig optimiser{.006, 5e-4, .95, .9, .98, .02, .998, 1};
};

struct TrainConfig {
    uint64_t seed = 1;
    WorldTier tier = WorldTier::Small;
    Size size{160, 96};
    FrameRate frame_rate{16, 1};         ///< of a person's clips; the world has its own, the same
    int64_t vocabulary_size = 1200;      ///< of the tokenizer
    int64_t vocabulary_captions = 60000; ///< that it is trained on
    int64_t warmup_steps = 100;
    double cooldown = .45; ///< share of a part's steps over which its learning rate falls to 3 %
    double checkpoint_minutes = 4;
    double validation_minutes = 10;
    std::vector<std::string> prompts; ///< of the validation sheets
    AutoencoderTraining autoencoder;
    TransformerTraining transformer;
    FewStepTraining few_steps;
    /// The networks to make when training starts from nothing, as the diffusers config.json files; null otherwise.
    std::shared_ptr<const Json> vae_config, transformer_config, text_encoder_config;
    /// Hash of all of the above: a checkpoint belongs to one configuration.
    std::string settings;
};

/// Errors (BadInput) name the file and every field that is unknown or out of range.
Result<TrainConfig> read_train_config(const std::filesystem::path& path);
/// The same from settings in memory; `origin` (a path) names them in errors.
Result<TrainConfig> train_config_from(const Json& settings, const std::string& origin);

/// The learning rate's factor at `step` of `steps`: warm-up, full, linear fall to 3 %.
double rate_factor(const TrainConfig& config, int64_t step, int64_t steps);

} // namespace longtake
