// SPDX-License-Identifier: Apache-2.0
// Which shots an edit makes stale, and how that is said. Takes are made up in memory: the plan never looks at a disk.
#include "core/base/hash.h"
#include "core/cache/render_plan.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <vector>

using namespace longtake;

namespace {

/// A film with everything an edit can touch, its takes, and the machine that would render it.
struct Studio {
    Project project;
    std::vector<Receipt> receipts;
    std::vector<QuarantinedTake> quarantined;
    std::map<ShotId, RenderFailure> failures;
    ModelFacts model;
    TimingHistory timings;
    std::map<std::string, std::string> images = {{"images/lion.png", "lion"}};

    RenderPlan plan() const {
        const TakeIndex takes(receipts, quarantined, failures);
        return make_plan({project, takes, model, timings, "cpu", [](const Shot& shot) { return shot.camera; },
                          [this](const std::string& image) -> Result<std::string> {
                              const auto known = images.find(image);
                              return known == images.end() ? Result<std::string>(bad_input("is not there"))
                                                           : Result<std::string>(known->second);
                          },
                          [](const std::string& prompt) {
                              return prompt.find("forbidden") == std::string::npos ? std::string()
                                                                                   : std::string("not that word");
                          }});
    }

    /// What rendering one planned shot leaves behind: a take, chosen.
    void render(size_t index) {
        const RenderPlan plan = this->plan();
        const PlannedShot& planned = plan.shots[index];
        Receipt receipt;
        receipt.shot = planned.id;
        receipt.serial = TakeIndex(receipts, {}, {}).next_serial() + static_cast<int64_t>(quarantined.size());
        receipt.take = {"t" + std::to_string(receipt.serial)};
        receipt.recipe = planned.recipe;
        receipt.key = planned.key;
        receipt.files[kLatentsFile] = {1, sha256_hex("latents of " + planned.key)};
        if (planned.recipe.upstream) {
            const TakeIndex takes(receipts, {}, {});
            REQUIRE_FALSE(planned.continues_from.is_empty());
            receipt.continues_from = planned.continues_from;
            receipt.context_sha256 = latents_checksum(*takes.find(planned.continues_from));
        }
        project.shots[index].chosen_take = receipt.take;
        receipts.push_back(receipt);
    }

    void render_all() {
        for (const size_t index : plan().steps()) {
            render(index);
        }
    }

