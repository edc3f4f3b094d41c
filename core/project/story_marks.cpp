// SPDX-License-Identifier: Apache-2.0
// The marks in brackets of a story's shot, read and written.
#include "core/project/story_marks.h"

#include "core/base/ascii.h"
#include "core/project/project_fields.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace longtake {

namespace {

/// "dissolve", "dissolve 0.5s", "cut", "continue".
std::optional<Seam> parse_seam(const std::string& mark) {
    const size_t space = mark.find(' ');
    const auto kind = parse_seam_kind(mark.substr(0, space));
    if (!kind) {
        return std::nullopt;
    }
    Seam seam;
    seam.kind = *kind;
    if (space != std::string::npos) {
        const auto seconds = parse_seconds(std::string_view(mark).substr(space));
        if (!seconds || *kind != SeamKind::Dissolve) {
            return std::nullopt;
        }
        seam.dissolve_s = *seconds;
    }
    return seam;
}

std::optional<int64_t> parse_seed(const std::string& mark) {
    constexpr std::string_view kSeed = "seed ";
    int64_t seed = 0;
    if (!mark.starts_with(kSeed)) {
        return std::nullopt;
    }
    const auto [end, failure] = std::from_chars(mark.data() + kSeed.size(), mark.data() + mark.size(), seed);
    return failure == std::errc{} && end == mark.data() + mark.size() && seed >= 0 ? std::optional<int64_t>(seed)
                                                                                   : std::nullopt;
}

/// Marks of the form "word: text".
struct TextMark {
    std::string_view word;
    std::optional<std::string> StoryShot::*member;
};
constexpr std::array<TextMark, 7> kTextMarks{{{"camera", &StoryShot::camera},
                                              {"not", &StoryShot::negative},
                                              {"negative", &StoryShot::negative},
                                              {"say", &StoryShot::narration},
                                              {"narration", &StoryShot::narration},
                                              {"note", &StoryShot::notes},
                                              {"notes", &StoryShot::notes}}};

bool take_text_mark(StoryShot& shot, std::string_view mark) {
    const size_t colon = mark.find(':');
    if (colon == std::string_view::npos) {
        return false;
    }
    const std::string word = lower_ascii(trimmed(mark.substr(0, colon)));
    for (const TextMark& known : kTextMarks) {
        if (word == known.word) {
            const std::string_view text = trimmed(mark.substr(colon + 1));
            std::optional<std::string>& value = shot.*known.member;
            if (value && known.member != &StoryShot::camera) {
                value->append("\n").append(text);
            } else {
                value = std::string(text);
            }
            return true;
        }
    }
    return false;
}

bool take_mark(StoryShot& shot, std::string_view raw) {
    if (take_text_mark(shot, raw)) {
        return true;
    }
    const std::string mark = lower_ascii(trimmed(raw));
    if (const auto seam = parse_seam(mark)) {
        shot.seam = seam;
    } else if (const auto length = parse_length(mark)) {
        shot.length = length;
    } else if (const auto seed = parse_seed(mark)) {
        shot.seed = seed;
    } else if (mark == "loop") {
        shot.is_loop = true;
    } else {
        return false;
    }
    return true;
}

bool is_punctuation(char letter) {
    return std::string_view(".,;:!?)").find(letter) != std::string_view::npos;
}

bool is_escapable(char letter) {
    return std::string_view("[]\\#@>/").find(letter) != std::string_view::npos;
}

/// Signs that would be read as marks get a backslash.
std::string escaped(std::string_view text) {
    std::string out;
    for (size_t at = 0; at < text.size(); ++at) {
        const bool is_backslash_before_sign = text[at] == '\\' && at + 1 < text.size() && is_escapable(text[at + 1]);
        const bool begins_line = at == 0 && (text[at] == '#' || text[at] == '>' || text[at] == '/' || text[at] == '@');
        if (text[at] == '[' || text[at] == ']' || is_backslash_before_sign || begins_line) {
            out += '\\';
        }
        out += text[at];
    }
    return out;
}

void write_text_marks(std::string& out, std::string_view word, const std::optional<std::string>& text) {
    for (size_t begin = 0; text && begin <= text->size();) {
        const size_t end = std::min(text->find('\n', begin), text->size());
        out += " [" + std::string(word) + ": " + escaped(std::string_view(*text).substr(begin, end - begin)) + "]";
        begin = end + 1;
    }
}

/// For the byte of every '[' the ']' that closes it; npos for other bytes and where none does. Escaped brackets do not
/// count.
std::vector<size_t> match_brackets(std::string_view text) {
    std::vector<size_t> closing(text.size(), std::string_view::npos);
    std::vector<size_t> open;
    for (size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\' && at + 1 < text.size() && is_escapable(text[at + 1])) {
            ++at;
        } else if (text[at] == '[') {
            open.push_back(at);
        } else if (text[at] == ']' && !open.empty()) {
            closing[open.back()] = at;
            open.pop_back();
        }
    }
    return closing;
}

} // namespace

std::string unescaped(std::string_view text) {
    std::string out;
    for (size_t at = 0; at < text.size(); ++at) {
        at += text[at] == '\\' && at + 1 < text.size() && is_escapable(text[at + 1]) ? 1 : 0;
        out += text[at];
    }
    return out;
}

std::vector<UnknownMark> take_marks(std::string_view text, StoryShot& shot) {
    const std::vector<size_t> closing = match_brackets(text);
    std::vector<UnknownMark> unknown;
    std::string& out = shot.prompt;
    bool is_behind_mark = false;
    size_t unknown_end = 0; // brackets inside an unknown mark are no marks of their own
    for (size_t at = 0; at < text.size();) {
        const bool is_escape = text[at] == '\\' && at + 1 < text.size() && is_escapable(text[at + 1]);
        const size_t end = closing[at];
        const bool is_closed = end != std::string_view::npos;
        if (is_closed && take_mark(shot, unescaped(text.substr(at + 1, end - at - 1)))) {
            out.resize(out.find_last_not_of(kAsciiSpace) + 1);
            at = std::min(text.find_first_not_of(kAsciiSpace, end + 1), text.size());
            is_behind_mark = true;
            continue;
        }
        if (is_closed && at >= unknown_end) {
            unknown.push_back({at, std::string(text.substr(at, end - at + 1))});
            unknown_end = end;
        }
        if (is_behind_mark && !out.empty() && !is_punctuation(text[at])) {
            out += ' ';
        }
        is_behind_mark = false;
        at += is_escape ? 1 : 0;
        out += text[at++];
    }
    out = trimmed(out);
    return unknown;
}

StoryShot parse_story_shot(std::string_view source) {
    StoryShot shot;
    shot.source = std::string(trimmed(source));
    take_marks(shot.source, shot);
    return shot;
}

std::string write_story_shot(const StoryShot& shot) {
    std::string out = escaped(shot.prompt);
    if (shot.length) {
        out += " [" + to_string(*shot.length) + "]";
    }
    if (shot.seam) {
        const bool is_dissolve = shot.seam->kind == SeamKind::Dissolve;
        out += " [" + std::string(to_string(shot.seam->kind)) +
               (is_dissolve ? " " + number_text(shot.seam->dissolve_s) + " s" : "") + "]";
    }
    write_text_marks(out, "camera", shot.camera);
    write_text_marks(out, "not", shot.negative);
    write_text_marks(out, "say", shot.narration);
    write_text_marks(out, "note", shot.notes);
    if (shot.seed) {
        out += " [seed " + std::to_string(*shot.seed) + "]";
    }
    out += shot.is_loop ? " [loop]" : "";
    return std::string(trimmed(out));
}

} // namespace longtake
