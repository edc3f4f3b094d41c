// SPDX-License-Identifier: Apache-2.0
#include "core/project/fountain.h"

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/project/story_marks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace longtake {

namespace {

/// Upper case as screenplays are written in it: Latin, Greek, Cyrillic. At least one capital, no small letter.
bool is_upper_case(std::string_view text) {
    bool has_capital = false;
    size_t at = 0;
    while (const auto letter = next_code_point(text, at)) {
        const char32_t sign = *letter;
        const bool is_small = (sign >= 'a' && sign <= 'z') || (sign >= 0xDF && sign <= 0xFF && sign != 0xF7) ||
                              (sign >= 0x3B1 && sign <= 0x3C9) || (sign >= 0x430 && sign <= 0x45F);
        if (is_small) {
            return false;
        }
        has_capital = has_capital || (sign >= 'A' && sign <= 'Z') || (sign >= 0xC0 && sign <= 0xDE && sign != 0xD7) ||
                      (sign >= 0x391 && sign <= 0x3A9) || (sign >= 0x401 && sign <= 0x42F);
    }
    return has_capital;
}

struct Paragraph {
    std::vector<std::string> lines; ///< without outer spaces
    size_t line = 1;                ///< of the first
};

/// Boneyard (/* … */) goes, its line ends stay so that line numbers do.
std::string without_boneyard(std::string_view text) {
    std::string out;
    for (size_t at = 0; at < text.size();) {
        const size_t end = text.substr(at, 2) == "/*" ? text.find("*/", at + 2) : std::string_view::npos;
        if (end == std::string_view::npos) {
            out += text[at++];
            continue;
        }
        out.append(static_cast<size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(at),
                                                  text.begin() + static_cast<std::ptrdiff_t>(end), '\n')),
                   '\n');
        at = end + 2;
    }
    return out;
}

/// Lines up to an empty one belong together; a line of two spaces is not empty (it keeps a dialogue together).
std::vector<Paragraph> paragraphs_of(std::string_view text) {
    std::vector<Paragraph> paragraphs;
    bool is_between = true;
    size_t number = 0;
    for (size_t begin = 0; begin < text.size();) {
        const size_t end = std::min(text.find('\n', begin), text.size());
        std::string_view line = text.substr(begin, end - begin);
        line = line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
        begin = end + 1;
        ++number;
        const bool keeps_together = line.starts_with("  ") && !is_between;
        if (trimmed(line).empty()) {
            is_between = is_between || !keeps_together;
            continue;
        }
        if (is_between) {
            paragraphs.push_back({{}, number});
        }
        is_between = false;
        paragraphs.back().lines.emplace_back(trimmed(line));
    }
    return paragraphs;
}

/// Emphasis (*, **, ***, _) goes; escaped signs stay.
std::string without_emphasis(std::string_view text) {
    std::string out;
    for (size_t at = 0; at < text.size(); ++at) {
        const bool is_escape = text[at] == '\\' && at + 1 < text.size() &&
                               std::string_view("*_\\").find(text[at + 1]) != std::string_view::npos;
        if (is_escape) {
            out += text[++at];
        } else if (text[at] != '*' && text[at] != '_') {
            out += text[at];
        }
    }
    return out;
}

std::optional<std::string_view> title_page_value(std::string_view line) {
    constexpr std::array<std::string_view, 12> kKeys{"title",     "credit",     "author",   "authors",
                                                     "source",    "draft date", "date",     "contact",
                                                     "copyright", "notes",      "revision", "format"};
    const size_t colon = line.find(':');
    const bool is_key = colon != std::string_view::npos &&
                        std::find(kKeys.begin(), kKeys.end(), lower_ascii(line.substr(0, colon))) != kKeys.end();
    return is_key ? std::optional(trimmed(line.substr(colon + 1))) : std::nullopt;
}

/// What a scene heading says, or nothing if the line is none.
struct Heading {
    std::string title;
    std::string description;
    bool is_continuous = false;
};

/// The prefix that makes a line a heading: "INT.", "EXT", "INT./EXT.", "I/E" … with the word it means for a picture.
struct HeadingKind {
    std::string_view prefix;
    std::string_view meaning;
};
constexpr std::array<HeadingKind, 7> kHeadingKinds{{{"int./ext", "interior and exterior"},
                                                    {"int/ext", "interior and exterior"},
                                                    {"ext./int", "interior and exterior"},
                                                    {"i/e", "interior and exterior"},
                                                    {"int", "interior"},
                                                    {"ext", "exterior"},
                                                    {"est", "wide view"}}};

std::string_view without_scene_number(std::string_view line) {
    if (line.size() < 3 || !line.ends_with('#')) {
        return line;
    }
    const size_t open = line.rfind('#', line.size() - 2);
    return open == std::string_view::npos ? line : trimmed(line.substr(0, open));
}

