// SPDX-License-Identifier: Apache-2.0
#include "core/base/units.h"

#include <doctest/doctest.h>

using namespace longtake;

TEST_SUITE("base.units") {
    TEST_CASE("sides are multiples of sides") {
        CHECK(Size{48, 72}.is_multiple({16, 24}));
        CHECK_FALSE(Size{72, 48}.is_multiple({16, 24}));
        CHECK(multiple_text({16, 16}) == "16");
        CHECK(multiple_text({16, 24}) == "16 (width) and 24 (height)");
    }

    TEST_CASE("a frame count snaps to the model's grid") {
        const FrameGrid wan{4};
        CHECK(wan.snap({1}) == FrameCount{1});
        CHECK(wan.snap({0}) == FrameCount{1});
        CHECK(wan.snap({33}) == FrameCount{33});
        CHECK(wan.snap({34}) == FrameCount{33});
        CHECK(wan.snap({35}) == FrameCount{37});
        CHECK(wan.contains({81}));
        CHECK_FALSE(wan.contains({80}));
    }

    TEST_CASE("a shot that continues a stream has whole latents") {
        const FrameGrid wan{4};
        CHECK(wan.snap_continuing({0}) == FrameCount{4});
        CHECK(wan.snap_continuing({33}) == FrameCount{32});
        CHECK(wan.snap_continuing({34}) == FrameCount{36});
    }

    TEST_CASE("sizes are read strictly") {
        CHECK(*parse_size("832x480") == Size{832, 480});
        CHECK(to_string(*parse_size("1X1")) == "1x1");
        for (const char* wrong : {"", "832", "832x", "x480", "832x480x3", "-1x5", "0x5", "70000x5", "8 x 5"}) {
            CAPTURE(wrong);
            CHECK_FALSE(parse_size(wrong));
        }
    }

    TEST_CASE("frame rates are fractions") {
        CHECK(*parse_frame_rate("16") == FrameRate{16, 1});
        CHECK(*parse_frame_rate("23.976") == FrameRate{24000, 1001});
        CHECK(*parse_frame_rate("29.97") == FrameRate{30000, 1001});
        CHECK(*parse_frame_rate("12.5") == FrameRate{25, 2});
        CHECK(*parse_frame_rate("24000/1001") == FrameRate{24000, 1001});
        for (const char* wrong : {"", "0", "nan", "inf", "-4", "1e9", "1001", "24/0", "2.-5"}) {
            CAPTURE(wrong);
            CHECK_FALSE(parse_frame_rate(wrong));
        }
    }

    TEST_CASE("what to_string writes is read back") {
        for (const FrameRate rate : {FrameRate{16, 1}, FrameRate{24000, 1001}, FrameRate{25, 2}}) {
            CHECK(*parse_frame_rate(to_string(rate)) == rate);
        }
    }

    TEST_CASE("seconds become the nearest number of frames") {
        CHECK(frames_for(2.0, {16, 1}) == FrameCount{32});
        CHECK(frames_for(0.0, {16, 1}) == FrameCount{1});
    }
}
