// SPDX-License-Identifier: Apache-2.0
#include "core/base/atomic_file.h"
#include "core/media/video_encoder.h"
#include "core/media/video_reader.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_pictures.h"

#include <doctest/doctest.h>

using namespace longtake;
namespace fs = std::filesystem;

namespace {

constexpr Size kSize{96, 64};

void make_film(const fs::path& path, int64_t frames, FrameRate rate) {
    EncoderSettings settings;
    settings.preset = "veryfast";
    auto encoder = VideoEncoder::create(path, kSize, rate, settings);
    REQUIRE(encoder);
    for (int64_t index = 0; index < frames; ++index) {
        REQUIRE(encoder->write(picture_at(kSize, 3.0 * static_cast<double>(index))));
    }
    REQUIRE(encoder->finish());
}

} // namespace

TEST_SUITE("media.video_reader") {
    TEST_CASE("frame n is frame n, in whatever order it is asked for") {
        for (const char* name : {"film.mp4", "film.mkv", "film.webm"}) {
            CAPTURE(name);
            const TemporaryFolder folder;
            make_film(folder.path() / name, 120, {24000, 1001});
            auto reader = VideoReader::open(folder.path() / name);
            REQUIRE(reader);
            std::vector<Frame> in_order;
            while (true) {
                auto frame = reader->next();
                REQUIRE(frame);
                if (!*frame) {
                    break;
                }
                in_order.push_back(**frame);
            }
            REQUIRE(in_order.size() == 120);
            CHECK(*reader->frame_count() == 120);
            for (const int64_t index : {0, 119, 60, 61, 59, 118, 1, 119, 47, 48, 49, 50, 0}) {
                CAPTURE(index);
                const auto frame = reader->read(index);
                REQUIRE(frame);
                CHECK(*frame == in_order[static_cast<size_t>(index)]);
            }
            // next() goes on behind the frame last read.
            REQUIRE(reader->read(10));
            CHECK(**reader->next() == in_order[11]);
        }
    }

    TEST_CASE("rates are read back exactly") {
        for (const FrameRate rate : {FrameRate{16, 1}, {24000, 1001}, {25, 2}, {60, 1}}) {
            CAPTURE(to_string(rate));
            const TemporaryFolder folder;
            make_film(folder.path() / "film.mp4", 9, rate);
            auto reader = VideoReader::open(folder.path() / "film.mp4");
            REQUIRE(reader);
            CHECK(reader->info().frame_rate == rate);
            CHECK(*reader->frame_count() == 9);
        }
    }

    TEST_CASE("frames outside the film are refused, naming how many there are") {
        const TemporaryFolder folder;
        make_film(folder.path() / "film.mp4", 5, {16, 1});
        auto reader = VideoReader::open(folder.path() / "film.mp4");
        for (const int64_t index : {-1, 5, 1000}) {
            const auto frame = reader->read(index);
            REQUIRE_FALSE(frame);
            CHECK(frame.error().hint.find("5 frames") != std::string::npos);
        }
    }

    TEST_CASE("files that are no film are refused with their name") {
        const TemporaryFolder folder;
        for (const char* content : {"", "hello",
                                    "\x00\x00\x00\x20"
                                    "ftypisom"}) {
            REQUIRE(write_file_atomically(folder.path() / "a.mp4", content));
            const auto reader = VideoReader::open(folder.path() / "a.mp4");
            REQUIRE_FALSE(reader);
            CHECK(reader.error().message.find("a.mp4") != std::string::npos);
            CHECK(reader.error().code == ErrorCode::BadInput);
        }
        CHECK_FALSE(VideoReader::open(folder.path() / "missing.mp4"));
        CHECK_FALSE(VideoReader::open(folder.path()));
    }

    TEST_CASE("a film cut short or flipped anywhere gives frames or errors, never a crash") {
        const TemporaryFolder folder;
        make_film(folder.path() / "film.mp4", 30, {16, 1});
        const std::string whole = *read_file(folder.path() / "film.mp4");
        for (int percent = 0; percent < 100; percent += 4) {
            CAPTURE(percent);
            std::string cut = whole.substr(0, whole.size() * static_cast<size_t>(percent) / 100);
            std::string flipped = whole;
            flipped[whole.size() * static_cast<size_t>(percent) / 100] ^= 0x55;
            for (const std::string& bytes : {cut, flipped}) {
                REQUIRE(write_file_atomically(folder.path() / "bad.mp4", bytes));
                auto reader = VideoReader::open(folder.path() / "bad.mp4");
                if (!reader) {
                    continue;
                }
                int64_t frames = 0;
                for (auto frame = reader->next(); frame && *frame && frames < 100; frame = reader->next()) {
                    ++frames;
                }
                CHECK(frames <= 60);
                (void)reader->read(29);
            }
        }
    }
}
