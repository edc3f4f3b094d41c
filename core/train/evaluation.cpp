// SPDX-License-Identifier: Apache-2.0
#include "core/train/evaluation.h"

#include "core/base/process.h"
#include "core/train/contact_sheet.h"
#include "core/train/cutout_world/animation.h"
#include "core/train/cutout_world/caption.h"
#include "core/train/frame_values.h"
#include "core/train/picture_scores.h"
#include "core/train/story_chain.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>

namespace longtake {

namespace {

constexpr int64_t kBatch = 8;
constexpr int64_t kShots = 8;
constexpr int64_t kSheetRows = 24;
constexpr int64_t kRealChanges = 60; // the world's clips that changes are judged on

torch::Tensor decoded(const StarterNetworks& networks,
                      const torch::Tensor& latents) { // [1, C, T, h, w] -> uint8 [F, 3, H, W]
    return to_bytes(networks.vae->decode(latents)[0].transpose(0, 1));
}

class Evaluation {
public:
    Evaluation(const EvaluationRequest& request,
               const EvaluatedModel& model,
               const EvaluationWorld& world,
               const EvaluationProgress& progress)
        : request_(request)
        , model_(model)
        , world_(world)
        , progress_(progress)
        , known_(indices_of(world.vocabulary, request.tier)) {}

    Result<EvaluationScores> run() {
        const int64_t frames = model_.networks.vae->config().temporal_factor() * (request_.sampling.latents - 1) + 1;
        scores_.judge_accuracy =
            judge_accuracy(world_.judges, world_.vocabulary, request_.tier, world_.renderer, 300, frames);
        for (const auto part : {&Evaluation::judge_autoencoder, &Evaluation::judge_real_changes,
                                &Evaluation::judge_prompts, &Evaluation::run_chains}) {
            if (auto done = (this->*part)(); !done) {
                return done.error();
            }
        }
        return scores_;
    }

private:
    Error stopped() const { return {ErrorCode::Cancelled, "the evaluation was stopped", {}}; }

    Result<void> judge_prompts() {
        std::vector<torch::Tensor> rows;
        double seconds = 0;
        int64_t frames_made = 0;
        for (int64_t first = 0; first < request_.prompts; first += kBatch) {
            if (!progress_("held-out prompts", static_cast<double>(first) / static_cast<double>(request_.prompts))) {
                return stopped();
            }
            std::vector<std::string> captions;
            std::vector<Traits> wanted;
            for (int64_t i = first; i < std::min(first + kBatch, request_.prompts); ++i) {
                Random random(request_.seed ^ 0xE1, static_cast<uint64_t>(i));
                const SceneAttributes scene = draw_attributes(world_.vocabulary, request_.tier, true, random);
                captions.push_back(write_caption(world_.vocabulary, scene, random));
                wanted.push_back(traits_of(known_, scene));
            }
            FlowSampling how = request_.sampling;
            how.seed += static_cast<uint64_t>(first) << 16;
            const double begun = monotonic_seconds();
            const torch::Tensor latents =
                sample_latents(*model_.networks.text_to_latents, model_.tokens, captions, how, {}, torch::kCPU);
            std::vector<torch::Tensor> clips;
            for (int64_t i = 0; i < latents.size(0); ++i) {
                clips.push_back(decoded(model_.networks, latents.narrow(0, i, 1)));
                frames_made += clips.back().size(0);
            }
            seconds += monotonic_seconds() - begun;
            for (size_t i = 0; i < clips.size(); ++i) {
                const torch::Tensor& frames = clips[i];
                count(captions[i], world_.judges.judge(frames, WatchedSpan::Scene), wanted[i]);
                if (static_cast<int64_t>(rows.size()) < kSheetRows) {
                    rows.push_back(spread_frames(frames, 6));
                }
            }
        }
        scores_.frames_per_second = static_cast<double>(frames_made) / seconds;
        return rows.empty() ? Result<void>() : write_contact_sheet(request_.sheets / "prompts.png", rows);
    }

    void count(const std::string& prompt, const Traits& said, const Traits& wanted) {
        ++scores_.prompts;
        for (size_t t = 0; t < kTraitCount; ++t) {
            if (said[t] != wanted[t]) {
                const auto trait = static_cast<Trait>(t);
                scores_.mistakes.push_back({prompt, trait, trait_name(world_.vocabulary, known_, trait, wanted[t]),
                                            trait_name(world_.vocabulary, known_, trait, said[t])});
            }
            scores_.right[t] +=
                ((said[t] == wanted[t] ? 1.0 : 0.0) - scores_.right[t]) / static_cast<double>(scores_.prompts);
        }
    }

    /// `shots` as the program renders them, told in words drawn from `random`.
    Result<StoryChain> make_chain(const std::vector<SceneAttributes>& shots, Random& random) {
        ChainRequest chain;
        for (const SceneAttributes& scene : shots) {
            const uint64_t seed = random.next();
            chain.shots.push_back({write_caption(world_.vocabulary, scene, random), seed});
        }
        const int64_t pixels = model_.rendering.limits().spatial_compression;
        chain.size = {pixels * request_.sampling.width, pixels * request_.sampling.height};
        chain.latents = request_.sampling.latents;
        chain.context = request_.context;
        chain.blend = request_.blend;
        chain.steps = request_.sampling.steps;
        chain.guidance = request_.sampling.guidance;
        return render_chain(model_.rendering, chain);
    }

