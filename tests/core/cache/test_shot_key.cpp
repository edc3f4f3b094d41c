// SPDX-License-Identifier: Apache-2.0
#include "core/cache/shot_key.h"

#include <doctest/doctest.h>

#include <functional>
#include <set>
#include <string>
#include <vector>

using namespace longtake;

namespace {

ShotRecipe full_recipe() {
    ShotRecipe recipe;
    recipe.model = "starter";
    recipe.model_hash = "aa";
    recipe.adapters = {{"ink", "bb", 0.5}};
    recipe.prompt = "a fox runs";
    recipe.negative = "blurry";
    recipe.sampler = "unipc";
    recipe.seed = 7;
    recipe.steps = 20;
    recipe.guidance = 5.0;
    recipe.size = {160, 96};
    recipe.frames = {33};
    recipe.frame_rate = FrameRate{16, 1};
    recipe.drift_help = 0.2;
    recipe.keyframes = {{0, "cc"}};
    recipe.upstream = UpstreamUse{"dd", 2, 3, "a fox sits", "ee"};
    return recipe;
}

struct Change {
    const char* phrase;
    std::function<void(ShotRecipe&)> apply;
};

/// One change of each field that decides pixels, with the words a person reads.
std::vector<Change> all_changes() {
    return {
        {"render version changed from 1 to 2", [](ShotRecipe& recipe) { recipe.render_version = 2; }},
        {"model changed", [](ShotRecipe& recipe) { recipe.model_hash = "ab"; }},
        {"adapters changed", [](ShotRecipe& recipe) { recipe.adapters[0].strength = 0.6; }},
        {"adapters changed", [](ShotRecipe& recipe) { recipe.adapters[0].hash = "bc"; }},
        {"adapters changed", [](ShotRecipe& recipe) { recipe.adapters.clear(); }},
        {"prompt changed", [](ShotRecipe& recipe) { recipe.prompt += "."; }},
        {"negative prompt changed", [](ShotRecipe& recipe) { recipe.negative.clear(); }},
        {"sampler changed from unipc to euler", [](ShotRecipe& recipe) { recipe.sampler = "euler"; }},
        {"seed changed from 7 to 8", [](ShotRecipe& recipe) { recipe.seed = 8; }},
        {"steps changed from 20 to 21", [](ShotRecipe& recipe) { recipe.steps = 21; }},
        {"guidance changed from 5 to 5.5", [](ShotRecipe& recipe) { recipe.guidance = 5.5; }},
        {"size changed from 160x96 to 96x160",
         [](ShotRecipe& recipe) {
             recipe.size = {96, 160};
         }},
        {"length changed from 33 frames to 37 frames", [](ShotRecipe& recipe) { recipe.frames = {37}; }},
        {"frame rate changed from 16 to 24",
         [](ShotRecipe& recipe) {
             recipe.frame_rate = FrameRate{24, 1};
         }},
        {"drift help changed from 0.2 to 0", [](ShotRecipe& recipe) { recipe.drift_help = 0.0; }},
        {"loop changed from off to on", [](ShotRecipe& recipe) { recipe.is_loop = true; }},
        {"keyframes changed", [](ShotRecipe& recipe) { recipe.keyframes[0].frame = 1; }},
        {"keyframes changed", [](ShotRecipe& recipe) { recipe.keyframes[0].image_hash = "cd"; }},
        {"keyframes changed",
         [](ShotRecipe& recipe) {
             recipe.keyframes.push_back({8, "cc"});
         }},
        {"now begins a new sequence", [](ShotRecipe& recipe) { recipe.upstream.reset(); }},
        {"shot 3, which it continues from, was re-rendered", [](ShotRecipe& recipe) { recipe.upstream->key = "de"; }},
        {"context changed from 2 latents to 1 latents",
         [](ShotRecipe& recipe) { recipe.upstream->context_latents = 1; }},
        {"prompt blend changed from 3 latents to 0 latents",
         [](ShotRecipe& recipe) { recipe.upstream->blend_latents = 0; }},
        {"the prompt it blends from changed", [](ShotRecipe& recipe) { recipe.upstream->blend_from = "a cat"; }},
        {"the first shot of the sequence, which drift help looks at, changed",
         [](ShotRecipe& recipe) { recipe.upstream->drift_anchor = "ef"; }},
    };
}

std::vector<std::string> phrases(const std::vector<PlanReason>& reasons) {
    std::vector<std::string> words;
    for (const PlanReason& reason : reasons) {
        words.push_back(to_string(reason));
    }
    return words;
}

} // namespace

TEST_SUITE("cache.shot_key") {
    TEST_CASE("every field that decides pixels changes the key, and is named alone") {
        const ShotRecipe before = full_recipe();
        std::set<std::string> keys = {shot_key(before)};
        for (const Change& change : all_changes()) {
            CAPTURE(change.phrase);
            ShotRecipe now = before;
            change.apply(now);
            CHECK(keys.insert(shot_key(now)).second);
            CHECK(phrases(describe_changes(before, now, {3})) == std::vector<std::string>{change.phrase});
        }
        CHECK(describe_changes(before, before, {3}).empty());
    }

    TEST_CASE("names for people and the number of a variation are not part of the key") {
        const ShotRecipe before = full_recipe();
        ShotRecipe now = before;
        now.model = "other";
        now.adapters[0].name = "other";
        now.variation = 5;
        CHECK(shot_key(now) == shot_key(before));
        CHECK(describe_changes(before, now, {3}).empty());
    }

    TEST_CASE("a shot that begins to continue is said to do so, once") {
        ShotRecipe before = full_recipe();
        before.upstream.reset();
        CHECK(describe_changes(before, full_recipe(), {3}) ==
              std::vector<PlanReason>{
                  {.kind = PlanReason::Kind::NowContinues, .field = RecipeField::Beginning, .shot = 3}});
    }

    TEST_CASE("text cannot slide from one field into the next") {
        ShotRecipe first = full_recipe();
        ShotRecipe second = full_recipe();
        first.prompt = "a\nnegative prompt=b";
        first.negative = "";
        second.prompt = "a";
        second.negative = "b";
        CHECK(shot_key(first) != shot_key(second));
    }

    TEST_CASE("seeds follow film, shot and variation") {
        CHECK(derived_seed(1, {"a"}) == derived_seed(1, {"a"}));
        std::set<int64_t> seeds;
        for (const int64_t film : {1, 2, 3}) {
            for (const char* shot : {"a", "b", "c"}) {
                const int64_t seed = derived_seed(film, {shot});
                CHECK(seed >= 0);
                CHECK(seed < (int64_t{1} << 52));
                for (int64_t variation = 0; variation < 8; ++variation) {
                    CHECK(seeds.insert(variation_seed(seed, variation)).second);
                }
            }
        }
        CHECK(variation_seed(42, 0) == 42);
    }
}
