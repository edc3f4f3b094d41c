// SPDX-License-Identifier: Apache-2.0
#include "core/train/cutout_world/taught.h"

#include "core/base/ascii.h"
#include "core/train/cutout_world/script.h"

#include <cctype>
#include <set>
#include <sstream>

namespace longtake {

namespace {

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') {
            out += '\\';
        }
        out += letter;
    }
    return out + "\"";
}

/// `listed` collects the phrases.
void write_entry(std::ostream& out,
                 std::string& listed,
                 const std::string& name,
                 const std::vector<std::string>& phrases) {
    out << "  - name: " << quoted(name) << "\n    say: [";
    std::set<std::string> said{""};
    bool is_first = true;
    for (const std::string& phrase : phrases) {
        if (said.insert(phrase).second) {
            out << (is_first ? "" : ", ") << quoted(phrase);
            listed += phrase + " ";
            is_first = false;
        }
    }
    out << "]\n";
}

/// Lower-case words of `text`: runs of letters, with what is not ASCII.
std::set<std::string> words_of(const std::string& text) {
    std::set<std::string> words;
    std::string word;
    for (const char letter : text + " ") {
        const auto byte = static_cast<unsigned char>(letter);
        if (std::isalpha(byte) != 0 || byte >= 0x80) {
            word += lower_ascii(letter);
        } else if (!word.empty()) {
            words.insert(word);
            word.clear();
        }
    }
    return words;
}

/// What captions say besides the words of the phrases `listed`: articles, verbs that only some subjects have, names in
/// other languages.
std::set<std::string> other_words(const Vocabulary& vocabulary, WorldTier tier, const std::string& listed) {
    constexpr uint64_t kCaptions = 6000; // enough that a word of one subject in one wording is met
    const std::set<std::string> known = words_of(listed);
    std::set<std::string> others;
    for (uint64_t i = 0; i < kCaptions; ++i) {
        for (const std::string& word : words_of(draw_script(vocabulary, tier, i, 1, 0).parts.front().caption)) {
            if (!known.contains(word)) {
                others.insert(word);
            }
        }
    }
    return others;
}

} // namespace

std::string vocabulary_yaml(const Vocabulary& vocabulary, WorldTier tier) {
    const TierIndices known = indices_of(vocabulary, tier);
    std::ostringstream out;
    std::string listed;
    out << "# What this model was taught. Every entry: its key, and the words that say it.\nvocabulary: 1\ntier: "
        << to_string(tier) << "\nsubjects:\n";
    for (const int64_t i : known.subjects) {
        write_entry(out, listed, vocabulary.subjects[static_cast<size_t>(i)].name,
                    vocabulary.subjects[static_cast<size_t>(i)].names);
    }
    const auto section = [&](const char* title, const std::vector<Term>& terms, const std::vector<int64_t>& indices) {
        out << title << ":\n";
        for (const int64_t i : indices) {
            write_entry(out, listed, terms[static_cast<size_t>(i)].name, terms[static_cast<size_t>(i)].phrases);
        }
    };
    section("places", vocabulary.places, known.places);
    section("times", vocabulary.times, known.times);
    section("motions", vocabulary.motions, known.motions);
    section("cameras", vocabulary.cameras, known.cameras);
    if (tier == WorldTier::Full) {
        section("weathers", vocabulary.weathers, known.weathers);
        std::vector<int64_t> all(vocabulary.relations.size());
        for (size_t i = 0; i < all.size(); ++i) {
            all[i] = static_cast<int64_t>(i);
        }
        section("relations", vocabulary.relations, all);
    }
    out << "# The other words of its captions.\nwords: [";
    const char* separator = "";
    for (const std::string& word : other_words(vocabulary, tier, listed)) {
        out << separator << quoted(word);
        separator = ", ";
    }
    out << "]\n";
    return out.str();
}

} // namespace longtake
