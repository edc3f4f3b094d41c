// SPDX-License-Identifier: Apache-2.0
#include "core/train/evaluation.h"
#include "core/train/picture_scores.h"
#include "tests/core/train/toy_training.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>
#include <torch/torch.h>

using namespace longtake;

TEST_SUITE_BEGIN("train.evaluation");

TEST_CASE("a cut has a high seam ratio, a steady pan none") {
    const torch::Tensor wave = torch::arange(96, torch::kFloat32).mul(.2).sin().mul(60).add(128); // [W]
    std::vector<torch::Tensor> frames;
    for (int64_t i = 0; i < 40; ++i) {
        const torch::Tensor row = torch::roll(wave, i) + (i >= 20 ? 70 : 0);
        frames.push_back(row.clamp(0, 255).expand({3, 16, 96}));
    }
    const torch::Tensor clip = torch::stack(frames).to(torch::kUInt8);
    const std::vector<double> ratios = seam_ratios(clip, {20, 10});
    CHECK(ratios[0] > 3);
    CHECK(ratios[1] == doctest::Approx(1).epsilon(.2));
    CHECK(median_value({3, 1, 2}) == 2);
    CHECK(median_value({}) == 0);
}

TEST_CASE("Lab of known colours") {
    const auto white = lab_of(torch::ones({3})), red = lab_of(torch::tensor({1.F, 0.F, 0.F}));
    CHECK(white[0] == doctest::Approx(100).epsilon(.001));
    CHECK(std::abs(white[1]) < .1);
    CHECK(red[0] == doctest::Approx(53.24).epsilon(.01));
    CHECK(red[1] == doctest::Approx(80.1).epsilon(.01));
}

TEST_CASE("colours that drift are measured, colours that stay are not") {
    const torch::Tensor steady = torch::full({40, 3, 8, 8}, 100, torch::kUInt8);
    CHECK(colour_drift(steady) == 0);
    torch::Tensor redder = steady.clone();
    redder.narrow(0, 20, 20).select(1, 0).fill_(160);
    CHECK(colour_drift(redder) > 20);
    CHECK(psnr(torch::zeros({4}), torch::full({4}, .2F)) == doctest::Approx(20));
}

TEST_CASE("in a still scene nothing moves") {
    Random random(4);
    const Vocabulary& words = shipped_vocabulary();
    auto renderer = WorldRenderer::open(world_folder(), words, {32, 32}, torch::kCPU);
    REQUIRE(renderer);
    const ClipScript script{random.next(), {{draw_still_scene(words, WorldTier::Small, random), 20, {}}}};
    const torch::Tensor frames = renderer->render(animate(words, script)).frames.to(torch::kFloat32);
    CHECK((frames[19] - frames[0]).abs().mean().item<double>() < 2);
}

TEST_CASE("what is there after a change is read from the last frames, how it moves from all") {
    torch::manual_seed(2);
    Judges judges(indices_of(shipped_vocabulary(), WorldTier::Small));
    const torch::NoGradGuard no_gradients;
    const torch::Tensor clip = torch::rand({1, 16, 3, 32, 32}) * 2 - 1;
    torch::Tensor begun_otherwise = clip.clone();
    begun_otherwise.narrow(1, 0, 12).neg_();
    const auto a = judges.forward(clip, WatchedSpan::AfterChange),
               b = judges.forward(begun_otherwise, WatchedSpan::AfterChange),
               scene = judges.forward(begun_otherwise, WatchedSpan::Scene);
    for (const Trait trait : {Trait::Subject, Trait::Place, Trait::Time}) {
        CHECK(torch::equal(a[static_cast<size_t>(trait)], b[static_cast<size_t>(trait)]));
        CHECK_FALSE(torch::equal(a[static_cast<size_t>(trait)], scene[static_cast<size_t>(trait)]));
    }
    CHECK_FALSE(torch::equal(a[static_cast<size_t>(Trait::Motion)], b[static_cast<size_t>(Trait::Motion)]));
}

