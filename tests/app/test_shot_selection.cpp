// SPDX-License-Identifier: Apache-2.0
#include "app/cli/shot_selection.h"

#include <doctest/doctest.h>

using namespace longtake;

TEST_SUITE("cli.shot_selection") {
    TEST_CASE("numbers, ids, ranges and lists") {
        Project film;
        for (const char* id : {"lion", "bird", "2", "boat"}) {
            Shot shot;
            shot.id = {id};
            film.shots.push_back(shot);
        }
        struct Case {
            const char* text;
            const char* chosen; ///< ids with a blank behind each; empty: refused
        };
        const std::vector<Case> cases{{"1", "lion "},
                                      {"1..3", "lion bird 2 "},
                                      {"bird..boat", "bird 2 boat "},
                                      {"lion,4", "lion boat "},
                                      {"2", "2 "},
                                      {"lion..2", "lion bird 2 "},
                                      {"4,1..1", "boat lion "},
                                      {"0", ""},
                                      {"5", ""},
                                      {"3..1", ""},
                                      {"whale", ""},
                                      {"1..", ""},
                                      {"..2", ""},
                                      {",", ""},
                                      {"1,,2", ""},
                                      {"-1", ""},
                                      {"99999999999999999999", ""}};
        for (const Case& one : cases) {
            CAPTURE(one.text);
            const auto chosen = select_shots(one.text, film);
            std::string ids;
            for (const ShotId& id : chosen ? *chosen : std::vector<ShotId>()) {
                ids += id.value + " ";
            }
            CHECK(ids == one.chosen);
            CHECK(static_cast<bool>(chosen) == !ids.empty());
        }
        CHECK(select_shots("", film)->empty());
    }
}
