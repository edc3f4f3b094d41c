// SPDX-License-Identifier: Apache-2.0
#include "core/media/measures/flow_picture.h"
#include "tests/support/test_pictures.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace longtake;

namespace {

constexpr Size kSize{160, 96};

/// The strongest channel of the picture's middle: 0 red, 1 green, 2 blue.
size_t strongest(const Frame& picture) {
    const auto middle = picture.pixel(picture.size().width / 2, picture.size().height / 2);
    return static_cast<size_t>(std::max_element(middle.begin(), middle.end()) - middle.begin());
}

} // namespace

TEST_SUITE("media.flow_picture") {
    TEST_CASE("stillness is grey, and its length nothing") {
        const Frame still = picture_at(kSize, 10);
        const auto flow = flow_picture(still, still);
        REQUIRE(flow);
        CHECK(flow->mean_motion < 0.1);
        const auto middle = flow->picture.pixel(80, 48);
        CHECK(middle[0] == middle[1]);
        CHECK(middle[1] == middle[2]);
    }

    TEST_CASE("a pan has its length in pixels, and opposite pans opposite colours") {
        const Frame here = picture_at(kSize, 10);
        const auto right = flow_picture(here, picture_at(kSize, 13));
        const auto left = flow_picture(here, picture_at(kSize, 7));
        REQUIRE(right);
        REQUIRE(left);
        CHECK(right->mean_motion == doctest::Approx(3.0).epsilon(0.25));
        CHECK(left->mean_motion == doctest::Approx(3.0).epsilon(0.25));
        CHECK(strongest(right->picture) != strongest(left->picture));
    }

    TEST_CASE("a large picture is measured small and reported in its own pixels") {
        const auto flow = flow_picture(picture_at({960, 540}, 10), picture_at({960, 540}, 18));
        REQUIRE(flow);
        CHECK(flow->picture.size().height == 240);
        CHECK(flow->mean_motion == doctest::Approx(8.0).epsilon(0.3));
    }

    TEST_CASE("pictures of different sizes are refused") {
        CHECK_FALSE(flow_picture(picture_at(kSize, 0), picture_at({80, 48}, 0)));
        CHECK_FALSE(flow_picture(Frame(), Frame()));
    }
}
