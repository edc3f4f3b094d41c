// SPDX-License-Identifier: Apache-2.0
#include "core/media/segment_joiner.h"
#include "core/media/video_encoder.h"
#include "core/media/video_reader.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_pictures.h"

#include <doctest/doctest.h>

#include <random>
#include <vector>

using namespace longtake;
namespace fs = std::filesystem;

namespace {

constexpr Size kSize{96, 64};
constexpr FrameRate kRate{16, 1};

/// Pictures of piece `piece`; every piece shows another part of the plane.
Frame picture(int64_t piece, int64_t index) {
    return picture_at(kSize, 700.0 * static_cast<double>(piece) + 2.0 * static_cast<double>(index));
}

void make_piece(const fs::path& path, int64_t piece, int64_t frames, const EncoderSettings& settings = {}) {
    auto encoder = VideoEncoder::create(path, kSize, kRate, settings);
    REQUIRE(encoder);
    for (int64_t index = 0; index < frames; ++index) {
        REQUIRE(encoder->write(picture(piece, index)));
    }
    REQUIRE(encoder->finish());
}

std::vector<Frame> frames_of(const fs::path& path) {
    auto reader = VideoReader::open(path);
    REQUIRE(reader);
    std::vector<Frame> frames;
    while (true) {
        auto frame = reader->next();
        REQUIRE(frame);
        if (!*frame) {
            return frames;
        }
        frames.push_back(std::move(**frame));
    }
}

void check_equal(
    const std::vector<Frame>& found, size_t from, const std::vector<Frame>& expected, size_t first, size_t last) {
    for (size_t index = first; index < last; ++index) {
        CAPTURE(index);
        REQUIRE(from + index - first < found.size());
        CHECK(found[from + index - first] == expected[index]);
    }
}

} // namespace

