// SPDX-License-Identifier: Apache-2.0
#include "core/base/process.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <string>
#include <vector>

#ifdef __linux__
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace longtake;

TEST_SUITE("base.process") {
    TEST_CASE("this process runs, and a number no process has does not") {
        CHECK(is_process_running(process_id()));
        CHECK_FALSE(is_process_running(0));
        CHECK_FALSE(is_process_running(-1));
    }

    TEST_CASE("computing time grows with computing, never faster than time passes") {
        const double start = monotonic_seconds(), computed = thread_cpu_seconds();
        volatile double sum = 0;
        for (int i = 0; i < 2'000'000; ++i) {
            sum = sum + 1.0 / (i + 1);
        }
        const double spent = thread_cpu_seconds() - computed;
        CHECK(spent > 0);
        CHECK(spent <= monotonic_seconds() - start + 1e-3);
    }

    TEST_CASE("memory in use is seen and the peak is at least that") {
        const int64_t before = resident_bytes();
        CHECK(before > 0);
        std::vector<char> block(std::size_t{64} << 20, 1);
        CHECK(resident_bytes() >= before + (int64_t{48} << 20));
        CHECK(peak_resident_bytes() >= before + (int64_t{48} << 20));
        CHECK(block.back() == 1);
    }

#ifdef __linux__
    TEST_CASE("the peak is this program's own, not that of the one which started it") {
        std::vector<char> block(std::size_t{64} << 20, 1);
        int ends[2] = {};
        REQUIRE(pipe(ends) == 0);
        const pid_t child = fork();
        if (child == 0) { // what is counted of a process begins anew with another program
            dup2(ends[1], STDOUT_FILENO);
            execl("/proc/self/exe", "test_base", "--test-case=prints its peak", "--no-skip",
                  static_cast<char*>(nullptr));
            _exit(1);
        }
        close(ends[1]);
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        std::string printed(4096, '\0');
        printed.resize(static_cast<std::size_t>(std::max<ssize_t>(read(ends[0], printed.data(), printed.size()), 0)));
        close(ends[0]);
        const auto found = printed.find("peak ");
        REQUIRE(found != std::string::npos);
        const int64_t peak = std::stoll(printed.substr(found + 5));
        CHECK(peak > 0);
        CHECK(peak < int64_t{64} << 20);
        CHECK(block.back() == 1);
    }

    TEST_CASE("prints its peak" * doctest::skip()) {
        std::cout << "peak " << peak_resident_bytes() << std::endl;
    }
#endif
}
