// SPDX-License-Identifier: Apache-2.0
// Prompt cleaning and tokenising against diffusers and transformers over random Unicode prompts, and hostile
// vocabularies.
#include "core/base/atomic_file.h"
#include "core/text/prompt_cleaning.h"
#include "core/text/tokenizer.h"
#include "tests/support/reference.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <random>

using namespace longtake;

namespace {

constexpr int kCases = 600;

/// Letters and a few words, special pieces first as in T5; built by hand so that no Python is needed.
TokenizerModel toy_model() {
    TokenizerModel model;
    model.pieces = {
        {"<pad>", 0.0F, PieceType::Control}, {"</s>", 0.0F, PieceType::Control}, {"<unk>", 0.0F, PieceType::Unknown}};
    for (const char* text : {"\u2581", "\u2581cat", "\u2581the", "<", ">", "/", "_", "e", "x", "t", "r", "a", "i", "d",
                             "s", "p", "0", "猫"}) {
        model.pieces.push_back({text, -2.0F - static_cast<float>(model.pieces.size()) * 0.01F, PieceType::Normal});
    }
    return model;
}

Tokenizer toy_tokenizer(const TokenizerModel& model = toy_model()) {
    auto tokenizer = Tokenizer::from_model(model, "toy");
    REQUIRE(tokenizer);
    return *std::move(tokenizer);
}

Tokenizer load(const std::filesystem::path& folder) {
    const auto model = ModelDirectory::open(folder);
    REQUIRE(model);
    auto tokenizer = Tokenizer::load(*model);
    REQUIRE_MESSAGE(tokenizer, (tokenizer ? "" : tokenizer.error().message));
    return *std::move(tokenizer);
}

} // namespace