/// "BLUE ROOM - NIGHT" -> "blue room, night"; words about the order of events are no picture.
Heading describe_place(std::string_view title, std::string_view meaning, std::string_view place) {
    constexpr std::array<std::string_view, 6> kOrder{"continuous", "later",     "moments later",
                                                     "same",       "same time", "flashback"};
    Heading heading;
    heading.title = std::string(title);
    heading.description = std::string(meaning);
    const std::string text = lower_ascii(place);
    for (size_t begin = 0; begin <= text.size();) {
        const size_t end = std::min(text.find(" - ", begin), text.size());
        const std::string part(trimmed(std::string_view(text).substr(begin, end - begin)));
        begin = end + 3;
        if (std::find(kOrder.begin(), kOrder.end(), part) != kOrder.end()) {
            heading.is_continuous = heading.is_continuous || part == "continuous";
        } else if (!part.empty()) {
            heading.description += (heading.description.empty() ? "" : ", ") + part;
        }
    }
    return heading;
}

std::optional<Heading> heading_in(std::string_view line) {
    line = without_scene_number(line);
    if (line.starts_with('.') && line.size() > 1 && line[1] != '.') {
        const std::string_view title = trimmed(line.substr(1));
        return describe_place(title, {}, title);
    }
    const std::string start = lower_ascii(line.substr(0, 10));
    for (const HeadingKind& kind : kHeadingKinds) {
        const size_t size = kind.prefix.size();
        if (start.starts_with(kind.prefix) && line.size() > size && (line[size] == '.' || line[size] == ' ')) {
            return describe_place(line, kind.meaning,
                                  trimmed(line.substr(line.find_first_not_of(". ", size) == std::string_view::npos
                                                          ? line.size()
                                                          : line.find_first_not_of(". ", size))));
        }
    }
    return std::nullopt;
}

/// The seam a transition means for the shot behind it, or nothing if the line is no transition.
std::optional<Seam> transition_in(const Paragraph& paragraph) {
    std::string_view line = paragraph.lines.front();
    const bool is_forced = line.starts_with('>') && !line.ends_with('<');
    if (paragraph.lines.size() != 1) {
        return std::nullopt;
    }
    line = is_forced ? trimmed(line.substr(1)) : line;
    const bool is_fade = line == "FADE OUT." || line == "FADE TO BLACK." || line == "FADE IN:" || line == "FADE OUT:";
    if (!is_forced && !is_fade && !(is_upper_case(line) && line.ends_with("TO:"))) {
        return std::nullopt;
    }
    const std::string word = lower_ascii(line);
    Seam seam;
    const bool is_soft = word.find("dissolve") != std::string::npos || word.find("fade") != std::string::npos;
    seam.kind = is_soft ? SeamKind::Dissolve : SeamKind::Cut;
    return seam;
}

/// "ANA (V.O.) ^" -> "ANA", or nothing if the paragraph is no dialogue.
std::optional<std::string> speaker_of(const Paragraph& paragraph) {
    std::string_view cue = paragraph.lines.front();
    const bool is_forced = cue.starts_with('@');
    cue = is_forced ? cue.substr(1) : cue;
    cue = cue.ends_with('^') ? trimmed(cue.substr(0, cue.size() - 1)) : cue;
    const std::string_view name = trimmed(cue.substr(0, cue.find('(')));
    if (paragraph.lines.size() < 2 || name.empty() || cue.starts_with('!') || (!is_forced && !is_upper_case(name))) {
        return std::nullopt;
    }
    return std::string(name);
}

/// What a dialogue says: "ANA (whispering): We must go."
std::string spoken_words(const Paragraph& paragraph, const std::string& speaker) {
    std::string manner;
    std::string words;
    for (size_t i = 1; i < paragraph.lines.size(); ++i) {
        std::string_view line = paragraph.lines[i];
        if (line.starts_with('(') && line.ends_with(')') && words.empty()) {
            manner = " " + std::string(line);
            continue;
        }
        line = line.starts_with('~') ? trimmed(line.substr(1)) : line;
        words += (words.empty() ? "" : " ") + without_emphasis(line);
    }
    return speaker + manner + ": " + words;
}

/// Seconds a voice needs for the words, in halves; people speak about two and a half words a second.
double speaking_seconds(std::string_view words) {
    const auto spaces =
        std::count_if(words.begin(), words.end(), [](char letter) { return letter == ' ' || letter == '\n'; });
    return std::ceil(2.0 * (static_cast<double>(spaces) + 1.0) / 2.5) / 2.0;
}

class FountainReader {
public:
    explicit FountainReader(std::string_view text)
        : paragraphs_(paragraphs_of(text)) {}

    Story read() {
        size_t first = 0;
        if (!paragraphs_.empty() && title_page_value(paragraphs_.front().lines.front())) {
            read_title_page(paragraphs_.front());
            first = 1;
        }
        for (size_t i = first; i < paragraphs_.size(); ++i) {
            read_paragraph(paragraphs_[i]);
        }
        for (StoryShot& shot : story_.shots) {
            finish(shot);
        }
        return std::move(story_);
    }

private:
    void read_title_page(const Paragraph& page) {
        bool is_in_title = false;
        for (const std::string& line : page.lines) {
            const auto value = title_page_value(line);
            is_in_title = value ? lower_ascii(line).starts_with("title:") : is_in_title;
            const std::string words = without_emphasis(value ? *value : std::string_view(line));
            if (is_in_title && !words.empty()) {
                story_.title += (story_.title.empty() ? "" : " ") + words;
            }
        }
    }

