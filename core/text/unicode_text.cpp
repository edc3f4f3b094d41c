// SPDX-License-Identifier: Apache-2.0
#include "core/text/unicode_text.h"

#include "core/base/utf8.h"
#include "core/text/unicode_tables.h"

#include <algorithm>
#include <map>
#include <utility>

namespace longtake {

namespace {

// Hangul syllables are composed by arithmetic (Unicode 3.12).
constexpr char32_t kSyllables = 0xac00;
constexpr char32_t kLeads = 0x1100;
constexpr char32_t kVowels = 0x1161;
constexpr char32_t kTails = 0x11a7;
constexpr char32_t kLeadCount = 19;
constexpr char32_t kVowelCount = 21;
constexpr char32_t kTailCount = 28;
constexpr char32_t kSyllableCount = kLeadCount * kVowelCount * kTailCount;

const CanonicalMapping* find_mapping(std::span<const CanonicalMapping> table, char32_t c) {
    const auto found = std::lower_bound(table.begin(), table.end(), c,
                                        [](const CanonicalMapping& a, char32_t b) { return a.composite < b; });
    return found != table.end() && found->composite == c ? &*found : nullptr;
}

int combining_class(char32_t c) {
    const auto found = std::lower_bound(kCombiningRanges.begin(), kCombiningRanges.end(), c,
                                        [](const CombiningRange& a, char32_t b) { return a.last < b; });
    return found != kCombiningRanges.end() && found->first <= c ? found->combining_class : 0;
}

void append_decomposed(std::u32string& out, char32_t c) {
    if (c >= kSyllables && c < kSyllables + kSyllableCount) {
        const char32_t place = c - kSyllables;
        out += kLeads + place / (kVowelCount * kTailCount);
        out += kVowels + place / kTailCount % kVowelCount;
        if (place % kTailCount != 0) {
            out += kTails + place % kTailCount;
        }
        return;
    }
    const CanonicalMapping* mapping = find_mapping(kCompositions, c);
    mapping = mapping != nullptr ? mapping : find_mapping(kOneWayDecompositions, c);
    if (mapping == nullptr) {
        out += c;
        return;
    }
    append_decomposed(out, mapping->first);
    if (mapping->second != 0) {
        append_decomposed(out, mapping->second);
    }
}

/// Marks after a base stand in the order of their classes; equal classes keep theirs.
void order_marks(std::u32string& text) {
    for (auto at = text.begin(); at != text.end();) {
        if (combining_class(*at) == 0) {
            ++at;
            continue;
        }
        const auto end = std::find_if(at, text.end(), [](char32_t c) { return combining_class(c) == 0; });
        std::stable_sort(at, end, [](char32_t a, char32_t b) { return combining_class(a) < combining_class(b); });
        at = end;
    }
}

const std::map<std::pair<char32_t, char32_t>, char32_t>& composites() {
    static const auto kComposites = [] {
        std::map<std::pair<char32_t, char32_t>, char32_t> made;
        for (const CanonicalMapping& mapping : kCompositions) {
            made[{mapping.first, mapping.second}] = mapping.composite;
        }
        return made;
    }();
    return kComposites;
}

/// 0 when the two do not compose.
char32_t composed(char32_t first, char32_t second) {
    if (first >= kLeads && first < kLeads + kLeadCount && second >= kVowels && second < kVowels + kVowelCount) {
        return kSyllables + ((first - kLeads) * kVowelCount + (second - kVowels)) * kTailCount;
    }
    const bool is_open_syllable =
        first >= kSyllables && first < kSyllables + kSyllableCount && (first - kSyllables) % kTailCount == 0;
    if (is_open_syllable && second > kTails && second < kTails + kTailCount) {
        return first + (second - kTails);
    }
    const auto found = composites().find({first, second});
    return found == composites().end() ? 0 : found->second;
}

std::u32string compose(std::u32string_view text) {
    std::u32string out;
    size_t starter = std::u32string::npos;
    int last_class = 0;
    for (const char32_t c : text) {
        const int c_class = combining_class(c);
        const bool is_adjacent = starter != std::u32string::npos && starter + 1 == out.size();
        const bool is_blocked = !is_adjacent && last_class >= c_class;
        if (starter != std::u32string::npos && !is_blocked) {
            if (const char32_t joined = composed(out[starter], c); joined != 0) {
                out[starter] = joined;
                continue;
            }
        }
        if (c_class == 0) {
            starter = out.size();
        }
        last_class = c_class;
        out += c;
    }
    return out;
}

} // namespace

std::u32string decode_utf8(std::string_view text) {
    std::u32string out;
    for (size_t at = 0; at < text.size();) {
        const auto c = next_code_point(text, at);
        out += c.value_or(U'\ufffd');
        at += c ? 0 : 1;
    }
    return out;
}

std::string encode_utf8(std::u32string_view text) {
    std::string out;
    for (const char32_t c : text) {
        append_utf8(out, c);
    }
    return out;
}

bool is_unicode_space(char32_t c) {
    return (c >= 0x09 && c <= 0x0d) || (c >= 0x1c && c <= 0x20) || c == 0x85 || c == 0xa0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

std::u32string to_normal_form_c(std::u32string_view text) {
    // Nothing below U+0300 combines or changes; prompts in ASCII and Latin-1 end here.
    if (std::all_of(text.begin(), text.end(), [](char32_t c) { return c < 0x300; })) {
        return std::u32string(text);
    }
    std::u32string decomposed;
    for (const char32_t c : text) {
        append_decomposed(decomposed, c);
    }
    order_marks(decomposed);
    return compose(decomposed);
}

std::u32string fold_widths(std::u32string_view text) {
    std::u32string out;
    for (const char32_t c : text) {
        const CanonicalMapping* fold = c < 0x3000 ? nullptr : find_mapping(kWidthFolds, c);
        out += fold != nullptr ? fold->first : c;
        if (fold != nullptr && fold->second != 0) {
            out += fold->second;
        }
    }
    return out;
}

} // namespace longtake