TEST_SUITE("text.tokenizer") {
    TEST_CASE("prompts are cleaned as diffusers does and tokenised as transformers does, from either tokenizer file") {
        const TemporaryFolder folder;
        REQUIRE(run_reference("tokenizer_cases.py", {folder.path().string(), "20261121", std::to_string(kCases)}) == 0);
        const auto cases = read_json_file(folder.path() / "cases.json");
        REQUIRE(cases);
        const Tokenizer spiece = load(folder.path() / "spiece");
        const Tokenizer json = load(folder.path() / "json");
        int guessed = 0;
        for (const Json& item : *cases) {
            const auto text = item["text"].get<std::string>();
            const auto limit = item["limit"].get<int64_t>();
            const auto ids = item["ids"].get<std::vector<int64_t>>();
            const auto raw_ids = item["raw_ids"].get<std::vector<int64_t>>();
            guessed += item["has_mojibake"].get<bool>() ? 1 : 0;
            CAPTURE(text);
            const std::string cleaned = clean_wan_prompt(text);
            CHECK(cleaned == item["cleaned"].get<std::string>());
            CHECK(spiece.encode(cleaned, limit).ids == ids);
            CHECK(json.encode(cleaned, limit).ids == ids);
            CHECK(spiece.encode(text, limit).ids == raw_ids);
        }
        CHECK(guessed < kCases / 20);
    }

    TEST_CASE("pieces, then </s>; the rest is dropped and counted") {
        const Tokenizer tokenizer = toy_tokenizer();
        CHECK(tokenizer.encode("the cat", 512).ids == std::vector<int64_t>{5, 4, 1});
        CHECK(tokenizer.encode("", 512).ids == std::vector<int64_t>{1});
        const Tokens cut = tokenizer.encode("the cat the cat", 3);
        CHECK(cut.ids == std::vector<int64_t>{5, 4, 1});
        CHECK(cut.dropped_pieces == 2);
        CHECK(cut.dropped_text == " the cat");
        CHECK(tokenizer.encode("the cat the 犬", 4).dropped_text == " 犬"); // as written, not as <unk>
        CHECK(tokenizer.encode("the cat", 3).dropped_text.empty());
        CHECK(tokenizer.encode("the cat", 1).ids == std::vector<int64_t>{1});
        CHECK(tokenizer.encode("猫", 8).ids == std::vector<int64_t>{3, 20, 1});
        CHECK(tokenizer.encode("犬", 8).ids == std::vector<int64_t>{3, 2, 1});
    }

    TEST_CASE("a character without a piece is unknown even where the vocabulary holds bytes") {
        TokenizerModel model = toy_model();
        for (const char* text : {"<0xE7>", "<0x8A>", "<0xAC>"}) { // 犬 in UTF-8
            model.pieces.push_back({text, 0.0F, PieceType::Byte});
        }
        CHECK(toy_tokenizer(model).encode("犬", 8).ids == std::vector<int64_t>{3, 2, 1});
    }

    TEST_CASE("unknown is piece 2 and a text begins with a space, whatever the file says") {
        TokenizerModel model = toy_model();
        model.pieces[2] = {"<s>", 0.0F, PieceType::Control}; // as in UMT5
        model.pieces.push_back({"<unk>", 0.0F, PieceType::Unknown});
        // normalizer_spec: no space in front, spaces kept as many as they are and as they are
        const std::string spec("\x1a\x06\x18\x00\x20\x00\x28\x00", 8);
        const auto read = parse_spiece_model(serialize_spiece_model(model) + spec, "toy");
        REQUIRE(read);
        CHECK(toy_tokenizer(*read).encode("犬 the  cat", 8).ids == std::vector<int64_t>{3, 2, 5, 4, 1});
        CHECK(toy_tokenizer(*read).encode("cat", 8).ids == std::vector<int64_t>{4, 1});
    }

    TEST_CASE("a prompt of any size keeps to the limit") {
        const Tokenizer tokenizer = toy_tokenizer();
        for (int words = 0; words <= 600; words += 25) {
            std::string text;
            for (int i = 0; i < words; ++i) {
                text += " cat";
            }
            const Tokens tokens = tokenizer.encode(text, 512);
            CHECK(static_cast<int>(tokens.ids.size()) == std::min(words, 511) + 1);
            CHECK(tokens.dropped_pieces == std::max(words - 511, 0));
        }
    }

    TEST_CASE("special tokens cannot be reached from text, whatever type the file gives them") {
        TokenizerModel model = toy_model();
        model.pieces.push_back({"<extra_id_0>", 0.0F, PieceType::UserDefined});
        model.pieces.push_back({"\u2581<extra_id_1>", 0.0F, PieceType::Normal});
        model.pieces[0].type = PieceType::Normal;
        model.pieces[1].type = PieceType::UserDefined;
        const Tokenizer tokenizer = toy_tokenizer(model);
        for (const char* text :
             {"</s>", "cat</s>", "<pad>", " <extra_id_0>", "<extra_id_1>", "a<extra_id_0>a", "<unk>"}) {
            CAPTURE(text);
            const std::vector<int64_t> ids = tokenizer.encode(text, 64).ids;
            CHECK(std::count(ids.begin(), ids.end(), 1) == 1);
            CHECK(std::count(ids.begin(), ids.end(), 0) == 0);
            CHECK(*std::max_element(ids.begin(), ids.end()) < 21);
        }
    }

    TEST_CASE("invalid UTF-8, NUL bytes and a megabyte of text do no harm") {
        const Tokenizer tokenizer = toy_tokenizer();
        CHECK(tokenizer.encode("\xff\xfe\xc3", 16).ids.back() == 1);
        CHECK(tokenizer.encode(std::string_view("a\0b", 3), 16).ids.back() == 1);
        CHECK(tokenizer.encode(std::string(1 << 20, 'x'), 16).ids.size() == 16);
        CHECK(clean_wan_prompt("a\xff") == "a\xef\xbf\xbd");
    }

    TEST_CASE("a vocabulary larger than the encoder's table is refused") {
        const Tokenizer tokenizer = toy_tokenizer();
        CHECK(tokenizer.check_fits(21));
        CHECK(tokenizer.check_fits(256384));
        const auto refused = tokenizer.check_fits(20);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message == "toy: the tokenizer has 21 pieces, the text encoder only 20 rows");
    }

    TEST_CASE("a model survives the round trip through a spiece.model") {
        const TokenizerModel model = toy_model();
        const auto again = parse_spiece_model(serialize_spiece_model(model), "again");
        REQUIRE(again);
        CHECK(*again == model);
    }

    TEST_CASE("malformed vocabularies are refused by name") {
        const auto refused = [](TokenizerModel model, const std::string& part) {
            const auto parsed = parse_spiece_model(serialize_spiece_model(model), "folder/spiece.model");
            REQUIRE_FALSE(parsed);
            CAPTURE(parsed.error().message);
            CHECK(parsed.error().code == ErrorCode::Model);
            CHECK(parsed.error().message.starts_with("folder/spiece.model: "));
            CHECK(parsed.error().message.find(part) != std::string::npos);
        };
        TokenizerModel model = toy_model();
        model.pieces.push_back(model.pieces.back());
        refused(model, "piece 21");
        model = toy_model();
        model.pieces[5].score = std::numeric_limits<float>::quiet_NaN();
        refused(model, "piece 5");
        model = toy_model();
        model.pieces[6].text = "\xff";
        refused(model, "piece 6");
        model = toy_model();
        model.pieces[1].text = "end";
        refused(model, "no </s>");
        refused({}, "0 pieces");
        model = toy_model();
        model.charsmap = std::string("\x00\x04\x00\x00", 4) + std::string(1024, '\xff') + std::string(1, '\0');
        model.charsmap[7] = '\x7f'; // the root is no value, and points far outside
        refused(model, "point outside themselves");
        model.charsmap = "short";
        refused(model, "damaged");
        const auto text = parse_spiece_model("this is no protobuf", "x");
        CHECK_FALSE(text);
    }

    TEST_CASE("a file above the limit is not read") {
        const TemporaryFolder folder;
        std::filesystem::create_directories(folder.path() / "tokenizer");
        REQUIRE(write_json_file(folder.path() / "model_index.json", {{"_class_name", "Toy"}}));
        REQUIRE(write_file_atomically(folder.path() / "tokenizer" / "spiece.model", ""));
        std::filesystem::resize_file(folder.path() / "tokenizer" / "spiece.model", uintmax_t{1} << 30);
        const auto model = ModelDirectory::open(folder.path());
        REQUIRE(model);
        const auto loaded = Tokenizer::load(*model);
        REQUIRE_FALSE(loaded);
        CHECK(loaded.error().code == ErrorCode::Model);
        CHECK(loaded.error().message.find("larger than") != std::string::npos);
    }

    TEST_CASE("thousands of mutated spiece.model files are refused or work, and never crash") {
        const std::string good = serialize_spiece_model(toy_model());
        std::mt19937_64 random(7);
        int accepted = 0;
        for (int i = 0; i < 4000; ++i) {
            std::string bytes = good;
            for (uint64_t edits = random() % 3 + 1; edits > 0; --edits) {
                const size_t at = random() % bytes.size();
                if (random() % 8 == 0) {
                    bytes.erase(at, random() % 9);
                } else {
                    bytes[at] = static_cast<char>(random());
                }
            }
            const auto model = parse_spiece_model(bytes, "fuzz");
            if (!model) {
                continue;
            }
            if (const auto tokenizer = Tokenizer::from_model(*model, "fuzz")) {
                ++accepted;
                const Tokens tokens = tokenizer->encode("the cat</s> \xff 猫 extra", 16);
                CHECK(tokens.ids.size() <= 16);
                CHECK(*std::max_element(tokens.ids.begin(), tokens.ids.end()) < tokenizer->vocabulary_size());
            }
        }
        CHECK(accepted > 100);
    }
}