    /// Eight scenes, each something else than the one before.
    std::vector<SceneAttributes> draw_story(Random& random) const {
        std::vector<SceneAttributes> shots{draw_attributes(world_.vocabulary, request_.tier, false, random)};
        while (static_cast<int64_t>(shots.size()) < kShots) {
            const SceneAttributes scene = draw_change(world_.vocabulary, request_.tier, shots.back(), random);
            if (traits_of(known_, scene) != traits_of(known_, shots.back())) {
                shots.push_back(scene);
            }
        }
        return shots;
    }

    /// Whether everything that differs between the prompts is seen in the second after `seam`.
    bool change_is_seen(const torch::Tensor& frames, int64_t seam, const Traits& before, const Traits& after) {
        const int64_t end = std::min(seam + kSecond, frames.size(0));
        const Traits said = world_.judges.judge(frames.narrow(0, seam, end - seam), WatchedSpan::AfterChange);
        for (size_t t = 0; t < kTraitCount; ++t) {
            if (before[t] != after[t] && said[t] != after[t]) {
                return false;
            }
        }
        return true;
    }

    /// What a seam and a change are in the world itself: no model can be judged more strictly.
    Result<void> judge_real_changes() {
        if (request_.chains > 0 && !progress_("changes in real clips", 0)) {
            return stopped();
        }
        const int64_t seam = model_.networks.vae->config().temporal_factor() * (request_.sampling.latents - 1) + 1;
        int64_t seen = 0, changes = 0;
        for (int64_t i = 0; i < kRealChanges && request_.chains > 0; ++i) {
            const ClipScript script = draw_script(world_.vocabulary, request_.tier,
                                                  request_.seed ^ (0xCA00 + static_cast<uint64_t>(i)), seam, kSecond);
            const Traits before = traits_of(known_, script.parts.front().attributes),
                         after = traits_of(known_, script.parts.back().attributes);
            if (before == after) {
                continue;
            }
            const torch::Tensor frames = world_.renderer.render(animate(world_.vocabulary, script)).frames;
            scores_.real_seam_ratios.push_back(seam_ratios(frames, {seam}).front());
            seen += change_is_seen(frames, seam, before, after) ? 1 : 0;
            ++changes;
        }
        scores_.real_changes_seen = changes == 0 ? 0 : static_cast<double>(seen) / static_cast<double>(changes);
        return {};
    }

    void judge_seams(const std::vector<SceneAttributes>& shots, const StoryChain& chain) {
        for (const double ratio : seam_ratios(chain.frames, chain.seams)) {
            scores_.seam_ratios.push_back(ratio);
        }
        for (size_t s = 0; s < chain.seams.size(); ++s) {
            const bool is_seen = change_is_seen(chain.frames, chain.seams[s], traits_of(known_, shots[s]),
                                                traits_of(known_, shots[s + 1]));
            ++seams_;
            scores_.changes_happened +=
                ((is_seen ? 1.0 : 0.0) - scores_.changes_happened) / static_cast<double>(seams_);
        }
    }

    Result<void> run_chains() {
        std::vector<torch::Tensor> rows;
        std::vector<double> sharp;
        for (int64_t i = 0; i < request_.chains; ++i) {
            if (!progress_("chains of eight shots", static_cast<double>(i) / static_cast<double>(request_.chains))) {
                return stopped();
            }
            Random random(request_.seed ^ 0xC4, static_cast<uint64_t>(i));
            const std::vector<SceneAttributes> shots = draw_story(random);
            const auto chain = make_chain(shots, random);
            if (!chain) {
                return chain.error();
            }
            judge_seams(shots, *chain);
            sharp.push_back(sharpness(chain->frames.narrow(0, chain->frames.size(0) - kSecond, kSecond)) /
                            std::max(1e-6, sharpness(chain->frames.narrow(0, 0, kSecond))));
            rows.push_back(spread_frames(chain->frames, 12));
            const auto still = make_chain(
                std::vector<SceneAttributes>(kShots, draw_still_scene(world_.vocabulary, request_.tier, random)),
                random);
            if (!still) {
                return still.error();
            }
            scores_.colour_drifts.push_back(colour_drift(still->frames));
            rows.push_back(spread_frames(still->frames, 12));
        }
        scores_.sharpness_ratio = sharp.empty() ? 1 : median_value(sharp);
        return rows.empty() ? Result<void>() : write_contact_sheet(request_.sheets / "chains.png", rows);
    }

    Result<void> judge_autoencoder() {
        if (!progress_("autoencoder", 0)) {
            return stopped();
        }
        scores_.autoencoder = measure_reconstruction(*model_.networks.vae, world_.vocabulary, request_.tier,
                                                     world_.renderer, request_.clips, request_.seed);
        return {};
    }

    const EvaluationRequest& request_;
    const EvaluatedModel& model_;
    const EvaluationWorld& world_;
    const EvaluationProgress& progress_;
    TierIndices known_;
    EvaluationScores scores_;
    int64_t seams_ = 0;
};

} // namespace

Result<EvaluationScores> evaluate(const EvaluationRequest& request,
                                  const EvaluatedModel& model,
                                  const EvaluationWorld& world,
                                  const EvaluationProgress& progress) {
    return guard("evaluating", ErrorCode::Internal, [&] { return Evaluation(request, model, world, progress).run(); });
}

} // namespace longtake