TEST_CASE("judges learn the world's truth, are kept, and score a model") {
    const TemporaryFolder folder;
    const Vocabulary& words = shipped_vocabulary();
    auto renderer = WorldRenderer::open(world_folder(), words, {32, 32}, torch::kCPU);
    REQUIRE(renderer);
    torch::manual_seed(1);
    Judges judges(indices_of(words, WorldTier::Small));
    JudgeTraining how;
    how.steps = 60;
    how.batch = 12;
    how.frames = 9;
    const auto before = judge_accuracy(judges, words, WorldTier::Small, *renderer, 40, 9);
    REQUIRE(train_judges(judges, words, WorldTier::Small, *renderer, how, [](int64_t, double) { return true; }));
    const auto after = judge_accuracy(judges, words, WorldTier::Small, *renderer, 40, 9);
    CHECK(after[static_cast<size_t>(Trait::Time)] > .6);
    CHECK(after[static_cast<size_t>(Trait::Time)] > before[static_cast<size_t>(Trait::Time)]);
    CHECK(after[static_cast<size_t>(Trait::Place)] > .3);

    REQUIRE(save_judges(judges, folder.path() / "judges.safetensors", "a"));
    Judges kept(indices_of(words, WorldTier::Small));
    CHECK_FALSE(*load_judges(kept, folder.path() / "judges.safetensors", "b"));
    REQUIRE(*load_judges(kept, folder.path() / "judges.safetensors", "a"));
    CHECK(judge_accuracy(kept, words, WorldTier::Small, *renderer, 40, 9) == after);
    CHECK_FALSE(
        train_judges(kept, words, WorldTier::Small, *renderer, how, [](int64_t step, double) { return step < 2; }));

    const TrainRequest trained = toy_request(folder.path());
    REQUIRE(train(trained));
    auto networks = load_networks(trained.session.folder / "model", {torch::kCPU, torch::kFloat32});
    const auto tokens = open_caption_tokenizer(trained.session.folder / "model" / "tokenizer" / "spiece.model");
    auto model = load_video_model(trained.session.folder / "model", {});
    REQUIRE(networks);
    REQUIRE(model);
    REQUIRE(tokens);
    EvaluationRequest request;
    request.prompts = 3;
    request.chains = 1;
    request.clips = 1;
    request.sampling.steps = 2;
    request.sampling.latents = 3;
    request.sampling.height = request.sampling.width = 4;
    request.context = 1;
    request.sheets = folder.path();
    const auto scores = evaluate(request, {*networks, **model, *tokens}, {words, *renderer, judges},
                                 [](const std::string&, double) { return true; });
    REQUIRE(scores);
    CHECK(scores->prompts == 3);
    std::array<double, kTraitCount> wrong{};
    for (const Mistake& mistake : scores->mistakes) {
        wrong[static_cast<size_t>(mistake.trait)] += 1.0 / 3;
        CHECK(mistake.wanted != mistake.seen);
    }
    for (size_t t = 0; t < kTraitCount; ++t) {
        CHECK(scores->right[t] == doctest::Approx(1 - wrong[t]));
    }
    CHECK(scores->seam_ratios.size() == 7);
    CHECK(scores->real_seam_ratios.size() > 30);
    CHECK(scores->real_changes_seen >= 0);
    CHECK(scores->frames_per_second > 0);
    CHECK(scores->colour_drifts.size() == 1);
    CHECK(scores->autoencoder.psnr > 5);
    CHECK(scores->autoencoder.latent_seam_ratio > 0);
    CHECK(std::filesystem::exists(folder.path() / "prompts.png"));
    CHECK(std::filesystem::exists(folder.path() / "chains.png"));
    CHECK_FALSE(evaluate(request, {*networks, **model, *tokens}, {words, *renderer, judges},
                         [](const std::string&, double) { return false; }));
}

TEST_SUITE_END();
