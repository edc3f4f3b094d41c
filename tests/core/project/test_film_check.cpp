// SPDX-License-Identifier: Apache-2.0
#include "core/base/atomic_file.h"
#include "core/project/film_check.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

using namespace longtake;

namespace {

struct Checked {
    TemporaryFolder folder;
    FilmCheck check;

    explicit Checked(const std::string& text) {
        REQUIRE(write_file_atomically(folder.path() / "film.t2vproj", text));
        check = check_film(folder.path() / "film.t2vproj", {4});
    }
};

} // namespace

TEST_SUITE("project.film_check") {
    TEST_CASE("a sound film has no problems and a length") {
        const Checked film("longtake: 1\nshots: [{prompt: a, length: 33 frames}, {prompt: b, length: 2 s}]\n");
        CHECK(film.check.is_sound());
        CHECK(film.check.problems.empty());
        CHECK(film.check.timeline.total_frames == 33 + 32);
        CHECK(film.check.format_version == 1);
    }

    TEST_CASE("what will not do what is expected is a warning with its place") {
        const Checked film(
            "longtake: 1\nscenes: [{id: sea}]\nshots:\n- prompt: '@Ana waves, @Ana'\n  length: 5 frames\n"
            "- prompt: b\n  seam: dissolve 3 s\n  keyframes: [none.png]\n");
        CHECK(film.check.is_sound());
        REQUIRE(film.check.problems.size() == 4);
        CHECK(film.check.problems[0].field == "scenes[0]");
        CHECK(film.check.problems[1].message == "there is no character @Ana");
        CHECK(film.check.problems[1].place == TextPlace{4, 11});
        CHECK(film.check.problems[2].message == "the dissolve of 48 frames is shortened to 5");
        CHECK(film.check.problems[3].message == "there is no picture none.png");
        CHECK(film.check.problems[3].place == TextPlace{8, 15});
    }

    TEST_CASE("a key that is mistyped is said to do nothing, with its place") {
        const Checked film("longtake: 1\nfilm: {titel: x}\nmine: 1\ncharacters:\n  Leo: {descripton: a lion}\n"
                           "shots:\n- prompt: a\n  lenght: 3 s\n- prompt: b\n  seam: {kind: dissolve, seconds: 0.2}\n"
                           "  keyframes: [{image: none.png, when: last}]\n");
        CHECK(film.check.is_sound());
        std::vector<std::string> fields;
        for (const Problem& problem : film.check.problems) {
            fields.push_back(std::to_string(problem.place.line) + " " + problem.field);
        }
        CHECK(fields == std::vector<std::string>{"2 film.titel", "3 mine", "5 characters.Leo.descripton",
                                                 "8 shots[0].lenght", "10 shots[1].seam.seconds",
                                                 "11 shots[1].keyframes[0].image", "11 shots[1].keyframes[0].when"});
        CHECK(Checked("longtake: 2\nfuture: 1\nshots: []\n").check.problems.size() <= 1);
    }

    TEST_CASE("refused paths and errors are not sound") {
        const Checked refused("longtake: 1\nshots: [{prompt: a, keyframes: [../x.png]}]\n");
        CHECK_FALSE(refused.check.is_sound());
        CHECK(refused.check.project);
        CHECK(refused.check.problems[0].severity == Problem::Severity::Refused);
        const Checked broken("longtake: 1\nshots: [{steps: 0}]\n");
        CHECK_FALSE(broken.check.project);
        CHECK(check_film("/nowhere/film.t2vproj", {4}).problems.size() == 1);
    }
}
