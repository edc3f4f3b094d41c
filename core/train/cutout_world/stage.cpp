// SPDX-License-Identifier: Apache-2.0
#include "core/train/cutout_world/stage.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace longtake {

namespace {

constexpr double kFrameSeconds = 1 / kWorldFrameRate;
constexpr double kEase = .35;      // share of the way to the wanted velocity per frame
constexpr double kMargin = 22;     // how far a subject goes outside before it comes in at the other side
constexpr double kSpriteSide = 64; // pixels of the artwork in its atlas cell

double wrapped(double x) {
    const double span = kStageWidth + 2 * kMargin;
    const double moved = std::fmod(x + kMargin, span);
    return (moved < 0 ? moved + span : moved) - kMargin;
}

} // namespace

Stage::Stage(const Vocabulary& vocabulary, const ClipScript& script)
    : vocabulary_(vocabulary)
    , random_(script.seed, 2) {
    const SceneAttributes& scene = script.parts.front().attributes;
    const std::string& camera = vocabulary.cameras[static_cast<size_t>(scene.camera)].name;
    ground_ = kStageHeight * random_.uniform(.6, .66);
    y_ = ground_;
    size_ = random_.uniform(.8, 1.) * kStageHeight * .56 / kSpriteSide * (scene.companion >= 0 ? .72 : 1) *
            vocabulary.sizes[static_cast<size_t>(scene.size)].factor;
    jump_phase_ = random_.uniform();
    wobble_ = random_.uniform();
    speed_ = random_.uniform(.85, 1.15);
    zoom_ = camera == "zoom in" || camera == "crash zoom" ? random_.uniform(1., 1.1)
            : camera == "zoom out"                        ? random_.uniform(1.45, 1.7)
                                                          : 1;
    offset_x_ = random_.uniform(0, 2 * kStageWidth);
    prefers_mirror_ = random_.chance(.25);
    anchor_x_ = kStageWidth * random_.uniform(.35, .65);
    place_subject(motion_name(scene));
}

void Stage::place_subject(const std::string& motion) {
    const double draw = random_.uniform();
    const auto between = [&](double from, double to) { return kStageWidth * (from + (to - from) * draw); };
    x_ = motion == "right" ? between(.08, .4) : motion == "left" ? between(.6, .92) : between(.3, .7);
    if (motion == "closer") {
        size_ *= random_.uniform(.55, .75);
    } else if (motion == "away") {
        size_ *= random_.uniform(1.15, 1.45);
    } else if (motion == "down") {
        y_ = kStageHeight * random_.uniform(.1, .25);
    } else if (motion == "enter") {
        facing_ = draw < .5 ? 1 : -1;
        x_ = facing_ > 0 ? -kMargin * .8 : kStageWidth + kMargin * .8;
    } else if (motion == "leave") {
        facing_ = draw < .5 ? 1 : -1;
    }
}

const std::string& Stage::motion_name(const SceneAttributes& scene) const {
    return vocabulary_.motions[static_cast<size_t>(scene.motion)].name;
}

const std::string& Stage::relation_name(const SceneAttributes& scene) const {
    static const std::string kNone;
    return scene.relation < 0 ? kNone : vocabulary_.relations[static_cast<size_t>(scene.relation)].name;
}

Stage::Velocity Stage::wanted(const std::string& motion, const std::string& camera) const {
    Velocity target;
    const double toward_middle = x_ < kStageWidth / 2 ? 1 : -1;
    const bool is_far_from_middle = std::abs(x_ - kStageWidth / 2) > kStageWidth * .12;
    target.x = motion == "right" ? 48 : motion == "left" ? -48 : 0;
    if (motion == "enter" && is_far_from_middle) {
        target.x = 48 * toward_middle;
    } else if (motion == "leave") {
        target.x = 52 * facing_;
    }
    target.x *= speed_;
    target.y = motion == "up" ? -38 * speed_ : motion == "down" && y_ < ground_ ? 34 * speed_ : 0;
    target.grow = speed_ * (motion == "closer" ? .42 : motion == "away" ? -.48 : 0);
    target.jump = motion == "jump";
    target.dance = motion == "dance";
    target.spin = motion == "spin";
    target.circle = motion == "circle";
    target.shake = motion == "shake";
    target.zoom = camera == "zoom in" ? .26 : camera == "zoom out" ? -.26 : camera == "crash zoom" ? .75 : 0;
    target.pan = camera == "pan right" ? 30 : camera == "pan left" ? -30 : camera == "follow" ? velocity_.x : 0;
    target.tilt = camera == "tilt up" ? -9 : camera == "tilt down" ? 9 : 0;
    target.roll = camera == "roll clockwise" ? .16 : camera == "roll counterclockwise" ? -.16 : 0;
    target.handheld = camera == "handheld";
    return target;
}

void Stage::ease(const Velocity& target, double rate) {
    const auto toward = [rate](double& value, double wish) { value += rate * (wish - value); };
    toward(velocity_.x, target.x);
    toward(velocity_.y, target.y);
    toward(velocity_.grow, target.grow);
    toward(velocity_.zoom, target.zoom);
    toward(velocity_.pan, target.pan);
    toward(velocity_.tilt, target.tilt);
    toward(velocity_.roll, target.roll);
    toward(velocity_.jump, target.jump);
    toward(velocity_.dance, target.dance);
    toward(velocity_.spin, target.spin);
    toward(velocity_.circle, target.circle);
    toward(velocity_.shake, target.shake);
    toward(velocity_.handheld, target.handheld);
}

