// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/transport.h"

#include <algorithm>
#include <cmath>

namespace longtake::ui {

namespace {

constexpr int kFastest = 8;

} // namespace

void Transport::setRange(int64_t first, int64_t last) {
    first_ = first;
    last_ = std::max(first, last);
}

void Transport::seek(int64_t frame) {
    position_ = static_cast<double>(std::max<int64_t>(0, frame));
}

void Transport::play() {
    if (frame() >= last_ || frame() < first_) {
        seek(first_);
    }
    speed_ = 1;
}

void Transport::shuttle(int direction) {
    if (speed_ * direction <= 0) {
        speed_ = direction;
        return;
    }
    speed_ = std::clamp(speed_ * 2, -kFastest, kFastest);
}

void Transport::advance(double seconds) {
    if (speed_ == 0) {
        return;
    }
    position_ += seconds * framesPerSecond_ * speed_;
    const double length = static_cast<double>(last_ - first_ + 1);
    const bool isPastEnd = position_ >= static_cast<double>(last_ + 1);
    const bool isPastStart = position_ < static_cast<double>(first_);
    if (!isPastEnd && !isPastStart) {
        return;
    }
    if (isLooping_) {
        const double offset = std::fmod(position_ - static_cast<double>(first_), length);
        position_ = static_cast<double>(first_) + (offset < 0 ? offset + length : offset);
        return;
    }
    position_ = static_cast<double>(isPastEnd ? last_ : first_);
    speed_ = 0;
}

} // namespace longtake::ui
