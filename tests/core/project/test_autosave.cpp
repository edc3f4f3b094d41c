// SPDX-License-Identifier: Apache-2.0
#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "core/project/autosave.h"
#include "core/project/backups.h"
#include "core/project/leftovers.h"
#include "core/project/project_file.h"
#include "core/project/project_text.h"
#include "core/project/saving.h"
#include "tests/core/project/films.h"
#include "tests/support/syscall_faults.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

using namespace longtake;
using namespace std::chrono_literals;

namespace {

constexpr WallTime kNow{};

Project film_called(const std::string& title) {
    Project project = full_film();
    project.title = title;
    return project;
}

std::string text_called(const std::string& title) {
    return write_project_text(film_called(title));
}

} // namespace

TEST_SUITE("project.autosave") {
    TEST_CASE("due after 25 edits or 60 seconds, never without edits") {
        const std::chrono::steady_clock::time_point start{};
        CHECK_FALSE(is_autosave_due({0, start}, start + 1h));
        CHECK_FALSE(is_autosave_due({24, start}, start + 59s));
        CHECK(is_autosave_due({25, start}, start));
        CHECK(is_autosave_due({1, start}, start + 60s));
    }

    TEST_CASE("beside the film when possible, else in the user's folder") {
        const TemporaryFolder folder;
        const auto user = folder.path() / "user";
        CHECK(autosave_folder(folder.path() / "film.t2vproj", user) == folder.path() / "film.t2vdata" / "autosave");
        const auto elsewhere = autosave_folder("/proc/film.t2vproj", user);
        CHECK(elsewhere.parent_path() == user);
        CHECK(elsewhere != autosave_folder("/proc/other.t2vproj", user));
        CHECK(autosave_folder({}, user).parent_path() == user);
    }

    TEST_CASE("edits since the save are offered; a film as new as the autosave is not") {
        const TemporaryFolder folder;
        const std::string base = sha256_hex(text_called("saved"));
        REQUIRE(write_autosave(folder.path(), "film.t2vproj", text_called("one"), base, kNow));
        REQUIRE(write_autosave(folder.path(), "film.t2vproj", text_called("two"), base, kNow));
        const Recovery recovery = find_recovery(folder.path(), base);
        REQUIRE(recovery.newest);
        CHECK_FALSE(recovery.is_base_changed);
        CHECK(recovery.notes.empty());
        CHECK(*read_autosave(recovery.newest->file) == text_called("two"));
        CHECK(recovery.newest->project_file == "film.t2vproj");
        CHECK_FALSE(find_recovery(folder.path(), sha256_hex(text_called("two"))).newest);
        CHECK(find_recovery(folder.path(), "another hash").is_base_changed);
        REQUIRE(clear_autosaves(folder.path()));
        CHECK(folder.entry_count() == 0);
    }

    TEST_CASE("three generations are kept, and they open as films") {
        const TemporaryFolder folder;
        for (const char* title : {"1", "2", "3", "4", "5"}) {
            REQUIRE(write_autosave(folder.path(), "a\nb.t2vproj", text_called(title), "", kNow));
        }
        CHECK(folder.entry_count() == 3);
        const auto newest = find_recovery(folder.path(), "").newest;
        REQUIRE(newest);
        CHECK(load_project(newest->file)->project.title == "5");
    }

    TEST_CASE("an autosave cut at any byte is skipped with a note and the older one offered") {
        const TemporaryFolder folder;
        REQUIRE(write_autosave(folder.path(), "film.t2vproj", "longtake: 1\n# older\n", "base", kNow));
        const auto newest = write_autosave(folder.path(), "film.t2vproj", "longtake: 1\n# newer\n", "base", kNow);
        REQUIRE(newest);
        const std::string whole = *read_file(newest->file);
        for (size_t size = 0; size < whole.size(); ++size) {
            REQUIRE(write_file_atomically(newest->file, whole.substr(0, size)));
            const Recovery recovery = find_recovery(folder.path(), "base");
            REQUIRE(recovery.newest);
            REQUIRE(recovery.notes.size() == 1);
            REQUIRE(*read_autosave(recovery.newest->file) == "longtake: 1\n# older\n");
        }
        std::string flipped = whole;
        flipped[flipped.size() - 3] ^= 1;
        REQUIRE(write_file_atomically(newest->file, flipped));
        CHECK(find_recovery(folder.path(), "base").notes.size() == 1);
    }

    TEST_CASE("folders of unsaved films are abandoned only when their session is gone") {
        const TemporaryFolder user;
        const auto mine = autosave_folder({}, user.path());
        std::filesystem::create_directories(mine);
        std::filesystem::create_directories(user.path() / "unnamed-00000000-1-00000000");
        CHECK(abandoned_unnamed_folders(user.path()).empty());
        const std::string name = mine.filename().string();
        const auto dead = user.path() / (name.substr(0, name.size() - 8) + "ffffffff");
        std::filesystem::create_directories(dead);
        CHECK(abandoned_unnamed_folders(user.path()) == std::vector<std::filesystem::path>{dead});
    }

    TEST_CASE("a session's save leaves the film, a backup and no autosave") {
        const TemporaryFolder folder;
        const auto film = folder.path() / "film.t2vproj";
        const auto autosaves = autosave_folder(film, folder.path() / "user");
        REQUIRE(write_autosave(autosaves, film, text_called("draft"), "", kNow));
        const auto saved = save_session(film, film_called("done"), {"", autosaves, kNow});
        REQUIRE(saved);
        CHECK(saved->notes.empty());
        CHECK(saved->content_hash == load_project(film)->content_hash);
        CHECK(list_backups(film).size() == 1);
        CHECK_FALSE(find_recovery(autosaves, saved->content_hash).newest);
    }

    TEST_CASE("killed at any moment of a session's save, the newest edits are in the film or offered, never old ones") {
        if (!SyscallFaults::is_supported()) {
            return;
        }
        const TemporaryFolder folder;
        const auto film = folder.path() / "film.t2vproj";
        const auto autosaves = autosave_folder(film, folder.path() / "user");
        auto ending = SyscallFaults::Ending::Killed;
        int offered = 0;
        int calls = 0;
        for (; ending == SyscallFaults::Ending::Killed; ++calls) {
            REQUIRE(save_project(film, film_called("base")));
            REQUIRE(clear_autosaves(autosaves));
            const std::string base = load_project(film)->content_hash;
            REQUIRE(write_autosave(autosaves, film, text_called("older edit"), base, kNow));
            ending = SyscallFaults::kill_before_call(calls, [&] {
                (void)save_session(film, film_called("newest edit"), {base, autosaves, kNow});
            });
            remove_leftovers(film);
            const auto loaded = load_project(film);
            REQUIRE(loaded);
            const Recovery recovery = find_recovery(autosaves, loaded->content_hash);
            if (loaded->project.title == "newest edit") {
                REQUIRE_FALSE(recovery.newest);
            } else {
                REQUIRE(recovery.newest);
                REQUIRE_FALSE(recovery.is_base_changed);
                offered += *read_autosave(recovery.newest->file) == text_called("newest edit") ? 1 : 0;
            }
        }
        CHECK(offered > 5);
        CHECK(calls > 25);
    }
}
