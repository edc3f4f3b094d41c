// SPDX-License-Identifier: Apache-2.0
#include "core/safety/content_filter.h"

#include <doctest/doctest.h>

#include <random>

using namespace longtake;

namespace {

std::vector<ContentRule> rules_of(std::string_view text, SafetyLevel level) {
    std::vector<ContentRule> rules;
    for (const ContentFinding& finding : check_content(text, level)) {
        rules.push_back(finding.rule);
    }
    return rules;
}

} // namespace

TEST_SUITE("safety.content_filter") {
    TEST_CASE("ordinary films are never touched, also where they hold a word inside another") {
        for (const char* text :
             {"", "a lion walks in the city", "Sussex, Essex and Middlesex in the rain", "a baby elephant bathes",
              "children play in the park", "the actor undergoes a change", "a sextant on a table",
              "an enfant terrible paints", "Gorey's gorge", "少年が走る", "女孩在公园里"}) {
            CAPTURE(text);
            CHECK(check_content(text, SafetyLevel::Strict).empty());
        }
    }

    TEST_CASE("a level decides between nothing, asking and refusing") {
        const char* text = "A gory scene: the SUICIDE of a clown.";
        CHECK(check_content(text, SafetyLevel::Open).empty());
        const auto careful = check_content(text, SafetyLevel::Careful);
        REQUIRE(careful.size() == 2);
        CHECK(careful[0] == ContentFinding{ContentRule::Gore, ContentVerdict::Ask, {"gory"}});
        CHECK(careful[1] == ContentFinding{ContentRule::SelfHarm, ContentVerdict::Ask, {"suicide"}});
        CHECK(content_objection(text, SafetyLevel::Careful).empty());
        CHECK(check_content(text, SafetyLevel::Strict)[0].verdict == ContentVerdict::Refuse);
        CHECK(content_objection(text, SafetyLevel::Strict).find("cruelty (gory)") != std::string::npos);
    }

    TEST_CASE("sexual content with minors is refused at every level, before all else") {
        for (const SafetyLevel level : {SafetyLevel::Open, SafetyLevel::Careful, SafetyLevel::Strict}) {
            for (const char* text : {"a naked child", "teens, nude", "ein nacktes Mädchen", "niña desnuda",
                                     "少女のヌード", "NUDE—SCHOOLGIRL"}) {
                CAPTURE(text);
                const auto findings = check_content(text, level);
                REQUIRE_FALSE(findings.empty());
                CHECK(findings[0].rule == ContentRule::SexualMinors);
                CHECK(findings[0].verdict == ContentVerdict::Refuse);
                CHECK_FALSE(content_objection(text, level).empty());
            }
        }
        CHECK(check_content("a naked statue", SafetyLevel::Open).empty());
    }

    TEST_CASE("words are found whatever surrounds them, in every language of the window") {
        for (const char* text : {"self-harm", "Self  Harm!", "(enthauptet)", "l’automutilation", "自殺の場面",
                                 "a.swastika.flag", "Ku-Klux-Klan", "¿un desnudo?"}) {
            CAPTURE(text);
            CHECK(rules_of(text, SafetyLevel::Careful).size() == 1);
        }
    }

    TEST_CASE("levels have names that read back") {
        for (const SafetyLevel level : {SafetyLevel::Open, SafetyLevel::Careful, SafetyLevel::Strict}) {
            CHECK(safety_level_from(to_string(level)) == level);
        }
        CHECK_FALSE(safety_level_from("none"));
        CHECK_FALSE(safety_level_from(""));
    }

    TEST_CASE("bytes that are no text do no harm") {
        std::mt19937 random(3);
        for (int round = 0; round < 500; ++round) {
            std::string text(random() % 60, ' ');
            for (char& letter : text) {
                letter = static_cast<char>(random());
            }
            CHECK(check_content(text + " gore", SafetyLevel::Careful).size() >= 1);
        }
    }
}
