// SPDX-License-Identifier: Apache-2.0
// From shots to frames: where each shot starts, which shots form one unbroken sequence, how long the film is. Derived,
// never stored. A sequence is one latent stream, so its first shot has step * n + 1 frames and the others step * n.
#pragma once

#include "core/project/project.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace longtake {

/// How the shot at `index` really begins: its seam, except that the first shot of a film begins with a cut.
SeamKind seam_before(const Project& project, size_t index);

struct TimelineShot {
    int64_t start_frame = 0;    ///< of the film; a shot that dissolves in starts before its predecessor's end
    int64_t frames = 1;         ///< on the model's grid
    int64_t overlap_frames = 0; ///< shared with the shot before: the length of the dissolve, 0 for other seams
    size_t sequence = 0;        ///< index into Timeline::sequences
    int64_t sequence_frame = 0; ///< of the sequence's stream at which the shot starts

    bool operator==(const TimelineShot&) const = default;
};

/// A run of shots joined by Continue: one latent stream and one decoder stream.
struct Sequence {
    size_t first_shot = 0;
    size_t shot_count = 0;
    int64_t start_frame = 0; ///< of the film
    int64_t frames = 0;

    bool operator==(const Sequence&) const = default;
};

struct Timeline {
    std::vector<TimelineShot> shots; ///< one for each shot of the project, in its order
    std::vector<Sequence> sequences;
    int64_t total_frames = 0;

    bool operator==(const Timeline&) const = default;
};

/// O(shots). A dissolve is shortened to what both shots can give: the frames of the new shot, and those of the old one
/// that are not already part of the dissolve before it.
Timeline make_timeline(const Project& project, FrameGrid grid);

/// What is to be seen at one frame of the film.
struct FilmFrame {
    size_t shot = 0;
    int64_t shot_frame = 0; ///< frame within that shot
    /// In a dissolve: the shot that goes (always shot - 1), its frame, and how much of `shot` is visible, (0, 1).
    struct Outgoing {
        size_t shot = 0;
        int64_t shot_frame = 0;
        double incoming_share = 0.0;
        bool operator==(const Outgoing&) const = default;
    };
    std::optional<Outgoing> outgoing;

    bool operator==(const FilmFrame&) const = default;
};

/// O(log shots). Nothing outside [0, total_frames).
std::optional<FilmFrame> film_frame_at(const Timeline& timeline, int64_t frame);

/// The frame of the film at which `shot_frame` of the shot at `index` is seen.
int64_t film_frame_of(const Timeline& timeline, size_t index, int64_t shot_frame);

} // namespace longtake
