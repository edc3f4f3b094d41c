// SPDX-License-Identifier: Apache-2.0
#include "core/project/lock_file.h"

#include "core/base/atomic_file.h"
#include "core/project/leftovers.h"
#include "core/project/project_path.h"
#include "core/project/utc_time.h"

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <system_error>
#include <utility>

#ifndef _WIN32
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace longtake {

namespace {

constexpr uintmax_t kLargestLock = 4096;

std::string user_name() {
    for (const char* variable : {"USER", "USERNAME", "LOGNAME"}) {
        if (const char* value = std::getenv(variable); value != nullptr && *value != '\0') {
            return value;
        }
    }
    return "somebody";
}

std::string write_owner(const LockOwner& owner) {
    return "pid: " + std::to_string(owner.process.pid) + "\nhost: " + owner.process.host +
           "\nstart: " + owner.process.start_token + "\nuser: " + owner.user + "\nsince: " + owner.since + "\n";
}

/// The text behind "key: " on its line, or nothing.
std::optional<std::string> line_value(std::string_view text, std::string_view key) {
    for (size_t begin = 0; begin < text.size();) {
        const size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        if (line.starts_with(key)) {
            return std::string(line.substr(key.size()));
        }
        begin = end + 1;
    }
    return std::nullopt;
}

std::optional<LockOwner> parse_owner(const std::string& text) {
    const auto pid = line_value(text, "pid: ");
    const auto host = line_value(text, "host: ");
    const auto since = line_value(text, "since: ");
    LockOwner owner;
    if (!pid || !host || !since ||
        std::from_chars(pid->data(), pid->data() + pid->size(), owner.process.pid).ec != std::errc{}) {
        return std::nullopt;
    }
    owner.process.host = *host;
    owner.process.start_token = line_value(text, "start: ").value_or("");
    owner.user = line_value(text, "user: ").value_or("somebody");
    owner.since = *since;
    return owner;
}

std::optional<LockOwner> owner_in(const std::filesystem::path& file) {
    const auto text = read_file(file, kLargestLock);
    return text ? parse_owner(*text) : std::nullopt;
}

LockState state_in(const std::filesystem::path& file) {
    std::error_code failure;
    if (!std::filesystem::exists(file, failure)) {
        return {};
    }
    auto owner = owner_in(file);
    const LockVerdict verdict = judge(owner, owner ? state_of(owner->process) : ProcessState::Dead);
    return {verdict, std::move(owner)};
}

/// Writes the lock file only if there is none: whole, under another name first, so that nobody reads half of it.
Result<bool> create_lock(const std::filesystem::path& file, const LockOwner& owner) {
    auto draft = AtomicFile::create(file);
    if (!draft) {
        return draft.error();
    }
    if (auto written = draft->write(write_owner(owner)); !written) {
        return written.error();
    }
    if (auto flushed = draft->flush(); !flushed) {
        return flushed.error();
    }
    std::error_code failure;
    std::filesystem::create_hard_link(draft->temporary_path(), file, failure);
    if (!failure || failure == std::errc::file_exists) {
        return !failure;
    }
    // A file system without links: the rename may race with another session, but never leaves half a file.
    if (std::filesystem::exists(file, failure)) {
        return false;
    }
    const auto committed = draft->commit();
    return committed ? Result<bool>(true) : Result<bool>(committed.error());
}

/// Removes a lock whose owner is gone. Two sessions may try at once: whoever holds the old file's advisory lock looks
/// again whether the name still means that file, so that the other's new lock is never removed.
void remove_stale_lock(const std::filesystem::path& file, LockVerdict expected) {
#ifdef _WIN32
    std::error_code ignored;
    if (state_in(file).verdict == expected) {
        std::filesystem::remove(file, ignored);
    }
#else
    const int handle = open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (handle < 0) {
        return;
    }
    struct stat opened {};
    struct stat named {};
    const bool is_mine = flock(handle, LOCK_EX | LOCK_NB) == 0 && fstat(handle, &opened) == 0 &&
                         stat(file.c_str(), &named) == 0 && opened.st_ino == named.st_ino &&
                         opened.st_dev == named.st_dev;
    if (is_mine && state_in(file).verdict == expected) {
        unlink(file.c_str());
    }
    close(handle);
#endif
}

Error in_use(const std::filesystem::path& path, const LockState& state) {
    const std::string who = state.owner ? to_string(*state.owner) : std::string("another session");
    return bad_input(utf8_from_path(path) + " is open already: " + who,
                     state.verdict == LockVerdict::OtherMachine
                         ? "Open it read-only, or take it over if nobody works there."
                         : "Open it read-only, or close it there.");
}

} // namespace

std::string to_string(const LockOwner& owner) {
    return owner.user + " on " + owner.process.host + " since " + owner.since + " UTC (process " +
           std::to_string(owner.process.pid) + ")";
}

std::filesystem::path lock_path(const std::filesystem::path& path) {
    auto name = std::filesystem::path(".");
    name += path.filename();
    name += ".lock";
    return path.parent_path() / name;
}

LockState read_lock(const std::filesystem::path& path) {
    return state_in(lock_path(path));
}

LockVerdict judge(const std::optional<LockOwner>& owner, ProcessState state) {
    if (!owner) {
        return LockVerdict::Crashed; // a lock is written whole: what cannot be read is what a dying disk or program
                                     // left
    }
    switch (state) {
    case ProcessState::Running: return LockVerdict::InUse;
    case ProcessState::Dead: return LockVerdict::Crashed;
    case ProcessState::Unknown: return LockVerdict::OtherMachine;
    }
    return LockVerdict::InUse;
}

Result<ProjectLock> ProjectLock::acquire(const std::filesystem::path& path, bool is_forced) {
    return guard("locking " + utf8_from_path(path), ErrorCode::BadInput, [&]() -> Result<ProjectLock> {
        ProjectLock lock;
        lock.file_ = lock_path(path);
        lock.owner_ = {this_process(), user_name(), readable_utc(wall_time_now())};
        const LockState before = state_in(lock.file_);
        const bool may_take_over =
            before.verdict == LockVerdict::Crashed || (is_forced && before.verdict == LockVerdict::OtherMachine);
        if (may_take_over) {
            remove_stale_lock(lock.file_, before.verdict);
        } else if (before.verdict != LockVerdict::Free) {
            lock.file_.clear();
            return in_use(path, before);
        }
        const auto created = create_lock(lock.file_, lock.owner_);
        if (!created || !*created) {
            const LockState now = state_in(std::exchange(lock.file_, {}));
            return created ? in_use(path, now) : created.error();
        }
        lock.is_after_crash_ = before.verdict == LockVerdict::Crashed;
        remove_leftovers(path);
        return lock;
    });
}

ProjectLock::ProjectLock(ProjectLock&& other) noexcept
    : file_(std::exchange(other.file_, {}))
    , owner_(std::move(other.owner_))
    , is_after_crash_(other.is_after_crash_) {}

ProjectLock& ProjectLock::operator=(ProjectLock&& other) noexcept {
    std::swap(file_, other.file_);
    std::swap(owner_, other.owner_);
    std::swap(is_after_crash_, other.is_after_crash_);
    return *this;
}

ProjectLock::~ProjectLock() {
    if (!file_.empty() && owner_in(file_) == owner_) {
        std::error_code ignored;
        std::filesystem::remove(file_, ignored);
    }
}

} // namespace longtake
