// SPDX-License-Identifier: Apache-2.0
#include "core/film/shown_film.h"
#include "tests/core/cache/take_fixtures.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

#include <fstream>

using namespace longtake;

namespace {

Receipt take_for(const ShotId& shot, int64_t frames) {
    Receipt receipt = plain_receipt("prompt of " + shot.value, shot.value);
    receipt.recipe.frames = {frames};
    receipt.recipe.seed = 42;
    return receipt;
}

} // namespace

TEST_SUITE("film.shown_film") {
    TEST_CASE("lengths, segments and recipes come from the chosen takes") {
        const TemporaryFolder folder;
        TakeStore store(folder.path());
        Project project;
        for (const char* id : {"s1", "s2", "s3"}) {
            Shot shot;
            shot.id = {id};
            shot.length = FrameCount{100};
            project.shots.push_back(shot);
        }
        project.shots[2].seam.kind = SeamKind::Cut;
        project.shots[0].chosen_take = put_take(store, take_for({"s1"}, 33))->take;
        project.shots[1].chosen_take = put_take(store, take_for({"s2"}, 30))->take;
        auto film = show_film(project, store);
        REQUIRE(film);
        CHECK(film->timeline.shots[1].start_frame == 33);
        CHECK(film->timeline.shots[2].start_frame == 63);
        CHECK(film->segments[0] == store.take_folder(project.shots[0].chosen_take) / kFramesFile);
        CHECK(film->segments[2].empty());
        CHECK(film->problems == std::vector<std::string>{"shot 3 has no take yet"});
        REQUIRE(film->provenance.shots.size() == 2);
        CHECK(film->provenance.shots[1].prompt == "prompt of s2");
        CHECK(film->provenance.shots[1].start_frame == 33);
        CHECK(film->provenance.shots[1].seam == "continue");
        CHECK(film->provenance.model_hash == "model");

        // A damaged segment is set aside and not shown.
        {
            std::ofstream damage(film->segments[0], std::ios::in | std::ios::out | std::ios::binary);
            damage.put('X');
        }
        TakeStore fresh(folder.path());
        film = show_film(project, fresh);
        REQUIRE(film);
        CHECK(film->segments[0].empty());
        REQUIRE(film->problems.size() == 2);
        CHECK(film->problems[0].find("damaged") != std::string::npos);
        film = show_film(project, fresh);
        CHECK(film->problems[0].find("is not there") != std::string::npos);
    }
}
