// SPDX-License-Identifier: Apache-2.0
#include "core/train/cutout_world/animation.h"

#include "core/train/cutout_world/stage.h"

#include <algorithm>

namespace longtake {

namespace {

constexpr int64_t kFadeFrames = 12;
constexpr int64_t kShrinkFrames = 4;

double smooth(double f) {
    return f * f * (3 - 2 * f);
}

double light_of(const Vocabulary& vocabulary, int64_t time) {
    const std::string& name = vocabulary.times[static_cast<size_t>(time)].name;
    return name == "day" ? 1.0 : name == "night" ? .80 : name == "sunset" ? .93 : .97;
}

/// Who is on the stage during one part, in one slot (0 main, 1 and 2 companions).
int64_t subject_in_slot(const SceneAttributes& scene, int slot) {
    return slot == 0 ? scene.subject : slot == 1 ? scene.companion : scene.second_companion;
}

double hue_turn(const Vocabulary& vocabulary, const SceneAttributes& scene, int slot) {
    const auto& hue = vocabulary.subjects[static_cast<size_t>(scene.subject)].hue;
    return slot == 0 && scene.colour >= 0 && hue ? vocabulary.colours[static_cast<size_t>(scene.colour)].hue - *hue : 0;
}

/// How much of its size a sprite has `age` frames after it appeared by a change: it pops up a little too large.
double pop_up(int64_t age) {
    constexpr double kPop[] = {.45, .85, 1.12, 1.05};
    return age < 4 ? kPop[age] : 1;
}

class Animator {
public:
    Animator(const Vocabulary& vocabulary, const ClipScript& script)
        : vocabulary_(vocabulary)
        , script_(script)
        , stage_(vocabulary, script) {}

    ClipAnimation run() {
        int64_t frame = 0;
        for (size_t part = 0; part < script_.parts.size(); ++part) {
            begin_part(part, frame);
            for (int64_t i = 0; i < script_.parts[part].frames; ++i, ++frame) {
                stage_.advance(script_.parts[part].attributes);
                record(part, frame);
            }
        }
        out_.backdrops.back().end_frame = frame;
        return std::move(out_);
    }

private:
    const SceneAttributes& scene(size_t part) const { return script_.parts[part].attributes; }

    void begin_part(size_t part, int64_t frame) {
        const SceneAttributes& now = scene(part);
        if (part == 0 || now.place != scene(part - 1).place || now.time != scene(part - 1).time ||
            now.variant != scene(part - 1).variant) {
            if (part > 0) {
                out_.backdrops.back().end_frame = std::min(frame + kFadeFrames, script_.frame_count());
                old_light_ = light_of(vocabulary_, scene(part - 1).time);
            }
            out_.backdrops.push_back({now.place, now.time, now.variant, frame, 0});
        }
        for (int slot = 2; slot >= 0; --slot) {
            if (part == 0 || looks_different(part, slot)) {
                changed_[slot] = frame;
                track_[slot] = begin_track(part, slot);
            }
        }
    }

    bool looks_different(size_t part, int slot) const {
        return subject_in_slot(scene(part), slot) != subject_in_slot(scene(part - 1), slot) ||
               hue_turn(vocabulary_, scene(part), slot) != hue_turn(vocabulary_, scene(part - 1), slot);
    }

    /// The index of the new track, and of the one that leaves; -1 for an empty slot.
    int64_t begin_track(size_t part, int slot) {
        leaving_[slot] = track_[slot];
        const int64_t subject = subject_in_slot(scene(part), slot);
        if (subject < 0) {
            return -1;
        }
        SpriteTrack track{subject, hue_turn(vocabulary_, scene(part), slot), slot == 0, 0, {}};
        track.poses.resize(static_cast<size_t>(script_.frame_count()));
        out_.sprites.push_back(std::move(track));
        return static_cast<int64_t>(out_.sprites.size()) - 1;
    }

