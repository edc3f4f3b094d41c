// SPDX-License-Identifier: Apache-2.0
// new and check, as a person or a program would use them.
#include "core/base/atomic_file.h"
#include "core/project/project_file.h"
#include "tests/app/captured_output.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace longtake;

namespace {

struct Workplace {
    TemporaryFolder folder;
    std::string story = (folder.path() / "story.txt").string();
    std::string film = (folder.path() / "my film.t2vproj").string();

    void tell(const std::string& text) const { REQUIRE(write_file_atomically(story, text)); }
};

} // namespace

TEST_SUITE("cli.project_commands") {
    TEST_CASE("a story becomes a film that checks sound") {
        const Workplace at;
        at.tell("# City\nA lion walks. [4s]\nIt stops.\n[cut] Night.\n");
        const auto made =
            run_captured({"new", at.story, at.film, "--size", "832x480", "--fps", "24", "--seconds", "3"});
        REQUIRE_MESSAGE(made.code == 0, made.err);
        CHECK(made.out.find("3 shots in 1 scene") != std::string::npos);
        const auto loaded = load_project(at.film);
        REQUIRE(loaded);
        CHECK(loaded->project.title == "story");
        CHECK(loaded->project.size == Size{832, 480});
        CHECK(loaded->project.frame_rate == FrameRate{24, 1});
        CHECK(loaded->project.shots[1].length == ShotLength(Seconds{3}));
        const auto checked = run_captured({"check", at.film});
        CHECK(checked.code == 0);
        CHECK(checked.out.find("a sound film of 3 shots in 2 sequences, 10.1 s at 832x480") != std::string::npos);
    }

    TEST_CASE("a film that is there is not overwritten; --update brings changes in and keeps the rest") {
        const Workplace at;
        at.tell("A lion walks.\nA bird sings.\n");
        REQUIRE(run_captured({"new", at.story, at.film}).code == 0);
        CHECK(run_captured({"new", at.story, at.film}).code == 2);
        const auto before = load_project(at.film);
        at.tell("A lion walks fast.\nA bird sings.\nThe end.\n");
        const auto dry = run_captured({"new", at.story, at.film, "--update", "--dry-run"});
        CHECK(dry.code == 0);
        CHECK(dry.out.find("~ shot 1 (line 1): prompt\n    was: A lion walks.\n    now: A lion walks fast.") !=
              std::string::npos);
        CHECK(dry.out.find("+ new shot (line 3): The end.") != std::string::npos);
        CHECK(dry.out.find("1 shot stays as it is; nothing was written") != std::string::npos);
        CHECK(load_project(at.film)->content_hash == before->content_hash);
        REQUIRE(run_captured({"new", at.story, at.film, "--update"}).code == 0);
        const auto after = load_project(at.film);
        REQUIRE(after);
        CHECK(after->project.shots.size() == 3);
        CHECK(after->project.shots[0].id == before->project.shots[0].id);
        CHECK(after->project.shots[1] == before->project.shots[1]);
        CHECK(run_captured({"new", at.story, at.film, "--update"}).out == "3 shots stay as they are\n");
    }

    TEST_CASE("options that make no sense are refused") {
        const Workplace at;
        at.tell("A lion.\n");
        CHECK(run_captured({"new", at.story}).code == 2);
        CHECK(run_captured({"new", at.story, at.film, "--size", "7x13"}).code == 2);
        CHECK(run_captured({"new", at.story, at.film, "--fps", "0"}).code == 2);
        CHECK(run_captured({"new", at.story, at.film, "--seconds", "-1"}).code == 2);
        CHECK(run_captured({"new", at.story, at.film, "--model", "/etc"}).code == 2);
        CHECK(run_captured({"new", at.story, at.film, "--lines", "--paragraphs"}).code == 2);
        CHECK(run_captured({"new", at.story, at.film, "--dry-run"}).code == 2);
        CHECK(run_captured({"new", at.story, at.film, "--update", "--fps", "24"}).code == 2);
        CHECK(run_captured({"new", at.story + "x", at.film}).code == 2);
        at.tell("# nothing\n");
        CHECK(run_captured({"new", at.story, at.film}).code == 2);
        CHECK_FALSE(std::filesystem::exists(at.film));
    }

    TEST_CASE("what is wrong is told with line and field, for people and programs") {
        const Workplace at;
        REQUIRE(write_file_atomically(at.film, "longtake: 1\nshots:\n  - prompt: x\n    steps: 0\n"));
        const auto told = run_captured({"check", at.film});
        CHECK(told.code == 2);
        CHECK(told.err.find(":4:12: shots[0].steps: 0 is not from 1 to 1000") != std::string::npos);
        const auto json = nlohmann::json::parse(run_captured({"check", at.film, "--json"}).out);
        CHECK(json["ok"] == false);
        CHECK(json["problems"][0]["line"] == 4);
        CHECK(json["problems"][0]["column"] == 12);
        CHECK(json["problems"][0]["field"] == "shots[0].steps");
        CHECK(json["problems"][0]["severity"] == "error");
    }

    TEST_CASE("a path that leads outside fails the check, though the film opens") {
        const Workplace at;
        REQUIRE(write_file_atomically(at.film, "longtake: 1\nshots: [{prompt: x, keyframes: [/etc/passwd]}]\n"));
        const auto json = nlohmann::json::parse(run_captured({"check", at.film, "--json"}).out);
        CHECK(json["ok"] == false);
        CHECK(json["shots"] == 1);
        CHECK(json["problems"][0]["severity"] == "refused");
        CHECK(run_captured({"check", at.film}).code == 2);
        CHECK(run_captured({"check", (at.folder.path() / "none.t2vproj").string()}).code == 2);
        CHECK(run_captured({"check"}).code == 2);
    }

    TEST_CASE("the reference page names every section") {
        const auto page = run_captured({"check", "--format-reference"});
        CHECK(page.code == 0);
        for (const std::string section :
             {"## Film", "## Look", "## Character", "## Scene", "## Shot", "## Seam", "## Keyframe", "## Take"}) {
            CHECK_MESSAGE(page.out.find(section) != std::string::npos, section);
        }
    }
}
