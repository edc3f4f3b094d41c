// SPDX-License-Identifier: Apache-2.0
#include "core/media/gif_palette.h"
#include "core/media/video_encoder.h"
#include "core/media/video_reader.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_pictures.h"

#include <doctest/doctest.h>

#include <set>

using namespace longtake;

TEST_SUITE("media.gif_palette") {
    TEST_CASE("one colour stays one colour, black and white stay pure") {
        for (const uint8_t level : {0, 255}) {
            const PalettePicture picture = to_palette(plain_picture({8, 8}, level, level, level));
            CHECK(std::set<uint8_t>(picture.indices.begin(), picture.indices.end()).size() == 1);
            CHECK((picture.colours[picture.indices[0]] & 0xFF) == level);
        }
    }

    TEST_CASE("a picture of many colours is close in 256") {
        const Frame frame = picture_at({160, 96}, 4.0);
        const PalettePicture picture = to_palette(frame);
        std::vector<uint8_t> pixels;
        for (const uint8_t index : picture.indices) {
            for (const int shift : {16, 8, 0}) {
                pixels.push_back(static_cast<uint8_t>(picture.colours[index] >> shift));
            }
        }
        CHECK(mean_difference(Frame(frame.size(), pixels), frame) < 8.0);
    }

    TEST_CASE("a GIF film shows its frames in order") {
        const TemporaryFolder folder;
        const auto target = folder.path() / "film.gif";
        auto encoder = VideoEncoder::create(target, {64, 48}, {10, 1});
        REQUIRE(encoder);
        const auto picture = [](int64_t index) { return picture_at({64, 48}, 4.0 * static_cast<double>(index)); };
        for (int64_t index = 0; index < 8; ++index) {
            REQUIRE(encoder->write(picture(index)));
        }
        REQUIRE(encoder->finish());
        auto reader = VideoReader::open(target);
        REQUIRE(reader);
        CHECK(*reader->frame_count() == 8);
        for (const int64_t index : {0, 7, 3}) {
            CHECK(mean_difference(*reader->read(index), picture(index)) < 10.0);
        }
    }
}
