// SPDX-License-Identifier: Apache-2.0
#include "core/project/edit_makers.h"
#include "core/project/reimport.h"
#include "core/project/story_alignment.h"
#include "core/project/validate.h"

#include <doctest/doctest.h>

#include <random>

using namespace longtake;

namespace {

Project film_of(const std::string& story) {
    return film_from_story(parse_story(story, "s"), {});
}

Reimport compare(const Project& film, const std::string& story) {
    return compare_with_story(film, parse_story(story, "s"));
}

Project updated(Project film, const std::string& story) {
    const Reimport reimport = compare(film, story);
    if (reimport.is_needed) {
        const Project before = film;
        const auto undo = apply(film, reimport.edit);
        REQUIRE_MESSAGE(undo, undo.error().message);
        REQUIRE(validate(film));
        Project back = film;
        REQUIRE(apply(back, *undo));
        REQUIRE(back == before);
    }
    return film;
}

std::string prompts_of(const Project& film) {
    std::string prompts;
    for (const Shot& shot : film.shots) {
        prompts += shot.prompt + "|";
    }
    return prompts;
}

constexpr const char* kStory = "@Ana: a woman\n# City\n> noon\nA lion walks.\nThe lion stops at a door.\nA bird "
                               "sings.\n# Sea\nA whale swims by. [4s]\n@Ana waves.";

} // namespace

