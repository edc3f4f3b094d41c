// SPDX-License-Identifier: Apache-2.0
#include "core/base/free_memory.h"

#include <doctest/doctest.h>

#ifdef __GLIBC__
#include <array>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace longtake;

TEST_SUITE("base.free_memory") {
    TEST_CASE("a little is there, more than any machine has is not") {
        CHECK(has_free_memory(size_t{1} << 20));
        CHECK_FALSE(has_free_memory(size_t{1} << 60));
    }

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
    TEST_CASE("what the heap keeps for itself does not count") {
        return_large_blocks(); // up to 64 MiB stay in the heap
        std::array<void*, 4> blocks{};
        for (void*& block : blocks) {
            block = std::malloc(size_t{15} << 20);
        }
        for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) {
            std::free(*block);
        }
        int64_t pages = 0;
        std::ifstream("/proc/self/statm") >> pages;
        rlimit before{};
        REQUIRE(getrlimit(RLIMIT_AS, &before) == 0);
        rlimit tight = before;
        tight.rlim_cur = static_cast<rlim_t>(pages * sysconf(_SC_PAGESIZE)) + (rlim_t{8} << 20);
        REQUIRE(setrlimit(RLIMIT_AS, &tight) == 0);
        void* volatile kept = std::malloc(size_t{40} << 20);
        std::free(kept);
        const bool is_free = has_free_memory(size_t{40} << 20);
        REQUIRE(setrlimit(RLIMIT_AS, &before) == 0);
        CHECK(kept != nullptr); // the heap had it
        CHECK_FALSE(is_free);   // the system has not
    }
#endif
}