void Stage::move(const std::string& motion) {
    const double step_x = (velocity_.x - .25 * velocity_.pan) * kFrameSeconds;
    x_ = motion == "enter" || motion == "leave" ? x_ + step_x : wrapped(x_ + step_x);
    anchor_x_ -= velocity_.pan * kFrameSeconds;
    size_ = std::clamp(size_ * std::exp(velocity_.grow * kFrameSeconds), .3, 1.3);
    zoom_ = std::clamp(zoom_ * std::exp(velocity_.zoom * kFrameSeconds), 1., 1.9);
    offset_x_ += velocity_.pan * kFrameSeconds;
    offset_y_ = std::clamp(offset_y_ + velocity_.tilt * kFrameSeconds, -.22 * kStageHeight, .16 * kStageHeight);
    roll_ = std::clamp(roll_ + velocity_.roll * kFrameSeconds, -.5, .5);
    jump_phase_ += 1.15 * speed_ * kFrameSeconds;
    wobble_ += 1.3 * speed_ * kFrameSeconds;
    spin_angle_ += velocity_.spin * 3.6 * speed_ * kFrameSeconds;
    if (motion == "up") {
        y_ = std::max(y_ + velocity_.y * kFrameSeconds, kStageHeight * .3);
    } else if (motion == "down" && y_ < ground_) {
        y_ = std::min(y_ + velocity_.y * kFrameSeconds, ground_);
    } else {
        y_ += (ground_ - y_) * .16;
    }
    frame_ += 1;
}

void Stage::advance(const SceneAttributes& scene) {
    const std::string& motion = motion_name(scene);
    const std::string& camera = vocabulary_.cameras[static_cast<size_t>(scene.camera)].name;
    ease(wanted(motion, camera), has_begun_ ? kEase : 1);
    if (has_begun_) {
        move(motion);
    }
    has_begun_ = true;
    if (motion == "right" || motion == "left" || motion == "enter") {
        facing_ = velocity_.x == 0 ? facing_ : velocity_.x > 0 ? 1 : -1;
    }
}

CameraPose Stage::camera() const {
    const double shake = velocity_.handheld;
    return {zoom_ * (1 + .06 * shake), offset_x_ + shake * 2.2 * std::sin(frame_ * 1.3),
            offset_y_ + shake * 1.8 * std::sin(frame_ * 1.7 + 1), roll_ + shake * .02 * std::sin(frame_ * .9)};
}

SpritePose Stage::pose(const SceneAttributes& scene, int slot, Facing faces) const {
    constexpr double kTurn = 2 * std::numbers::pi;
    const std::string& relation = relation_name(scene);
    const std::string& motion = motion_name(scene);
    const bool is_moving = std::abs(velocity_.x) > 8;
    double x = x_ + velocity_.dance * 4 * std::sin(kTurn * wobble_) +
               velocity_.circle * 24 * std::cos(kTurn * .8 * wobble_) + velocity_.shake * 2 * std::sin(frame_ * 2.6);
    double y = y_ - velocity_.jump * std::abs(std::sin(std::numbers::pi * jump_phase_)) * kStageHeight * .27 +
               velocity_.circle * (13 * std::sin(kTurn * .8 * wobble_) - 10) +
               (is_moving ? std::sin(frame_ * .9) * .8 : 0);
    double scale = size_;
    double rotation = velocity_.dance * 17 * kTurn / 360 * std::sin(kTurn * wobble_) + spin_angle_;
    if (slot == 0 && relation == "above") {
        y -= .3 * kStageHeight;
    } else if (slot > 0) {
        const double side = slot == 1 ? 1 : -1;
        rotation = 0;
        y = ground_;
        if (relation == "chases") {
            x = wrapped(x_ + 62 * facing_);
            y -= 3 * std::abs(std::sin(frame_ * .6));
        } else if (relation == "beside" || relation == "with") {
            x = wrapped(x_ + 46 * side);
            y += velocity_.jump > .5 ? -8 * std::abs(std::sin(std::numbers::pi * (jump_phase_ + .3))) : 0;
        } else {
            x = anchor_x_;
            scale = kStageHeight * .56 / kSpriteSide * (relation == "above" ? .72 : relation == "behind" ? .85 : 1.1);
            y = ground_ + (relation == "behind" ? 8 : relation == "in front of" ? -8 : 6);
        }
    }
    const bool keeps_art = motion != "right" && motion != "left" && motion != "enter" && motion != "leave" && slot == 0;
    const int natural = faces == Facing::Left ? -1 : 1;
    const int facing = keeps_art && facing_ == 1 ? (prefers_mirror_ ? -natural : natural) : facing_;
    const CameraPose view = camera();
    const double middle_x = kStageWidth / 2, middle_y = kStageHeight * .56;
    const double from_x = view.zoom * (x - middle_x), from_y = view.zoom * (y - middle_y - .6 * view.offset_y);
    const double cosine = std::cos(view.roll), sine = std::sin(view.roll);
    return {middle_x + cosine * from_x - sine * from_y, middle_y + sine * from_x + cosine * from_y, scale * view.zoom,
            rotation + view.roll, (faces == Facing::Left && facing > 0) || (faces == Facing::Right && facing < 0)};
}

} // namespace longtake
