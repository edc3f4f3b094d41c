// SPDX-License-Identifier: Apache-2.0
// The moving state of a clip: the subject's and the camera's positions and velocities, stepped once per frame.
// Velocities ease towards what the motion and the camera of the current part ask for, so a change of either is smooth.
#pragma once

#include "core/train/cutout_world/animation.h"

#include <string>

namespace longtake {

class Stage {
public:
    /// Draws the starting position, sizes, phases and speed from the script's seed.
    Stage(const Vocabulary& vocabulary, const ClipScript& script);

    /// One frame further, obeying `scene`. The first call only sets the velocities.
    void advance(const SceneAttributes& scene);

    CameraPose camera() const;
    /// Where the sprite in `slot` (0 the subject, 1 and 2 its companions) is on the screen.
    SpritePose pose(const SceneAttributes& scene, int slot, Facing faces) const;

private:
    struct Velocity {
        double x = 0, y = 0, grow = 0, zoom = 0, pan = 0, tilt = 0, roll = 0;
        double jump = 0, dance = 0, spin = 0, circle = 0, shake = 0, handheld = 0; ///< strengths 0..1
    };
    Velocity wanted(const std::string& motion, const std::string& camera) const;
    void place_subject(const std::string& motion);
    void ease(const Velocity& target, double rate);
    void move(const std::string& motion);

    const std::string& motion_name(const SceneAttributes& scene) const;
    const std::string& relation_name(const SceneAttributes& scene) const;

    const Vocabulary& vocabulary_;
    Random random_;
    Velocity velocity_;
    bool has_begun_ = false;
    double x_ = 0, y_ = 0, ground_ = 0, size_ = 1;
    double anchor_x_ = 0; ///< a companion that stays where it is
    double zoom_ = 1, offset_x_ = 0, offset_y_ = 0, roll_ = 0;
    double jump_phase_ = 0, wobble_ = 0, spin_angle_ = 0, frame_ = 0, speed_ = 1;
    int facing_ = 1; ///< 1 right, -1 left
    bool prefers_mirror_ = false;
};

} // namespace longtake
