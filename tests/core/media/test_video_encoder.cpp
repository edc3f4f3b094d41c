// SPDX-License-Identifier: Apache-2.0
#include "core/base/atomic_file.h"
#include "core/media/stream_copy.h"
#include "core/media/video_encoder.h"
#include "core/media/video_reader.h"
#include "tests/support/small_disk.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_pictures.h"

#include <doctest/doctest.h>

#include <set>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#ifndef _WIN32
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace longtake;

namespace {

constexpr Size kSize{96, 64};
constexpr FrameRate kRate{16, 1};

Frame moving_picture(int64_t index, Size size = kSize) {
    return picture_at(size, 3.0 * static_cast<double>(index));
}

Result<void> encode_film(const std::filesystem::path& target,
                         int64_t frames,
                         const EncoderSettings& settings = {},
                         Size size = kSize) {
    auto encoder = VideoEncoder::create(target, size, kRate, settings);
    if (!encoder) {
        return encoder.error();
    }
    for (int64_t index = 0; index < frames; ++index) {
        if (auto written = encoder->write(moving_picture(index, size)); !written) {
            return written;
        }
    }
    return encoder->finish();
}

} // namespace

TEST_SUITE("media.video_encoder") {
#ifdef __GLIBC__
    TEST_CASE("the same frames are the same bytes, whatever lay in memory before") {
        const TemporaryFolder folder;
        const auto target = folder.path() / "frames.mp4";
        for (const Size size : {Size{160, 96}, Size{96, 64}, Size{128, 96}, Size{208, 112}}) {
            CAPTURE(to_string(size));
            std::set<std::string> outcomes;
            for (const int rubbish : {0x00, 0x55, 0xAA}) {
                mallopt(M_PERTURB, rubbish); // fills memory that is given out and taken back
                auto encoder = VideoEncoder::create(target, size, kRate, segment_settings());
                REQUIRE(encoder);
                for (int64_t index = 0; index < 24; ++index) {
                    const double brightness = index < 12 ? 0.0 : 20.0;
                    REQUIRE(
                        encoder->write(picture_at(size, 0.4 * static_cast<double>(index * index), 0.0, brightness)));
                }
                REQUIRE(encoder->finish());
                outcomes.insert(*read_file(target));
            }
            mallopt(M_PERTURB, 0);
            CHECK(outcomes.size() == 1);
        }
    }
#endif

    TEST_CASE("every frame comes back, in order and in colour") {
        for (const char* name : {"film.mp4", "film.mov", "film.mkv", "film.webm"}) {
            CAPTURE(name);
            const TemporaryFolder folder;
            const auto target = folder.path() / name;
            EncoderSettings settings;
            settings.preset = "veryfast";
            REQUIRE(encode_film(target, 45, settings));
            CHECK(folder.entry_count() == 1);
            auto reader = VideoReader::open(target);
            REQUIRE(reader);
            CHECK(reader->info().size == kSize);
            CHECK(reader->info().frame_rate == kRate);
            CHECK(*reader->frame_count() == 45);
            for (int64_t index = 0; index < 45; ++index) {
                CAPTURE(index);
                const auto frame = reader->next();
                REQUIRE(frame);
                REQUIRE(*frame);
                // A neighbour differs by more than 20 levels, so this also proves the order.
                CHECK(mean_difference(**frame, moving_picture(index)) < 4.0);
            }
            CHECK_FALSE(*reader->next());
        }
    }

    TEST_CASE("ffv1 in matroska is lossless, odd sides and all") {
        const TemporaryFolder folder;
        const auto target = folder.path() / "master.mkv";
        EncoderSettings settings;
        settings.codec = "ffv1";
        REQUIRE(encode_film(target, 5, settings, {33, 17}));
        auto reader = VideoReader::open(target);
        REQUIRE(reader);
        for (int64_t index = 0; index < 5; ++index) {
            const auto frame = reader->next();
            REQUIRE(frame);
            REQUIRE(*frame);
            CHECK(**frame == moving_picture(index, {33, 17}));
        }
    }

    TEST_CASE("pure colours keep their hue: the matrix and the tags agree") {
        const TemporaryFolder folder;
        const auto target = folder.path() / "colours.mp4";
        const uint8_t colours[][3] = {{255, 0, 0},     {0, 255, 0}, {0, 0, 255},
                                      {255, 255, 255}, {0, 0, 0},   {128, 128, 128}};
        auto encoder = VideoEncoder::create(target, {32, 32}, kRate);
        REQUIRE(encoder);
        for (const auto& colour : colours) {
            REQUIRE(encoder->write(plain_picture({32, 32}, colour[0], colour[1], colour[2])));
        }
        REQUIRE(encoder->finish());
        auto reader = VideoReader::open(target);
        REQUIRE(reader);
        CHECK(reader->info().pixel_format == "yuv420p");
        CHECK(reader->info().colour_space == "bt709");
        CHECK(reader->info().colour_range == "tv");
        for (const auto& colour : colours) {
            const auto frame = reader->next();
            REQUIRE(frame);
            REQUIRE(*frame);
            for (int channel = 0; channel < 3; ++channel) {
                CHECK(std::abs(int{(*frame)->pixel(16, 16)[channel]} - int{colour[channel]}) <= 4);
            }
        }
    }

    TEST_CASE("the comment tag holds a long recipe and survives a remux") {
        const TemporaryFolder folder;
        const auto target = folder.path() / "film.mp4";
        EncoderSettings settings;
        settings.metadata["comment"] =
            "{\"prompt\":\"日本 \\\"quoted\\\" \u202e end\",\"long\":\"" + std::string(20000, 'x') + "\"}";
        settings.metadata["title"] = "A film";
        REQUIRE(encode_film(target, 4, settings));
        REQUIRE(remux(target, folder.path() / "copy.mov", "copy.mov"));
        for (const char* name : {"film.mp4", "copy.mov"}) {
            auto reader = VideoReader::open(folder.path() / name);
            REQUIRE(reader);
            CHECK(reader->info().metadata.at("comment") == settings.metadata["comment"]);
            CHECK(reader->info().metadata.at("title") == "A film");
        }
    }

    TEST_CASE("equal frames and settings make equal bytes") {
        const TemporaryFolder folder;
        REQUIRE(encode_film(folder.path() / "a.mp4", 20));
        REQUIRE(encode_film(folder.path() / "b.mp4", 20));
        CHECK(*read_file(folder.path() / "a.mp4") == *read_file(folder.path() / "b.mp4"));
    }

    TEST_CASE("what cannot be written is refused in words, and nothing stays behind") {
        const TemporaryFolder folder;
        const auto refused = [&](const char* name, Size size, const EncoderSettings& settings, const char* word) {
            CAPTURE(name);
            const auto encoder = VideoEncoder::create(folder.path() / name, size, kRate, settings);
            REQUIRE_FALSE(encoder);
            CHECK(encoder.error().code == ErrorCode::BadInput);
            CHECK((encoder.error().message + encoder.error().hint).find(word) != std::string::npos);
        };
        EncoderSettings wrong_codec;
        wrong_codec.codec = "vp9";
        EncoderSettings wrong_crf;
        wrong_crf.crf = 52;
        EncoderSettings wrong_preset;
        wrong_preset.preset = "best";
        refused("film.avi", kSize, {}, "*.mp4");
        refused("film.mp4", {97, 64}, {}, "even");
        refused("film.mp4", {0, 64}, {}, "16384");
        refused("film.mp4", kSize, wrong_codec, "h264");
        refused("film.mp4", kSize, wrong_crf, "51");
        refused("film.mp4", kSize, wrong_preset, "medium");
        refused("nowhere/film.mp4", kSize, {}, "nowhere");
        CHECK(folder.entry_count() == 0);
    }

    TEST_CASE("a frame of another size and a film without frames are errors") {
        const TemporaryFolder folder;
        auto encoder = VideoEncoder::create(folder.path() / "film.mp4", kSize, kRate);
        REQUIRE(encoder);
        CHECK_FALSE(encoder->write(moving_picture(0, {64, 64})));
        CHECK_FALSE(encoder->finish());
        CHECK_FALSE(std::filesystem::exists(folder.path() / "film.mp4"));
    }

    TEST_CASE("an unfinished film leaves the old one and no trace") {
        const TemporaryFolder folder;
        const auto target = folder.path() / "film: a % name 日本.mp4";
        REQUIRE(encode_film(target, 4));
        const auto before = *read_file(target);
        {
            auto encoder = VideoEncoder::create(target, kSize, kRate);
            REQUIRE(encoder);
            REQUIRE(encoder->write(moving_picture(0)));
            CHECK(folder.entry_count() == 2);
        }
        CHECK(folder.entry_count() == 1);
        CHECK(*read_file(target) == before);
    }

    TEST_CASE("a full disk is an error, and no file stands under the final name") {
        const TemporaryFolder large;
        EncoderSettings settings;
        settings.crf = 0;
        settings.preset = "ultrafast";
        REQUIRE(encode_film(large.path() / "film.mp4", 60, settings));
        const auto needed = static_cast<double>(std::filesystem::file_size(large.path() / "film.mp4"));
        // From too small for the first fragment to large enough for the recording but not for its final copy.
        for (const double share : {0.05, 0.3, 0.9, 1.5}) {
            CAPTURE(share);
            const SmallDisk disk(static_cast<int64_t>(needed * share));
            if (!disk.is_mounted()) {
                MESSAGE("needs the right to mount a small disk");
                return;
            }
            const auto encoded = encode_film(disk.path() / "film.mp4", 60, settings);
            REQUIRE_FALSE(encoded);
            CHECK(encoded.error().hint.find("full") != std::string::npos);
            CHECK(disk.entry_count() == 0);
        }
    }

#ifndef _WIN32
    TEST_CASE("kill -9 leaves a recording of all but the last second, and no file under the final name") {
        const TemporaryFolder folder;
        const auto target = folder.path() / "film.mp4";
        for (const int64_t written_frames : {20, 33, 70}) {
            int reports[2] = {};
            REQUIRE(pipe(reports) == 0);
            const pid_t child = fork();
            if (child == 0) {
                auto encoder = VideoEncoder::create(target, kSize, kRate);
                for (int64_t index = 0; encoder && index < written_frames; ++index) {
                    if (!encoder->write(moving_picture(index))) {
                        _exit(1);
                    }
                }
                [[maybe_unused]] const ssize_t told = write(reports[1], "x", 1);
                pause();
                _exit(0);
            }
            char told = 0;
            close(reports[1]);
            REQUIRE(read(reports[0], &told, 1) == 1);
            close(reports[0]);
            kill(child, SIGKILL);
            waitpid(child, nullptr, 0);
            CHECK_FALSE(std::filesystem::exists(target));
            REQUIRE(folder.entry_count() == 1);
            const auto part = std::filesystem::directory_iterator(folder.path())->path();
            CHECK(part.extension() == ".part");
            const auto recovered = recover_recording(part, target);
            REQUIRE(recovered);
            CHECK(*recovered > written_frames - kRate.numerator);
            auto reader = VideoReader::open(target);
            REQUIRE(reader);
            CHECK(*reader->frame_count() == *recovered);
            // Behind the last reference picture the pictures between it and the one before may be lost.
            for (int64_t index = 0; index < *recovered - 3; ++index) {
                const auto frame = reader->next();
                REQUIRE(frame);
                REQUIRE(*frame);
                CHECK(mean_difference(**frame, moving_picture(index)) < 4.0);
            }
            std::filesystem::remove(part);
            std::filesystem::remove(target);
        }
    }
#endif
}
