// SPDX-License-Identifier: Apache-2.0
#include "core/base/process.h"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <vector>

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
}