TEST_SUITE("media.segment_joiner") {
    TEST_CASE("copied pieces keep their very pixels; pictures in between are encoded") {
        for (const char* name : {"film.mp4", "film.mov", "film.mkv"}) {
            CAPTURE(name);
            const TemporaryFolder folder;
            make_piece(folder.path() / "a.mp4", 0, 37);
            make_piece(folder.path() / "b.mp4", 1, 32);
            const auto target = folder.path() / name;
            auto joiner = SegmentJoiner::create(target, kSize, kRate, {});
            REQUIRE(joiner);
            CHECK(joiner->inspect(folder.path() / "a.mp4")->frames == 37);
            REQUIRE(joiner->copy(folder.path() / "a.mp4", 0, 37));
            for (int64_t index = 0; index < 5; ++index) {
                REQUIRE(joiner->write(picture(2, index)));
            }
            REQUIRE(joiner->copy(folder.path() / "b.mp4", 0, 32));
            REQUIRE(joiner->write(picture(2, 5)));
            CHECK(joiner->frame_count() == 75);
            REQUIRE(joiner->finish());
            const auto film = frames_of(target);
            REQUIRE(film.size() == 75);
            check_equal(film, 0, frames_of(folder.path() / "a.mp4"), 0, 37);
            check_equal(film, 42, frames_of(folder.path() / "b.mp4"), 0, 32);
            for (size_t index = 0; index < 5; ++index) {
                CHECK(mean_difference(film[37 + index], picture(2, static_cast<int64_t>(index))) < 4.0);
            }
            CHECK(mean_difference(film[74], picture(2, 5)) < 4.0);
            // Every frame is found again by its number, so the times are whole and without gaps.
            auto reader = VideoReader::open(target);
            for (const int64_t index : {74, 0, 36, 37, 42, 73}) {
                CHECK(*reader->read(index) == film[static_cast<size_t>(index)]);
            }
        }
    }

    TEST_CASE("a piece can be copied from a keyframe on, and up to one") {
        const TemporaryFolder folder;
        make_piece(folder.path() / "a.mp4", 0, 100);
        auto joiner = SegmentJoiner::create(folder.path() / "film.mp4", kSize, kRate, {});
        REQUIRE(joiner);
        const auto info = joiner->inspect(folder.path() / "a.mp4");
        REQUIRE(info);
        REQUIRE(info->keyframes.size() >= 3);
        CHECK(info->keyframes.front() == 0);
        const int64_t second = info->keyframes[1];
        const int64_t third = info->keyframes[2];
        REQUIRE(joiner->copy(folder.path() / "a.mp4", second, third));
        REQUIRE(joiner->copy(folder.path() / "a.mp4", 0, second));
        REQUIRE(joiner->copy(folder.path() / "a.mp4", third, 100));
        REQUIRE(joiner->finish());
        const auto film = frames_of(folder.path() / "film.mp4");
        const auto piece = frames_of(folder.path() / "a.mp4");
        REQUIRE(film.size() == 100);
        const auto length = static_cast<size_t>(third - second);
        check_equal(film, 0, piece, static_cast<size_t>(second), static_cast<size_t>(third));
        check_equal(film, length, piece, 0, static_cast<size_t>(second));
        check_equal(film, static_cast<size_t>(third), piece, static_cast<size_t>(third), 100);
    }

    TEST_CASE("pieces of any few frames, still, moving or restless, are joined in any order") {
        const TemporaryFolder folder;
        std::mt19937 random(7);
        std::vector<std::vector<Frame>> pieces;
        for (int64_t piece = 0; piece < 12; ++piece) {
            auto encoder = VideoEncoder::create(folder.path() / (std::to_string(piece) + ".mp4"), kSize, kRate, {});
            REQUIRE(encoder);
            for (int64_t index = 0; index < 1 + piece % 6; ++index) {
                const double place = piece % 3 == 0   ? 0.0
                                     : piece % 3 == 1 ? 2.0 * static_cast<double>(index)
                                                      : static_cast<double>(random() % 5000);
                REQUIRE(encoder->write(picture_at(kSize, 700.0 * static_cast<double>(piece) + place)));
            }
            REQUIRE(encoder->finish());
            pieces.push_back(frames_of(folder.path() / (std::to_string(piece) + ".mp4")));
        }
        for (int round = 0; round < 10; ++round) {
            CAPTURE(round);
            auto joiner = SegmentJoiner::create(folder.path() / "film.mp4", kSize, kRate, {});
            REQUIRE(joiner);
            std::vector<Frame> expected;
            for (int part = 0; part < 8; ++part) {
                const size_t piece = random() % pieces.size();
                CAPTURE(piece);
                const auto frames = static_cast<int64_t>(pieces[piece].size());
                REQUIRE(joiner->copy(folder.path() / (std::to_string(piece) + ".mp4"), 0, frames));
                expected.insert(expected.end(), pieces[piece].begin(), pieces[piece].end());
            }
            REQUIRE(joiner->finish());
            const auto film = frames_of(folder.path() / "film.mp4");
            REQUIRE(film.size() == expected.size());
            check_equal(film, 0, expected, 0, expected.size());
        }
    }

    TEST_CASE("pieces made otherwise do not fit") {
        const TemporaryFolder folder;
        auto joiner = SegmentJoiner::create(folder.path() / "film.mp4", kSize, kRate, {});
        REQUIRE(joiner);
        EncoderSettings other_quality;
        other_quality.crf = 30;
        EncoderSettings other_codec;
        other_codec.codec = "h265";
        other_codec.preset = "ultrafast";
        make_piece(folder.path() / "quality.mp4", 0, 4, other_quality);
        make_piece(folder.path() / "codec.mp4", 0, 4, other_codec);
        CHECK_FALSE(joiner->inspect(folder.path() / "quality.mp4"));
        CHECK_FALSE(joiner->inspect(folder.path() / "codec.mp4"));
        CHECK_FALSE(joiner->inspect(folder.path() / "missing.mp4"));
        CHECK_FALSE(joiner->finish());
    }
}