    void read_paragraph(const Paragraph& paragraph) {
        const std::string& line = paragraph.lines.front();
        if (line.starts_with("===") || line.starts_with('#') || (line.starts_with('>') && line.ends_with('<'))) {
            return;
        }
        if (line.starts_with('=')) {
            pending_notes_ +=
                (pending_notes_.empty() ? "" : "\n") + std::string(trimmed(std::string_view(line).substr(1)));
        } else if (auto heading = heading_in(line)) {
            begin_scene(*heading);
            if (paragraph.lines.size() > 1) {
                read_action({{paragraph.lines.begin() + 1, paragraph.lines.end()}, paragraph.line + 1});
            }
        } else if (const auto seam = transition_in(paragraph)) {
            pending_seam_ = seam;
        } else if (const auto speaker = speaker_of(paragraph)) {
            read_dialogue(paragraph, *speaker);
        } else {
            read_action(paragraph);
        }
    }

    void begin_scene(const Heading& heading) {
        story_.scenes.push_back({heading.title, heading.description});
        if (heading.is_continuous && !pending_seam_) {
            pending_seam_ = Seam{};
        }
    }

    void read_action(const Paragraph& paragraph) {
        StoryShot shot;
        std::string words;
        for (size_t i = 0; i < paragraph.lines.size(); ++i) {
            std::string_view line = paragraph.lines[i];
            line = i == 0 && line.starts_with('!') ? line.substr(1) : line;
            words += (words.empty() ? "" : " ") + std::string(line);
        }
        shot.prompt = without_emphasis(take_notes(words, shot));
        if (shot.prompt.empty()) {
            // A paragraph of notes alone speaks of what follows.
            pending_notes_ += (pending_notes_.empty() ? "" : "\n") + shot.notes.value_or("");
            return;
        }
        add_shot(std::move(shot), paragraph.line);
    }

    void read_dialogue(const Paragraph& paragraph, const std::string& speaker) {
        const bool has_shot_in_scene =
            !story_.shots.empty() && story_.shots.back().scene == current_scene() && !pending_seam_;
        if (!has_shot_in_scene) {
            StoryShot shot;
            shot.prompt = speaker + " speaks";
            add_shot(std::move(shot), paragraph.line);
        }
        StoryShot& shot = story_.shots.back();
        const std::string words = take_notes(spoken_words(paragraph, speaker), shot);
        shot.narration = shot.narration ? *shot.narration + "\n" + words : words;
    }

    void add_shot(StoryShot shot, size_t line) {
        if (!shot.seam && pending_seam_ && !story_.shots.empty()) {
            shot.seam = pending_seam_;
        }
        pending_seam_.reset();
        if (!pending_notes_.empty()) {
            shot.notes = pending_notes_ + (shot.notes ? "\n" + *shot.notes : "");
            pending_notes_.clear();
        }
        shot.scene = current_scene();
        shot.line = line;
        story_.shots.push_back(std::move(shot));
    }

    /// `text` without its [[notes]]; those that are marks of a story set the shot, others become its notes.
    static std::string take_notes(const std::string& text, StoryShot& shot) {
        std::string rest;
        size_t copied = 0;
        for (size_t open = text.find("[["); open != std::string::npos; open = text.find("[[", copied)) {
            const size_t close = text.find("]]", open);
            if (close == std::string::npos) {
                break;
            }
            rest += text.substr(copied, open - copied);
            const std::string note(trimmed(std::string_view(text).substr(open + 2, close - open - 2)));
            StoryShot probe = shot;
            probe.prompt.clear();
            const bool is_mark = take_marks("[" + note + "]", probe).empty();
            if (is_mark) {
                probe.prompt = shot.prompt;
                shot = probe;
            } else {
                shot.notes = shot.notes ? *shot.notes + "\n" + note : note;
            }
            copied = close + 2;
        }
        rest += text.substr(copied);
        std::string single_spaced;
        for (const char letter : rest) {
            if (letter != ' ' || (!single_spaced.empty() && single_spaced.back() != ' ')) {
                single_spaced += letter;
            }
        }
        return std::string(trimmed(single_spaced));
    }

    static void finish(StoryShot& shot) {
        if (shot.narration && !shot.length) {
            shot.length = Seconds{std::max(2.0, speaking_seconds(*shot.narration))};
        }
        shot.source = write_story_shot(shot);
    }

    std::optional<size_t> current_scene() const {
        return story_.scenes.empty() ? std::nullopt : std::optional(story_.scenes.size() - 1);
    }

    std::vector<Paragraph> paragraphs_;
    Story story_;
    std::optional<Seam> pending_seam_;
    std::string pending_notes_;
};

} // namespace

Story parse_fountain(std::string_view text, const std::string& file) {
    Story story = FountainReader(without_boneyard(text)).read();
    story.warnings = find_unknown_characters(story, file);
    return story;
}

} // namespace longtake
