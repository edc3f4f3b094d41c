// SPDX-License-Identifier: Apache-2.0
#include "core/film/exporter.h"
#include "core/film/film_reader.h"
#include "core/media/image_ops.h"
#include "core/media/stream_copy.h"
#include "core/media/video_encoder.h"
#include "core/media/video_reader.h"
#include "tests/support/small_disk.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_pictures.h"

#include <doctest/doctest.h>

#ifndef _WIN32
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace longtake;
namespace fs = std::filesystem;

namespace {

constexpr Size kSize{96, 64};
constexpr FrameRate kRate{16, 1};

Frame picture(size_t shot, int64_t frame) {
    return picture_at(kSize, 700.0 * static_cast<double>(shot) + 2.0 * static_cast<double>(frame));
}

/// Four shots: 0, then 1 continues, a dissolve of half a second into 2, a cut to 3; their segments in `folder`.
ExportRequest make_film(const fs::path& folder) {
    Project project;
    project.size = kSize;
    const SeamKind seams[] = {SeamKind::Cut, SeamKind::Continue, SeamKind::Dissolve, SeamKind::Cut};
    for (size_t index = 0; index < 4; ++index) {
        Shot shot;
        shot.id = {"s" + std::to_string(index)};
        shot.length = FrameCount{index == 2 ? 81 : 33};
        shot.seam.kind = seams[index];
        project.shots.push_back(shot);
    }
    ExportRequest request;
    request.timeline = make_timeline(project, {4});
    request.size = kSize;
    request.rate = kRate;
    request.target = folder / "film.mp4";
    for (size_t index = 0; index < 4; ++index) {
        request.segments.push_back(folder / ("take" + std::to_string(index) + ".mp4"));
        auto encoder = VideoEncoder::create(request.segments.back(), kSize, kRate, segment_settings());
        REQUIRE(encoder);
        for (int64_t frame = 0; frame < request.timeline.shots[index].frames; ++frame) {
            REQUIRE(encoder->write(picture(index, frame)));
        }
        REQUIRE(encoder->finish());
    }
    return request;
}

/// What a person should see at a frame of the film.
Frame expected_picture(const Timeline& timeline, int64_t frame) {
    const auto place = film_frame_at(timeline, frame);
    REQUIRE(place);
    const Frame alone = picture(place->shot, place->shot_frame);
    if (!place->outgoing) {
        return alone;
    }
    return crossfade(picture(place->outgoing->shot, place->outgoing->shot_frame), alone,
                     place->outgoing->incoming_share);
}

/// The file begins with the film's frames of `range`.
void check_frames(const fs::path& path, const Timeline& timeline, FrameRange range, double tolerance) {
    auto reader = VideoReader::open(path);
    REQUIRE(reader);
    for (int64_t frame = range.first; frame <= range.last; ++frame) {
        CAPTURE(frame);
        const auto found = reader->next();
        REQUIRE(found);
        REQUIRE(*found);
        CHECK(mean_difference(**found, expected_picture(timeline, frame)) < tolerance);
    }
}

void check_film(const fs::path& path, const Timeline& timeline, FrameRange range, double tolerance) {
    check_frames(path, timeline, range, tolerance);
    CHECK(*VideoReader::open(path)->frame_count() == range.last - range.first + 1);
}

void ignore_progress(int64_t, int64_t) {}

} // namespace

