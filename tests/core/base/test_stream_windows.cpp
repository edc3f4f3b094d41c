// SPDX-License-Identifier: Apache-2.0
#include "core/base/stream_windows.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

using namespace longtake;

TEST_SUITE("base.stream_windows") {
    TEST_CASE("a shot that fits is one window") {
        CHECK(plan_windows(9, 0, {4, 9, 2}) == std::vector<StreamWindow>{{0, 9}});
        CHECK(plan_windows(7, 9, {4, 9, 2}) == std::vector<StreamWindow>{{2, 7}});
        CHECK(plan_windows(3, 1, {4, 9, 2}) == std::vector<StreamWindow>{{1, 3}});
    }

    TEST_CASE("a longer shot is cut into equal windows") {
        CHECK(plan_windows(10, 0, {4, 9, 2}) == std::vector<StreamWindow>{{0, 5}, {2, 5}});
        CHECK(plan_windows(8, 9, {4, 9, 2}) == std::vector<StreamWindow>{{2, 4}, {2, 4}});
    }

    TEST_CASE("a still begins a stream and is the context of what follows") {
        const StreamShape shape{4, 9, 2, true};
        CHECK(plan_windows(9, 0, shape) == std::vector<StreamWindow>{{0, 1}, {1, 8}});
        CHECK(plan_windows(10, 0, shape) == std::vector<StreamWindow>{{0, 1}, {1, 5}, {2, 4}});
        CHECK(plan_windows(1, 0, shape) == std::vector<StreamWindow>{{0, 1}});
        CHECK(plan_windows(7, 9, shape) == std::vector<StreamWindow>{{2, 7}});
    }

    TEST_CASE("all latents are made once and no window is too large, whatever the numbers") {
        for (int64_t window = 2; window <= 12; ++window) {
            for (int64_t context = 1; context < window; ++context) {
                for (int64_t available : {int64_t{0}, int64_t{1}, int64_t{2}, int64_t{30}}) {
                    for (int64_t fresh = 1; fresh <= 60; ++fresh) {
                        const auto windows = plan_windows(fresh, available, {4, window, context, fresh % 2 == 0});
                        CAPTURE(window);
                        CAPTURE(context);
                        CAPTURE(available);
                        CAPTURE(fresh);
                        int64_t made = 0;
                        for (const StreamWindow& one : windows) {
                            REQUIRE(one.fresh >= 1);
                            REQUIRE(one.latents() <= window);
                            REQUIRE(one.context <= available + made);
                            made += one.fresh;
                        }
                        REQUIRE(made == fresh);
                    }
                }
            }
        }
    }

    TEST_CASE("frames and latents agree with the first-latent rule") {
        CHECK(shot_latents({33}, false, 4) == 9);
        CHECK(shot_latents({1}, false, 4) == 1);
        CHECK(shot_latents({32}, true, 4) == 8);
    }
}
