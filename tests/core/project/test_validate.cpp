// SPDX-License-Identifier: Apache-2.0
#include "core/project/validate.h"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>

using namespace longtake;

namespace {

Project valid_film() {
    Project project;
    project.title = "A film";
    project.characters = {{"Ana", "a woman", {}, {}}};
    project.scenes = {{{"city"}, "City", "noon", {}, {}}};
    for (const std::string id : {"s1", "s2"}) {
        Shot shot;
        shot.id = {id};
        shot.scene = {"city"};
        project.shots.push_back(shot);
    }
    project.ratings[{"t1"}] = {4, "good", {}};
    return project;
}

struct Breakage {
    const char* field;
    std::function<void(Project&)> make;
};

const double kNan = std::nan("");

const std::vector<Breakage>& breakages() {
    static const std::vector<Breakage> all{
        {"film.title", [](Project& p) { p.title = std::string("a\0b", 3); }},
        {"film.size",
         [](Project& p) {
             p.size = {1, 1};
         }},
        {"film.size",
         [](Project& p) {
             p.size = {7, 13};
         }},
        {"film.size",
         [](Project& p) {
             p.size = {65536, 65536};
         }},
        {"film.fps",
         [](Project& p) {
             p.frame_rate = {0, 1};
         }},
        {"film.fps",
         [](Project& p) {
             p.frame_rate = {16, 0};
         }},
        {"film.fps",
         [](Project& p) {
             p.frame_rate = {1'000'000'000, 1};
         }},
        {"film.seed", [](Project& p) { p.seed = -1; }},
        {"film.steps", [](Project& p) { p.steps = 1001; }},
        {"film.guidance", [](Project& p) { p.guidance = kNan; }},
        {"film.guidance", [](Project& p) { p.guidance = -INFINITY; }},
        {"film.drift_help", [](Project& p) { p.drift_help = 1.5; }},
        {"model", [](Project& p) { p.model.clear(); }},
        {"model", [](Project& p) { p.model = "../other"; }},
        {"look.style", [](Project& p) { p.look.style = "\xED\xA0\x80"; }},
        {"characters.Ana", [](Project& p) { p.characters.push_back(p.characters[0]); }},
        {"characters.A B", [](Project& p) { p.characters[0].name = "A B"; }},
        {"scenes[1].id", [](Project& p) { p.scenes.push_back(p.scenes[0]); }},
        {"shots[1].id", [](Project& p) { p.shots[1].id = p.shots[0].id; }},
        {"shots[1].id", [](Project& p) { p.shots[1].id = {}; }},
        {"shots[1].id", [](Project& p) { p.shots[1].id = {"../x"}; }},
        {"shots[0].prompt", [](Project& p) { p.shots[0].prompt = "\xFF"; }},
        {"shots[0].length", [](Project& p) { p.shots[0].length = FrameCount{0}; }},
        {"shots[0].length", [](Project& p) { p.shots[0].length = FrameCount{100'001}; }},
        {"shots[0].length", [](Project& p) { p.shots[0].length = Seconds{kNan}; }},
        {"shots[0].length", [](Project& p) { p.shots[0].length = Seconds{0}; }},
        {"shots[0].seam.dissolve", [](Project& p) { p.shots[0].seam.dissolve_s = 11; }},
        {"shots[0].seam.blend", [](Project& p) { p.shots[0].seam.blend_latents = 9; }},
        {"shots[0].seam.context", [](Project& p) { p.shots[0].seam.context_latents = -1; }},
        {"shots[1].scene", [](Project& p) { p.shots[1].scene = {"none"}; }},
        {"shots[0].seed", [](Project& p) { p.shots[0].seed = -5; }},
        {"shots[0].steps", [](Project& p) { p.shots[0].steps = 0; }},
        {"shots[0].guidance", [](Project& p) { p.shots[0].guidance = 101; }},
        {"shots[0].keyframes[0].image",
         [](Project& p) {
             p.shots[0].keyframes = {{"/etc/passwd", {}, 0, {}}};
         }},
        {"shots[0].keyframes[0].at",
         [](Project& p) {
             p.shots[0].keyframes = {{"a.png", KeyframePlace::At, -1, {}}};
         }},
        {"shots[0].keyframes",
         [](Project& p) {
             p.shots[0].keyframes = {{"a.png", {}, 0, {}}, {"b.png", {}, 0, {}}};
         }},
        {"shots[0].take", [](Project& p) { p.shots[0].chosen_take = {"a/b"}; }},
        {"shots[0].pinned", [](Project& p) { p.shots[0].is_pinned = true; }},
        {"takes.t1.stars", [](Project& p) { p.ratings[{"t1"}].stars = 6; }},
        {"takes.x y", [](Project& p) { p.deleted_takes[{"x y"}] = {"s1"}; }},
    };
    return all;
}

} // namespace

TEST_SUITE("project.validate") {
    TEST_CASE("a new film and an ordinary one hold every rule") {
        CHECK(validate(Project{}));
        CHECK(validate(valid_film()));
    }

    TEST_CASE("each broken rule names its field") {
        for (const Breakage& breakage : breakages()) {
            Project project = valid_film();
            breakage.make(project);
            const auto violations = find_violations(project);
            REQUIRE_MESSAGE(violations.size() == 1, breakage.field);
            CHECK(violations[0].field == breakage.field);
            CHECK_FALSE(validate(project));
        }
    }

    TEST_CASE("one frame and a hundred thousand are legal lengths") {
        Project project = valid_film();
        project.shots[0].length = FrameCount{1};
        project.shots[1].length = FrameCount{100'000};
        CHECK(validate(project));
    }

    TEST_CASE("a path that leads outside is told apart: the film still opens") {
        Project project = valid_film();
        project.shots[0].keyframes = {{"../a.png", {}, 0, {}}};
        CHECK(find_violations(project)[0].is_path);
    }

    TEST_CASE("a film broken in ten thousand places is reported in few") {
        Project project;
        project.shots.resize(10'000);
        CHECK(find_violations(project, 5).size() == 5);
    }
}
