// SPDX-License-Identifier: Apache-2.0
// Ctrl-C and SIGTERM as a std::stop_token: the first asks the work to stop within one step, a second one ends the
// program at once.
#pragma once

#include <memory>
#include <stop_token>

namespace longtake {

class Interrupt {
public:
    /// Takes over the signals. One object at a time.
    Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;
    /// Gives the signals back.
    ~Interrupt();

    std::stop_token token() const { return source_.get_token(); }

private:
    struct Watcher;

    std::stop_source source_;
    std::unique_ptr<Watcher> watcher_;
};

} // namespace longtake
