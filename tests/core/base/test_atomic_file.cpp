// SPDX-License-Identifier: Apache-2.0
#include "core/base/atomic_file.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

using namespace longtake;

TEST_SUITE("base.atomic_file") {
    TEST_CASE("a file without commit leaves the old one and no trace") {
        const TemporaryFolder folder;
        const auto target = folder.path() / "film.t2vproj";
        REQUIRE(write_file_atomically(target, "old"));
        {
            auto file = AtomicFile::create(target);
            REQUIRE(file);
            REQUIRE(file->write("half"));
        }
        CHECK(*read_file(target) == "old");
        CHECK(folder.entry_count() == 1);
    }

    TEST_CASE("commit replaces the whole content") {
        const TemporaryFolder folder;
        const auto target = folder.path() / "日本語 name.t2vproj";
        REQUIRE(write_file_atomically(target, "a long first version"));
        REQUIRE(write_file_atomically(target, "new"));
        CHECK(*read_file(target) == "new");
        CHECK(folder.entry_count() == 1);
    }

    TEST_CASE("a folder that is not there is named in the error") {
        const TemporaryFolder folder;
        const auto written = write_file_atomically(folder.path() / "none" / "a", "x");
        REQUIRE_FALSE(written);
        CHECK(written.error().message.find("none") != std::string::npos);
        CHECK(written.error().code == ErrorCode::BadInput);
    }

    TEST_CASE("a file above the limit is not read") {
        const TemporaryFolder folder;
        REQUIRE(write_file_atomically(folder.path() / "a", "12345"));
        CHECK_FALSE(read_file(folder.path() / "a", 4));
        CHECK(*read_file(folder.path() / "a", 5) == "12345");
    }
}