    Receipt& take_of(size_t index) {
        const auto found = std::find_if(receipts.begin(), receipts.end(), [&](const Receipt& receipt) {
            return receipt.take == project.shots[index].chosen_take;
        });
        return *found;
    }
};

/// Eight shots: | 0 1 2 | 3 4 ~ 5 6 | 7, with cuts at | and a dissolve at ~. A scene holds 1 and 5, @leo is in 2 and 7.
Studio make_studio() {
    Studio studio;
    studio.model.name = "toy";
    studio.model.weights_hash = "weights";
    studio.model.sampler = "unipc";
    studio.model.size_multiple = {16, 16};
    studio.model.window_latents = 9;
    studio.model.has_first_keyframe = true;
    studio.model.has_any_keyframe = true;
    studio.model.parameter_count = 1'000'000;
    studio.model.hidden_size = 64;
    studio.project.characters = {{"leo", "a lion", {}, {}}};
    studio.project.scenes = {{{"sea"}, "Sea", "under the sea", {}, {}}};
    const SeamKind seams[] = {SeamKind::Cut,      SeamKind::Continue, SeamKind::Continue, SeamKind::Cut,
                              SeamKind::Continue, SeamKind::Dissolve, SeamKind::Continue, SeamKind::Cut};
    for (size_t index = 0; index < 8; ++index) {
        Shot shot;
        shot.id = {"s" + std::to_string(index)};
        shot.prompt = "prompt " + std::to_string(index) + (index == 2 || index == 7 ? " with @leo" : "");
        shot.length = FrameCount{33};
        shot.seam.kind = seams[index];
        if (index == 1 || index == 5) {
            shot.scene = {"sea"};
        }
        studio.project.shots.push_back(shot);
    }
    studio.render_all();
    return studio;
}

std::vector<size_t> all_shots() {
    return {0, 1, 2, 3, 4, 5, 6, 7};
}

bool has_reason(const PlannedShot& shot, const std::string& words) {
    return std::any_of(shot.reasons.begin(), shot.reasons.end(),
                       [&](const PlanReason& reason) { return to_string(reason).find(words) != std::string::npos; });
}

struct EditCase {
    const char* name;
    std::function<void(Studio&)> apply;
    std::vector<size_t> stale;
    const char* reason = ""; ///< of the first of them
};

/// Every field of a film, and what changing it must render again.
std::vector<EditCase> edit_cases() {
    return {
        // Of a shot.
        {"prompt", [](Studio& s) { s.project.shots[1].prompt = "other"; }, {1, 2}, "prompt changed"},
        {"prompt of a first shot", [](Studio& s) { s.project.shots[0].prompt = "other"; }, {0, 1, 2}, "prompt changed"},
        {"prompt of a last shot", [](Studio& s) { s.project.shots[2].prompt = "other"; }, {2}, "prompt changed"},
        {"negative", [](Studio& s) { s.project.shots[3].negative = "blur"; }, {3, 4}, "negative prompt changed"},
        {"length in frames",
         [](Studio& s) { s.project.shots[5].length = FrameCount{41}; },
         {5, 6},
         "length changed from 33 frames to 41 frames"},
        {"length within the grid", [](Studio& s) { s.project.shots[5].length = FrameCount{32}; }, {}},
        {"length as the same seconds", [](Studio& s) { s.project.shots[0].length = Seconds{2.0}; }, {}},
        {"seed", [](Studio& s) { s.project.shots[7].seed = 5; }, {7}, "seed changed from"},
        {"steps", [](Studio& s) { s.project.shots[4].steps = 9; }, {4}, "steps changed from 50 to 9"},
        {"guidance", [](Studio& s) { s.project.shots[4].guidance = 2.5; }, {4}, "guidance changed from 5 to 2.5"},
        {"camera", [](Studio& s) { s.project.shots[0].camera = "push in"; }, {0, 1, 2}, "prompt changed"},
        {"keyframe",
         [](Studio& s) {
             s.project.shots[1].keyframes = {{"images/lion.png", KeyframePlace::Last, 0.0, {}}};
         },
         {1, 2},
         "keyframes changed"},
        {"loop", [](Studio& s) { s.project.shots[7].is_loop = true; }, {7}, "loop changed from off to on"},
        {"narration", [](Studio& s) { s.project.shots[0].narration = "once"; }, {}},
        {"notes", [](Studio& s) { s.project.shots[0].notes = "check"; }, {}},
        {"source", [](Studio& s) { s.project.shots[0].source = "story"; }, {}},
        {"unknown keys of a shot", [](Studio& s) { s.project.shots[0].unknown["x"] = "1"; }, {}},
        {"scene left", [](Studio& s) { s.project.shots[5].scene = {}; }, {5, 6}, "prompt changed"},
        {"no take chosen; the store has one that fits", [](Studio& s) { s.project.shots[4].chosen_take = {}; }, {}},
        {"pin", [](Studio& s) { s.project.shots[4].is_pinned = true; }, {}},
        // Of a seam.
        {"continue becomes cut",
         [](Studio& s) { s.project.shots[1].seam.kind = SeamKind::Cut; },
         {1, 2},
         "now begins a new sequence"},
        {"cut becomes continue",
         [](Studio& s) { s.project.shots[3].seam.kind = SeamKind::Continue; },
         {3, 4},
         "now continues from shot 3"},
        {"cut becomes dissolve", [](Studio& s) { s.project.shots[3].seam.kind = SeamKind::Dissolve; }, {}},
        {"seam of the first shot", [](Studio& s) { s.project.shots[0].seam.kind = SeamKind::Continue; }, {}},
        {"length of a dissolve", [](Studio& s) { s.project.shots[5].seam.dissolve_s = 1.0; }, {}},
        {"prompt blend",
         [](Studio& s) { s.project.shots[1].seam.blend_latents = 2; },
         {1, 2},
         "prompt blend changed from 0 latents to 2 latents"},
        {"prompt blend as the model's own", [](Studio& s) { s.project.shots[1].seam.blend_latents = 0; }, {}},
        {"prompt blend at a cut", [](Studio& s) { s.project.shots[3].seam.blend_latents = 2; }, {}},
        {"context",
         [](Studio& s) { s.project.shots[2].seam.context_latents = 4; },
         {2},
         "context changed from 2 latents to 4 latents"},
        {"context as the model's own", [](Studio& s) { s.project.shots[2].seam.context_latents = 2; }, {}},
        // Of the film.
        {"title", [](Studio& s) { s.project.title = "other"; }, {}},
        {"size",
         [](Studio& s) {
             s.project.size = {96, 160};
         },
         all_shots(), "size changed from 160x96 to 96x160"},
        {"frame rate, lengths in frames",
         [](Studio& s) {
             s.project.frame_rate = {24, 1};
         },
         {}},
        {"film's seed", [](Studio& s) { s.project.seed = 2; }, all_shots(), "seed changed from"},
        {"film's steps", [](Studio& s) { s.project.steps = 30; }, all_shots(), "steps changed from 50 to 30"},
        {"film's steps as the model's own", [](Studio& s) { s.project.steps = 50; }, {}},
        {"film's guidance", [](Studio& s) { s.project.guidance = 1.0; }, all_shots(), "guidance changed from 5 to 1"},
        {"drift help", [](Studio& s) { s.project.drift_help = 0.5; }, all_shots(), "drift help changed from 0 to 0.5"},
        {"style", [](Studio& s) { s.project.look.style = "ink"; }, all_shots(), "prompt changed"},
        {"film's negative", [](Studio& s) { s.project.look.negative = "blur"; }, all_shots(), "negative prompt"},
        {"character in use",
         [](Studio& s) { s.project.characters[0].description = "a cub"; },
         {2, 7},
         "prompt changed"},
        {"character not in use",
         [](Studio& s) {
             s.project.characters.push_back({"ann", "a girl", {}, {}});
         },
         {}},
        {"scene's description",
         [](Studio& s) { s.project.scenes[0].description = "in the sea"; },
         {1, 2, 5, 6},
         "prompt changed"},
        {"scene's title", [](Studio& s) { s.project.scenes[0].title = "The sea"; }, {}},
        {"rating",
         [](Studio& s) {
             s.project.ratings[{"t1"}] = {5, "good", {}};
         },
         {}},
        {"unknown keys", [](Studio& s) { s.project.unknown["x"] = "1"; }, {}},
        // Of the order.
        {"a shot removed from a chain",
         [](Studio& s) { s.project.shots.erase(s.project.shots.begin() + 1); },
         {1},
         "shot 1, which it continues from, was re-rendered"},
        {"a first shot removed",
         [](Studio& s) { s.project.shots.erase(s.project.shots.begin() + 3); },
         {3},
         "shot 3, which it continues from, was re-rendered"},
        {"a lone shot removed", [](Studio& s) { s.project.shots.erase(s.project.shots.begin() + 7); }, {}},
        {"two sequences swapped",
         [](Studio& s) {
             std::rotate(s.project.shots.begin(), s.project.shots.begin() + 3, s.project.shots.begin() + 7);
         },
         {}},
        {"a shot inserted into a chain",
         [](Studio& s) {
             Shot shot = s.project.shots[1];
             shot.id = {"new"};
             shot.chosen_take = {};
             s.project.shots.insert(s.project.shots.begin() + 1, shot);
         },
         {1, 2, 3},
         "not rendered yet"},
        // Of the world around it.
        {"weights", [](Studio& s) { s.model.weights_hash = "finetuned"; }, all_shots(), "model changed"},
        {"scheduler", [](Studio& s) { s.model.sampler = "euler"; }, all_shots(), "sampler changed from unipc to euler"},
        {"the model's default context",
         [](Studio& s) { s.model.context_latents = 3; },
         {1, 2, 4, 6},
         "context changed from 2 latents to 3 latents"},
        {"the model's default blend",
         [](Studio& s) { s.model.blend_latents = 1; },
         {1, 2, 4, 6},
         "prompt blend changed from 0 latents to 1 latent"},
        {"a take deleted by the person",
         [](Studio& s) { s.project.deleted_takes[s.project.shots[3].chosen_take] = {"s3"}; },
         {3},
         "its take was deleted"},
    };
}

} // namespace

