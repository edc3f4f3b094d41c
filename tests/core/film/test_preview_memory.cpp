// SPDX-License-Identifier: Apache-2.0
#include "core/film/preview_memory.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <string>
#include <thread>

using namespace longtake;

namespace {

std::string fresh_name() {
    static std::atomic<int> counter{0};
    const auto stamp = std::chrono::steady_clock::now().time_since_epoch().count() % 1000000000;
    return "longtake-test-" + std::to_string(stamp) + "-" + std::to_string(++counter);
}

/// A strip whose every byte is `value`, so that a torn copy is visible.
PreviewStrip plain_strip(int64_t width, uint8_t value) {
    PreviewStrip strip{0, value, 2, width, 16, {}};
    strip.rgb.assign(static_cast<size_t>(2 * width * 16 * 3), value);
    return strip;
}

} // namespace

TEST_SUITE("film.preview_memory") {
    TEST_CASE("the newest strip wins and is seen once") {
        auto window = PreviewMemory::create(fresh_name(), 1 << 16);
        REQUIRE(window);
        CHECK_FALSE(window->read_newer_than(0));
        CHECK(*window->write(plain_strip(8, 1)) == 1);
        CHECK(*window->write(plain_strip(16, 2)) == 2);
        const auto strip = window->read_newer_than(0);
        REQUIRE(strip);
        CHECK(strip->serial == 2);
        CHECK(strip->width == 16);
        CHECK(strip->rgb == plain_strip(16, 2).rgb);
        CHECK_FALSE(window->read_newer_than(2));
    }

    TEST_CASE("the worker opens what the window made, and nothing else") {
        const std::string name = fresh_name();
        CHECK_FALSE(PreviewMemory::open(name));
        auto window = PreviewMemory::create(name, 4096);
        REQUIRE(window);
        CHECK_FALSE(PreviewMemory::create(name, 4096));
        auto worker = PreviewMemory::open(name);
        REQUIRE(worker);
        REQUIRE(worker->write(plain_strip(4, 9)));
        CHECK(window->read_newer_than(0)->rgb == plain_strip(4, 9).rgb);
        for (const char* wrong : {"", "a/b", "..", "a b", "a-name-that-is-much-longer-than-thirty-letters"}) {
            CHECK_FALSE(PreviewMemory::open(wrong));
        }
    }

    TEST_CASE("a strip that does not fit is refused and the old one stays") {
        auto window = PreviewMemory::create(fresh_name(), 2 * 4 * 16 * 3);
        REQUIRE(window);
        REQUIRE(window->write(plain_strip(4, 1)));
        CHECK_FALSE(window->write(plain_strip(5, 2)));
        PreviewStrip wrong = plain_strip(4, 3);
        wrong.rgb.pop_back();
        CHECK_FALSE(window->write(wrong));
        CHECK(window->read_newer_than(0)->serial == 1);
    }

    TEST_CASE("a reader beside a busy writer never sees half a strip") {
        const std::string name = fresh_name();
        auto window = PreviewMemory::create(name, size_t{2} * 512 * 16 * 3);
        auto worker = PreviewMemory::open(name);
        REQUIRE(window);
        REQUIRE(worker);
        constexpr int kStrips = 4000;
        std::thread writer([&] {
            for (int i = 1; i <= kStrips; ++i) {
                (void)worker->write(plain_strip(64 + 64 * (i % 7), static_cast<uint8_t>(i)));
            }
        });
        uint64_t seen = 0;
        bool is_whole = true;
        while (seen < kStrips) {
            const auto strip = window->read_newer_than(seen);
            if (!strip) {
                continue;
            }
            is_whole = is_whole && strip->serial > seen &&
                       std::all_of(strip->rgb.begin(), strip->rgb.end(),
                                   [&](uint8_t byte) { return byte == static_cast<uint8_t>(strip->serial); });
            seen = strip->serial;
        }
        writer.join();
        CHECK(is_whole);
    }
}
