// SPDX-License-Identifier: Apache-2.0
// A signal handler may hardly do anything: it writes a byte into a pipe, and a thread that waits there asks for the
// stop.
#include "app/cli/interrupt.h"

#include <csignal>
#include <fcntl.h>
#include <thread>
#include <unistd.h>

namespace longtake {

namespace {

constexpr char kSignalled = 's';
constexpr char kOver = 'o';

volatile std::sig_atomic_t signal_pipe = -1;

void on_signal(int number) {
    std::signal(number, SIG_DFL); // a second one ends the program
    const char byte = kSignalled;
    [[maybe_unused]] const auto written = write(static_cast<int>(signal_pipe), &byte, 1);
}

} // namespace

struct Interrupt::Watcher {
    explicit Watcher(std::stop_source& source) {
        if (pipe(ends) != 0) {
            return; // without a pipe the signals keep their usual effect
        }
        fcntl(ends[0], F_SETFD, FD_CLOEXEC);
        fcntl(ends[1], F_SETFD, FD_CLOEXEC);
        signal_pipe = ends[1];
        thread = std::thread([this, &source] {
            for (char byte = 0; read(ends[0], &byte, 1) == 1 && byte != kOver;) {
                source.request_stop();
            }
        });
        earlier_int = std::signal(SIGINT, on_signal);
        earlier_term = std::signal(SIGTERM, on_signal);
    }

    ~Watcher() {
        if (!thread.joinable()) {
            return;
        }
        std::signal(SIGINT, earlier_int);
        std::signal(SIGTERM, earlier_term);
        [[maybe_unused]] const auto written = write(ends[1], &kOver, 1);
        thread.join();
        signal_pipe = -1;
        close(ends[0]);
        close(ends[1]);
    }

    int ends[2] = {-1, -1};
    std::thread thread;
    void (*earlier_int)(int) = SIG_DFL;
    void (*earlier_term)(int) = SIG_DFL;
};

Interrupt::Interrupt()
    : watcher_(std::make_unique<Watcher>(source_)) {}

Interrupt::~Interrupt() = default;

} // namespace longtake
