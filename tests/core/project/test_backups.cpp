// SPDX-License-Identifier: Apache-2.0
#include "core/base/atomic_file.h"
#include "core/project/backups.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace longtake;
using namespace std::chrono_literals;

namespace {

constexpr WallTime kNoon = std::chrono::sys_days(std::chrono::year(2026) / 11 / 21) + 12h;

Backup made(int64_t counter, WallTime time) {
    return {counter, time, "0123456789ab", {}};
}

/// Saves, one every `every`, with trimming after each.
std::vector<Backup> saves(std::chrono::seconds every, size_t count) {
    std::vector<Backup> kept;
    WallTime now = kNoon;
    for (size_t n = 1; n <= count; ++n, now += every) {
        kept.insert(kept.begin(), made(static_cast<int64_t>(n), now));
        for (const Backup& old : backups_to_trim(kept, now)) {
            std::erase(kept, old);
        }
    }
    return kept;
}

} // namespace

TEST_SUITE("project.backups") {
    TEST_CASE("moments as text and back") {
        CHECK(readable_utc(kNoon) == "2026-11-21 12:00:00");
        CHECK(compact_utc(kNoon) == "20261121T120000Z");
        CHECK(parse_compact_utc("20261121T120000Z") == kNoon);
        CHECK(parse_compact_utc(compact_utc(WallTime(std::chrono::seconds(1) + std::chrono::hours(24 * 365 * 70)))));
        for (const std::string text :
             {"", "20261121", "20261321T120000Z", "20261121T250000Z", "2026112xT120000Z", "20261121T120000X"}) {
            CHECK_FALSE_MESSAGE(parse_compact_utc(text), text);
        }
    }

    TEST_CASE("few backups are all kept") {
        std::vector<Backup> backups;
        for (int64_t n = 20; n > 0; --n) {
            backups.push_back(made(n, kNoon - n * 1s));
        }
        CHECK(backups_to_trim(backups, kNoon).empty());
    }

    TEST_CASE("saving every minute for days keeps a bounded number that reaches far back") {
        const auto kept = saves(60s, 20'000); // about 14 days
        CHECK(kept.size() <= 100);
        CHECK(kept.size() >= 60);
        CHECK(kept.front().counter == 20'000);
        const WallTime now = kept.front().time;
        const auto between = [&](std::chrono::seconds from, std::chrono::seconds to) {
            return std::count_if(kept.begin(), kept.end(),
                                 [&](const Backup& one) { return now - one.time >= from && now - one.time < to; });
        };
        CHECK(between(0h, 1h) >= 19);
        CHECK(between(1h, 24h) >= 10);
        CHECK(between(24h, 168h) >= 10);
        CHECK(between(168h, 10'000h) >= 1);
        for (size_t i = 0; i + 1 < 20; ++i) {
            CHECK(kept[i].counter == kept[i + 1].counter + 1);
        }
    }

    TEST_CASE("saving every hour for three years stays bounded and keeps the first year in sight") {
        const auto kept = saves(1h, 26'000);
        CHECK(kept.size() <= 100);
        CHECK(kept.front().time - kept.back().time > 24h * 365);
        CHECK(std::is_sorted(kept.begin(), kept.end(),
                             [](const Backup& a, const Backup& b) { return a.counter > b.counter; }));
    }

    TEST_CASE("a clock that jumps a year removes at most two at once and never the newest twenty") {
        auto kept = saves(60s, 2'000);
        const auto before = kept;
        for (const auto jump : {std::chrono::seconds(24h * 365), std::chrono::seconds(-24h * 365)}) {
            const auto removed = backups_to_trim(kept, kept.front().time + jump);
            CHECK(removed.size() <= 2);
            for (const Backup& one : removed) {
                CHECK(one.counter <= kept[20].counter);
            }
        }
    }

    TEST_CASE("backups from the future count as new") {
        std::vector<Backup> backups;
        for (int64_t n = 30; n > 0; --n) {
            backups.push_back(made(n, kNoon + 24h * 365));
        }
        const auto removed = backups_to_trim(backups, kNoon);
        CHECK(removed.size() == 2);
    }

    TEST_CASE("added, listed, read; equal ones are not stored twice, damaged ones are found") {
        const TemporaryFolder folder;
        const auto film = folder.path() / "film.t2vproj";
        CHECK(list_backups(film).empty());
        REQUIRE(add_backup(film, "one", kNoon));
        REQUIRE(add_backup(film, "two", kNoon - 1h));
        REQUIRE(add_backup(film, "two", kNoon + 1h));
        REQUIRE(write_file_atomically(backup_folder(film) / "notes.txt", "x"));
        auto backups = list_backups(film);
        REQUIRE(backups.size() == 2);
        CHECK(backups[0].counter == 2);
        CHECK(*read_backup(backups[0]) == "two");
        CHECK(*read_backup(backups[1]) == "one");
        REQUIRE(write_file_atomically(backups[0].file, "tw"));
        CHECK_FALSE(read_backup(backups[0]));
        REQUIRE(add_backup(film, "two", kNoon + 2h));
        CHECK(*read_backup(list_backups(film)[0]) == "two");
    }

    TEST_CASE("many saves on disk are trimmed") {
        const TemporaryFolder folder;
        const auto film = folder.path() / "film.t2vproj";
        for (int n = 0; n < 60; ++n) {
            REQUIRE(add_backup(film, std::to_string(n), kNoon + n * 1s, {5, 5, 2}));
        }
        CHECK(list_backups(film).size() == 6); // the newest five, and the oldest
        CHECK(*read_backup(list_backups(film)[5]) == "0");
        CHECK(*read_backup(list_backups(film)[0]) == "59");
    }
}
