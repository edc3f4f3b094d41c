// SPDX-License-Identifier: Apache-2.0
#include "core/project/text_input.h"

#include <doctest/doctest.h>

using namespace longtake;
using namespace std::string_literals;

TEST_SUITE("project.text_input") {
    TEST_CASE("marks go, UTF-16 is converted") {
        CHECK(*decode_text("plain ü\r\n", "f") == "plain ü\r\n");
        CHECK(*decode_text("\xEF\xBB\xBFü", "f") == "ü");
        CHECK(*decode_text("\xFF\xFE"s + "a\0\xFC\0"s + "\x3D\xD8\x80\xDE"s, "f") == "aü🚀");
        CHECK(*decode_text("\xFE\xFF"s + "\0a\0\xFC"s + "\xD8\x3D\xDE\x80"s, "f") == "aü🚀");
        CHECK(*decode_text("", "f") == "");
    }

    TEST_CASE("what is no text is refused where it stands") {
        CHECK(decode_text("ab\nc\0d"s, "f").error().message.starts_with("f:2:2: a zero byte"));
        CHECK(decode_text("日\xFF", "f").error().message.starts_with("f:1:2: bytes that are not UTF-8"));
        CHECK(decode_text("\xFF\xFE\0\0a\0\0\0"s, "f").error().message.find("UTF-32") != std::string::npos);
        CHECK(decode_text("\xFF\xFE"s + "a\0b"s, "f").error().message.find("ends in the middle") != std::string::npos);
        CHECK(decode_text("\xFF\xFE"s + "\x3D\xD8"s, "f").error().message.find("surrogate") != std::string::npos);
        CHECK(decode_text("\xFF\xFE"s + "\x80\xDE"s, "f").error().message.find("surrogate") != std::string::npos);
        CHECK(decode_text("\xFF\xFE"s + "\0\0"s, "f").error().message.find("UTF-32") != std::string::npos);
    }

    TEST_CASE("columns count characters") {
        CHECK(place_of("a\n日本x", 8) == TextPlace{2, 3});
    }
}
