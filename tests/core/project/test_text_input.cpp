// SPDX-License-Identifier: Apache-2.0
#include "core/project/text_input.h"

#include <doctest/doctest.h>

using namespace longtake;
using namespace std::string_literals;

namespace {

std::string text_of(std::string bytes) {
    const auto decoded = decode_text(std::move(bytes), "f");
    REQUIRE(std::holds_alternative<std::string>(decoded));
    return std::get<std::string>(decoded);
}

std::string problem_of(std::string bytes) {
    const auto decoded = decode_text(std::move(bytes), "f");
    REQUIRE(std::holds_alternative<Problem>(decoded));
    return to_string(std::get<Problem>(decoded));
}

} // namespace

TEST_SUITE("project.text_input") {
    TEST_CASE("marks go, UTF-16 is converted") {
        CHECK(text_of("plain ü\r\n") == "plain ü\r\n");
        CHECK(text_of("\xEF\xBB\xBFü") == "ü");
        CHECK(text_of("\xFF\xFE"s + "a\0\xFC\0"s + "\x3D\xD8\x80\xDE"s) == "aü🚀");
        CHECK(text_of("\xFE\xFF"s + "\0a\0\xFC"s + "\xD8\x3D\xDE\x80"s) == "aü🚀");
        CHECK(text_of("") == "");
    }

    TEST_CASE("what is no text is refused where it stands") {
        CHECK(problem_of("ab\nc\0d"s).starts_with("f:2:2: a zero byte"));
        CHECK(problem_of("日\xFF").starts_with("f:1:2: bytes that are not UTF-8"));
        CHECK(problem_of("\xFF\xFE\0\0a\0\0\0"s).find("UTF-32") != std::string::npos);
        CHECK(problem_of("\xFF\xFE"s + "a\0b"s).find("ends in the middle") != std::string::npos);
        CHECK(problem_of("\xFF\xFE"s + "\x3D\xD8"s).find("surrogate") != std::string::npos);
        CHECK(problem_of("\xFF\xFE"s + "\x80\xDE"s).find("surrogate") != std::string::npos);
        CHECK(problem_of("\xFF\xFE"s + "\0\0"s).find("UTF-32") != std::string::npos);
    }

    TEST_CASE("columns count characters") {
        CHECK(place_of("a\n日本x", 8) == TextPlace{2, 3});
    }
}
