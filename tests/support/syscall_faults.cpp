// SPDX-License-Identifier: Apache-2.0
#include "tests/support/syscall_faults.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <stdexcept>

#if defined(__linux__) && defined(__x86_64__)
#include <csignal>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

namespace longtake {

#if defined(__linux__) && defined(__x86_64__)

namespace {

/// Starts `work` in a traced child that stops before its first call.
pid_t start_traced(const std::function<int()>& work) {
    const pid_t child = fork();
    if (child == 0) {
        ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
        raise(SIGSTOP);
        _exit(work());
    }
    int status = 0;
    if (child < 0 || waitpid(child, &status, 0) != child || !WIFSTOPPED(status)) {
        throw std::runtime_error("the child could not be traced");
    }
    ptrace(PTRACE_SETOPTIONS, child, nullptr, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
    return child;
}

/// Goes on to the next entry into or exit from a system call. False: the child has ended with `status`.
bool to_next_stop(pid_t child, int& status) {
    int signal = 0;
    for (;;) {
        ptrace(PTRACE_SYSCALL, child, nullptr, signal);
        waitpid(child, &status, 0);
        if (!WIFSTOPPED(status)) {
            return false;
        }
        signal = WSTOPSIG(status);
        if (signal == (SIGTRAP | 0x80)) {
            return true;
        }
    }
}

bool touches_disk(unsigned long long call) {
    constexpr std::array<unsigned long long, 16> kCalls{
        SYS_openat, SYS_open,   SYS_write,  SYS_writev,   SYS_fsync, SYS_fdatasync, SYS_rename, SYS_renameat,
        SYS_link,   SYS_linkat, SYS_unlink, SYS_unlinkat, SYS_mkdir, SYS_mkdirat,   SYS_chmod,  SYS_read};
    return std::find(kCalls.begin(), kCalls.end(), call) != kCalls.end();
}

} // namespace

bool SyscallFaults::is_supported() {
    return true;
}

SyscallFaults::Ending SyscallFaults::kill_before_call(int n, const std::function<void()>& work) {
    const pid_t child = start_traced([&] {
        work();
        return 0;
    });
    int status = 0;
    int seen = 0;
    for (int stop = 0; to_next_stop(child, status); ++stop) {
        user_regs_struct registers{};
        ptrace(PTRACE_GETREGS, child, nullptr, &registers);
        const bool is_entry = stop % 2 == 0;
        if (is_entry && touches_disk(registers.orig_rax) && seen++ == n) {
            kill(child, SIGKILL);
            waitpid(child, &status, 0);
            return Ending::Killed;
        }
    }
    return Ending::Finished;
}

int SyscallFaults::fail_call(int n, int error_number, const std::function<int()>& work) {
    const pid_t child = start_traced(work);
    int status = 0;
    int seen = 0;
    bool is_refused = false;
    for (int stop = 0; to_next_stop(child, status); ++stop) {
        user_regs_struct registers{};
        ptrace(PTRACE_GETREGS, child, nullptr, &registers);
        const bool is_entry = stop % 2 == 0;
        if (is_entry && touches_disk(registers.orig_rax) && seen++ == n) {
            registers.orig_rax = static_cast<unsigned long long>(-1);
            ptrace(PTRACE_SETREGS, child, nullptr, &registers);
            is_refused = true;
        } else if (!is_entry && is_refused && seen == n + 1) {
            registers.rax = static_cast<unsigned long long>(-error_number);
            ptrace(PTRACE_SETREGS, child, nullptr, &registers);
            ++seen;
        }
    }
    if (!WIFEXITED(status)) {
        throw std::runtime_error("the work crashed");
    }
    return is_refused ? WEXITSTATUS(status) : -1;
}

#else

bool SyscallFaults::is_supported() {
    return false;
}
SyscallFaults::Ending SyscallFaults::kill_before_call(int, const std::function<void()>&) {
    return Ending::Finished;
}
int SyscallFaults::fail_call(int, int, const std::function<int()>&) {
    return -1;
}

#endif

} // namespace longtake