TEST_SUITE("cache.render_plan") {
    TEST_CASE("a film just rendered needs nothing") {
        const RenderPlan plan = make_studio().plan();
        CHECK(plan.steps().empty());
        CHECK(plan.total.seconds == 0.0);
        for (const PlannedShot& shot : plan.shots) {
            CHECK(shot.state == ShotState::Fresh);
            CHECK(shot.reasons.empty());
            CHECK(shot.cost == Cost{});
        }
    }

    TEST_CASE("an edit makes exactly these shots stale, says why, and undoing it renders nothing") {
        for (const EditCase& edit : edit_cases()) {
            CAPTURE(edit.name);
            const Studio before = make_studio();
            Studio studio = before;
            edit.apply(studio);
            const RenderPlan plan = studio.plan();
            CHECK(plan.steps() == edit.stale);
            if (!edit.stale.empty()) {
                const PlannedShot& first = plan.shots[edit.stale.front()];
                CAPTURE((first.reasons.empty() ? std::string() : to_string(first.reasons.front())));
                CHECK(has_reason(first, edit.reason));
            }
            // Rendering settles it; then undoing the edit finds the old takes.
            studio.render_all();
            CHECK(studio.plan().steps().empty());
            Studio undone = before;
            undone.receipts = studio.receipts;
            CHECK(undone.plan().steps().empty());
        }
    }

    TEST_CASE("what a shot continues from is named while it waits to be rendered") {
        Studio studio = make_studio();
        studio.project.shots[0].prompt = "other";
        const RenderPlan plan = studio.plan();
        CHECK(has_reason(plan.shots[1], "shot 1, which it continues from, will be re-rendered"));
        CHECK(has_reason(plan.shots[2], "shot 2, which it continues from, will be re-rendered"));
        CHECK(plan.shots[1].continues_from.is_empty());
        studio.render(0);
        const RenderPlan next = studio.plan();
        CHECK(has_reason(next.shots[1], "shot 1, which it continues from, was re-rendered"));
        CHECK(next.shots[1].continues_from == studio.project.shots[0].chosen_take);
    }

    TEST_CASE("frame rate is part of the recipe only for models that take it") {
        Studio studio = make_studio();
        studio.model.uses_frame_rate = true;
        CHECK(studio.plan().steps().size() == 8);
        studio.render_all();
        studio.project.frame_rate = {24, 1};
        CHECK(studio.plan().steps().size() == 8);
        CHECK(has_reason(studio.plan().shots[0], "frame rate changed from 16 to 24"));
    }

    TEST_CASE("drift help hangs on the first shot of the sequence, even behind a pinned one") {
        Studio studio = make_studio();
        studio.project.drift_help = 0.5;
        studio.render_all();
        studio.project.shots[1].is_pinned = true;
        studio.project.shots[0].prompt = "other";
        const RenderPlan plan = studio.plan();
        CHECK(plan.steps() == std::vector<size_t>{0, 2});
        CHECK(has_reason(plan.shots[2], "drift help looks at"));
    }

    TEST_CASE("a pinned take is kept, and what follows continues from it") {
        Studio studio = make_studio();
        studio.project.shots[1].is_pinned = true;
        studio.project.shots[0].prompt = "other";
        studio.project.shots[1].prompt = "other too";
        RenderPlan plan = studio.plan();
        CHECK(plan.steps() == std::vector<size_t>{0});
        CHECK(plan.shots[1].state == ShotState::Pinned);
        CHECK(has_reason(plan.shots[1], "prompt changed"));
        CHECK(plan.shots[2].state == ShotState::Fresh);
        studio.project.shots[1].is_pinned = false;
        CHECK(studio.plan().steps() == std::vector<size_t>{0, 1, 2});
    }

    TEST_CASE("a chosen variation stays fresh and keeps its number when it goes stale") {
        Studio studio = make_studio();
        Receipt& take = studio.take_of(7);
        take.recipe.variation = 3;
        take.recipe.seed = variation_seed(derived_seed(studio.project.seed, {"s7"}), 3);
        take.key = shot_key(take.recipe);
        CHECK(studio.plan().steps().empty());
        studio.project.shots[7].prompt = "other";
        CHECK(studio.plan().shots[7].recipe.variation == 3);
        CHECK(studio.plan().shots[7].recipe.seed == take.recipe.seed);
    }

    TEST_CASE("a take set aside or lost makes its shot missing, not the shots that continue from it") {
        Studio studio = make_studio();
        const TakeId lost = studio.project.shots[1].chosen_take;
        std::erase_if(studio.receipts, [&](const Receipt& receipt) { return receipt.take == lost; });
        RenderPlan plan = studio.plan();
        CHECK(plan.steps() == std::vector<size_t>{1});
        CHECK(plan.shots[1].state == ShotState::Missing);
        CHECK(has_reason(plan.shots[1], "is not there"));
        studio.quarantined = {{lost, "the file frames.mp4 is not what was written", {}}};
        CHECK(has_reason(studio.plan().shots[1], "damaged and set aside: the file frames.mp4"));
        // Rendered again to the same latents, everything fits together.
        studio.render(1);
        CHECK(studio.plan().steps().empty());
        // Rendered to other bits, on another machine say, what follows does not fit.
        studio.take_of(1).files[kLatentsFile].sha256 = "other";
        plan = studio.plan();
        CHECK(plan.steps() == std::vector<size_t>{2});
        CHECK(has_reason(plan.shots[2], "rendered again with other bits"));
    }

    TEST_CASE("a failed attempt is remembered for exactly that recipe") {
        Studio studio = make_studio();
        studio.project.shots[4].prompt = "other";
        studio.failures[{"s4"}] = {studio.plan().shots[4].key, "numerical error at step 3"};
        RenderPlan plan = studio.plan();
        CHECK(plan.shots[4].state == ShotState::Failed);
        CHECK(has_reason(plan.shots[4], "numerical error at step 3"));
        CHECK(plan.steps() == std::vector<size_t>{4});
        studio.project.shots[4].prompt = "another";
        CHECK(studio.plan().shots[4].state == ShotState::Stale);
    }

    TEST_CASE("what the model cannot do blocks the shot and those behind it, in words") {
        const auto blocked = [](const std::function<void(Studio&)>& apply, const char* words) {
            CAPTURE(words);
            Studio studio = make_studio();
            studio.model.has_any_keyframe = false;
            studio.project.shots[4].prompt = "other";
            apply(studio);
            const RenderPlan plan = studio.plan();
            CHECK(plan.shots[3].state == ShotState::Failed);
            CHECK(plan.shots[3].is_blocked);
            CHECK(has_reason(plan.shots[3], words));
            CHECK(plan.shots[4].is_blocked);
            CHECK(has_reason(plan.shots[4], "shot 4, which it continues from, cannot be rendered"));
            CHECK(plan.steps().empty());
        };
        const auto pin = [](const char* image, KeyframePlace place) {
            return [=](Studio& s) { s.project.shots[3].keyframes = {{image, place, 0.0, {}}}; };
        };
        blocked(pin("images/lion.png", KeyframePlace::Last), "cannot pin an image at frame 32");
        blocked(pin("images/none.png", KeyframePlace::First), "keyframe image images/none.png: is not there");
        blocked([](Studio& s) { s.project.shots[3].is_loop = true; }, "cannot make a loop");
        blocked([](Studio& s) { s.project.shots[3].prompt = "forbidden"; }, "not that word");
        Studio odd = make_studio();
        odd.project.size = {168, 96};
        CHECK(has_reason(odd.plan().shots[0], "multiples of 16, not 168x96"));
    }

    TEST_CASE("a shot cannot continue from a pinned take of another size or model") {
        Studio studio = make_studio();
        studio.project.shots[0].is_pinned = true;
        studio.project.size = {96, 160};
        CHECK(has_reason(studio.plan().shots[1], "shot 1, which it continues from, is 160x96 and not 96x160"));
        studio.project.size = {160, 96};
        studio.model.weights_hash = "other";
        CHECK(has_reason(studio.plan().shots[1], "was made with another model"));
        studio.model.weights_hash = "weights";
        studio.take_of(0).continues_from = {"gone"};
        studio.take_of(0).context_sha256 = "gone";
        studio.project.shots[1].prompt = "other";
        CHECK(has_reason(studio.plan().shots[1], "has lost the beginning of its stream"));
    }

    TEST_CASE("some shots alone bring the stale shots they continue from") {
        Studio studio = make_studio();
        studio.project.seed = 2;
        const RenderPlan plan = studio.plan();
        CHECK(*plan.steps_for({{"s2"}}) == std::vector<size_t>{0, 1, 2});
        CHECK(*plan.steps_for({{"s6"}, {"s7"}}) == std::vector<size_t>{5, 6, 7});
        CHECK(plan.steps_for({{"s6"}, {"nope"}}).error().message.find("nope") != std::string::npos);
        CHECK(make_studio().plan().steps_for({{"s2"}})->empty());
    }

    TEST_CASE("start frames follow the timeline; windows and cost follow the shot") {
        Studio studio = make_studio();
        studio.project.seed = 2;
        const RenderPlan plan = studio.plan();
        CHECK(plan.shots[0].frames == 33);
        CHECK(plan.shots[1].start_frame == 33);
        CHECK(plan.shots[1].frames % 4 == 0);
        CHECK(plan.timeline.total_frames == plan.shots[7].start_frame + plan.shots[7].frames);
        CHECK(plan.shots[0].windows == std::vector<StreamWindow>{{0, 9}});
        CHECK(plan.shots[1].windows.front().context == 2);
        CHECK(plan.shots[0].cost.disk_bytes > 9 * 20 * 12 * 16 * 4);
        CHECK_FALSE(plan.total.is_measured);
        double sum = 0;
        for (const PlannedShot& shot : plan.shots) {
            sum += shot.cost.seconds;
        }
        CHECK(sum == doctest::Approx(plan.total.seconds));
    }

    TEST_CASE("ten thousand shots in one chain are planned") {
        Studio studio = make_studio();
        studio.project.shots.clear();
        for (int64_t index = 0; index < 10'000; ++index) {
            Shot shot;
            shot.id = {"n" + std::to_string(index)};
            shot.prompt = "prompt " + std::to_string(index);
            studio.project.shots.push_back(shot);
        }
        const RenderPlan plan = studio.plan();
        CHECK(plan.steps().size() == 10'000);
        CHECK(plan.shots.back().reasons == std::vector<PlanReason>{{.kind = PlanReason::Kind::NotRendered}});
    }
}
