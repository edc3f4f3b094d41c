// SPDX-License-Identifier: Apache-2.0
#include "core/base/atomic_file.h"
#include "core/project/taught_words.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

using namespace longtake;

TEST_SUITE("project.taught_words") {
    TEST_CASE("phrases and words are read once each, in the file's order") {
        const TemporaryFolder folder;
        CHECK(read_taught_words(folder.path())->empty());
        REQUIRE(write_file_atomically(folder.path() / "vocabulary.yaml",
                                      "vocabulary: 1\n"
                                      "subjects:\n"
                                      "  - name: \"lion\"\n"
                                      "    say: [\"lion\", \"big cat\"]\n"
                                      "motions:\n"
                                      "  - name: right\n"
                                      "    say: [\"moves to the right\", \"lion\", \"\"]\n"
                                      "words: [a, the]\n"));
        CHECK(*read_taught_words(folder.path()) ==
              std::vector<std::string>{"lion", "big cat", "moves to the right", "a", "the"});
    }

    TEST_CASE("a damaged file is named with the line") {
        const TemporaryFolder folder;
        REQUIRE(write_file_atomically(folder.path() / "vocabulary.yaml", "words: [a\nb: c: d\n"));
        const auto words = read_taught_words(folder.path());
        REQUIRE_FALSE(words);
        CHECK(words.error().code == ErrorCode::Model);
        CHECK(words.error().message.find("vocabulary.yaml:") != std::string::npos);
    }
}
