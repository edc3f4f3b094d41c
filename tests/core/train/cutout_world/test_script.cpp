// SPDX-License-Identifier: Apache-2.0
#include "core/train/cutout_world/caption.h"
#include "core/train/cutout_world/script.h"
#include "core/train/cutout_world/taught.h"
#include "tests/core/train/cutout_world/world_fixture.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace longtake;

TEST_SUITE_BEGIN("train.cutout_world.script");

TEST_CASE("a script is a pure function of its seed") {
    const Vocabulary& words = shipped_vocabulary();
    for (const WorldTier tier : {WorldTier::Small, WorldTier::Full}) {
        for (uint64_t seed = 0; seed < 50; ++seed) {
            const ClipScript a = draw_script(words, tier, seed, 17, 16), b = draw_script(words, tier, seed, 17, 16);
            REQUIRE(a.parts.size() == 2);
            for (size_t i = 0; i < 2; ++i) {
                CHECK(a.parts[i].attributes == b.parts[i].attributes);
                CHECK(a.parts[i].caption == b.parts[i].caption);
            }
        }
    }
}

TEST_CASE("the vocabulary that goes with a model names every word of its captions") {
    const Vocabulary& words = shipped_vocabulary();
    const std::string yaml = vocabulary_yaml(words, WorldTier::Small);
    CHECK(yaml == vocabulary_yaml(words, WorldTier::Small));
    const std::string others = yaml.substr(yaml.find("words: ["));
    for (const char* word : {"\"an\"", "\"drives\""}) {
        CHECK_MESSAGE(others.find(word) != std::string::npos, word);
    }
    CHECK(others.find("\"lion\"") == std::string::npos); // said above
    CHECK(yaml.find("say: [\"lion\"") != std::string::npos);
    CHECK(yaml.find("broccoli") == std::string::npos); // of the full tier only
}

TEST_CASE("held-out combinations never enter training, in any part") {
    const Vocabulary& words = shipped_vocabulary();
    for (uint64_t seed = 0; seed < 3000; ++seed) {
        for (const ClipPart& part :
             draw_script(words, seed % 2 == 0 ? WorldTier::Small : WorldTier::Full, seed, 9, 8).parts) {
            CHECK_FALSE(is_held_out(words, part.attributes));
        }
    }
    Random random(5);
    CHECK(is_held_out(words, draw_attributes(words, WorldTier::Small, true, random)));
}

TEST_CASE("about one combination in ten of the small tier is held out") {
    const Vocabulary& words = shipped_vocabulary();
    const TierIndices known = indices_of(words, WorldTier::Small);
    int64_t held = 0, all = 0;
    for (const int64_t subject : known.subjects) {
        for (const int64_t place : known.places) {
            for (const int64_t motion : known.motions) {
                SceneAttributes scene;
                scene.subject = subject, scene.place = place, scene.motion = motion;
                held += is_held_out(words, scene) ? 1 : 0;
                ++all;
            }
        }
    }
    CHECK(all == 24 * 8 * 8);
    CHECK(held * 100 / all >= 7);
    CHECK(held * 100 / all <= 13);
}

TEST_CASE("a caption of the small tier names what is seen") {
    const Vocabulary& words = shipped_vocabulary();
    for (uint64_t seed = 0; seed < 400; ++seed) {
        const ClipPart part = draw_script(words, WorldTier::Small, seed, 33, 0).parts.front();
        const auto says = [&](const std::vector<std::string>& phrases) {
            return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
                return part.caption.find(phrase) != std::string::npos;
            });
        };
        CAPTURE(part.caption);
        CHECK(says(words.subjects[static_cast<size_t>(part.attributes.subject)].names));
        CHECK(says(words.places[static_cast<size_t>(part.attributes.place)].phrases));
        CHECK(part.caption.find("  ") == std::string::npos);
        CHECK(part.caption.find(" ,") == std::string::npos);
        CHECK(part.caption.find(",,") == std::string::npos);
        CHECK(part.caption.front() != ',');
        CHECK(part.caption.back() != ',');
    }
}

TEST_CASE("wording varies: one scene has many captions") {
    Random random(1);
    std::set<std::string> captions;
    for (int i = 0; i < 100; ++i) {
        captions.insert(write_caption(shipped_vocabulary(), scene_of("lion", "city", "right", "zoom in"), random));
    }
    CHECK(captions.size() > 60);
}

TEST_CASE("the full tier is as large as promised") {
    const Vocabulary& words = shipped_vocabulary();
    const TierIndices full = indices_of(words, WorldTier::Full), small = indices_of(words, WorldTier::Small);
    CHECK(full.subjects.size() >= 120);
    CHECK(full.places.size() >= 16);
    CHECK(full.times.size() == 4);
    CHECK(full.motions.size() == 14);
    CHECK(full.cameras.size() == 12);
    CHECK(small.subjects.size() >= 24);
    CHECK(small.subjects.size() <= 32);
    CHECK(words.foreign_names.size() == 5);
    for (const auto& [language, names] : words.foreign_names) {
        CHECK_MESSAGE(names.size() == words.subjects.size(), language);
    }
    for (const char* actor : {"lion", "alien", "spaceship", "astronaut", "robot", "fish", "shark", "whale",
                              "computer screen", "skyscraper", "sun"}) {
        CHECK_MESSAGE(words.subject(actor) >= 0, actor);
    }
}

TEST_CASE("a change keeps what it does not change") {
    const Vocabulary& words = shipped_vocabulary();
    for (uint64_t seed = 0; seed < 200; ++seed) {
        Random random(seed);
        const SceneAttributes before = draw_attributes(words, WorldTier::Small, false, random);
        const SceneAttributes after = draw_change(words, WorldTier::Small, before, random);
        const int changed = (before.subject != after.subject) + (before.place != after.place) +
                            (before.time != after.time) + (before.motion != after.motion) +
                            (before.camera != after.camera);
        CHECK(changed <= 2);
    }
}

TEST_SUITE_END();
