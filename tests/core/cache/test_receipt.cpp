// SPDX-License-Identifier: Apache-2.0
#include "core/cache/receipt.h"

#include <doctest/doctest.h>

using namespace longtake;

namespace {

Receipt full_receipt() {
    Receipt receipt;
    receipt.take = {"t1"};
    receipt.shot = {"s1"};
    receipt.serial = 12;
    receipt.created_at = "2026-11-21T05:00:00Z";
    receipt.recipe.model = "starter";
    receipt.recipe.model_hash = "aa";
    receipt.recipe.adapters = {{"ink", "bb", 0.1}};
    receipt.recipe.prompt = "line\n\"quoted\" \u65e5\u672c \u202e \x01 </s> {{x}}";
    receipt.recipe.guidance = 1.0 / 3.0;
    receipt.recipe.size = {160, 96};
    receipt.recipe.frames = {33};
    receipt.recipe.frame_rate = FrameRate{24000, 1001};
    receipt.recipe.keyframes = {{0, "cc"}};
    receipt.recipe.upstream = UpstreamUse{"dd", 2, 3, "a fox sits", "ee"};
    receipt.key = shot_key(receipt.recipe);
    receipt.continues_from = {"t0"};
    receipt.context_sha256 = "ff";
    receipt.prompt_tokens = {1, 2, 3};
    receipt.negative_tokens = {4};
    receipt.made_with = {"longtake 0.1.0", "cpu", "float32", 2, {{"libtorch", "2.13.0"}}, {"tiled-decoder"}};
    receipt.safety = "strict";
    receipt.render_s = 1.25;
    receipt.files = {{"frames.mp4", {10, "11"}}, {"latents.safetensors", {20, "22"}}};
    receipt.latents_sha256 = "33";
    return receipt;
}

} // namespace

TEST_SUITE("cache.receipt") {
    TEST_CASE("a receipt reads back as it was written") {
        const Receipt receipt = full_receipt();
        const auto read = parse_receipt(to_json(receipt));
        REQUIRE(read);
        CHECK(*read == receipt);
        CHECK(to_json(*read) == to_json(receipt));
    }

    TEST_CASE("a receipt with any byte changed is refused or means the same") {
        const Receipt receipt = full_receipt();
        const std::string text = to_json(receipt);
        for (size_t at = 0; at < text.size(); ++at) {
            for (const char change : {'\x01', '\x20'}) {
                std::string damaged = text;
                damaged[at] = static_cast<char>(damaged[at] ^ change);
                const auto read = parse_receipt(damaged);
                CHECK((!read || *read == receipt));
            }
        }
    }

    TEST_CASE("a receipt cut short anywhere is refused") {
        const std::string text = to_json(full_receipt());
        for (size_t length = 0; length + 2 < text.size(); length += 7) {
            CHECK_FALSE(parse_receipt(std::string_view(text).substr(0, length)));
        }
    }

    TEST_CASE("a receipt with a key that is not its recipe's is refused") {
        Receipt receipt = full_receipt();
        receipt.key[0] = receipt.key[0] == 'a' ? 'b' : 'a';
        const auto read = parse_receipt(to_json(receipt));
        REQUIRE_FALSE(read);
        CHECK(read.error().message.find("key") != std::string::npos);
    }

    TEST_CASE("garbage is refused without a crash") {
        for (const char* text : {"", "null", "[]", "{}", "{\"longtake_receipt\":\"1\"}", "{\"longtake_receipt\":99}",
                                 "\xff\xfe", "[[[[[["}) {
            CAPTURE(text);
            CHECK_FALSE(parse_receipt(text));
        }
        CHECK_FALSE(parse_receipt(std::string(200000, '[')));
    }
}
