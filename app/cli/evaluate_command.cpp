// SPDX-License-Identifier: Apache-2.0
// longtake evaluate: does a starter show what its captions say? Judges, their own accuracy beside, seams and drift,
// sheets.
#include "app/cli/evaluate_command.h"

#include "core/base/free_memory.h"
#include "core/base/program_folders.h"
#include "core/models/model_card.h"
#include "core/train/evaluation.h"
#include "core/train/picture_scores.h"
#include "core/weights/json.h"

#include <nlohmann/json.hpp>
#include <torch/torch.h>

#include <cmath>
#include <cstdio>
#include <iostream>

namespace longtake {

namespace {

struct Wishes {
    EvaluationRequest request;
    JudgeTraining judges;
    Size size;
    std::filesystem::path model, out;
    bool wants_json = false;
};

/// What the model itself asks for, as every render takes it; our own where it says nothing.
Result<ModelLimits> sampling_defaults(const std::filesystem::path& model) {
    ModelLimits limits;
    limits.default_steps = FlowSampling().steps;
    limits.default_guidance = FlowSampling().guidance;
    if (auto applied = apply_model_card(model, limits); !applied) {
        return applied.error();
    }
    return limits;
}

Result<Wishes> read_wishes(const Arguments& arguments) {
    Wishes wishes;
    const auto tier = parse_world_tier(arguments.text_or("--tier", "small"));
    const auto size = parse_size(arguments.text_or("--size", "160x96"));
    const auto prompts = arguments.whole_or("--n", 200, 1, 100'000);
    const auto chains = arguments.whole_or("--chains", 4, 0, 1000);
    const auto clips = arguments.whole_or("--clips", 24, 1, 100'000);
    const auto latents = arguments.whole_or("--latents", 6, 4, 256);
    const auto defaults = sampling_defaults(arguments.positionals().front());
    if (!defaults) {
        return defaults.error();
    }
    const auto blend = arguments.whole_or("--blend", defaults->blend_latents, 0, 8);
    const auto steps = arguments.whole_or("--steps", defaults->default_steps, 1, 1000);
    const auto guidance = arguments.number_or("--guidance", defaults->default_guidance, 0, 100);
    const auto seed = arguments.whole_or("--seed", 1, 0, INT64_MAX);
    const auto judge_steps = arguments.whole_or("--judge-steps", 4000, 1, 10'000'000);
    for (const Error* error :
         {tier ? nullptr : &tier.error(), size ? nullptr : &size.error(), prompts ? nullptr : &prompts.error(),
          chains ? nullptr : &chains.error(), clips ? nullptr : &clips.error(), latents ? nullptr : &latents.error(),
          blend ? nullptr : &blend.error(), steps ? nullptr : &steps.error(), guidance ? nullptr : &guidance.error(),
          seed ? nullptr : &seed.error(), judge_steps ? nullptr : &judge_steps.error()}) {
        if (error != nullptr) {
            return *error;
        }
    }
    wishes.model = arguments.positionals().front();
    wishes.out = arguments.text_or("--out", "evaluation");
    wishes.wants_json = arguments.has("--json");
    wishes.size = *size;
    wishes.judges.steps = *judge_steps;
    wishes.judges.frames = 4 * (*latents - 1) + 1;
    wishes.request.tier = *tier;
    wishes.request.prompts = *prompts;
    wishes.request.chains = *chains;
    wishes.request.clips = *clips;
    wishes.request.seed = static_cast<uint64_t>(*seed);
    wishes.request.blend = *blend;
    wishes.request.sheets = wishes.out;
    wishes.request.sampling.steps = *steps;
    wishes.request.sampling.guidance = *guidance;
    wishes.request.sampling.latents = *latents;
    wishes.request.sampling.begins_with_still = defaults->begins_with_still;
    wishes.request.sampling.height = size->height / 8;
    wishes.request.sampling.width = size->width / 8;
    return wishes;
}

/// Trained judges from `out`, or new ones, which are kept there.
Result<std::shared_ptr<Judges>>
open_judges(const Wishes& wishes, const Vocabulary& vocabulary, WorldRenderer& renderer) {
    auto judges = std::make_shared<Judges>(indices_of(vocabulary, wishes.request.tier));
    const auto path = wishes.out / "judges.safetensors";
    const std::string settings = to_string(wishes.request.tier) + " " + to_string(wishes.size) + " " +
                                 std::to_string(wishes.judges.frames) + " frames " +
                                 std::to_string(wishes.judges.steps) + " steps of scenes and changes";
    const auto loaded = load_judges(*judges, path, settings);
    if (!loaded) {
        return loaded.error();
    }
    if (*loaded) {
        return judges;
    }
    torch::manual_seed(wishes.judges.seed);
    judges = std::make_shared<Judges>(indices_of(vocabulary, wishes.request.tier));
    const auto trained =
        train_judges(*judges, vocabulary, wishes.request.tier, renderer, wishes.judges, [&](int64_t step, double loss) {
            if (step % 50 == 0) {
                std::cerr << "judges: step " << step << " of " << wishes.judges.steps << ", loss " << loss << std::endl;
            }
            return true;
        });
    if (!trained) {
        return trained.error();
    }
    if (auto saved = save_judges(*judges, path, settings); !saved) {
        return saved.error();
    }
    return judges;
}

nlohmann::ordered_json to_json(const EvaluationScores& scores) {
    nlohmann::ordered_json json{{"prompts", scores.prompts},
                                {"right", nlohmann::ordered_json::object()},
                                {"judge_accuracy", nlohmann::ordered_json::object()}};
    for (size_t t = 0; t < kTraitCount; ++t) {
        json["right"][to_string(static_cast<Trait>(t))] = scores.right[t];
        json["judge_accuracy"][to_string(static_cast<Trait>(t))] = scores.judge_accuracy[t];
    }
    json["seam_ratio_median"] = median_value(scores.seam_ratios);
    json["seam_ratios"] = scores.seam_ratios;
    json["changes_happened"] = scores.changes_happened;
    json["real_clips"] = {{"seam_ratio_median", median_value(scores.real_seam_ratios)},
                          {"changes_seen", scores.real_changes_seen}};
    json["colour_drifts"] = scores.colour_drifts;
    json["sharpness_ratio"] = scores.sharpness_ratio;
    json["autoencoder"] = {{"psnr", scores.autoencoder.psnr},
                           {"colour_drift", scores.autoencoder.colour_drift},
                           {"latent_seam_ratio", scores.autoencoder.latent_seam_ratio}};
    json["frames_per_second"] = scores.frames_per_second;
    json["mistakes"] = nlohmann::ordered_json::array();
    for (const Mistake& mistake : scores.mistakes) {
        json["mistakes"].push_back({{"prompt", mistake.prompt},
                                    {"trait", to_string(mistake.trait)},
                                    {"wanted", mistake.wanted},
                                    {"seen", mistake.seen}});
    }
    return json;
}

void print(const EvaluationScores& scores) {
    std::printf("autoencoder: %.2f dB on unseen clips, seam ratio %.2f from latent to latent, "
                "colour drift %.2f over 129 frames\n",
                scores.autoencoder.psnr, scores.autoencoder.latent_seam_ratio, scores.autoencoder.colour_drift);
    std::printf("%lld held-out prompts          model   judge on real clips\n", static_cast<long long>(scores.prompts));
    for (size_t t = 0; t < kTraitCount; ++t) {
        std::printf("  %-24s %5.1f %%   %5.1f %%%s\n", to_string(static_cast<Trait>(t)), 100 * scores.right[t],
                    100 * scores.judge_accuracy[t], scores.judge_accuracy[t] < .97 ? "   (no judge: below 97 %)" : "");
    }
    if (!scores.seam_ratios.empty()) {
        std::printf("chains of eight shots: seam ratio %.2f (median of %zu), change seen within a second %.0f %% (real "
                    "clips: %.2f, %.0f %%), sharpness %.2f, colour drift %.1f\n",
                    median_value(scores.seam_ratios), scores.seam_ratios.size(), 100 * scores.changes_happened,
                    median_value(scores.real_seam_ratios), 100 * scores.real_changes_seen, scores.sharpness_ratio,
                    median_value(scores.colour_drifts));
    }
    std::printf("%.1f frames a second\n", scores.frames_per_second);
}

Result<void> run(const Arguments& arguments) {
    const auto wishes = read_wishes(arguments);
    if (!wishes) {
        return wishes.error();
    }
    keep_freed_memory();
    const auto resources = resource_folder();
    if (!resources) {
        return bad_input("the folder resources/world is not beside the program",
                         "Set LONGTAKE_RESOURCES to the resources folder.");
    }
    auto networks = load_networks(wishes->model, {torch::kCPU, torch::kFloat32});
    if (!networks) {
        return networks.error();
    }
    const auto model = load_video_model(wishes->model, {});
    if (!model) {
        return model.error();
    }
    const auto tokens = open_caption_tokenizer(wishes->model / "tokenizer" / "spiece.model");
    if (!tokens) {
        return tokens.error();
    }
    const auto vocabulary = load_vocabulary(*resources / "world");
    if (!vocabulary) {
        return vocabulary.error();
    }
    auto renderer = WorldRenderer::open(*resources / "world", *vocabulary, wishes->size, torch::kCPU);
    if (!renderer) {
        return renderer.error();
    }
    std::error_code failure;
    std::filesystem::create_directories(wishes->out, failure);
    if (failure) {
        return bad_input(wishes->out.string() + " cannot be created: " + failure.message());
    }
    const auto judges = open_judges(*wishes, *vocabulary, *renderer);
    if (!judges) {
        return judges.error();
    }
    const auto scores = evaluate(wishes->request, {*networks, **model, *tokens}, {*vocabulary, *renderer, **judges},
                                 [](const std::string& what, double share) {
                                     std::cerr << what << ": " << std::lround(100 * share) << " %" << std::endl;
                                     return true;
                                 });
    if (!scores) {
        return scores.error();
    }
    if (wishes->wants_json) {
        std::cout << to_json(*scores).dump(2) << '\n';
    } else {
        print(*scores);
    }
    return write_json_file(wishes->out / "scores.json", to_json(*scores));
}

} // namespace

Command evaluate_command() {
    return {"evaluate",
            "score a starter model on prompts it never saw",
            "MODEL [--n N] [--out DIR] [--steps N] [--guidance G] [--json]",
            1,
            1,
            {{"--out", "DIR", "scores.json, prompts.png, chains.png and the judges (evaluation)"},
             {"--n", "N", "held-out prompts (200)"},
             {"--chains", "N", "chains of eight shots, and as many whose prompt stays (4)"},
             {"--clips", "N", "unseen clips through the autoencoder (24)"},
             {"--tier", "small|full", "which vocabulary (small)"},
             {"--size", "WxH", "of the pictures (160x96)"},
             {"--latents", "N", "of a window (6)"},
             {"--blend", "N", "latents over which a chain's prompt becomes the next (the model's own)"},
             {"--steps", "N", "sampling steps (the model's own)"},
             {"--guidance", "G", "1 is none (the model's own)"},
             {"--judge-steps", "N", "of the judges' training, done once per DIR (4000)"},
             {"--seed", "S", "of prompts and noise (1)"},
             {"--json", "", "one object on stdout"}},
            run};
}

} // namespace longtake
