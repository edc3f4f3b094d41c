// SPDX-License-Identifier: Apache-2.0
#include "app/cli/child_process.h"

#include <array>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace longtake {

Result<ChildOutput> run_child(const std::filesystem::path& program, const std::vector<std::string>& arguments) {
    std::vector<std::string> words = {program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (std::string& word : words) {
        pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);

    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) {
        return bad_input("cannot start " + program.string() + ": no pipe");
    }
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[1]);
    pid_t child = 0;
    const int failure = posix_spawn(&child, program.c_str(), &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    ChildOutput output;
    std::array<char, 4096> buffer{};
    for (ssize_t count = 0; failure == 0 && (count = read(ends[0], buffer.data(), buffer.size())) > 0;) {
        output.standard_output.append(buffer.data(), static_cast<size_t>(count));
    }
    close(ends[0]);
    if (failure != 0) {
        return bad_input("cannot start " + program.string() + ": " + std::strerror(failure));
    }
    int status = 0;
    waitpid(child, &status, 0);
    output.exit_status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return output;
}

} // namespace longtake
