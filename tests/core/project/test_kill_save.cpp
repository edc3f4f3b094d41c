// SPDX-License-Identifier: Apache-2.0
// A program that saves all the time, killed (SIGKILL) at random moments: the film on disk is always one that was saved.
// test_project_file kills before every single call of one save; this is the same with real time. LONGTAKE_KILLS asks
// for more moments than the few of an ordinary run.
#include "core/project/autosave.h"
#include "core/project/backups.h"
#include "core/project/leftovers.h"
#include "core/project/project_file.h"
#include "core/project/project_path.h"
#include "core/project/saving.h"
#include "tests/core/project/films.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <random>

#ifndef _WIN32
#include <csignal>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace longtake;
namespace fs = std::filesystem;

namespace {

int wanted_kills() {
    const char* asked = std::getenv("LONGTAKE_KILLS");
    return asked == nullptr ? 20 : std::atoi(asked);
}

Project film_called(const std::string& title) {
    Project film = full_film();
    film.title = title;
    return film;
}

/// Saves the two films in turn until it is killed; tells through `ready` that it has begun.
[[noreturn]] void save_for_ever(const fs::path& path, const Project& one, const Project& other, int ready) {
    SessionSave how;
    how.autosave_folder = data_folder_of(path) / "autosave";
    [[maybe_unused]] const auto told = write(ready, "x", 1);
    for (;;) {
        for (const Project* film : {&one, &other}) {
            const auto saved = save_session(path, *film, how);
            if (!saved) {
                _exit(1);
            }
            how.expected_hash = saved->content_hash;
        }
    }
}

/// A child that saves, killed `delay` after it began.
void kill_saving(const fs::path& path, const Project& one, const Project& other, std::chrono::microseconds delay) {
    int ready[2];
    REQUIRE(pipe(ready) == 0);
    const pid_t child = fork();
    if (child == 0) {
        save_for_ever(path, one, other, ready[1]);
    }
    char byte = 0;
    REQUIRE(read(ready[0], &byte, 1) == 1);
    poll(nullptr, 0, static_cast<int>(delay.count() / 1000));
    usleep(static_cast<useconds_t>(delay.count() % 1000));
    REQUIRE(kill(child, SIGKILL) == 0);
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(WIFSIGNALED(status)); // else a save failed
    close(ready[0]);
    close(ready[1]);
}

} // namespace

TEST_SUITE("kill.save") {
    TEST_CASE("killed at random moments of a save, the film is one of those saved, and so is the one before it") {
        const TemporaryFolder folder;
        const fs::path path = folder.path() / "film.t2vproj";
        const Project one = film_called("one");
        const Project other = film_called("other");
        const auto begin = std::chrono::steady_clock::now();
        REQUIRE(save_project(path, one));
        REQUIRE(save_project(path, other));
        const auto save_us =
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
        std::mt19937 random(43);
        for (int kills = 0; kills < wanted_kills(); ++kills) {
            const std::chrono::microseconds delay(
                static_cast<int64_t>(random() % static_cast<uint64_t>(4 * save_us.count() + 1)));
            CAPTURE(kills);
            CAPTURE(delay.count());
            kill_saving(path, one, other, delay);
            remove_leftovers(path);
            const auto film = load_project(path);
            REQUIRE_MESSAGE(film, film.error().message);
            CHECK((film->project == one || film->project == other));
            fs::path before = path;
            before += "~";
            const auto previous = load_project(before);
            REQUIRE_MESSAGE(previous, previous.error().message);
            CHECK((previous->project == one || previous->project == other));
            for (const auto& entry : fs::recursive_directory_iterator(folder.path())) {
                CHECK_MESSAGE(entry.path().extension() != ".part", entry.path().string());
            }
        }
    }
}
#endif
