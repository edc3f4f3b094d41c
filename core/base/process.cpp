// SPDX-License-Identifier: Apache-2.0
#include "core/base/process.h"

#include <chrono>
#ifdef _WIN32
#include <process.h>
#include <windows.h>
// psapi.h needs windows.h before it.
#include <psapi.h>
#else
#include <cerrno>
#include <csignal>
#include <ctime>
#include <fstream>
#include <string>
#include <unistd.h>
#endif
#ifdef __APPLE__
#include <mach/mach.h>
#include <sys/resource.h>
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

int64_t resident_bytes() {
#ifdef _WIN32
    PROCESS_MEMORY_COUNTERS counters{};
    return GetProcessMemoryInfo(GetCurrentProcess(), &counters, sizeof(counters)) != 0
               ? static_cast<int64_t>(counters.WorkingSetSize)
               : 0;
#elif defined(__APPLE__)
    mach_task_basic_info info{};
    mach_msg_type_number_t count = MACH_TASK_BASIC_INFO_COUNT;
    const auto status = task_info(mach_task_self(), MACH_TASK_BASIC_INFO, reinterpret_cast<task_info_t>(&info), &count);
    return status == KERN_SUCCESS ? static_cast<int64_t>(info.resident_size) : 0;
#else
    int64_t total_pages = 0;
    int64_t resident_pages = 0;
    std::ifstream("/proc/self/statm") >> total_pages >> resident_pages;
    return resident_pages * sysconf(_SC_PAGESIZE);
#endif
}

int64_t peak_resident_bytes() {
#ifdef _WIN32
    PROCESS_MEMORY_COUNTERS counters{};
    return GetProcessMemoryInfo(GetCurrentProcess(), &counters, sizeof(counters)) != 0
               ? static_cast<int64_t>(counters.PeakWorkingSetSize)
               : 0;
#elif defined(__APPLE__)
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
#else
    // Not getrusage: that begins with what the program held which started this one.
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        if (int64_t kibibytes = 0; word == "VmHWM:" && status >> kibibytes) {
            return kibibytes * 1024;
        }
    }
    return 0;
#endif
}

double thread_cpu_seconds() {
#ifdef _WIN32
    return monotonic_seconds();
#else
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return static_cast<double>(spent.tv_sec) + static_cast<double>(spent.tv_nsec) * 1e-9;
#endif
}

double monotonic_seconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

} // namespace longtake
