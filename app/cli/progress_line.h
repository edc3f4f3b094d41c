// SPDX-License-Identifier: Apache-2.0
// One line on the terminal that says how far a piece of work is and how long it will take; nothing when piped.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace longtake {

/// "8 s", "2:05 min", "1:02:07 h".
std::string duration_text(double seconds);
/// "denoising 3/20, 1.25 s each, 21 s left"; the estimate is the mean of the steps so far.
std::string progress_text(const std::string& what, int64_t done, int64_t total, double elapsed_s);

class ProgressLine {
public:
    /// Shows itself only when stderr is a terminal.
    ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    /// Clears the line.
    ~ProgressLine();

    /// A new piece of work of `total` steps; the clock of its estimate starts.
    void begin(const std::string& what, int64_t total);
    void advance_to(int64_t done);
    /// Any other text as the line.
    void show(const std::string& text);
    void clear();

private:
    bool is_terminal_;
    std::string what_;
    int64_t total_ = 0;
    std::chrono::steady_clock::time_point start_;
};

} // namespace longtake
