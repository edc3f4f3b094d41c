// SPDX-License-Identifier: Apache-2.0
#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "core/project/leftovers.h"
#include "core/project/limits.h"
#include "core/project/project_file.h"
#include "core/project/project_path.h"
#include "core/project/project_text.h"
#include "tests/core/project/films.h"
#include "tests/support/syscall_faults.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

#include <cerrno>
#include <chrono>
#include <fstream>

using namespace longtake;

namespace {

Project film_called(const std::string& title) {
    Project project = full_film();
    project.title = title;
    return project;
}

/// Ten thousand shots with prompts of ordinary length.
Project long_film() {
    Project project;
    for (int index = 0; index < 10'000; ++index) {
        Shot shot;
        shot.id = {"s" + std::to_string(index)};
        shot.prompt = "Shot " + std::to_string(index) + ": a lion walks through the futuristic city at sunset, slowly";
        shot.seed = index;
        shot.notes = "note";
        project.shots.push_back(shot);
    }
    return project;
}

} // namespace

TEST_SUITE("project.project_file") {
    TEST_CASE("a saved film loads equal, under names of any script") {
        const TemporaryFolder folder;
        const auto path = folder.path() / path_from_utf8("日本語 عربى film .t2vproj");
        const auto saved = save_project(path, full_film());
        REQUIRE(saved);
        const auto loaded = load_project(path);
        REQUIRE(loaded);
        CHECK(loaded->project == full_film());
        CHECK(loaded->content_hash == saved->content_hash);
        CHECK(loaded->read_only_reason.empty());
        CHECK(folder.entry_count() == 1);
    }

    TEST_CASE("one previous generation is kept, and equal saves do not push it out") {
        const TemporaryFolder folder;
        const auto path = folder.path() / "film.t2vproj";
        REQUIRE(save_project(path, film_called("one")));
        REQUIRE(save_project(path, film_called("two")));
        REQUIRE(save_project(path, film_called("two")));
        CHECK(load_project(path)->project.title == "two");
        CHECK(load_project(previous_generation_path(path))->project.title == "one");
        CHECK(folder.entry_count() == 2);
    }

    TEST_CASE("a film that breaks a rule is not saved; one opened with a refused path is") {
        const TemporaryFolder folder;
        const auto path = folder.path() / "film.t2vproj";
        REQUIRE(save_project(path, film_called("old")));
        Project broken = film_called("new");
        broken.shots[0].steps = 0;
        const auto saved = save_project(path, broken);
        REQUIRE_FALSE(saved);
        CHECK(saved.error().message.starts_with("shots[0].steps: "));
        CHECK(load_project(path)->project.title == "old");
        Project with_path = film_called("path");
        with_path.shots[0].keyframes[0].image = "../../x.png";
        CHECK(save_project(path, with_path));
        const auto loaded = load_project(path);
        REQUIRE(loaded);
        CHECK(loaded->project == with_path);
        CHECK(loaded->problems.size() == 1);
    }

    TEST_CASE("a film somebody else changed or moved is not overwritten") {
        const TemporaryFolder folder;
        const auto path = folder.path() / "film.t2vproj";
        const auto first = save_project(path, film_called("one"));
        REQUIRE(first);
        REQUIRE(save_project(path, film_called("theirs")));
        const auto saved = save_project(path, film_called("mine"), {first->content_hash});
        REQUIRE_FALSE(saved);
        CHECK(saved.error().message.find("changed by another program") != std::string::npos);
        CHECK(load_project(path)->project.title == "theirs");
        std::filesystem::remove(path);
        CHECK_FALSE(save_project(path, film_called("mine"), {first->content_hash}));
        CHECK(save_project(path, film_called("mine")));
    }

    TEST_CASE("links are followed and permissions kept") {
        const TemporaryFolder folder;
        const auto real = folder.path() / "real.t2vproj";
        const auto link = folder.path() / "link.t2vproj";
        REQUIRE(save_project(real, film_called("one")));
        const auto permissions = std::filesystem::perms::owner_read | std::filesystem::perms::owner_write;
        std::filesystem::permissions(real, permissions);
        std::filesystem::create_symlink(real, link);
        REQUIRE(save_project(link, film_called("two")));
        CHECK(std::filesystem::is_symlink(link));
        CHECK(load_project(real)->project.title == "two");
        CHECK(std::filesystem::status(real).permissions() == permissions);
    }

    TEST_CASE("a symbolic link out of the folder is refused, and the film opens") {
        const TemporaryFolder folder;
        std::filesystem::create_directories(folder.path() / "film");
        REQUIRE(write_file_atomically(folder.path() / "secret.png", "x"));
        std::filesystem::create_symlink(folder.path() / "secret.png", folder.path() / "film" / "a.png");
        const auto path = folder.path() / "film" / "film.t2vproj";
        REQUIRE(write_file_atomically(path, "longtake: 1\nshots: [{prompt: a, keyframes: [a.png]}]\n"));
        const auto loaded = load_project(path);
        REQUIRE(loaded);
        REQUIRE(loaded->problems.size() == 1);
        CHECK(loaded->problems[0].field == "shots[0].keyframes[0].image");
        CHECK(loaded->problems[0].place == TextPlace{2, 33});
    }

    TEST_CASE("what cannot be read is named") {
        const TemporaryFolder folder;
        CHECK(load_project(folder.path() / "none.t2vproj").error().message.find("none.t2vproj") != std::string::npos);
        CHECK(load_project(folder.path()).error().message.find("is a folder") != std::string::npos);
        const auto large = folder.path() / "large.t2vproj";
        std::ofstream(large).put('x');
        std::filesystem::resize_file(large, uintmax_t{1} << 30);
        CHECK(load_project(large).error().message.find("larger than") != std::string::npos);
    }

    TEST_CASE("a film of a newer version opens read-only and says so") {
        const TemporaryFolder folder;
        const auto path = folder.path() / "film.t2vproj";
        REQUIRE(write_file_atomically(path, "longtake: 2\nshots: []\n"));
        CHECK(load_project(path)->read_only_reason.find("newer Longtake (format 2") != std::string::npos);
    }

    TEST_CASE("a prompt of a megabyte survives") {
        const TemporaryFolder folder;
        const auto path = folder.path() / "film.t2vproj";
        Project project;
        project.shots.resize(1);
        project.shots[0].id = {"s1"};
        while (project.shots[0].prompt.size() < 1 << 20) {
            project.shots[0].prompt += "a lion, [jumps] {{x}} \"now\"\n👩‍🚀 ";
        }
        REQUIRE(save_project(path, project));
        CHECK(load_project(path)->project == project);
    }

    TEST_CASE("ten thousand shots save in under a second and load in under three") {
        const TemporaryFolder folder;
        const auto path = folder.path() / "film.t2vproj";
        const Project project = long_film();
        const auto start = std::chrono::steady_clock::now();
        REQUIRE(save_project(path, project));
        const auto saved = std::chrono::steady_clock::now();
        const auto loaded = load_project(path);
        const auto read = std::chrono::steady_clock::now();
        REQUIRE(loaded);
        CHECK(loaded->project == project);
        const auto save_s = std::chrono::duration<double>(saved - start).count();
        const auto load_s = std::chrono::duration<double>(read - saved).count();
        MESSAGE("10,000 shots: save ", save_s, " s, load ", load_s, " s");
        WARN(save_s < 1.0);
        WARN(load_s < 3.0);
    }

    TEST_CASE("killed before any call of a save that touches the disk, the film is the old one or the new one") {
        if (!SyscallFaults::is_supported()) {
            return;
        }
        const TemporaryFolder folder;
        const auto path = folder.path() / "film.t2vproj";
        REQUIRE(save_project(path, film_called("older")));
        REQUIRE(save_project(path, film_called("old")));
        auto ending = SyscallFaults::Ending::Killed;
        int calls = 0;
        for (; ending == SyscallFaults::Ending::Killed; ++calls) {
            ending = SyscallFaults::kill_before_call(calls, [&] { (void)save_project(path, film_called("new")); });
            const auto loaded = load_project(path);
            REQUIRE(loaded);
            const std::string& title = loaded->project.title;
            REQUIRE((title == "old" || title == "new"));
            REQUIRE(loaded->project == film_called(title));
            remove_leftovers(path);
            REQUIRE(folder.entry_count() == 2);
            if (title == "new") {
                REQUIRE(load_project(previous_generation_path(path))->project.title == "old");
                REQUIRE(save_project(path, film_called("old")));
            }
        }
        CHECK(calls > 10);
    }

    TEST_CASE("an error of the disk at any call of a save leaves the old film and says what failed") {
        if (!SyscallFaults::is_supported()) {
            return;
        }
        for (const int error : {ENOSPC, EIO}) {
            const TemporaryFolder folder;
            const auto path = folder.path() / "film.t2vproj";
            REQUIRE(save_project(path, film_called("old")));
            int result = 0;
            int calls = 0;
            int refused = 0;
            for (; result >= 0; ++calls) {
                result = SyscallFaults::fail_call(calls, error,
                                                  [&] { return save_project(path, film_called("new")) ? 0 : 1; });
                refused += result == 1 ? 1 : 0;
                const auto loaded = load_project(path);
                REQUIRE(loaded);
                const std::string& title = loaded->project.title;
                REQUIRE(loaded->project == film_called(title));
                REQUIRE((title == "new" || (title == "old" && result == 1)));
                remove_leftovers(path);
                REQUIRE(save_project(path, film_called("old")));
            }
            CHECK(calls > 5);
            CHECK(refused >= 4);
        }
    }
}
