// SPDX-License-Identifier: Apache-2.0
#include "core/project/process_identity.h"

#include "core/base/process.h"

#include <fstream>
#include <sstream>

#ifdef _WIN32
#include <windows.h>
#else
#include <unistd.h>
#endif

namespace longtake {

namespace {

#ifdef _WIN32

std::string start_token_of(int pid) {
    const HANDLE process = OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, static_cast<DWORD>(pid));
    FILETIME created{};
    FILETIME ignored{};
    const bool is_known = process != nullptr && GetProcessTimes(process, &created, &ignored, &ignored, &ignored) != 0;
    if (process != nullptr) {
        CloseHandle(process);
    }
    return is_known ? std::to_string(created.dwHighDateTime) + "-" + std::to_string(created.dwLowDateTime)
                    : std::string();
}

std::string host_name() {
    wchar_t name[256];
    DWORD size = 256;
    if (GetComputerNameExW(ComputerNameDnsHostname, name, &size) == 0) {
        return "unknown";
    }
    std::string text;
    for (DWORD i = 0; i < size; ++i) {
        text += name[i] < 128 ? static_cast<char>(name[i]) : '?';
    }
    return text;
}

#else

/// The first line of a small file of the system, or nothing.
std::string first_line(const std::string& path) {
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    return line;
}

/// Field 22 of /proc/PID/stat counts clock ticks since boot; the boot id makes it unique over reboots. Elsewhere empty.
std::string start_token_of(int pid) {
    const std::string stat = first_line("/proc/" + std::to_string(pid) + "/stat");
    const size_t behind_name = stat.rfind(") ");
    if (behind_name == std::string::npos) {
        return {};
    }
    std::istringstream fields(stat.substr(behind_name + 2));
    std::string field;
    for (int number = 3; number <= 22; ++number) {
        fields >> field;
    }
    return first_line("/proc/sys/kernel/random/boot_id") + "-" + field;
}

std::string host_name() {
    char name[256] = {};
    return gethostname(name, sizeof name - 1) == 0 ? name : "unknown";
}

#endif

} // namespace

ProcessIdentity this_process() {
    return {process_id(), host_name(), start_token_of(process_id())};
}

std::optional<ProcessIdentity> find_process(int pid) {
    if (pid <= 0 || !is_process_running(pid)) {
        return std::nullopt;
    }
    return ProcessIdentity{pid, host_name(), start_token_of(pid)};
}

ProcessState state_of(const ProcessIdentity& identity) {
    if (identity.host != host_name()) {
        return ProcessState::Unknown;
    }
    const auto now = find_process(identity.pid);
    const bool is_other_process =
        now && !now->start_token.empty() && !identity.start_token.empty() && now->start_token != identity.start_token;
    return !now || is_other_process ? ProcessState::Dead : ProcessState::Running;
}

} // namespace longtake
