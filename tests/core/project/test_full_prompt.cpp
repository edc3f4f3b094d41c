// SPDX-License-Identifier: Apache-2.0
#include "core/project/full_prompt.h"

#include <doctest/doctest.h>

using namespace longtake;

namespace {

Project film_with(std::vector<Character> characters) {
    Project project;
    project.characters = std::move(characters);
    return project;
}

Character person(const std::string& name, const std::string& description) {
    return {name, description, {}, {}};
}

} // namespace

TEST_SUITE("project.full_prompt") {
    TEST_CASE("scene, prompt, camera and look stand in that order") {
        Project project = film_with({person("Ana", "a tall woman in red")});
        project.scenes.push_back({{"city"}, "City", "a city at noon.", {}, {}});
        project.look.style = "35 mm film";
        Shot shot;
        shot.prompt = "@Ana looks up\n";
        shot.scene = {"city"};
        CHECK(full_prompt(project, shot, "the camera zooms in") ==
              "a city at noon. a tall woman in red looks up, the camera zooms in, 35 mm film");
        shot.scene = {};
        project.look.style.clear();
        CHECK(full_prompt(project, shot, "") == "a tall woman in red looks up");
        shot.prompt.clear();
        CHECK(full_prompt(project, shot, "").empty());
    }

    TEST_CASE("the film's negative comes first") {
        Project project;
        Shot shot;
        shot.negative = "text";
        CHECK(full_negative(project, shot) == "text");
        project.look.negative = "blur";
        CHECK(full_negative(project, shot) == "blur, text");
    }

    TEST_CASE("the longest name wins and words are not cut") {
        const Project project = film_with({person("Ana", "one"), person("Ana-Maria", "two"), person("Анна", "три")});
        CHECK(expand_characters(project, "@Ana, @Ana-Maria and @Ana's hat") == "one, two and one's hat");
        CHECK(expand_characters(project, "@Anabel stays") == "@Anabel stays");
        CHECK(expand_characters(project, "@Аннабель, @Анна") == "@Аннабель, три");
        CHECK(expand_characters(project, "write to ana@Ana or ü@Ana") == "write to ana@Ana or ü@Ana");
        CHECK(expand_characters(project, "@@Ana @ @") == "@one @ @");
    }

    TEST_CASE("scripts without spaces need no word end") {
        const Project project = film_with({person("アナ", "背の高い女性"), person("Ana", "a woman")});
        CHECK(expand_characters(project, "@アナは空を見る。") == "背の高い女性は空を見る。");
        CHECK(expand_characters(project, "@Anaは走る") == "a womanは走る");
    }

    TEST_CASE("descriptions are not expanded again") {
        const Project project = film_with({person("A", "@B"), person("B", "@A")});
        CHECK(expand_characters(project, "@A") == "@B");
    }

    TEST_CASE("unknown mentions are found as whole words") {
        const auto mentions = find_mentions(film_with({person("Ana", "one")}), "@Ana meets @Bob-2.");
        REQUIRE(mentions.size() == 2);
        CHECK(mentions[0].is_known);
        CHECK_FALSE(mentions[1].is_known);
        CHECK(mentions[1].name == "Bob-2");
    }

    TEST_CASE("names are single words of any script") {
        for (const std::string name : {"Ana", "R2-D2", "José", "アナ", "مريم", "робот_1"}) {
            CHECK_MESSAGE(is_character_name(name), name);
        }
        for (const std::string name : {"", "Ana Maria", "a.b", "a:b", "@a", "x—y", "\xFF", "a\n"}) {
            CHECK_FALSE_MESSAGE(is_character_name(name), name);
        }
    }
}
