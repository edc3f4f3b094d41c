// SPDX-License-Identifier: Apache-2.0
#include "core/safety/content_filter.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <span>

namespace longtake {

namespace {

/// One rule: texts that have one of `words` and, where `also` is not empty, one of those as well. A '*' at the end
/// stands for any ending. English first, then German, Spanish, French, Japanese and Chinese: the languages of the
/// window.
struct Rule {
    ContentRule rule;
    std::span<const std::string_view> words;
    std::span<const std::string_view> also;
};

constexpr std::string_view kSexual[] = {
    "nude",     "nudes",      "nudity", "naked",    "topless",    "sex",       "sexual*",    "sexy",
    "erotic*",  "porn*",      "nsfw",   "xxx",      "genital*",   "orgasm*",   "masturbat*", "fetish*",
    "undress*", "striptease", "hentai", "nackt*",   "entblößt*",  "erotik*",   "erotisch*",  "desnud*",
    "erótic*",  "sexo",       "nudité", "nue",      "déshabill*", "érotique*", "ヌード",     "全裸",
    "裸体",     "エロ",       "ポルノ", "セックス", "性行為",     "色情",      "裸露",       "性交",
};

constexpr std::string_view kMinors[] = {
    "child",       "children",   "kid",          "kids",        "minors",       "underage",      "preteen*",
    "teen",        "teens",      "teenage*",     "toddler*",    "baby",         "babies",        "infant*",
    "schoolgirl*", "schoolboy*", "little girl*", "little boy*", "young girl*",  "young boy*",    "loli",
    "lolita",      "shota",      "kinder",       "kleinkind*",  "mädchen",      "minderjährig*", "jugendlich*",
    "schülerin*",  "niño*",      "niña*",        "menor*",      "adolescente*", "enfant*",       "fillette*",
    "mineur*",     "子供",       "子ども",       "幼女",        "幼児",         "少女",          "少年",
    "女児",        "男児",       "未成年",       "ロリ",        "小学生",       "中学生",        "儿童",
    "小孩",        "女孩",
};

constexpr std::string_view kGore[] = {
    "gore",        "gory",    "behead*",       "decapitat*",    "dismember*",  "disembowel*", "mutilat*",
    "entrails",    "tortur*", "severed head*", "severed limb*", "snuff film*", "enthaupt*",   "verstümmel*",
    "zerstückel*", "folter*", "decapitad*",    "descuartiz*",   "mutilad*",    "décapit*",    "démembr*",
    "斬首",        "拷問",    "臓器",          "斩首",          "酷刑",        "肢解",
};

constexpr std::string_view kSelfHarm[] = {
    "suicid*",   "self harm*", "selfharm*", "cutting wrists", "slit wrists",  "selbstmord*", "suizid*",
    "autolesi*", "automutil*", "自殺",      "自傷",           "リストカット", "自杀",        "自残",
};

constexpr std::string_view kHate[] = {
    "swastika*",  "hakenkreuz*",   "ku klux klan", "neo nazi*", "nazi propaganda", "heil hitler", "white power",
    "esvástica*", "croix gammée*", "ナチス",       "纳粹",
};

constexpr std::array kRules = {
    Rule{ContentRule::SexualMinors, kSexual, kMinors},
    Rule{ContentRule::Sexual, kSexual, {}},
    Rule{ContentRule::Gore, kGore, {}},
    Rule{ContentRule::SelfHarm, kSelfHarm, {}},
    Rule{ContentRule::Hate, kHate, {}},
};

/// Marks between words in Latin-1, general and CJK punctuation.
bool is_between_words(char32_t c) {
    const bool is_ascii_mark =
        c < 0x80 && !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
    return is_ascii_mark || (c >= 0x80 && c <= 0xbf) || (c >= 0x2000 && c <= 0x206f) || (c >= 0x3000 && c <= 0x303f) ||
           (c >= 0xff01 && c <= 0xff0f);
}

char32_t lowered(char32_t c) {
    const bool is_capital = (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde && c != 0xd7);
    return is_capital ? c + 0x20 : c;
}

/// " lower case words between single spaces ".
std::string plain_words(std::string_view text) {
    std::string words = " ";
    for (size_t at = 0; at < text.size();) {
        const auto c = next_code_point(text, at);
        if (!c) {
            ++at; // a byte that is no text separates like a mark
        }
        if (c && !is_between_words(*c)) {
            append_utf8(words, lowered(*c));
        } else if (words.back() != ' ') {
            words += ' ';
        }
    }
    return words.back() == ' ' ? words : words + ' ';
}

/// Scripts written without spaces have no beginnings and ends of words to look for.
bool is_spaceless(std::string_view pattern) {
    size_t at = 0;
    const auto first = next_code_point(pattern, at);
    return first && *first >= 0x3040;
}

/// The word of `words` that the pattern matches; empty when there is none.
std::string find_word(const std::string& words, std::string_view pattern) {
    if (is_spaceless(pattern)) {
        return words.find(pattern) == std::string::npos ? std::string() : std::string(pattern);
    }
    const bool is_prefix = pattern.ends_with('*');
    const std::string wanted =
        " " + std::string(is_prefix ? pattern.substr(0, pattern.size() - 1) : pattern) + (is_prefix ? "" : " ");
    const size_t found = words.find(wanted);
    if (found == std::string::npos) {
        return {};
    }
    const size_t end = words.find(' ', found + wanted.size() - 1);
    return words.substr(found + 1, end - found - 1);
}

std::vector<std::string> find_words(const std::string& words, std::span<const std::string_view> patterns) {
    std::vector<std::string> found;
    for (const std::string_view pattern : patterns) {
        std::string word = find_word(words, pattern);
        if (!word.empty() && std::find(found.begin(), found.end(), word) == found.end()) {
            found.push_back(std::move(word));
        }
    }
    return found;
}

/// Nothing: the level has nothing against it.
std::optional<ContentVerdict> verdict_of(ContentRule rule, SafetyLevel level) {
    if (rule == ContentRule::SexualMinors || level == SafetyLevel::Strict) {
        return ContentVerdict::Refuse;
    }
    return level == SafetyLevel::Careful ? std::optional(ContentVerdict::Ask) : std::nullopt;
}

} // namespace

std::string_view to_string(SafetyLevel level) {
    switch (level) {
    case SafetyLevel::Open: return "open";
    case SafetyLevel::Careful: break;
    case SafetyLevel::Strict: return "strict";
    }
    return "careful";
}

std::optional<SafetyLevel> safety_level_from(std::string_view name) {
    for (const SafetyLevel level : {SafetyLevel::Open, SafetyLevel::Careful, SafetyLevel::Strict}) {
        if (name == to_string(level)) {
            return level;
        }
    }
    return std::nullopt;
}

std::string_view to_string(ContentRule rule) {
    switch (rule) {
    case ContentRule::SexualMinors: return "sexual content with minors";
    case ContentRule::Sexual: return "sexual content";
    case ContentRule::Gore: return "cruelty";
    case ContentRule::SelfHarm: return "self-harm";
    case ContentRule::Hate: break;
    }
    return "symbols of hate";
}

std::vector<ContentFinding> check_content(std::string_view text, SafetyLevel level) {
    const std::string words = plain_words(text);
    std::vector<ContentFinding> findings;
    for (const Rule& rule : kRules) {
        const auto verdict = verdict_of(rule.rule, level);
        std::vector<std::string> found = verdict ? find_words(words, rule.words) : std::vector<std::string>();
        const std::vector<std::string> also = found.empty() ? std::vector<std::string>() : find_words(words, rule.also);
        if (found.empty() || (!rule.also.empty() && also.empty())) {
            continue;
        }
        found.insert(found.end(), also.begin(), also.end());
        findings.push_back({rule.rule, *verdict, std::move(found)});
    }
    std::ranges::stable_sort(findings, std::greater(), &ContentFinding::verdict);
    return findings;
}

std::string content_objection(std::string_view text, SafetyLevel level) {
    const std::vector<ContentFinding> findings = check_content(text, level);
    if (findings.empty() || findings.front().verdict != ContentVerdict::Refuse) {
        return {};
    }
    std::string words;
    for (const std::string& word : findings.front().words) {
        words += (words.empty() ? "" : ", ") + word;
    }
    return "its text asks for " + std::string(to_string(findings.front().rule)) + " (" + words +
           "), which the safety level " + std::string(to_string(level)) + " refuses";
}

} // namespace longtake
