// SPDX-License-Identifier: Apache-2.0
#include "core/project/yaml_text.h"
#include "core/project/yaml_tree.h"

#include <doctest/doctest.h>

#include <random>

using namespace longtake;

namespace {

std::string error_of(const std::string& text, YamlLimits limits = {}) {
    const auto tree = YamlTree::parse(text, "f", limits);
    const auto* problem = std::get_if<Problem>(&tree);
    return problem == nullptr ? "" : to_string(*problem);
}

YamlTree parsed(const std::string& text) {
    auto tree = YamlTree::parse(text, "f");
    REQUIRE_MESSAGE(std::holds_alternative<YamlTree>(tree), text);
    return std::get<YamlTree>(std::move(tree));
}

/// Levels of lists, each holding the one before ten times: 10^levels values in a few hundred bytes.
std::string alias_bomb(int levels) {
    std::string text = "a0: &a0 lol\n";
    for (int level = 1; level <= levels; ++level) {
        const std::string below = "*a" + std::to_string(level - 1);
        text += "a" + std::to_string(level) + ": &a" + std::to_string(level) + " [" + below;
        for (int i = 0; i < 9; ++i) {
            text += "," + below;
        }
        text += "]\n";
    }
    return text;
}

bool is_equal(const YamlNode& a, const YamlNode& b) {
    if (a.kind() != b.kind() || a.text() != b.text() || a.tag() != b.tag() || a.size() != b.size()) {
        return false;
    }
    for (size_t i = 0; i < a.size(); ++i) {
        const bool is_same = a.is_map() ? a.key(i).text() == b.key(i).text() && is_equal(a.value(i), b.value(i))
                                        : is_equal(a.item(i), b.item(i));
        if (!is_same) {
            return false;
        }
    }
    return true;
}

} // namespace

TEST_SUITE("project.yaml_tree") {
    TEST_CASE("a document becomes a tree with places") {
        const YamlTree tree = parsed("a: 1\nb:\n  - x\n  - 'y'\n日本: ~\n");
        const YamlNode root = tree.root();
        REQUIRE(root.is_map());
        CHECK(root.size() == 3);
        CHECK(root.find("a").text() == "1");
        CHECK_FALSE(root.find("b").item(0).is_quoted());
        CHECK(root.find("b").item(1).is_quoted());
        CHECK(root.find("日本").is_null());
        CHECK(root.find("none").is_null());
        CHECK(root.find("b").item(1).place() == TextPlace{4, 5});
        CHECK(root.value(2).place() == TextPlace{5, 5});
    }

    TEST_CASE("an empty document is null") {
        CHECK(parsed("").root().is_null());
        CHECK(parsed("# only a comment\n").root().is_null());
    }

    TEST_CASE("aliases repeat their anchor") {
        const YamlTree tree = parsed("a: &x [1, 2]\nb: *x\n");
        CHECK(to_flow_text(tree.root()) == "{a: [1, 2], b: [1, 2]}");
    }

    TEST_CASE("an alias bomb is refused by counting, not by visiting") {
        CHECK(alias_bomb(20).size() < 2048);
        CHECK(error_of(alias_bomb(20)).find("more than 2000000 values") != std::string::npos);
        CHECK(error_of(alias_bomb(3)).empty());
    }

    TEST_CASE("refused with the place") {
        CHECK(error_of("a: 1\nb: 2\na: 3\n") == "f:3:1: the key 'a' is there twice");
        CHECK(error_of("x: {k: 1, k: 2}") == "f:1:11: the key 'k' is there twice");
        CHECK(error_of("a: &x [*x]").find("f:1:8: an alias to the very part") == 0);
        CHECK(error_of("a: *none").find("f:1:") == 0);
        CHECK(error_of("<<: {a: 1}").find("merge keys") != std::string::npos);
        CHECK(error_of("? [a]\n: 1\n").find("not plain text") != std::string::npos);
        CHECK(error_of("? " + std::string(500, 'k') + "\n: 1\n").find("longer than 200") != std::string::npos);
        CHECK(error_of("a: b: c").find("f:1:") == 0);
        CHECK(error_of("a: 1\n---\nb: 2\n").find("more than one") != std::string::npos);
        CHECK(error_of("a: \"\\ud800\"").find("f:1:") == 0);
        CHECK(error_of("[1, 2, 3, 4]", {4, 8}).find("more than 4 values") != std::string::npos);
    }

    TEST_CASE("depth is bounded, however it is written") {
        CHECK(error_of(std::string(40, '[') + std::string(40, ']')).empty());
        for (const std::string level : {"[", "{a: ", "- ", "? ", "[{"}) {
            std::string deep;
            for (int i = 0; i < 100'000; ++i) {
                deep += level;
            }
            CHECK_FALSE_MESSAGE(error_of(deep).empty(), level);
        }
        CHECK(error_of(std::string(8 << 20, '[')).find("too large to be written between brackets") !=
              std::string::npos);
        std::string indented;
        for (size_t i = 0; i < 2000; ++i) {
            indented += std::string(i, ' ') + "a:\n";
        }
        CHECK(error_of(indented).find("nested deeper") != std::string::npos);
    }

    TEST_CASE("flow text reads back to an equal tree") {
        for (const std::string text : {"{a: 1, b: [x, 'y', \"z\\n\"], c: {d: ~, e: ''}}",
                                       "- 12:30\n- 'true'\n- true\n- a, b\n- |\n  two\n  lines\n",
                                       "!thing {k: !!str 5}", "a: [[], {}, '']", "'null': 1\n\"5\": 3\n"}) {
            const YamlTree tree = parsed(text);
            const std::string flow = to_flow_text(tree.root());
            const YamlTree again = parsed("k: " + flow);
            CHECK_MESSAGE(is_equal(tree.root(), again.root().find("k")), flow);
            CHECK(to_flow_text(again.root().find("k")) == flow);
            CHECK(flow.find('\n') == std::string::npos);
        }
    }
}

