// SPDX-License-Identifier: Apache-2.0
// What an editor's hands expect of J K L: speed, direction, loop and range as plain arithmetic on frames. Time comes
// from outside, so that a test can advance it.
#pragma once

#include <cstdint>

namespace longtake::ui {

class Transport {
public:
    /// The film or range to play: frames [first, last].
    void setRange(int64_t first, int64_t last);
    void setFrameRate(double framesPerSecond) { framesPerSecond_ = framesPerSecond; }
    void setLooping(bool isLooping) { isLooping_ = isLooping; }

    bool isPlaying() const { return speed_ != 0; }
    /// 1 is the film's own speed; negative runs backwards.
    int speed() const { return speed_; }
    int64_t frame() const { return static_cast<int64_t>(position_); }
    void seek(int64_t frame);

    void play();
    void stop() { speed_ = 0; }
    /// J and L: another press in the same direction doubles the speed up to 8, the other direction turns round.
    void shuttle(int direction);
    /// Moves on by `seconds` of real time. At the end: starts again when looping, else stops on the last frame.
    void advance(double seconds);

private:
    int64_t first_ = 0;
    int64_t last_ = 0;
    double position_ = 0;
    double framesPerSecond_ = 16;
    int speed_ = 0;
    bool isLooping_ = false;
};

} // namespace longtake::ui
