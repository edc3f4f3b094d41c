// SPDX-License-Identifier: Apache-2.0
#include "core/project/full_prompt.h"

#include "core/base/ascii.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <utility>

namespace longtake {

namespace {

/// Punctuation and spaces outside ASCII that end a name, as closed ranges of code points.
constexpr std::array<std::pair<char32_t, char32_t>, 12> kNoNameRanges{{{0x80, 0xA9},
                                                                       {0xAB, 0xB4},
                                                                       {0xB6, 0xB9},
                                                                       {0xBB, 0xBF},
                                                                       {0x60C, 0x60C},
                                                                       {0x61B, 0x61F},
                                                                       {0x1680, 0x1680},
                                                                       {0x2000, 0x206F},
                                                                       {0x3000, 0x3004},
                                                                       {0x3008, 0x3030},
                                                                       {0xFE30, 0xFE6F},
                                                                       {0xFF00, 0xFF0F}}};
constexpr std::array<std::pair<char32_t, char32_t>, 3> kFullWidthPunctuation{
    {{0xFF1A, 0xFF20}, {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65}}};
/// From here on scripts are written without spaces between words (kana, ideographs) or with particles joined on
/// (hangul).
constexpr char32_t kFirstUnspaced = 0x2E80;

bool is_name_letter(char32_t letter) {
    if (letter < 0x80) {
        return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= 'a' && letter <= 'z') || letter == '_' || letter == '-';
    }
    const auto holds = [letter](const auto& range) { return letter >= range.first && letter <= range.second; };
    return std::none_of(kNoNameRanges.begin(), kNoNameRanges.end(), holds) &&
           std::none_of(kFullWidthPunctuation.begin(), kFullWidthPunctuation.end(), holds);
}

char32_t last_code_point(std::string_view text) {
    char32_t last = 0;
    size_t at = 0;
    while (const auto letter = next_code_point(text, at)) {
        last = *letter;
    }
    return last;
}

/// Whether a name that ends in `last` may end in front of text[at].
bool is_word_end(char32_t last, std::string_view text, size_t at) {
    const auto next = next_code_point(text, at);
    if (!next || !is_name_letter(*next)) {
        return true;
    }
    return last >= kFirstUnspaced || *next >= kFirstUnspaced;
}

size_t word_end(std::string_view text, size_t at) {
    size_t next = at;
    for (auto letter = next_code_point(text, next); letter && is_name_letter(*letter);
         letter = next_code_point(text, next)) {
        at = next;
    }
    return at;
}

const Character* longest_name_at(const Project& project, std::string_view text, size_t at) {
    const Character* longest = nullptr;
    for (const Character& character : project.characters) {
        const bool is_longer = longest == nullptr || character.name.size() > longest->name.size();
        if (is_longer && !character.name.empty() && text.substr(at).starts_with(character.name) &&
            is_word_end(last_code_point(character.name), text, at + character.name.size())) {
            longest = &character;
        }
    }
    return longest;
}

bool ends_with_punctuation(std::string_view text) {
    const char32_t last = last_code_point(text);
    constexpr std::u32string_view kMarks = U".,;:!?\u2026\u3002\uFF01\uFF1F\uFF0C\u061F\u060C\u0964";
    return kMarks.find(last) != std::u32string_view::npos;
}

void append_part(std::string& whole, std::string_view part) {
    part = trimmed(part);
    if (part.empty()) {
        return;
    }
    if (!whole.empty()) {
        whole += ends_with_punctuation(whole) ? " " : ", ";
    }
    whole += part;
}

} // namespace

std::string full_prompt(const Project& project, const Shot& shot, std::string_view camera_text) {
    std::string whole;
    if (const Scene* scene = shot.scene.is_empty() ? nullptr : project.find(shot.scene)) {
        append_part(whole, expand_characters(project, scene->description));
    }
    append_part(whole, expand_characters(project, shot.prompt));
    append_part(whole, camera_text);
    append_part(whole, project.look.style);
    return whole;
}

std::string full_negative(const Project& project, const Shot& shot) {
    std::string whole;
    append_part(whole, project.look.negative);
    append_part(whole, shot.negative);
    return whole;
}

std::vector<Mention> find_mentions(const Project& project, std::string_view text) {
    std::vector<Mention> mentions;
    for (size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
        if (is_name_letter(last_code_point(text.substr(0, at).substr(at < 4 ? 0 : at - 4)))) {
            continue;
        }
        const Character* known = longest_name_at(project, text, at + 1);
        const size_t end = known != nullptr ? at + 1 + known->name.size() : word_end(text, at + 1);
        if (end > at + 1) {
            mentions.push_back({at, end, std::string(text.substr(at + 1, end - at - 1)), known != nullptr});
        }
    }
    return mentions;
}

std::string expand_characters(const Project& project, std::string_view text) {
    std::string expanded;
    size_t copied = 0;
    for (const Mention& mention : find_mentions(project, text)) {
        if (mention.is_known) {
            expanded.append(text.substr(copied, mention.begin - copied));
            expanded.append(trimmed(project.find_character(mention.name)->description));
            copied = mention.end;
        }
    }
    expanded.append(text.substr(copied));
    return expanded;
}

bool is_character_name(std::string_view name) {
    return !name.empty() && word_end(name, 0) == name.size();
}

} // namespace longtake
