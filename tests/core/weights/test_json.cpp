// SPDX-License-Identifier: Apache-2.0
#include "core/base/atomic_file.h"
#include "core/weights/json.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <random>

using namespace longtake;

namespace {

std::string problem_of(const std::string& text, const JsonLimits& limits = {}) {
    const auto json = parse_json(text, "config.json", limits);
    return json ? "accepted" : json.error().message;
}

bool is_refused(const std::string& text, const std::string& part, const JsonLimits& limits = {}) {
    const std::string problem = problem_of(text, limits);
    CAPTURE(text.substr(0, 100));
    CAPTURE(problem);
    CHECK(problem.starts_with("config.json: "));
    return problem.find(part) != std::string::npos;
}

} // namespace

TEST_SUITE("weights.json") {
    TEST_CASE("what json.org allows is read") {
        const auto json =
            parse_json(R"( {"a": [1, -2.5e3, true, null, "é\u00e9\ud83d\ude00"], "b": {}} )", "config.json");
        REQUIRE(json);
        CHECK((*json)["a"][4] == "éé😀");
        CHECK((*json)["a"][1] == -2500.0);
    }

    TEST_CASE("constants that only Python knows are texts where that is asked for") {
        JsonLimits python;
        python.reads_python_constants = true;
        const auto read = parse_json(R"({"a": -Infinity, "b": [NaN, Infinity], "c": "Infinity, \\\"NaN\"", "NaN": 1})",
                                     "x.json", python);
        REQUIRE(read);
        CHECK((*read)["a"] == "-Infinity");
        CHECK((*read)["b"] == Json({"NaN", "Infinity"}));
        CHECK((*read)["c"] == "Infinity, \\\"NaN\"");
        CHECK((*read)["NaN"] == 1);
        ConfigReader reader(*read, "x.json");
        reader.number("a", 0, -1, 1);
        REQUIRE_FALSE(reader.finish());
        CHECK(reader.finish().error().message.find("a is \"-Infinity\"") != std::string::npos);
        CHECK_FALSE(parse_json(R"({"a": "NaN)", "x.json", python));
        CHECK_FALSE(parse_json(R"({"a": NaN)", "x.json", python));
    }

    TEST_CASE("duplicate keys, comments, trailing text, NUL bytes, NaN and bad UTF-8 are refused") {
        CHECK(is_refused(R"({"a": 1, "b": {"c": 1, "c": 2}})", "the key \"c\" appears twice"));
        CHECK(problem_of(R"([{"a": 1}, {"a": 1}])") == "accepted");
        CHECK(is_refused("{} // note", "no valid JSON at byte"));
        CHECK(is_refused("{} {}", "no valid JSON"));
        CHECK(is_refused(std::string("{}\0{}", 5), "NUL byte"));
        CHECK(is_refused("[NaN]", "no valid JSON"));
        CHECK(is_refused("[1e999]", "no valid JSON"));
        CHECK(is_refused("[\"\xff\"]", "no valid JSON"));
        CHECK(is_refused("", "no valid JSON"));
        CHECK(is_refused("{\"a\": 01}", "no valid JSON"));
    }

    TEST_CASE("depth, size and count are limited before anything is built") {
        CHECK(problem_of(std::string(32, '[') + std::string(32, ']')) == "accepted");
        CHECK(is_refused(std::string(33, '[') + std::string(33, ']'), "nested deeper than 32"));
        CHECK(is_refused(std::string(10'000'000, '['), "nested deeper"));
        CHECK(is_refused("[1, 2, 3]", "larger than 4 bytes", {.bytes = 4}));
        CHECK(is_refused("[1, 2, 3]", "more than 3 values", {.values = 3}));
        CHECK(problem_of("[1, 2, 3]", {.values = 4}) == "accepted");
    }

    TEST_CASE("thousands of mutated texts are read or refused") {
        const std::string good =
            R"({"_class_name": "Wan", "patch_size": [1, 2, 2], "eps": 1e-06, "image_dim": null, "x": {"y": [true, false, "\u00e9"]}})";
        std::mt19937_64 random(3);
        int refused = 0;
        for (int i = 0; i < 20000; ++i) {
            std::string text = good;
            for (uint64_t edits = random() % 3 + 1; edits > 0; --edits) {
                text[random() % text.size()] =
                    random() % 2 == 0 ? static_cast<char>(random()) : "{}[]:,\"0\\-e"[random() % 11];
            }
            const auto json = parse_json(text, "fuzz");
            refused += json ? 0 : 1;
            if (json) {
                CHECK(parse_json(json->dump(), "again"));
            }
        }
        CHECK(refused > 10000);
    }

    TEST_CASE("a missing file is an error of the model, named") {
        const TemporaryFolder folder;
        const auto json = read_json_file(folder.path() / "config.json");
        REQUIRE_FALSE(json);
        CHECK(json.error().code == ErrorCode::Model);
        CHECK(json.error().message.find("config.json") != std::string::npos);
    }

    TEST_CASE("what is written is read back") {
        const TemporaryFolder folder;
        const Json value = {{"name", "é"}, {"shape", {1, 2, 2}}, {"eps", 1e-6}};
        REQUIRE(write_json_file(folder.path() / "c.json", value));
        const auto again = read_json_file(folder.path() / "c.json");
        REQUIRE(again);
        CHECK(*again == value);
    }

    TEST_CASE("a reader takes values in range and falls back where a key is missing or null") {
        const Json config = {{"layers", 30},   {"eps", 1e-6},          {"norm", "rms"},          {"patch", {1, 2, 2}},
                             {"causal", true}, {"image_dim", nullptr}, {"flags", {true, false}}, {"mean", {0.5, 1}}};
        ConfigReader reader(config, "transformer/config.json");
        CHECK(reader.whole("layers", 1, 1, 1000) == 30);
        CHECK(reader.whole("heads", 12, 1, 1000) == 12);
        CHECK(reader.number("eps", 0.0, 0.0, 1.0) == 1e-6);
        CHECK(reader.text("norm", "", {"rms", "layer"}) == "rms");
        CHECK(reader.wholes("patch", {}, 1, 16) == std::vector<int64_t>{1, 2, 2});
        CHECK(reader.boolean("causal", false));
        CHECK(reader.booleans("flags", {}) == std::vector<bool>{true, false});
        CHECK(reader.numbers("mean", {}, -10, 10) == std::vector<double>{0.5, 1.0});
        CHECK_FALSE(reader.optional_whole("image_dim", 1, 10));
        CHECK_FALSE(reader.has("image_dim"));
        CHECK(reader.finish());
    }

    TEST_CASE("every value out of range is named with file, key, value and range") {
        const Json config = {{"layers", 1000000}, {"heads", 2.5},    {"eps", "NaN"},
                             {"patch", {1, -2}},  {"norm", "batch"}, {"huge", 18446744073709551615ULL}};
        ConfigReader reader(config, "transformer/config.json");
        CHECK(reader.whole("layers", 30, 1, 1000) == 30);
        CHECK(reader.whole("heads", 12, 1, 1000) == 12);
        CHECK(reader.number("eps", 1e-6, 0.0, 1.0) == 1e-6);
        CHECK(reader.wholes("patch", {1, 2, 2}, 1, 16) == std::vector<int64_t>{1, 2, 2});
        CHECK(reader.text("norm", "rms", {"rms"}) == "rms");
        CHECK(reader.whole("huge", 1, 0, INT64_MAX) == 1);
        reader.require(false, "heads must divide width");
        const auto finished = reader.finish();
        REQUIRE_FALSE(finished);
        const std::string& message = finished.error().message;
        CAPTURE(message);
        CHECK(message.starts_with(
            "transformer/config.json: layers is 1000000, expected a whole number from 1 to 1000; heads is 2.5, "));
        CHECK(message.find("eps is \"NaN\", expected a number from 0.0 to 1.0") != std::string::npos);
        CHECK(message.find("norm is \"batch\", expected one of rms") != std::string::npos);
        CHECK(message.find("heads must divide width") != std::string::npos);
    }

    TEST_CASE("a config that is no object is refused") {
        const Json config = Json::array();
        ConfigReader reader(config, "config.json");
        CHECK(reader.whole("a", 3, 1, 4) == 3);
        CHECK_FALSE(reader.finish());
    }
}
