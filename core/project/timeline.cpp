// SPDX-License-Identifier: Apache-2.0
#include "core/project/timeline.h"

#include <algorithm>

namespace longtake {

namespace {

/// Frames the shot at `index` shares with the shot before it, whose place on the timeline is `before`.
int64_t dissolve_frames(const Project& project, size_t index, const TimelineShot& before, int64_t frames) {
    if (seam_before(project, index) != SeamKind::Dissolve) {
        return 0;
    }
    const int64_t wanted = frames_for(project.shots[index].seam.dissolve_s, project.frame_rate).value;
    return std::clamp<int64_t>(wanted, 0, std::min(frames, before.frames - before.overlap_frames));
}

} // namespace

SeamKind seam_before(const Project& project, size_t index) {
    return index == 0 ? SeamKind::Cut : project.shots[index].seam.kind;
}

Timeline make_timeline(const Project& project, FrameGrid grid) {
    Timeline timeline;
    timeline.shots.reserve(project.shots.size());
    for (size_t index = 0; index < project.shots.size(); ++index) {
        const FrameCount asked = asked_frames(project.shots[index].length, project.frame_rate);
        TimelineShot place;
        if (seam_before(project, index) == SeamKind::Continue) {
            place.frames = grid.snap_continuing(asked).value;
            place.sequence_frame = timeline.sequences.back().frames;
        } else {
            place.frames = grid.snap(asked).value;
            place.overlap_frames =
                index == 0 ? 0 : dissolve_frames(project, index, timeline.shots.back(), place.frames);
            timeline.sequences.push_back({index, 0, timeline.total_frames - place.overlap_frames, 0});
        }
        place.start_frame = timeline.total_frames - place.overlap_frames;
        place.sequence = timeline.sequences.size() - 1;
        Sequence& sequence = timeline.sequences.back();
        ++sequence.shot_count;
        sequence.frames += place.frames;
        timeline.total_frames = place.start_frame + place.frames;
        timeline.shots.push_back(place);
    }
    return timeline;
}

std::optional<FilmFrame> film_frame_at(const Timeline& timeline, int64_t frame) {
    if (frame < 0 || frame >= timeline.total_frames) {
        return std::nullopt;
    }
    const auto behind =
        std::upper_bound(timeline.shots.begin(), timeline.shots.end(), frame,
                         [](int64_t wanted, const TimelineShot& shot) { return wanted < shot.start_frame; });
    const auto index = static_cast<size_t>(behind - timeline.shots.begin()) - 1;
    const TimelineShot& shot = timeline.shots[index];
    FilmFrame found{index, frame - shot.start_frame, std::nullopt};
    if (found.shot_frame < shot.overlap_frames) {
        const TimelineShot& before = timeline.shots[index - 1];
        const double share = static_cast<double>(found.shot_frame + 1) / static_cast<double>(shot.overlap_frames + 1);
        found.outgoing = FilmFrame::Outgoing{index - 1, frame - before.start_frame, share};
    }
    return found;
}

int64_t film_frame_of(const Timeline& timeline, size_t index, int64_t shot_frame) {
    return timeline.shots[index].start_frame + shot_frame;
}

} // namespace longtake
