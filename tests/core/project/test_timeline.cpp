// SPDX-License-Identifier: Apache-2.0
#include "core/project/timeline.h"

#include <doctest/doctest.h>

#include <random>

using namespace longtake;

namespace {

Shot shot_of(int64_t frames, SeamKind kind, double dissolve_s = 0.5) {
    Shot shot;
    shot.length = FrameCount{frames};
    shot.seam.kind = kind;
    shot.seam.dissolve_s = dissolve_s;
    return shot;
}

} // namespace

TEST_SUITE("project.timeline") {
    TEST_CASE("an empty film has no frames") {
        const Timeline timeline = make_timeline({}, {4});
        CHECK(timeline.total_frames == 0);
        CHECK(timeline.sequences.empty());
        CHECK_FALSE(film_frame_at(timeline, 0));
    }

    TEST_CASE("the first shot of a sequence has one frame more than the grid") {
        Project project;
        project.shots = {shot_of(33, SeamKind::Continue), shot_of(33, SeamKind::Continue), shot_of(33, SeamKind::Cut)};
        const Timeline timeline = make_timeline(project, {4});
        CHECK(timeline.shots[0].frames == 33);
        CHECK(timeline.shots[1].frames == 32);
        CHECK(timeline.shots[1].sequence_frame == 33);
        CHECK(timeline.shots[2].frames == 33);
        CHECK(timeline.shots[2].start_frame == 65);
        CHECK(timeline.sequences == std::vector<Sequence>{{0, 2, 0, 65}, {2, 1, 65, 33}});
        CHECK(timeline.total_frames == 98);
    }

    TEST_CASE("seconds follow the frame rate") {
        Project project;
        project.shots = {Shot{}};
        project.shots[0].length = Seconds{2.0};
        CHECK(make_timeline(project, {4}).total_frames == 33);
        project.frame_rate = {24, 1};
        CHECK(make_timeline(project, {4}).total_frames == 49);
    }

    TEST_CASE("a dissolve overlaps and mixes") {
        Project project;
        project.shots = {shot_of(33, SeamKind::Cut), shot_of(33, SeamKind::Dissolve, 0.5)};
        const Timeline timeline = make_timeline(project, {4});
        CHECK(timeline.total_frames == 33 + 33 - 8);
        CHECK(timeline.sequences[1].start_frame == 25);
        CHECK_FALSE(film_frame_at(timeline, 24)->outgoing);
        const auto mixed = film_frame_at(timeline, 25);
        REQUIRE(mixed->outgoing);
        CHECK(mixed->shot == 1);
        CHECK(mixed->shot_frame == 0);
        CHECK(mixed->outgoing->shot_frame == 25);
        CHECK(mixed->outgoing->incoming_share == doctest::Approx(1.0 / 9.0));
        CHECK(film_frame_at(timeline, 32)->outgoing->incoming_share == doctest::Approx(8.0 / 9.0));
        CHECK_FALSE(film_frame_at(timeline, 33)->outgoing);
    }

    TEST_CASE("a dissolve never takes more than both shots have") {
        Project project;
        project.shots = {shot_of(9, SeamKind::Cut), shot_of(9, SeamKind::Dissolve, 10.0),
                         shot_of(33, SeamKind::Dissolve, 10.0)};
        const Timeline timeline = make_timeline(project, {4});
        CHECK(timeline.shots[1].overlap_frames == 9);
        CHECK(timeline.shots[2].overlap_frames == 0);
        CHECK(timeline.total_frames == 9 + 33);
    }

    TEST_CASE("random films: every frame of the film is exactly one place, and places go forward") {
        std::mt19937 random(7);
        for (int round = 0; round < 200; ++round) {
            Project project;
            const FrameGrid grid{round % 2 == 0 ? 4 : 8};
            for (uint32_t n = random() % 12; n > 0; --n) {
                project.shots.push_back(shot_of(1 + static_cast<int64_t>(random() % 60),
                                                static_cast<SeamKind>(random() % 3),
                                                0.1 + static_cast<double>(random() % 30) / 10.0));
            }
            const Timeline timeline = make_timeline(project, grid);
            int64_t stream_frames = 0;
            int64_t overlaps = 0;
            for (const Sequence& sequence : timeline.sequences) {
                CHECK(grid.contains({sequence.frames}));
                stream_frames += sequence.frames;
            }
            for (const TimelineShot& shot : timeline.shots) {
                overlaps += shot.overlap_frames;
            }
            CHECK(timeline.total_frames == stream_frames - overlaps);
            for (int64_t frame = 0; frame < timeline.total_frames; ++frame) {
                const auto place = film_frame_at(timeline, frame);
                REQUIRE(place);
                REQUIRE(place->shot_frame >= 0);
                REQUIRE(place->shot_frame < timeline.shots[place->shot].frames);
                REQUIRE(film_frame_of(timeline, place->shot, place->shot_frame) == frame);
                if (place->outgoing) {
                    REQUIRE(place->outgoing->shot_frame < timeline.shots[place->outgoing->shot].frames);
                }
            }
            CHECK_FALSE(film_frame_at(timeline, timeline.total_frames));
            CHECK_FALSE(film_frame_at(timeline, -1));
        }
    }
}
