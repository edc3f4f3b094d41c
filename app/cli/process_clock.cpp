// SPDX-License-Identifier: Apache-2.0
#include "app/cli/process_clock.h"

#ifdef _WIN32
#include <windows.h>
#elif defined(__linux__)
#include <ctime>
#include <fstream>
#include <string>
#include <unistd.h>
#else
#include <ctime>
#include <libproc.h>
#include <sys/time.h>
#include <unistd.h>
#endif

namespace longtake {

#ifdef _WIN32
namespace {

double seconds_of(const FILETIME& time) {
    return static_cast<double>(ULARGE_INTEGER{{time.dwLowDateTime, time.dwHighDateTime}}.QuadPart) * 1e-7;
}

} // namespace
#endif

double process_cpu_seconds() {
#ifdef _WIN32
    FILETIME unused[2];
    FILETIME kernel{};
    FILETIME user{};
    GetProcessTimes(GetCurrentProcess(), &unused[0], &unused[1], &kernel, &user);
    return seconds_of(kernel) + seconds_of(user);
#else
    timespec spent{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
    return static_cast<double>(spent.tv_sec) + static_cast<double>(spent.tv_nsec) * 1e-9;
#endif
}

double seconds_since_process_start() {
#ifdef _WIN32
    FILETIME created{};
    FILETIME unused[3];
    GetProcessTimes(GetCurrentProcess(), &created, &unused[0], &unused[1], &unused[2]);
    FILETIME now{};
    GetSystemTimePreciseAsFileTime(&now);
    return seconds_of(now) - seconds_of(created);
#elif defined(__linux__)
    std::ifstream file("/proc/self/stat");
    std::string line;
    std::getline(file, line);
    // Field 22, counted from behind the program's name, which may hold blanks.
    size_t at = line.rfind(')');
    for (int field = 2; field < 22 && at != std::string::npos; ++field) {
        at = line.find(' ', at + 1);
    }
    if (at == std::string::npos) {
        return 0;
    }
    const double started = std::stod(line.substr(at)) / static_cast<double>(sysconf(_SC_CLK_TCK));
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9 - started;
#else
    proc_bsdinfo info{};
    proc_pidinfo(getpid(), PROC_PIDTBSDINFO, 0, &info, sizeof(info));
    timeval now{};
    gettimeofday(&now, nullptr);
    return static_cast<double>(now.tv_sec - static_cast<int64_t>(info.pbi_start_tvsec)) +
           static_cast<double>(now.tv_usec - static_cast<int64_t>(info.pbi_start_tvusec)) * 1e-6;
#endif
}

} // namespace longtake