TEST_SUITE("project.yaml_text") {
    const auto read_back = [](const std::string& written) {
        const YamlTree tree = parsed(written);
        const YamlNode value = tree.root().find("k");
        REQUIRE_MESSAGE(value.is_scalar(), written);
        return value.text();
    };

    TEST_CASE("words stay words and everything else gets quotes") {
        CHECK(yaml_scalar("A lion walks, slowly; it's 5 o'clock (noon)") ==
              "A lion walks, slowly; it's 5 o'clock (noon)");
        CHECK(yaml_scalar("日本語の物語") == "日本語の物語");
        for (const char* text :
             {"",     "null", "~",   "Yes", "off",  "12",   "1.5",     "0x1F",   "1e5",   "2026-11-21", "12:30",
              ".inf", "+1",   "<<",  "=",   "- a",  "a: b", "a #b",    "a:",     " a",    "a ",         "#a",
              "@Ana", "*a",   "&a",  "!a",  "|",    ">",    "%",       "`",      "'a'",   "\"a\"",      "[a]",
              "{a}",  "?a",   "...", "---", "a\tb", "a\nb", "\x1b[0m", "\u2028", "\uFEFF"}) {
            CHECK_MESSAGE(yaml_scalar(text) == yaml_quoted(text), text);
        }
        CHECK(yaml_scalar("a, b", true) == "\"a, b\"");
    }

    TEST_CASE("paragraphs are written as blocks") {
        YamlWriter writer;
        writer.text("k", "one\n\ntwo\n");
        CHECK(writer.take() == "k: |\n  one\n\n  two\n");
        writer.text("k", "one\ntwo");
        CHECK(writer.take() == "k: |-\n  one\n  two\n");
    }

    TEST_CASE("items and sections are indented") {
        YamlWriter writer;
        writer.comment("two\nlines");
        writer.begin("shots");
        writer.begin_item();
        writer.raw("id", "s1");
        writer.text("prompt", "a\nb");
        writer.begin("seam");
        writer.raw("kind", "cut");
        writer.end();
        writer.end();
        writer.begin_item();
        writer.raw("id", "s2");
        writer.end();
        writer.end();
        writer.raw("x", "1");
        CHECK(writer.take() == "# two\n# lines\nshots:\n  - id: s1\n    prompt: |-\n      a\n      b\n    seam:\n      "
                               "kind: cut\n  - id: s2\nx: 1\n");
    }

    TEST_CASE("every text reads back byte for byte") {
        using namespace std::string_literals;
        for (const std::string& text : {"👩‍🚀 flies 👨‍👩‍👧‍👦"s,
                                        "مرحبا \u202Bبالعالم\u202C"s,
                                        "e\u0301 z\u0335"s,
                                        "</s>{{x}}$(rm -rf)`id`"s,
                                        "a\r\nb\r\n"s,
                                        "\x01\x1b[31m\x7f"s,
                                        "\u0085\u2028\u2029\uFEFF\uFFFE"s,
                                        "tabs\tand \\ \" ' quotes"s,
                                        "\n"s,
                                        "\n\n\n"s,
                                        "a\n\n"s,
                                        " lead\n trail \n"s,
                                        "a\n b\n"s,
                                        "a\n\tb\n"s,
                                        "\ta\nb"s,
                                        "# not a comment\n- x\n"s,
                                        "---\na\n...\n"s,
                                        "a\n---\nb"s,
                                        "%YAML\nx"s,
                                        std::string(1 << 20, 'x'),
                                        std::string(1 << 20, '['),
                                        "a\"" + std::string(1 << 19, '{') + "\n\"[",
                                        "key: value\n? x"s,
                                        "!<tag> x\n"s,
                                        "a\n "s,
                                        " "s,
                                        "\xF4\x8F\xBF\xBF"s}) {
            YamlWriter writer;
            writer.begin("deep");
            writer.begin_item();
            writer.text("k", text);
            writer.end();
            writer.end();
            const YamlTree tree = parsed(writer.take());
            CHECK(tree.root().find("deep").item(0).find("k").text() == text);
            CHECK(read_back("k: " + yaml_quoted(text)) == text);
        }
    }

    TEST_CASE("random texts of nasty signs read back, as values, flow values and keys") {
        const std::vector<std::string> signs{
            "a",  "b",           " ",    "\n", "\n", ":",      "#",    "-",      "?",  ",",      "[",
            "]",  "{",           "}",    "\"", "'",  "\\",     "|",    ">",      "%",  "@",      "`",
            "&",  "*",           "!",    "~",  ".",  "0",      "1",    "e",      "\t", "\u00A0", "\u2028",
            "日", "👩‍🚀", "\x1b", "\r", "=",  "\u0085", "null", "\uFEFF", "_"};
        std::mt19937 random(11);
        for (int round = 0; round < 4000; ++round) {
            std::string text;
            for (uint32_t n = random() % 12; n > 0; --n) {
                text += signs[random() % signs.size()];
            }
            YamlWriter writer;
            writer.text("k", text);
            REQUIRE(read_back(writer.take()) == text);
            const YamlTree tree =
                parsed("{k: [" + yaml_scalar(text, true) + "], " + yaml_scalar("x" + text, true) + ": 1}");
            REQUIRE(tree.root().find("k").item(0).text() == text);
            REQUIRE(tree.root().key(1).text() == "x" + text);
        }
    }
}
