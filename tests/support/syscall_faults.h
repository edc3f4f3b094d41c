// SPDX-License-Identifier: Apache-2.0
// Runs a piece of work in a child process and lets its n-th system call be its last, or fail: a power cut or a full
// disk at every point of a save, without a line of test code in the program. Linux on x86-64; elsewhere is_supported()
// is false.
#pragma once

#include <functional>

namespace longtake {

class SyscallFaults {
public:
    static bool is_supported();

    enum class Ending {
        Killed,   ///< the n-th call was reached and the child killed in front of it
        Finished, ///< the work ended by itself
    };

    /// Kills the child (SIGKILL) in front of the n-th call of `work` that touches the disk (open, read, write, fsync,
    /// link, rename, unlink, mkdir, chmod), counted from 0. Between two of these a kill makes no difference on disk.
    static Ending kill_before_call(int n, const std::function<void()>& work);

    /// Lets the n-th of these calls fail: it is not made and returns `error_number`. `work` returns what the child
    /// shall exit with; that is handed back, or -1 if the work made fewer such calls. Throws if the child crashed.
    static int fail_call(int n, int error_number, const std::function<int()>& work);
};

} // namespace longtake