TEST_SUITE("film.exporter") {
    TEST_CASE("a film is copied but for its dissolve, and every frame is the right one") {
        const TemporaryFolder folder;
        const ExportRequest request = make_film(folder.path());
        const Timeline& timeline = request.timeline;
        int64_t last_done = 0;
        const auto report = export_film(request,
                                        [&](int64_t done, int64_t total) {
                                            CHECK(done > last_done);
                                            CHECK(total == timeline.total_frames);
                                            last_done = done;
                                        },
                                        {});
        REQUIRE(report);
        CHECK(last_done == timeline.total_frames);
        CHECK(report->frames == timeline.total_frames);
        // Shots 0 and 3 whole; 1 up to a keyframe before the dissolve; 2 from one behind it.
        CHECK(report->copied_frames >= timeline.shots[0].frames + timeline.shots[3].frames + 40);
        CHECK(report->copied_frames < timeline.total_frames);
        check_film(request.target, timeline, {0, timeline.total_frames - 1}, 3.0);
    }

    TEST_CASE("other settings encode everything again") {
        const TemporaryFolder folder;
        ExportRequest request = make_film(folder.path());
        for (const char* name : {"film.webm", "film.mov", "film.gif"}) {
            CAPTURE(name);
            request.target = folder.path() / name;
            request.settings = {};
            request.settings.preset = "veryfast";
            const auto report = export_film(request, ignore_progress, {});
            REQUIRE(report);
            CHECK(report->copied_frames == 0);
            check_film(request.target, request.timeline, {0, request.timeline.total_frames - 1}, 12.0);
        }
    }

    TEST_CASE("a range begins and ends at its very frames") {
        const TemporaryFolder folder;
        ExportRequest request = make_film(folder.path());
        for (const FrameRange range : {FrameRange{0, 0}, {7, 40}, {33, 64}, {60, 75}, {100, 140}}) {
            CAPTURE(range.first);
            request.range = range;
            const auto report = export_film(request, ignore_progress, {});
            REQUIRE(report);
            check_film(request.target, request.timeline, range, 3.0);
        }
        const int64_t total = request.timeline.total_frames;
        for (const FrameRange range : {FrameRange{-1, 3}, {5, 4}, {0, total}}) {
            request.range = range;
            const auto report = export_film(request, ignore_progress, {});
            REQUIRE_FALSE(report);
            CHECK(report.error().hint.find(std::to_string(total - 1)) != std::string::npos);
        }
    }

    TEST_CASE("pictures are numbered by film frame; a single one keeps the name it was given") {
        const TemporaryFolder folder;
        ExportRequest request = make_film(folder.path());
        request.target = folder.path() / "still.png";
        request.range = FrameRange{62, 64};
        const auto report = export_film(request, ignore_progress, {});
        REQUIRE(report);
        CHECK(report->files == std::vector<fs::path>{folder.path() / "still-00062.png",
                                                     folder.path() / "still-00063.png",
                                                     folder.path() / "still-00064.png"});
        CHECK(mean_difference(*read_image(report->files[1]), expected_picture(request.timeline, 63)) < 3.0);
        request.range = FrameRange{64, 64};
        REQUIRE(export_film(request, ignore_progress, {}));
        // The exact last frame of shot 1 before the dissolve is the one the film shows.
        FilmReader reader(request.timeline, request.segments, kSize);
        CHECK(*read_image(request.target) == *reader.read(64));
    }

    TEST_CASE("takes of another size or length are fitted, not refused") {
        const TemporaryFolder folder;
        ExportRequest request = make_film(folder.path());
        auto encoder = VideoEncoder::create(request.segments[3], {64, 64}, kRate, segment_settings());
        REQUIRE(encoder);
        for (int64_t frame = 0; frame < 5; ++frame) {
            REQUIRE(encoder->write(plain_picture({64, 64}, static_cast<uint8_t>(40 * frame), 200, 0)));
        }
        REQUIRE(encoder->finish());
        FilmReader reader(request.timeline, request.segments, kSize);
        const auto last = reader.read(request.timeline.total_frames - 1);
        REQUIRE(last);
        CHECK(last->size() == kSize);
        CHECK(int{last->pixel(2, 32)[1]} < 10);
        CHECK(int{last->pixel(48, 32)[0]} == doctest::Approx(160).epsilon(0.05));
        const auto report = export_film(request, ignore_progress, {});
        REQUIRE(report);
        CHECK(report->frames == request.timeline.total_frames);
    }

    TEST_CASE("shots without a take are named; those outside the range do not matter") {
        const TemporaryFolder folder;
        ExportRequest request = make_film(folder.path());
        request.segments[1].clear();
        request.segments[3].clear();
        const auto report = export_film(request, ignore_progress, {});
        REQUIRE_FALSE(report);
        CHECK(report.error().message.find("2, 4") != std::string::npos);
        request.range = FrameRange{0, 10};
        CHECK(export_film(request, ignore_progress, {}));
        request.timeline = {};
        CHECK_FALSE(export_film(request, ignore_progress, {}));
    }

    TEST_CASE("cancelling at any moment leaves the old film and no trace") {
        const TemporaryFolder folder;
        ExportRequest request = make_film(folder.path());
        REQUIRE(export_film(request, ignore_progress, {}));
        const auto entries = folder.entry_count();
        const auto size = fs::file_size(request.target);
        for (const int64_t moment : {1, 40, 66, 70, 130}) {
            std::stop_source stop;
            const auto report = export_film(
                request,
                [&](int64_t done, int64_t) {
                    if (done >= moment) {
                        stop.request_stop();
                    }
                },
                stop.get_token());
            REQUIRE_FALSE(report);
            CHECK(report.error().code == ErrorCode::Cancelled);
            CHECK(folder.entry_count() == entries);
            CHECK(fs::file_size(request.target) == size);
        }
    }

    TEST_CASE("a disk too small for the film is noticed before or while it is written") {
        const TemporaryFolder folder;
        ExportRequest request = make_film(folder.path());
        REQUIRE(export_film(request, ignore_progress, {}));
        const auto needed = static_cast<double>(fs::file_size(request.target));
        for (const double share : {0.1, 0.6, 1.5}) {
            CAPTURE(share);
            const SmallDisk disk(static_cast<int64_t>(needed * share));
            if (!disk.is_mounted()) {
                MESSAGE("needs the right to mount a small disk");
                return;
            }
            request.target = disk.path() / "film.mp4";
            const auto report = export_film(request, ignore_progress, {});
            REQUIRE_FALSE(report);
            CHECK(report.error().hint.find("full") != std::string::npos);
            CHECK(report.error().message.find("least 0 ") == std::string::npos); // "0 MiB" helps nobody
            CHECK(disk.entry_count() == 0);
        }
    }

#ifndef _WIN32
    TEST_CASE("kill -9 at many moments: never a broken film, and what was recorded is recovered") {
        const TemporaryFolder folder;
        const ExportRequest request = make_film(folder.path());
        for (const int64_t moment : {20, 40, 69, 80, 120, 146}) {
            CAPTURE(moment);
            int reports[2] = {};
            REQUIRE(pipe(reports) == 0);
            const pid_t child = fork();
            if (child == 0) {
                (void)export_film(request,
                                  [&](int64_t done, int64_t) {
                                      if (done >= moment) {
                                          [[maybe_unused]] const ssize_t told = write(reports[1], &done, sizeof done);
                                          pause();
                                      }
                                  },
                                  {});
                _exit(0);
            }
            close(reports[1]);
            int64_t done = 0;
            REQUIRE(read(reports[0], &done, sizeof done) == sizeof done);
            close(reports[0]);
            kill(child, SIGKILL);
            waitpid(child, nullptr, 0);
            CHECK_FALSE(fs::exists(request.target));
            for (const auto& entry : fs::directory_iterator(folder.path())) {
                if (entry.path().extension() == ".part") {
                    const auto recovered = recover_recording(entry.path(), folder.path() / "recovered.mp4");
                    REQUIRE(recovered);
                    CHECK(*recovered > done - kRate.numerator);
                    check_frames(folder.path() / "recovered.mp4", request.timeline, {0, *recovered - 4}, 3.0);
                    fs::remove(entry.path());
                }
            }
        }
    }
#endif
}
