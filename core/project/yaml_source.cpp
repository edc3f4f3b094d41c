// SPDX-License-Identifier: Apache-2.0
#include "core/project/yaml_source.h"

#include <algorithm>

namespace longtake {

namespace {

constexpr size_t kPiece = 1 << 16;
constexpr size_t kMostSignsAhead = 250'000;

/// The quote that closes the one at `open`, or `open` itself when there is none on the line.
size_t find_closing_quote(std::string_view text, size_t open) {
    for (size_t at = open + 1; at < text.size() && text[at] != '\n'; ++at) {
        if (text[at] == '"') {
            return at;
        }
        at += text[at] == '\\' ? 1 : 0;
    }
    return open;
}

bool is_sign(char letter) {
    return std::string_view("[]{},\"'&*!?:-|>").find(letter) != std::string_view::npos;
}

/// Signs in the pieces of `text` up to each piece's end, those inside double quotes that close on their line left out.
std::vector<size_t> count_signs(std::string_view text) {
    std::vector<size_t> sums;
    size_t sum = 0;
    char before = '\n'; // the last byte that is no space
    bool is_space_between = false;
    for (size_t at = 0; at < text.size(); ++at) {
        const char letter = text[at];
        const bool is_token_start = before == '\n' || before == '[' || before == '{' || before == ',' ||
                                    (is_space_between && (before == ':' || before == '-' || before == '?'));
        if (letter == '"' && is_token_start) {
            const size_t end = find_closing_quote(text, at);
            while (sums.size() < end / kPiece) {
                sums.push_back(sum);
            }
            at = end;
        }
        sum += is_sign(letter) ? 1 : 0;
        if (at % kPiece == kPiece - 1) {
            sums.push_back(sum);
        }
        is_space_between = letter == ' ';
        before = is_space_between ? before : letter;
    }
    sums.push_back(sum);
    return sums;
}

} // namespace

YamlSource::YamlSource(std::string_view text)
    : text_(text)
    , signs_(count_signs(text)) {}

YamlSource::int_type YamlSource::underflow() {
    if (given_ >= text_.size()) {
        return traits_type::eof();
    }
    const size_t before_last_event = last_event_ < kPiece ? 0 : signs_[last_event_ / kPiece - 1];
    if (signs_[given_ / kPiece] - before_last_event > kMostSignsAhead) {
        throw YamlRefused{last_event_, "a list or map too large to be written between brackets",
                          "This is no film anybody wrote."};
    }
    char* begin = const_cast<char*>(text_.data());
    const size_t end = std::min(text_.size(), given_ + kPiece);
    setg(begin + given_, begin + given_, begin + end);
    given_ = end;
    return traits_type::to_int_type(*gptr());
}

} // namespace longtake
