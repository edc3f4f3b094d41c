// SPDX-License-Identifier: Apache-2.0
#include "core/film/film_reader.h"

#include "core/media/image_ops.h"

#include <algorithm>
#include <utility>

namespace longtake {

namespace {

constexpr size_t kMostOpen = 3; ///< the shot, the one that goes in a dissolve, and one to come back to

} // namespace

FilmReader::FilmReader(Timeline timeline, std::vector<std::filesystem::path> segments, Size size)
    : timeline_(std::move(timeline))
    , segments_(std::move(segments))
    , size_(size) {}

Result<Frame> FilmReader::read(int64_t index) {
    const auto place = film_frame_at(timeline_, index);
    if (!place) {
        return bad_input("the film has no frame " + std::to_string(index),
                         "It has " + std::to_string(timeline_.total_frames) + " frames, counted from 0.");
    }
    auto frame = read_shot(place->shot, place->shot_frame);
    if (!frame || !place->outgoing) {
        return frame;
    }
    const auto going = read_shot(place->outgoing->shot, place->outgoing->shot_frame);
    if (!going) {
        return going;
    }
    return crossfade(*going, *frame, place->outgoing->incoming_share);
}

Result<Frame> FilmReader::read_shot(size_t shot, int64_t shot_frame) {
    auto reader = open(shot);
    if (!reader) {
        return reader.error();
    }
    const auto count = (*reader)->frame_count();
    if (!count) {
        return count.error();
    }
    auto frame = (*reader)->read(std::min(shot_frame, *count - 1));
    if (!frame) {
        return frame;
    }
    return resize(*frame, size_, Fit::Contain);
}

Result<VideoReader*> FilmReader::open(size_t shot) {
    if (const auto known = open_.find(shot); known != open_.end()) {
        return &known->second;
    }
    if (segments_[shot].empty()) {
        return bad_input("shot " + std::to_string(shot + 1) + " has no take", "Render it first: `longtake render`.");
    }
    auto reader = VideoReader::open(segments_[shot]);
    if (!reader) {
        return reader.error();
    }
    if (open_.size() >= kMostOpen) {
        // The one furthest away is the least likely to be asked for again.
        const auto distance = [&](size_t other) { return other > shot ? other - shot : shot - other; };
        open_.erase(std::ranges::max_element(open_, {}, [&](const auto& entry) { return distance(entry.first); }));
    }
    return &open_.emplace(shot, std::move(*reader)).first->second;
}

} // namespace longtake