TEST_SUITE("project.reimport") {
    TEST_CASE("the same story changes nothing") {
        const Reimport reimport = compare(film_of(kStory), kStory);
        CHECK_FALSE(reimport.is_needed);
        CHECK(reimport.changes.empty());
        CHECK(reimport.kept == 5);
    }

    TEST_CASE("work done in the studio survives an unchanged story") {
        Project film = film_of(kStory);
        film.shots[0].prompt = "A proud lion walks.";
        film.shots[1].length = Seconds{9};
        film.shots[2].chosen_take = {"t1"};
        film.shots[3].seam.kind = SeamKind::Dissolve;
        film.characters[0].description = "a tall woman";
        film.scenes[0].description = "noon, hot";
        CHECK_FALSE(compare(film, kStory).is_needed);
    }

    TEST_CASE("a changed line keeps id, takes and settings and marks only its shot") {
        Project film = film_of(kStory);
        film.shots[1].chosen_take = {"t1"};
        film.shots[1].steps = 7;
        const std::string story = "@Ana: a woman\n# City\n> noon\nA lion walks.\nThe lion stops at a red door. "
                                  "[camera: tilt up]\nA bird sings.\n# Sea\nA whale swims by. [4s]\n@Ana waves.";
        const Reimport reimport = compare(film, story);
        REQUIRE(reimport.changes.size() == 1);
        CHECK(reimport.changes[0].kind == StoryChange::Kind::Changed);
        CHECK(reimport.changes[0].fields == std::vector<std::string>{"prompt", "camera"});
        CHECK(reimport.changes[0].before == "The lion stops at a door.");
        CHECK(reimport.changes[0].after == "The lion stops at a red door.");
        CHECK_FALSE(reimport.changes[0].is_conflict);
        CHECK(reimport.changes[0].line == 5);
        CHECK(reimport.kept == 4);
        const Project after = updated(film, story);
        CHECK(after.shots[1].id == film.shots[1].id);
        CHECK(after.shots[1].chosen_take.value == "t1");
        CHECK(after.shots[1].steps == 7);
        CHECK(after.shots[1].camera == "tilt up");
        CHECK(after.shots[0] == film.shots[0]);
        CHECK(after.shots[2] == film.shots[2]);
        CHECK_FALSE(compare(after, story).is_needed);
    }

    TEST_CASE("a mark that changes alone changes its field alone, even where the prompt was worked on") {
        Project film = film_of(kStory);
        film.shots[3].prompt = "A huge whale.";
        const Project after = updated(film, "@Ana: a woman\n# City\n> noon\nA lion walks.\nThe lion stops at a "
                                            "door.\nA bird sings.\n# Sea\nA whale swims by. [6s]\n@Ana waves.");
        CHECK(after.shots[3].prompt == "A huge whale.");
        CHECK(after.shots[3].length == ShotLength(Seconds{6}));
    }

    TEST_CASE("changed on both sides: the story's version, and said so") {
        Project film = film_of("A lion walks to the river.\nEnd.");
        film.shots[0].prompt = "A lion walks proudly.";
        const Reimport reimport = compare(film, "A lion walks to the sea.\nEnd.");
        REQUIRE(reimport.changes.size() == 1);
        CHECK(reimport.changes[0].is_conflict);
        CHECK(reimport.changes[0].before == "A lion walks proudly.");
    }

    TEST_CASE("added, removed and moved lines") {
        const Project film = film_of("one lion\ntwo birds\nthree whales\nfour cars\n");
        const Project after = updated(film, "two birds\nthree whales\nsomething else entirely\none lion\n");
        CHECK(prompts_of(after) == "two birds|three whales|something else entirely|one lion|");
        CHECK(after.shots[3].id == film.shots[0].id);
        const Reimport reimport = compare(film, "two birds\nthree whales\nsomething else entirely\none lion\n");
        std::vector<StoryChange::Kind> kinds;
        for (const StoryChange& change : reimport.changes) {
            kinds.push_back(change.kind);
        }
        CHECK(kinds == std::vector<StoryChange::Kind>{StoryChange::Kind::Added, StoryChange::Kind::Moved,
                                                      StoryChange::Kind::Removed});
        CHECK(reimport.kept == 2);
    }

    TEST_CASE("shots made in the studio stay behind their neighbour") {
        Project film = film_of("one lion\ntwo birds\nthree whales\n");
        for (const size_t place : {size_t{0}, size_t{2}, size_t{4}}) {
            REQUIRE(apply(film, add_shot(film, place, "own " + std::to_string(place))));
        }
        CHECK(prompts_of(film) == "own 0|one lion|own 2|two birds|own 4|three whales|");
        CHECK(prompts_of(updated(film, "three whales\none lion\n")) == "own 0|three whales|one lion|own 2|own 4|");
    }

    TEST_CASE("merged and split shots still know their lines") {
        Project film = film_of("one lion walks\ntwo birds fly\nthree whales swim\n");
        const auto merged = merge_shots(film, {film.shots[0].id, film.shots[1].id});
        REQUIRE(merged);
        REQUIRE(apply(film, *merged));
        const auto split = split_shot(film, film.shots[1].id, {10});
        REQUIRE(split);
        REQUIRE(apply(film, *split));
        CHECK_FALSE(compare(film, "one lion walks\ntwo birds fly\nthree whales swim\n").is_needed);
        const Project after = updated(film, "one lion walks\ntwo birds fly away\nthree whales swim\n");
        CHECK(after.shots.size() == 3);
        CHECK(after.shots[0].prompt == "one lion walks two birds fly away");
    }

    TEST_CASE("scenes and characters follow the story") {
        const Project film = film_of(kStory);
        const Project after = updated(film, "@Ana: a tall woman\n@Bob: a boy\n# City\n> night\nA lion walks.\n# "
                                            "Alley\nThe lion stops at a door.\nA bird sings.\n@Ana waves.");
        REQUIRE(after.scenes.size() == 2);
        CHECK(after.scenes[0].id == film.scenes[0].id);
        CHECK(after.scenes[0].description == "night");
        CHECK(after.scenes[1].title == "Alley");
        CHECK(after.shots[1].scene == after.scenes[1].id);
        CHECK(after.shots[1].seam.kind == SeamKind::Cut);
        CHECK(after.shots[1].id == film.shots[1].id);
        REQUIRE(after.characters.size() == 2);
        CHECK(after.characters[0].description == "a tall woman");
    }

    TEST_CASE("a scene that loses its heading continues") {
        const Project film = film_of("# A\none lion\n# B\ntwo birds\n");
        const Project after = updated(film, "# A\none lion\ntwo birds\n");
        CHECK(after.shots[1].seam.kind == SeamKind::Continue);
        CHECK(after.scenes.size() == 1);
    }

    TEST_CASE("random rewrites: the film then is what the story says, and a second time changes nothing") {
        std::mt19937 random(17);
        const std::vector<std::string> lines{"a lion walks",
                                             "a bird sings in the tree",
                                             "two whales swim",
                                             "the sun sets [4s]",
                                             "@Ana waves [camera: pan]",
                                             "# City",
                                             "# Sea",
                                             "[cut] night",
                                             "a car drives",
                                             "the end"};
        const auto some_story = [&] {
            std::string story = "@Ana: a woman\n";
            for (size_t n = random() % 10; n > 0; --n) {
                std::string line = lines[random() % lines.size()];
                story += (random() % 4 == 0 ? line + " slowly" : line) + "\n";
            }
            return story;
        };
        for (int round = 0; round < 300; ++round) {
            Project film = film_of(some_story());
            if (round % 2 == 0) {
                REQUIRE(apply(film, add_shot(film, random() % 5, "own shot")));
            }
            const std::string story = some_story();
            const Project after = updated(film, story);
            CHECK_FALSE(compare(after, story).is_needed);
            std::string told;
            for (const Shot& shot : after.shots) {
                told += shot.source.empty() ? "" : shot.prompt + "|";
            }
            CHECK(told == prompts_of(film_of(story)));
        }
    }

    TEST_CASE("ten thousand lines are compared quickly, even if all changed") {
        std::string old_story;
        std::string new_story;
        for (int i = 0; i < 10'000; ++i) {
            old_story += "shot number " + std::to_string(i) + " of the film\n";
            new_story += "picture " + std::to_string(i) + " in this film\n";
        }
        const Reimport reimport = compare(film_of(old_story), new_story);
        CHECK(reimport.is_needed);
    }

    TEST_CASE("likeness") {
        CHECK(similarity("A lion walks.", "a LION, walks") == 1.0);
        CHECK(similarity("a b c d", "a b x y") == 0.5);
        CHECK(similarity("", "") == 1.0);
        CHECK(similarity("a", "") == 0.0);
    }
}
