// SPDX-License-Identifier: Apache-2.0
#include "app/cli/progress_line.h"

#include <array>
#include <cmath>
#include <cstdio>

#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

namespace longtake {

namespace {

bool stderr_is_terminal() {
#ifdef _WIN32
    return _isatty(_fileno(stderr)) != 0;
#else
    return isatty(STDERR_FILENO) != 0;
#endif
}

} // namespace

std::string duration_text(double seconds) {
    const auto whole = static_cast<long long>(std::llround(std::max(0.0, seconds)));
    std::array<char, 48> text{};
    if (whole < 60) {
        std::snprintf(text.data(), text.size(), "%lld s", whole);
    } else if (whole < 3600) {
        std::snprintf(text.data(), text.size(), "%lld:%02lld min", whole / 60, whole % 60);
    } else {
        std::snprintf(text.data(), text.size(), "%lld:%02lld:%02lld h", whole / 3600, whole / 60 % 60, whole % 60);
    }
    return text.data();
}

std::string progress_text(const std::string& what, int64_t done, int64_t total, double elapsed_s) {
    std::string text = what + " " + std::to_string(done) + "/" + std::to_string(total);
    if (done > 0 && done < total) {
        const double each_s = elapsed_s / static_cast<double>(done);
        std::array<char, 32> each{};
        std::snprintf(each.data(), each.size(), ", %.2f s each, ", each_s);
        text += each.data() + duration_text(each_s * static_cast<double>(total - done)) + " left";
    }
    return text;
}

ProgressLine::ProgressLine()
    : is_terminal_(stderr_is_terminal()) {}

ProgressLine::~ProgressLine() {
    clear();
}

void ProgressLine::begin(const std::string& what, int64_t total) {
    what_ = what;
    total_ = total;
    start_ = std::chrono::steady_clock::now();
    advance_to(0);
}

void ProgressLine::advance_to(int64_t done) {
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start_;
    show(progress_text(what_, done, total_, elapsed.count()));
}

void ProgressLine::clear() {
    show({});
}

void ProgressLine::show(const std::string& text) {
    if (is_terminal_) {
        std::fprintf(stderr, "\r\033[K%s", text.c_str()); // back to the start, clear to the end
        std::fflush(stderr);
    }
}

} // namespace longtake
