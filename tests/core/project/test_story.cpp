// SPDX-License-Identifier: Apache-2.0
#include "core/base/atomic_file.h"
#include "core/project/story.h"
#include "core/project/validate.h"
#include "tests/core/project/films.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

using namespace longtake;

namespace {

std::vector<std::string> prompts_of(const Story& story) {
    std::vector<std::string> prompts;
    for (const StoryShot& shot : story.shots) {
        prompts.push_back(shot.prompt);
    }
    return prompts;
}

using Prompts = std::vector<std::string>;

} // namespace

TEST_SUITE("project.story") {
    TEST_CASE("a line is a shot") {
        const Story story = parse_story("A lion walks.\r\n\n  It stops.  \n\tIt looks up.\n", "s");
        CHECK(prompts_of(story) == Prompts{"A lion walks.", "It stops.", "It looks up."});
        CHECK(story.shots[1].line == 3);
        CHECK(story.warnings.empty());
    }

    TEST_CASE("wrapped text is read by paragraph, whatever was asked for otherwise") {
        const std::string wrapped =
            "A lion walks through the futuristic city while the\nsun goes down behind the towers.\n\n"
            "Far away a spaceship comes out of the clouds and its\nlights fall on the street.\n";
        CHECK(parse_story(wrapped, "s").shots.size() == 2);
        CHECK(parse_story(wrapped, "s", StoryUnit::Line).shots.size() == 4);
        CHECK(parse_story("a\nb\n\nc", "s", StoryUnit::Paragraph).shots.size() == 2);
        CHECK(parse_story("a\nb\n\nc", "s").shots.size() == 3);
        CHECK(parse_story(wrapped, "s").shots[0].prompt ==
              "A lion walks through the futuristic city while the sun goes down behind the towers.");
    }

    TEST_CASE("scenes, characters, title, style and remarks") {
        const Story story = parse_story("Title: Two days\nstyle: 35 mm\n@Ana: a tall woman in red\n// not filmed\n"
                                        "# City at noon\n> a futuristic city,\n> noon\n@Ana walks.\n## The sea\nA "
                                        "whale. \n@Bob: a boy\n@Bob waves.",
                                        "s");
        CHECK(story.title == "Two days");
        CHECK(story.style == "35 mm");
        REQUIRE(story.characters.size() == 2);
        CHECK(story.characters[0] == StoryCharacter{"Ana", "a tall woman in red"});
        REQUIRE(story.scenes.size() == 2);
        CHECK(story.scenes[0] == StoryScene{"City at noon", "a futuristic city, noon"});
        CHECK(prompts_of(story) == Prompts{"@Ana walks.", "A whale.", "@Bob waves."});
        CHECK(story.shots[0].scene == 0);
        CHECK(story.shots[2].scene == 1);
        CHECK(story.warnings.empty());
    }

    TEST_CASE("marks") {
        const Story story = parse_story(
            "A lion [4s] walks [camera: push in], slowly.\n"
            "[cut] Night. [33 frames] [loop]\n"
            "[dissolve 0.25s]\nMorning. [seed 7] [not: people] [say: Good morning] [say: all] [note: check]\n"
            "Same. [Continue] [1.5 seconds]",
            "s");
        CHECK(prompts_of(story) == Prompts{"A lion walks, slowly.", "Night.", "Morning.", "Same."});
        CHECK(story.shots[0].length == ShotLength(Seconds{4}));
        CHECK(story.shots[0].camera == "push in");
        CHECK_FALSE(story.shots[0].seam);
        CHECK(story.shots[1].seam->kind == SeamKind::Cut);
        CHECK(story.shots[1].length == ShotLength(FrameCount{33}));
        CHECK(story.shots[1].is_loop);
        CHECK(story.shots[2].seam->kind == SeamKind::Dissolve);
        CHECK(story.shots[2].seam->dissolve_s == 0.25);
        CHECK(story.shots[2].seed == 7);
        CHECK(story.shots[2].negative == "people");
        CHECK(story.shots[2].narration == "Good morning\nall");
        CHECK(story.shots[2].notes == "check");
        CHECK(story.shots[3].seam->kind == SeamKind::Continue);
        CHECK(story.warnings.empty());
    }

    TEST_CASE("what is no mark stays, with a warning; a backslash makes signs plain") {
        const Story story = parse_story(
            "A [mysterious] door.\n[disolve 0.5s] Night.\n\\# not a scene\n\\@Ana: hello\nA \\[4s\\] sign. [open\n[4s]",
            "s");
        CHECK(prompts_of(story) == Prompts{"A [mysterious] door.", "[disolve 0.5s] Night.", "# not a scene",
                                           "@Ana: hello", "A [4s] sign. [open"});
        REQUIRE(story.warnings.size() == 4);
        CHECK(to_string(story.warnings[0]) == "s:1:1: [mysterious] is no mark and stays in the prompt");
        CHECK(story.warnings[1].place.line == 2);
        CHECK(story.warnings[2].message == "marks behind the last shot belong to none");
        CHECK(story.warnings[3].message == "nobody describes @Ana");
    }

    TEST_CASE("unusual stories") {
        CHECK(parse_story("", "s").shots.empty());
        CHECK(parse_story("\n\n# only a heading\n", "s").shots.empty());
        CHECK(parse_story(std::string(1 << 20, '['), "s").shots.size() == 1);
        CHECK(parse_story("[camera: a [b] c] x", "s").shots[0].camera == "a [b] c");
        CHECK(parse_story("@Ana: a\n@Ana: b\n", "s").warnings.size() == 1);
        CHECK(parse_story("A door [[x]] [y].", "s").warnings.size() == 2);
        CHECK(prompts_of(parse_story("مرحبا بالعالم [4s]\n日本語の物語。[cut]\n👩‍🚀", "s")) ==
              Prompts{"مرحبا بالعالم", "日本語の物語。", "👩‍🚀"});
    }

    TEST_CASE("a shot's words say all of it") {
        std::mt19937 random(5);
        for (int round = 0; round < 500; ++round) {
            StoryShot shot;
            shot.prompt = parse_story_shot(random_text(random)).prompt;
            shot.length = round % 3 == 0   ? std::optional<ShotLength>(FrameCount{33})
                          : round % 3 == 1 ? std::optional<ShotLength>(Seconds{1.25})
                                           : std::nullopt;
            if (round % 2 == 0) {
                shot.seam = Seam{};
                shot.seam->kind = static_cast<SeamKind>(round % 3);
                shot.seam->dissolve_s = shot.seam->kind == SeamKind::Dissolve ? 0.75 : 0.5;
                shot.camera = "push [in]";
                shot.narration = "one ] \\ two\nthree";
                shot.seed = round;
            }
            shot.is_loop = round % 5 == 0;
            shot.source = write_story_shot(shot);
            StoryShot again = parse_story_shot(shot.source);
            CHECK_MESSAGE(again == shot, shot.source);
        }
    }

    TEST_CASE("the film of a story holds every rule and is the same every time") {
        const Story story = parse_story("@Ana: a woman\nA lion.\nA lion.\n# Sea\n> waves\n@Ana swims. [6s]\n[dissolve "
                                        "1s] Night.\n# Sea\nMorning. [continue]",
                                        "s");
        FilmDefaults defaults;
        defaults.title = "story";
        defaults.length = Seconds{3};
        const Project film = film_from_story(story, defaults);
        REQUIRE(validate(film));
        CHECK(film == film_from_story(story, defaults));
        CHECK(film.title == "story");
        CHECK(film.shots[0].id != film.shots[1].id);
        CHECK(film.shots[0].length == ShotLength(Seconds{3}));
        CHECK(film.shots[1].seam.kind == SeamKind::Continue);
        CHECK(film.shots[2].seam.kind == SeamKind::Cut);
        CHECK(film.shots[2].length == ShotLength(Seconds{6}));
        CHECK(film.shots[3].seam.kind == SeamKind::Dissolve);
        CHECK(film.shots[4].seam.kind == SeamKind::Continue);
        CHECK(film.scenes[0].id.value == "sea");
        CHECK(film.scenes[1].id.value == "sea-2");
        CHECK(film.shots[2].source == "@Ana swims. [6s]");
    }

    TEST_CASE("scene ids are safe names") {
        std::set<std::string> taken;
        CHECK(new_scene_id("City at noon!", taken).value == "city-at-noon");
        CHECK(new_scene_id("City, at noon", taken).value == "city-at-noon-2");
        CHECK(new_scene_id("日本", taken).value == "scene");
        CHECK(new_scene_id("CON", taken).value == "scene-2");
        CHECK(new_scene_id("", taken).value == "scene-3");
    }

    TEST_CASE("stories are loaded by what they are") {
        const TemporaryFolder folder;
        REQUIRE(write_file_atomically(folder.path() / "a.txt", "\xFF\xFE" + std::string("A\0.\0", 4)));
        REQUIRE(write_file_atomically(folder.path() / "a.fountain", "INT. ROOM - DAY\n\nA lion.\n"));
        REQUIRE(write_file_atomically(folder.path() / "b.txt", "a\n\xFF"));
        CHECK(load_story(folder.path() / "a.txt")->shots[0].prompt == "A.");
        CHECK(load_story(folder.path() / "a.fountain")->scenes.size() == 1);
        CHECK(load_story(folder.path() / "b.txt").error().message.find("b.txt:2:1: bytes that are not UTF-8") !=
              std::string::npos);
        CHECK_FALSE(load_story(folder.path() / "none.txt"));
    }
}
