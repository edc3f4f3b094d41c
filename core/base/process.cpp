// SPDX-License-Identifier: Apache-2.0
#include "core/base/process.h"

#ifdef _WIN32
#include <process.h>
#include <windows.h>
#else
#include <cerrno>
#include <csignal>
#include <unistd.h>
#endif

namespace longtake {

int process_id() {
#ifdef _WIN32
    return _getpid();
#else
    return getpid();
#endif
}

bool is_process_running(int id) {
    if (id <= 0) {
        return false;
    }
#ifdef _WIN32
    HANDLE process = OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, static_cast<DWORD>(id));
    if (process == nullptr) {
        return GetLastError() == ERROR_ACCESS_DENIED;
    }
    DWORD code = 0;
    const bool is_running = GetExitCodeProcess(process, &code) != 0 && code == STILL_ACTIVE;
    CloseHandle(process);
    return is_running;
#else
    // EPERM: it is there but belongs to somebody else.
    return kill(id, 0) == 0 || errno == EPERM;
#endif
}

} // namespace longtake
