// SPDX-License-Identifier: Apache-2.0
#include "core/base/hash.h"

#include <doctest/doctest.h>

using namespace longtake;

TEST_SUITE("base.hash") {
    TEST_CASE("SHA-256 gives the digests of FIPS 180-4") {
        CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        CHECK(sha256_hex(std::string(1000000, 'a')) ==
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }

    TEST_CASE("the digest does not depend on how the bytes were cut") {
        std::string text;
        for (int i = 0; i < 300; ++i) {
            text.push_back(static_cast<char>(i * 7));
        }
        for (size_t cut = 0; cut <= text.size(); cut += 13) {
            Sha256 hash;
            hash.update(std::string_view(text).substr(0, cut));
            hash.update(std::string_view(text).substr(cut));
            CHECK(hash.hex() == sha256_hex(text));
        }
    }

    TEST_CASE("fields cannot be confused with each other") {
        CHECK(FieldHash().field("a", "b=c").hex() != FieldHash().field("a=b", "c").hex());
        CHECK(FieldHash().field("a", "x").field("b", "y").hex() != FieldHash().field("b", "y").field("a", "x").hex());
        CHECK(FieldHash().field("steps", int64_t{4}).dump() == "steps=4\n");
        CHECK(FieldHash().field("guidance", 0.1).dump() == "guidance=0.1\n");
        CHECK(FieldHash().field("prompt", "a\nb").dump() == "prompt=a\\nb\n");
    }
}
