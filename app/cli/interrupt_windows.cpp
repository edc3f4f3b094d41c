// SPDX-License-Identifier: Apache-2.0
// Windows calls console handlers on a thread of its own, so the stop may be asked for right there.
#include "app/cli/interrupt.h"

#include <atomic>
#include <windows.h>

namespace longtake {

namespace {

std::atomic<std::stop_source*> active_source{nullptr};

BOOL WINAPI on_console_event(DWORD event) {
    std::stop_source* source = active_source.load();
    if (event != CTRL_C_EVENT && event != CTRL_BREAK_EVENT) {
        return FALSE;
    }
    return source != nullptr && source->request_stop() ? TRUE : FALSE; // a second one ends the program
}

} // namespace

struct Interrupt::Watcher {};

Interrupt::Interrupt() {
    active_source = &source_;
    SetConsoleCtrlHandler(on_console_event, TRUE);
}

Interrupt::~Interrupt() {
    SetConsoleCtrlHandler(on_console_event, FALSE);
    active_source = nullptr;
}

} // namespace longtake
