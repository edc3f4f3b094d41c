// SPDX-License-Identifier: Apache-2.0
#include "core/project/project_fields.h"
#include "core/project/project_text.h"
#include "core/project/validate.h"
#include "tests/core/project/films.h"

#include <doctest/doctest.h>

#include <clocale>
#include <locale>

using namespace longtake;

namespace {

Project read_back(const std::string& text) {
    const ProjectText read = read_project_text(text, "f");
    for (const Problem& problem : read.problems) {
        MESSAGE(to_string(problem));
    }
    REQUIRE_MESSAGE(read.project, text);
    return *read.project;
}

/// The one problem of a film, as a line.
std::string problem_of(const std::string& text) {
    const ProjectText read = read_project_text(text, "f");
    REQUIRE_MESSAGE(read.problems.size() == 1, text);
    return to_string(read.problems[0]);
}

std::string film(const std::string& rest) {
    return "longtake: 1\n" + rest;
}

} // namespace

TEST_SUITE("project.project_text") {
    TEST_CASE("an empty film and one with every field read back equal") {
        CHECK(read_back(write_project_text({})) == Project{});
        const Project full = full_film();
        REQUIRE(validate(full));
        const std::string text = write_project_text(full);
        CHECK(read_back(text) == full);
        CHECK(write_project_text(read_back(text)) == text);
    }

    TEST_CASE("random films read back equal, and their text is stable") {
        std::mt19937 random(3);
        for (int round = 0; round < 300; ++round) {
            const Project project = random_film(random, 8);
            REQUIRE(validate(project));
            const std::string text = write_project_text(project);
            const Project again = read_back(text);
            REQUIRE(again == project);
            REQUIRE(write_project_text(again) == text);
        }
    }

    TEST_CASE("a film written by hand needs little") {
        const Project project = read_back(film("shots:\n"
                                               "  - prompt: a lion\n"
                                               "  - {prompt: a cat, length: 33 frames, seam: dissolve 0.25 s}\n"
                                               "  - prompt: a lion\n    keyframes: [a.png]\n    seam: cut\n"
                                               "characters:\n  Ana: a woman\n"));
        REQUIRE(project.shots.size() == 3);
        CHECK_FALSE(project.shots[0].id.is_empty());
        CHECK(project.shots[0].id != project.shots[2].id);
        CHECK(project.shots[1].length == ShotLength(FrameCount{33}));
        CHECK(project.shots[1].seam.kind == SeamKind::Dissolve);
        CHECK(project.shots[1].seam.dissolve_s == 0.25);
        CHECK(project.shots[2].keyframes[0].image == "a.png");
        CHECK(project.characters[0].description == "a woman");
        CHECK(project.model == "starter");
    }

    TEST_CASE("missing ids follow from the prompt, not from the place") {
        const Project one = read_back(film("shots: [{prompt: a}, {prompt: b}]"));
        const Project two = read_back(film("shots: [{prompt: x}, {prompt: a}, {prompt: b}]"));
        CHECK(one.shots[0].id == two.shots[1].id);
        CHECK(one.shots[1].id == two.shots[2].id);
    }

    TEST_CASE("what is wrong is named with its place and field") {
        CHECK(problem_of(film("shots:\n  - prompt: x\n    steps: 0\n")) ==
              "f:4:12: shots[0].steps: 0 is not from 1 to 1000");
        CHECK(problem_of(film("shots:\n  - prompt: x\n    steps: many\n")) ==
              "f:4:12: shots[0].steps: \"many\" is no whole number");
        CHECK(problem_of(film("film: {fps: .nan}")).starts_with("f:2:13: film.fps: "));
        CHECK(problem_of(film("film: {drift_help: .nan}")) == "f:2:20: film.drift_help: \".nan\" is no number");
        CHECK(problem_of(film("film: {drift_help: nan}")) == "f:2:20: film.drift_help: \"nan\" is no number");
        CHECK(problem_of(film("film: {guidance: inf}")) == "f:2:18: film.guidance: \"inf\" is no number");
        CHECK(problem_of(film("film: {size: 7x13}")).starts_with("f:2:14: film.size: 7x13 is no picture size"));
        CHECK(problem_of(film("film: []")).starts_with("f:2:7: film: expected 'key: value'"));
        CHECK(problem_of(film("shots: {}")).starts_with("f:2:8: shots: expected a list"));
        CHECK(problem_of(film("shots: [x]")).starts_with("f:2:9: shots[0]: expected"));
        CHECK(problem_of(film("shots: [{length: 4}]")) == "f:2:18: shots[0].length: \"4\" is no length");
        CHECK(problem_of(film("shots: [{seam: jump}]")) == "f:2:16: shots[0].seam: \"jump\" is no seam");
        CHECK(problem_of(film("shots: [{seam: dissolve 99 s}]"))
                  .starts_with("f:2:16: shots[0].seam.dissolve: 99 s is not"));
        CHECK(problem_of(film("shots: [{scene: sea}]")).starts_with("f:2:17: shots[0].scene: there is no scene 'sea'"));
        CHECK(problem_of(film("shots: [{keyframes: [{image: a.png, at: noon}]}]"))
                  .starts_with("f:2:41: shots[0].keyframes[0].at: "));
        CHECK(problem_of(film("shots: [{loop: maybe}]")).starts_with("f:2:16: shots[0].loop: "));
        CHECK(problem_of(film("takes: {a.b: {stars: 9}}")) == "f:2:22: takes.a.b.stars: 9 is not from 0 to 5");
        CHECK(problem_of(film("characters: {A B: x}")).starts_with("f:2:19: characters.A B: 'A B' cannot"));
        CHECK(problem_of(film("scenes: [{title: x}]")).starts_with("f:2:10: scenes[0].id: '' is no id"));
        CHECK(
            problem_of(film("shots:\n- id: a\n- id: a\n")).starts_with("f:4:7: shots[1].id: 'a' is the id of another"));
        CHECK(problem_of(film("film: {seed: 1, seed: 2}")) == "f:2:17: the key 'seed' is there twice");
        CHECK(problem_of(film("film: {seed: 9223372036854775808}")).starts_with("f:2:14: film.seed: "));
    }

    TEST_CASE("all problems are found in one go, and none steers a terminal") {
        const ProjectText read = read_project_text(film("shots:\n  - steps: x\n    seed: y\n  - loop: z\n"), "f");
        CHECK(read.problems.size() == 3);
        CHECK(to_error(read.problems).message.find('\n') != std::string::npos);
        const std::string line = problem_of(film("characters: {\"a\\x1b[31m\": [], }"));
        CHECK(line.find('\x1b') == std::string::npos);
    }

    TEST_CASE("what is no film says so") {
        CHECK(problem_of("").find("this is no film") != std::string::npos);
        CHECK(problem_of("title: x\n").find("this is no film") != std::string::npos);
        CHECK(problem_of("[]").find("this is no film") != std::string::npos);
        CHECK(problem_of("longtake: 0").starts_with("f:1:11: longtake: 0 is no version"));
        CHECK(problem_of("longtake: one").starts_with("f:1:11: longtake: "));
        CHECK(problem_of(film("title: \"\x1b\"")).starts_with("f:2:9: a control character"));
        CHECK(problem_of("longtake: 1\n\tx: 1").starts_with("f:2:"));
    }

    TEST_CASE("line ends and marks of other editors change nothing") {
        const std::string text = write_project_text(full_film());
        std::string with_returns;
        for (const char letter : text) {
            with_returns += letter == '\n' ? "\r\n" : std::string(1, letter);
        }
        CHECK(read_back(with_returns) == full_film());
        CHECK(read_back("\xEF\xBB\xBF" + text) == full_film());
    }

    TEST_CASE("a path that leads outside is refused alone; the film opens and keeps what was written") {
        const ProjectText read =
            read_project_text(film("model: /etc/model\nshots:\n- keyframes:\n  - image: ../../secret.png\n"), "f");
        REQUIRE(read.project);
        REQUIRE(read.problems.size() == 2);
        CHECK(to_string(read.problems[0]).starts_with("f:2:8: model: path '/etc/model' is absolute"));
        CHECK(to_string(read.problems[1])
                  .starts_with("f:5:12: shots[0].keyframes[0].image: path '../../secret.png' leads out"));
        CHECK(write_project_text(*read.project).find("../../secret.png") != std::string::npos);
    }

    TEST_CASE("a newer version opens read-only with what is understood") {
        const ProjectText read = read_project_text(
            "longtake: 7\nfilm: {title: Later, size: {wide: yes}}\nshots: [{prompt: a, length: {bars: 4}}]\n", "f");
        REQUIRE(read.project);
        CHECK(read.is_future);
        CHECK(read.format_version == 7);
        CHECK(read.project->title == "Later");
        CHECK(read.project->shots[0].prompt == "a");
        CHECK(read.problems.size() == 2);
        CHECK_FALSE(has_error(read.problems));
    }

    TEST_CASE("anchors are understood, unknown keys survive with their types") {
        const Project project = read_back(film(
            "base: &base {a: 1.50, b: \"1\", c: ~}\nshots:\n- prompt: &p hello\n  negative: *p\n  extra: *base\n"));
        CHECK(project.shots[0].negative == "hello");
        CHECK(project.shots[0].unknown.at("extra") == "{a: 1.50, b: \"1\", c: null}");
        CHECK(project.unknown.at("base") == "{a: 1.50, b: \"1\", c: null}");
        CHECK(read_back(write_project_text(project)) == project);
    }

    TEST_CASE("the written film is for people") {
        Project project;
        project.title = "Two shots";
        project.characters = {{"Ana", "a woman in red", {}, {}}};
        Shot shot;
        shot.id = {"s1"};
        shot.prompt = "A lion walks, slowly";
        project.shots.push_back(shot);
        shot.id = {"s2"};
        shot.prompt = "It stops.\nIt looks up.";
        shot.seam.kind = SeamKind::Dissolve;
        project.shots.push_back(shot);
        const std::string text = write_project_text(project);
        CHECK(text.find("characters:\n  Ana: a woman in red\n") != std::string::npos);
        CHECK(text.find("  - id: s1\n    prompt: A lion walks, slowly\n    length: 2 s\n\n  - id: s2\n    prompt: |-\n "
                        "     It stops.\n      It looks up.\n"
                        "    length: 2 s\n    seam: dissolve 0.5 s\n") != std::string::npos);
        CHECK(text.starts_with("# A film of Longtake."));
    }

    TEST_CASE("lengths in every spelling") {
        CHECK(parse_length("4s") == ShotLength(Seconds{4}));
        CHECK(parse_length(" 0.5 s ") == ShotLength(Seconds{0.5}));
        CHECK(parse_length("1 second") == ShotLength(Seconds{1}));
        CHECK(parse_length("33 frames") == ShotLength(FrameCount{33}));
        CHECK(parse_length("33f") == ShotLength(FrameCount{33}));
        for (const std::string text :
             {"", "4", "s", "frames", "1.5 frames", "nan s", "inf s", "1e999 s", "4 m", "4 s s"}) {
            CHECK_FALSE_MESSAGE(parse_length(text), text);
        }
    }

    TEST_CASE("numbers are written and read with a point, whatever the machine's language writes") {
        struct CommaNumbers : std::numpunct<char> {
            char do_decimal_point() const override { return ','; }
            char do_thousands_sep() const override { return '.'; }
            std::string do_grouping() const override { return "\3"; }
        };
        Project film = full_film();
        film.shots[0].length = Seconds{1234.5};
        film.shots[0].guidance = 6.25;
        const std::string usual = write_project_text(film);
        const std::locale before = std::locale::global(std::locale(std::locale::classic(), new CommaNumbers));
        const std::string c_before = std::setlocale(LC_ALL, nullptr);
        for (const char* name : {"de_DE.UTF-8", "fr_FR.UTF-8", "German"}) {
            if (std::setlocale(LC_ALL, name) != nullptr) {
                break; // none may be installed; the C++ locale above always is
            }
        }
        const std::string text = write_project_text(film);
        const ProjectText read = read_project_text(text, "f");
        std::setlocale(LC_ALL, c_before.c_str());
        std::locale::global(before);
        CHECK(text == usual);
        REQUIRE(read.project);
        CHECK(*read.project == film);
    }
}
