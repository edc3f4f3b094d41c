// SPDX-License-Identifier: Apache-2.0
// A script -> where everything is in every frame, as plain numbers (no pixels yet). One state moves through all parts:
// at a change velocities ease over, places cross-fade, and a subject shrinks away while the next pops up, so that a
// change is a motion and never a cut. Units: pixels of the stage, which is 160 x 96 whatever the size drawn.
#pragma once

#include "core/train/cutout_world/script.h"

#include <cstdint>
#include <vector>

namespace longtake {

inline constexpr double kStageWidth = 160;
inline constexpr double kStageHeight = 96;
inline constexpr double kWorldFrameRate = 16;

struct CameraPose {
    double zoom = 1;
    double offset_x = 0; ///< how far the nearest layer has moved to the left
    double offset_y = 0;
    double roll = 0; ///< radians, clockwise picture

    bool operator==(const CameraPose&) const = default;
};

/// One drawing of a place behind the subjects from `first_frame` on; it fades in over what was there.
struct BackdropSpan {
    int64_t place = 0, time = 0, variant = 0;
    int64_t first_frame = 0;
    int64_t end_frame = 0; ///< one past the last frame that shows it
};

struct SpritePose {
    double x = 0, y = 0; ///< centre on the screen
    double scale = 0;    ///< stage pixels per atlas pixel; 0 is hidden
    double rotation = 0; ///< radians
    bool is_mirrored = false;
};

struct SpriteTrack {
    int64_t subject = 0;
    double hue_turn = 0; ///< degrees
    bool is_main = true;
    double first_scale = 0;        ///< when it appeared, before any popping up; decides how the artwork is sampled
    std::vector<SpritePose> poses; ///< one per frame
};

struct WeatherState {
    int64_t kind = 0;
    double strength = 0; ///< 0..1
    int64_t frame = 0;   ///< for which it has fallen
};

struct ClipAnimation {
    std::vector<BackdropSpan> backdrops;
    std::vector<double> fade;  ///< per frame, weight of the newest backdrop begun, 1 when nothing else shows
    std::vector<double> light; ///< per frame, brightness of sprites
    std::vector<CameraPose> camera;
    std::vector<SpriteTrack> sprites; ///< back to front
    std::vector<WeatherState> weather;

    int64_t frame_count() const { return static_cast<int64_t>(camera.size()); }
};

ClipAnimation animate(const Vocabulary& vocabulary, const ClipScript& script);

/// The frames `kept` of `animation` alone, in ascending order: for whoever looks at few of them.
ClipAnimation only_frames(const ClipAnimation& animation, const std::vector<int64_t>& kept);

} // namespace longtake
