// SPDX-License-Identifier: Apache-2.0
#include "core/base/atomic_file.h"
#include "core/base/process.h"
#include "core/project/lock_file.h"
#include "tests/support/syscall_faults.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

#include <optional>

using namespace longtake;

namespace {

std::string lock_of(int pid, const std::string& host, const std::string& start) {
    return "pid: " + std::to_string(pid) + "\nhost: " + host + "\nstart: " + start +
           "\nuser: ann\nsince: 2026-11-21 05:10:00\n";
}

/// A number no process has.
int dead_pid() {
    int pid = 4'000'000;
    while (is_process_running(pid)) {
        ++pid;
    }
    return pid;
}

} // namespace

TEST_SUITE("project.lock_file") {
    TEST_CASE("who may open") {
        const LockOwner owner{{1, "host", "start"}, "ann", "now"};
        CHECK(judge(std::nullopt, ProcessState::Dead) == LockVerdict::Crashed);
        CHECK(judge(owner, ProcessState::Dead) == LockVerdict::Crashed);
        CHECK(judge(owner, ProcessState::Running) == LockVerdict::InUse);
        CHECK(judge(owner, ProcessState::Unknown) == LockVerdict::OtherMachine);
    }

    TEST_CASE("a lock is held, seen, and released") {
        const TemporaryFolder folder;
        const auto film = folder.path() / "film.t2vproj";
        CHECK(read_lock(film).verdict == LockVerdict::Free);
        {
            const auto lock = ProjectLock::acquire(film);
            REQUIRE(lock);
            CHECK_FALSE(lock->is_after_crash());
            CHECK(read_lock(film).verdict == LockVerdict::InUse);
            CHECK(read_lock(film).owner->process == this_process());
            const auto second = ProjectLock::acquire(film);
            REQUIRE_FALSE(second);
            CHECK(second.error().message.find("is open already") != std::string::npos);
            CHECK(second.error().message.find(this_process().host) != std::string::npos);
        }
        CHECK(folder.entry_count() == 0);
        CHECK(ProjectLock::acquire(film));
    }

    TEST_CASE("a dead owner means a crash, also when the number runs again as another process") {
        const TemporaryFolder folder;
        const auto film = folder.path() / "film.t2vproj";
        const ProcessIdentity self = this_process();
        for (const std::string& text :
             {lock_of(dead_pid(), self.host, "x"), lock_of(self.pid, self.host, "another start"),
              std::string("pid: 1\nho"), std::string()}) {
            REQUIRE(write_file_atomically(lock_path(film), text));
            CHECK(read_lock(film).verdict == LockVerdict::Crashed);
            const auto lock = ProjectLock::acquire(film);
            REQUIRE(lock);
            CHECK(lock->is_after_crash());
        }
    }

    TEST_CASE("another machine's lock is taken only when forced") {
        const TemporaryFolder folder;
        const auto film = folder.path() / "film.t2vproj";
        REQUIRE(write_file_atomically(lock_path(film), lock_of(this_process().pid, "another-host", "x")));
        const auto refused = ProjectLock::acquire(film);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message.find("ann on another-host since 2026-11-21") != std::string::npos);
        const auto forced = ProjectLock::acquire(film, true);
        REQUIRE(forced);
        CHECK_FALSE(forced->is_after_crash());
    }

    TEST_CASE("a lock that another session took over is not removed by the old owner") {
        const TemporaryFolder folder;
        const auto film = folder.path() / "film.t2vproj";
        {
            const auto lock = ProjectLock::acquire(film);
            REQUIRE(lock);
            REQUIRE(write_file_atomically(lock_path(film), lock_of(1, "another-host", "x")));
        }
        CHECK(read_lock(film).verdict == LockVerdict::OtherMachine);
    }

    TEST_CASE("a session killed at any moment of locking leaves a film that opens") {
        if (!SyscallFaults::is_supported()) {
            return;
        }
        const TemporaryFolder folder;
        const auto film = folder.path() / "film.t2vproj";
        auto ending = SyscallFaults::Ending::Killed;
        for (int call = 0; ending == SyscallFaults::Ending::Killed; ++call) {
            ending = SyscallFaults::kill_before_call(call, [&] { (void)ProjectLock::acquire(film); });
            REQUIRE(ProjectLock::acquire(film));
            REQUIRE(folder.entry_count() == 0);
        }
    }

    TEST_CASE("a folder that may not be written says so") {
        CHECK_FALSE(ProjectLock::acquire("/nowhere/film.t2vproj"));
    }
}
