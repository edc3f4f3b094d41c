// SPDX-License-Identifier: Apache-2.0
// One session per film: a file beside it says who has it open. It tells a crash (the process is dead) from a second
// instance (it runs) from another machine (nobody here can know).
#pragma once

#include "core/base/result.h"
#include "core/project/process_identity.h"

#include <filesystem>
#include <optional>
#include <string>
#include <variant>

namespace longtake {

/// Who has a film open, as written in its lock file.
struct LockOwner {
    ProcessIdentity process;
    std::string user;
    std::string since; ///< UTC, for people: "2026-11-21 05:10:00"

    bool operator==(const LockOwner&) const = default;
};

/// "ann on studio-3 since 2026-11-21 05:10:00 (process 4711)"
std::string to_string(const LockOwner& owner);

/// What the lock file of a film means for somebody who wants to open it.
enum class LockVerdict {
    Free,         ///< nobody has it
    Crashed,      ///< who had it is dead: open it, and look for something to recover
    InUse,        ///< a process of this machine has it: open it read-only
    OtherMachine, ///< a process of another machine may have it: ask the person
};

struct LockState {
    LockVerdict verdict = LockVerdict::Free;
    std::optional<LockOwner> owner; ///< empty when there is no lock file, or one that cannot be read
};

/// The lock file of the film at `path`: ".film.t2vproj.lock" beside it.
std::filesystem::path lock_path(const std::filesystem::path& path);

LockState read_lock(const std::filesystem::path& path);

/// The pure rule behind read_lock: `owner` is what the lock file says, `state` whether that process runs.
LockVerdict judge(const std::optional<LockOwner>& owner, ProcessState state);

/// Held while the film is open; released by the destructor.
class ProjectLock {
public:
    /// Takes the lock if it is free or its owner crashed. `is_forced`: also from another machine, when the person says
    /// that nobody works there. What killed sessions left half-written beside the film is removed. Fails naming the
    /// owner when the film is in use, and when the folder cannot be written.
    static Result<ProjectLock> acquire(const std::filesystem::path& path, bool is_forced = false);

    ProjectLock(ProjectLock&& other) noexcept;
    ProjectLock& operator=(ProjectLock&& other) noexcept;
    ProjectLock(const ProjectLock&) = delete;
    ProjectLock& operator=(const ProjectLock&) = delete;
    ~ProjectLock();

    /// The session before ended without releasing its lock.
    bool is_after_crash() const { return is_after_crash_; }

private:
    ProjectLock() = default;

    std::filesystem::path file_;
    LockOwner owner_;
    bool is_after_crash_ = false;
};

} // namespace longtake
