// SPDX-License-Identifier: Apache-2.0
#include "app/cli/frame_range.h"

#include <doctest/doctest.h>

#include <optional>
#include <vector>

using namespace longtake;

TEST_SUITE("cli.frame_range") {
    TEST_CASE("frames, seconds and shots") {
        Project film;
        for (const char* id : {"s1", "s2", "s3"}) {
            Shot shot;
            shot.id = {id};
            shot.length = FrameCount{16};
            film.shots.push_back(shot);
        }
        const Timeline timeline = make_timeline(film, {1});
        struct Case {
            const char* text;
            std::optional<FrameRange> range;
        };
        const std::vector<Case> cases{{"3..5", FrameRange{3, 5}},     {"7", FrameRange{7, 7}},
                                      {"s2", FrameRange{16, 31}},     {"s1..s2", FrameRange{0, 31}},
                                      {"s2..40", FrameRange{16, 40}}, {"1s..2s", FrameRange{16, 31}},
                                      {"0s..0.5s", FrameRange{0, 7}}, {"1.5s", FrameRange{24, 24}},
                                      {"0..47", FrameRange{0, 47}},   {"0..48", std::nullopt},
                                      {"5..3", std::nullopt},         {"-1..3", std::nullopt},
                                      {"1s..1s", std::nullopt},       {"", std::nullopt},
                                      {"..", std::nullopt},           {"s4", std::nullopt},
                                      {"3..", std::nullopt},          {"nans..2s", std::nullopt},
                                      {"1e99s..2s", std::nullopt},    {"99999999999999999999", std::nullopt}};
        for (const Case& one : cases) {
            CAPTURE(one.text);
            const auto range = parse_range(one.text, film, timeline);
            CHECK(static_cast<bool>(range) == one.range.has_value());
            if (range && one.range) {
                CHECK(range->first == one.range->first);
                CHECK(range->last == one.range->last);
            } else if (!range) {
                CHECK_FALSE(range.error().hint.empty());
            }
        }
    }
}