    void record(size_t part, int64_t frame) {
        const SceneAttributes& now = scene(part);
        out_.camera.push_back(stage_.camera());
        const int64_t fading = frame - out_.backdrops.back().first_frame;
        const bool is_fading = out_.backdrops.size() > 1 && fading < kFadeFrames - 1;
        const double fade = is_fading ? smooth(static_cast<double>(fading + 1) / kFadeFrames) : 1;
        out_.fade.push_back(fade);
        out_.light.push_back((1 - fade) * old_light_ + fade * light_of(vocabulary_, now.time));
        weather_ += .15 * ((now.weather > 0 ? 1.0 : 0.0) - weather_);
        weather_kind_ = now.weather > 0 ? now.weather : weather_kind_;
        out_.weather.push_back({weather_kind_, frame == 0 ? (weather_ = now.weather > 0 ? 1 : 0) : weather_, frame});
        for (int slot = 0; slot < 3; ++slot) {
            record_slot(part, frame, slot);
        }
    }

    void record_slot(size_t part, int64_t frame, int slot) {
        const int64_t age = frame - changed_[slot];
        const bool is_swap = part > 0 && changed_[slot] > 0;
        const bool is_leaving = is_swap && age < kShrinkFrames;
        const int64_t track = is_leaving ? leaving_[slot] : track_[slot];
        if (track < 0) {
            return;
        }
        SpriteTrack& sprite = out_.sprites[static_cast<size_t>(track)];
        SpritePose pose = stage_.pose(scene(is_leaving ? part - 1 : part), slot,
                                      vocabulary_.subjects[static_cast<size_t>(sprite.subject)].faces);
        sprite.first_scale = sprite.first_scale == 0 ? pose.scale : sprite.first_scale;
        pose.scale *= is_leaving ? 1 - static_cast<double>(age + 1) / (kShrinkFrames + 1)
                      : is_swap  ? pop_up(age - kShrinkFrames)
                                 : 1;
        sprite.poses[static_cast<size_t>(frame)] = pose;
    }

    const Vocabulary& vocabulary_;
    const ClipScript& script_;
    Stage stage_;
    ClipAnimation out_;
    int64_t changed_[3] = {0, 0, 0};
    int64_t track_[3] = {-1, -1, -1};
    int64_t leaving_[3] = {-1, -1, -1};
    double old_light_ = 1;
    double weather_ = 0;
    int64_t weather_kind_ = 0;
};

/// Tracks were added as they appeared; what stands in front is drawn last.
void order_back_to_front(const Vocabulary& vocabulary, const ClipScript& script, ClipAnimation& animation) {
    const SceneAttributes& first = script.parts.front().attributes;
    const bool is_behind =
        first.relation >= 0 && vocabulary.relations[static_cast<size_t>(first.relation)].name == "behind";
    std::stable_sort(animation.sprites.begin(), animation.sprites.end(),
                     [&](const SpriteTrack& a, const SpriteTrack& b) {
                         return is_behind ? a.is_main && !b.is_main : b.is_main && !a.is_main;
                     });
}

template <typename T> std::vector<T> picked(const std::vector<T>& values, const std::vector<int64_t>& kept) {
    std::vector<T> result;
    for (const int64_t frame : kept) {
        result.push_back(values[static_cast<size_t>(frame)]);
    }
    return result;
}

} // namespace

ClipAnimation animate(const Vocabulary& vocabulary, const ClipScript& script) {
    ClipAnimation animation = Animator(vocabulary, script).run();
    order_back_to_front(vocabulary, script, animation);
    return animation;
}

ClipAnimation only_frames(const ClipAnimation& animation, const std::vector<int64_t>& kept) {
    const auto kept_before = [&](int64_t frame) {
        return std::lower_bound(kept.begin(), kept.end(), frame) - kept.begin();
    };
    ClipAnimation result{{},
                         picked(animation.fade, kept),
                         picked(animation.light, kept),
                         picked(animation.camera, kept),
                         animation.sprites,
                         picked(animation.weather, kept)};
    for (BackdropSpan span : animation.backdrops) {
        span.first_frame = kept_before(span.first_frame);
        span.end_frame = kept_before(span.end_frame);
        if (span.first_frame < span.end_frame) {
            result.backdrops.push_back(span);
        }
    }
    for (SpriteTrack& track : result.sprites) {
        track.poses = picked(track.poses, kept);
    }
    return result;
}

} // namespace longtake
