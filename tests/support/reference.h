// SPDX-License-Identifier: Apache-2.0
// Live comparison with the Python reference (torch, diffusers, transformers in .deps/reference): a test writes its
// cases into a folder, one script of tests/parity/ answers all of them, the test compares. Starting Python with torch
// costs seconds, so a suite calls this once for many cases.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#ifdef _WIN32
#include <process.h>
#else
#include <spawn.h>
#include <sys/wait.h>
extern char** environ;
#endif

namespace longtake {

/// Starts `program` with `arguments` and waits; its output goes to ours. Returns the exit status, -1 when it did not
/// start or was killed. No shell is involved.
inline int run_program(const std::filesystem::path& program, const std::vector<std::string>& arguments) {
    std::vector<std::string> words = {program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
#ifdef _WIN32
    // The Windows runtime joins the words with spaces: quote each one.
    for (std::string& word : words) {
        word = "\"" + word + "\"";
    }
#endif
    std::vector<char*> pointers;
    for (std::string& word : words) {
        pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);
#ifdef _WIN32
    return static_cast<int>(_spawnv(_P_WAIT, program.string().c_str(), pointers.data()));
#else
    pid_t process = 0;
    if (posix_spawn(&process, program.c_str(), nullptr, nullptr, pointers.data(), environ) != 0) {
        return -1;
    }
    int status = 0;
    return waitpid(process, &status, 0) == process && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
#endif
}

/// Runs tests/parity/`script` with `arguments` under the reference interpreter; returns its exit status. A machine
/// without the interpreter fails the test: parity that is silently skipped proves nothing.
inline int run_reference(const std::string& script, const std::vector<std::string>& arguments) {
    const char* interpreter = std::getenv("LONGTAKE_REFERENCE_PYTHON");
    const char* source = std::getenv("LONGTAKE_SOURCE_DIR");
    const bool is_there = interpreter != nullptr && source != nullptr && std::filesystem::exists(interpreter);
    REQUIRE_MESSAGE(is_there, "the Python reference is missing (LONGTAKE_REFERENCE_PYTHON): `./dev test` installs it");
    const auto path = std::filesystem::path(source) / "tests" / "parity" / script;
    REQUIRE_MESSAGE(std::filesystem::exists(path), path.string());
    std::vector<std::string> words = {"-B", "-X", "utf8", path.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    return run_program(interpreter, words);
}

} // namespace longtake
