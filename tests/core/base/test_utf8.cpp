// SPDX-License-Identifier: Apache-2.0
#include "core/base/utf8.h"

#include <doctest/doctest.h>

using namespace longtake;

TEST_SUITE("base.utf8") {
    TEST_CASE("every code point reads back as written") {
        for (char32_t value = 0; value <= 0x10FFFF; value += value < 0x3000 ? 1 : 61) {
            if (value >= 0xD800 && value <= 0xDFFF) {
                continue;
            }
            std::string text;
            append_utf8(text, value);
            size_t at = 0;
            REQUIRE(next_code_point(text, at) == value);
            REQUIRE(at == text.size());
        }
    }

    TEST_CASE("what is not UTF-8 is found where it starts") {
        using namespace std::string_literals;
        CHECK_FALSE(find_invalid_utf8("plain, ü, 日本語, 👩‍🚀"));
        for (const std::string& broken :
             {"\x80"s, "\xC0\x80"s, "\xC1\xBF"s, "\xE0\x80\x80"s, "\xED\xA0\x80"s, "\xF0\x80\x80\x80"s,
              "\xF4\x90\x80\x80"s, "\xF5\x80\x80\x80"s, "\xC3"s, "\xE2\x82"s, "\xF0\x9F\x91"s, "\xC3\x28"s}) {
            CHECK(find_invalid_utf8("ab" + broken) == 2);
        }
    }
}
