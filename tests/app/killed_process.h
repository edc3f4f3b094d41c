// SPDX-License-Identifier: Apache-2.0
// A program started with pipes, listened to line by line, and killed (SIGKILL) at a chosen moment. POSIX only.
#pragma once

#include <chrono>
#include <csignal>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace longtake {

class KilledProcess {
public:
    KilledProcess(const std::filesystem::path& program, const std::vector<std::string>& arguments) {
        std::vector<std::string> words{program.string()};
        words.insert(words.end(), arguments.begin(), arguments.end());
        std::vector<char*> pointers;
        for (std::string& word : words) {
            pointers.push_back(word.data());
        }
        pointers.push_back(nullptr);
        std::signal(SIGPIPE, SIG_IGN); // its end may come while it is spoken to
        int in[2];
        int out[2];
        if (pipe2(in, O_CLOEXEC) != 0 || pipe2(out, O_CLOEXEC) != 0) {
            throw std::runtime_error("no pipe");
        }
        child_ = fork();
        if (child_ == 0) {
            dup2(in[0], STDIN_FILENO);
            dup2(out[1], STDOUT_FILENO);
            dup2(open("/dev/null", O_WRONLY), STDERR_FILENO);
            execv(pointers[0], pointers.data());
            _exit(127);
        }
        close(in[0]);
        close(out[1]);
        to_child_ = in[1];
        from_child_ = out[0];
    }
    KilledProcess(const KilledProcess&) = delete;
    KilledProcess& operator=(const KilledProcess&) = delete;
    ~KilledProcess() {
        kill_now();
        close(to_child_);
        close(from_child_);
    }

    void say(const std::string& line) const {
        const std::string text = line + "\n";
        [[maybe_unused]] const auto written = write(to_child_, text.data(), text.size());
    }

    /// The next line of its output; nothing at its end, or when `patience` passes first.
    std::optional<std::string> next_line(std::chrono::microseconds patience) {
        const auto deadline = std::chrono::steady_clock::now() + patience;
        for (;;) {
            if (const size_t end = heard_.find('\n'); end != std::string::npos) {
                std::string line = heard_.substr(0, end);
                heard_.erase(0, end + 1);
                return line;
            }
            const auto left =
                std::chrono::duration_cast<std::chrono::microseconds>(deadline - std::chrono::steady_clock::now());
            const timespec wait{left.count() / 1'000'000, left.count() % 1'000'000 * 1000};
            pollfd waiting{from_child_, POLLIN, 0};
            char buffer[4096];
            if (left.count() <= 0 || ppoll(&waiting, 1, &wait, nullptr) <= 0) {
                return std::nullopt;
            }
            const ssize_t count = read(from_child_, buffer, sizeof(buffer));
            if (count <= 0) {
                return std::nullopt;
            }
            heard_.append(buffer, static_cast<size_t>(count));
        }
    }

    void kill_now() {
        if (child_ > 0) {
            kill(child_, SIGKILL);
            wait();
        }
    }

    /// Waits for its end; what it exited with, -1 when it was killed.
    int wait() {
        int status = 0;
        waitpid(child_, &status, 0);
        child_ = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private:
    pid_t child_ = 0;
    int to_child_ = -1;
    int from_child_ = -1;
    std::string heard_;
};

} // namespace longtake
