// SPDX-License-Identifier: Apache-2.0
#include "core/project/story.h"

#include "core/base/ascii.h"
#include "core/project/fountain.h"
#include "core/project/full_prompt.h"
#include "core/project/limits.h"
#include "core/project/project_path.h"
#include "core/project/story_marks.h"
#include "core/project/text_input.h"

#include <algorithm>
#include <set>
#include <unordered_set>
#include <utility>
#include <variant>

namespace longtake {

namespace {

struct Line {
    std::string_view text; ///< without outer spaces
    size_t position = 0;   ///< byte in the story
};

std::vector<Line> lines_of(std::string_view story) {
    std::vector<Line> lines;
    for (size_t begin = 0; begin < story.size();) {
        const size_t end = std::min(story.find('\n', begin), story.size());
        const std::string_view text = trimmed(story.substr(begin, end - begin));
        lines.push_back({text, text.empty() ? begin : static_cast<size_t>(text.data() - story.data())});
        begin = end + 1;
    }
    return lines;
}

bool is_remark(std::string_view line) {
    return line.starts_with("//");
}

/// The value behind "word:" at the start of a line, whatever the case.
std::optional<std::string_view> value_behind(std::string_view line, std::string_view word) {
    if (line.size() <= word.size() || line[word.size()] != ':') {
        return std::nullopt;
    }
    const auto is_same = [](char a, char b) { return (a | 0x20) == b; };
    return std::equal(word.begin(), word.end(), line.begin(), [&](char b, char a) { return is_same(a, b); })
               ? std::optional(trimmed(line.substr(word.size() + 1)))
               : std::nullopt;
}

std::optional<StoryCharacter> character_in(std::string_view line) {
    const size_t colon = line.find(':');
    if (!line.starts_with('@') || colon == std::string_view::npos || !is_character_name(line.substr(1, colon - 1))) {
        return std::nullopt;
    }
    return StoryCharacter{std::string(line.substr(1, colon - 1)), std::string(trimmed(line.substr(colon + 1)))};
}

/// Whether the text looks wrapped: of the lines that another line of the same block follows, most are about as long as
/// a page is wide and stop in the middle of a sentence.
bool is_wrapped(const std::vector<Line>& lines) {
    constexpr size_t kNarrow = 45;
    constexpr std::string_view kEnds = ".!?:]\"";
    int followed = 0;
    int wrapped = 0;
    for (size_t i = 0; i + 1 < lines.size(); ++i) {
        const std::string_view line = lines[i].text;
        const std::string_view next = lines[i + 1].text;
        const bool is_prose = !line.empty() && !next.empty() &&
                              std::string_view("#@>/[").find(line[0]) == std::string_view::npos &&
                              std::string_view("#@>/").find(next[0]) == std::string_view::npos;
        followed += is_prose ? 1 : 0;
        wrapped += is_prose && line.size() >= kNarrow && kEnds.find(line.back()) == std::string_view::npos ? 1 : 0;
    }
    return followed > 0 && 2 * wrapped >= followed;
}

class PlainStoryReader {
public:
    PlainStoryReader(std::string_view text, std::string file, StoryUnit unit)
        : text_(text)
        , file_(std::move(file))
        , lines_(lines_of(text)) {
        is_by_paragraph_ = unit == StoryUnit::Paragraph || (unit == StoryUnit::Auto && is_wrapped(lines_));
    }

    Story read() {
        for (const Line& line : lines_) {
            read_line(line);
        }
        end_shot();
        if (!pending_.empty()) {
            warn(pending_position_, "marks behind the last shot belong to none", {});
        }
        return std::move(story_);
    }

private:
    void read_line(const Line& line) {
        if (line.text.empty()) {
            end_shot();
        } else if (!is_remark(line.text) && !read_heading(line) && !read_scene_text(line) && !read_header(line) &&
                   !read_character(line)) {
            read_words(line);
        }
    }

    bool read_heading(const Line& line) {
        if (!line.text.starts_with('#')) {
            return false;
        }
        end_shot();
        const size_t title = line.text.find_first_not_of("# \t");
        story_.scenes.push_back(
            {title == std::string_view::npos ? std::string() : std::string(line.text.substr(title)), {}});
        return true;
    }

    bool read_scene_text(const Line& line) {
        if (!line.text.starts_with('>') || story_.scenes.empty()) {
            return false;
        }
        end_shot();
        std::string& description = story_.scenes.back().description;
        description += (description.empty() ? "" : " ") + std::string(trimmed(line.text.substr(1)));
        return true;
    }

    /// "title:" and "style:" are only looked for in front of the first shot, where prose hardly begins so.
    bool read_header(const Line& line) {
        const bool is_at_top = story_.shots.empty() && words_.empty();
        const auto title = is_at_top ? value_behind(line.text, "title") : std::nullopt;
        const auto style = is_at_top ? value_behind(line.text, "style") : std::nullopt;
        if (title) {
            story_.title = std::string(*title);
        } else if (style) {
            story_.style = std::string(*style);
        }
        return title || style;
    }

    bool read_character(const Line& line) {
        auto character = character_in(line.text);
        if (!character) {
            return false;
        }
        end_shot();
        const auto same = std::find_if(story_.characters.begin(), story_.characters.end(),
                                       [&](const StoryCharacter& one) { return one.name == character->name; });
        if (same != story_.characters.end()) {
            warn(line.position, "@" + character->name + " is described twice; the later description counts", {});
            same->description = std::move(character->description);
        } else {
            story_.characters.push_back(*std::move(character));
        }
        return true;
    }

    void read_words(const Line& line) {
        if (words_.empty()) {
            words_position_ = line.position;
        }
        words_ += (words_.empty() ? "" : " ") + std::string(line.text);
        if (!is_by_paragraph_) {
            end_shot();
        }
    }

    void end_shot() {
        if (words_.empty()) {
            return;
        }
        StoryShot shot;
        shot.source = (pending_.empty() ? "" : pending_ + " ") + std::exchange(words_, {});
        const auto unknown = take_marks(shot.source, shot);
        if (shot.prompt.empty()) {
            pending_ = shot.source;
            pending_position_ = words_position_;
            return;
        }
        for (const UnknownMark& mark : unknown) {
            warn(words_position_, mark.text + " is no mark and stays in the prompt",
                 "Marks are [4s], [33 frames], [cut], [continue], [dissolve 0.5s], [camera: …], [not: …], [say: …], "
                 "[note: …], [seed 7], [loop].");
        }
        pending_.clear();
        shot.line = place_of(text_, words_position_).line;
        if (!story_.scenes.empty()) {
            shot.scene = story_.scenes.size() - 1;
        }
        story_.shots.push_back(std::move(shot));
    }

    void warn(size_t position, std::string message, std::string hint) {
        story_.warnings.push_back(
            {Problem::Severity::Warning, file_, place_of(text_, position), {}, std::move(message), std::move(hint)});
    }

    std::string_view text_;
    std::string file_;
    std::vector<Line> lines_;
    bool is_by_paragraph_ = false;
    Story story_;
    std::string words_; ///< of the shot being read
    size_t words_position_ = 0;
    std::string pending_; ///< marks alone, for the next shot
    size_t pending_position_ = 0;
};

} // namespace

Story parse_story(std::string_view text, const std::string& file, StoryUnit unit) {
    Story story = PlainStoryReader(text, file, unit).read();
    const auto unknown = find_unknown_characters(story, file);
    story.warnings.insert(story.warnings.end(), unknown.begin(), unknown.end());
    return story;
}

std::vector<Problem> find_unknown_characters(const Story& story, const std::string& file) {
    Project film;
    for (const StoryCharacter& character : story.characters) {
        film.characters.push_back({character.name, character.description, {}, {}});
    }
    std::vector<Problem> problems;
    std::set<std::string> seen;
    for (const StoryShot& shot : story.shots) {
        for (const Mention& mention : find_mentions(film, shot.prompt)) {
            if (!mention.is_known && seen.insert(mention.name).second) {
                problems.push_back({Problem::Severity::Warning,
                                    file,
                                    {shot.line, 1},
                                    {},
                                    "nobody describes @" + mention.name,
                                    "Add a line like @" + mention.name + ": a tall woman in red"});
            }
        }
    }
    return problems;
}

SceneId new_scene_id(const std::string& title, std::set<std::string>& taken) {
    constexpr size_t kLongest = 40;
    std::string id;
    // Letters beyond ASCII leave only "scene": ids are names of the file, titles are for people.
    for (const char letter : title) {
        const char low = lower_ascii(letter);
        const bool is_kept = (low >= 'a' && low <= 'z') || (low >= '0' && low <= '9');
        if (is_kept && id.size() < kLongest) {
            id += low;
        } else if (!id.empty() && id.back() != '-') {
            id += '-';
        }
    }
    while (id.ends_with('-')) {
        id.pop_back();
    }
    const std::string stem = id.empty() || find_path_problem(id) ? "scene" : id;
    id = stem;
    for (int number = 2; !taken.insert(id).second; ++number) {
        id = stem + "-" + std::to_string(number);
    }
    return {id};
}

Shot shot_from_story(const StoryShot& told, const ShotLength& default_length) {
    Shot shot;
    shot.prompt = told.prompt;
    shot.source = told.source;
    shot.length = told.length.value_or(default_length);
    shot.seam = told.seam.value_or(Seam{});
    shot.camera = told.camera.value_or("");
    shot.negative = told.negative.value_or("");
    shot.narration = told.narration.value_or("");
    shot.notes = told.notes.value_or("");
    shot.seed = told.seed;
    shot.is_loop = told.is_loop;
    return shot;
}

Project film_from_story(const Story& story, const FilmDefaults& defaults) {
    Project film;
    film.title = story.title.empty() ? defaults.title : story.title;
    film.size = defaults.size;
    film.frame_rate = defaults.frame_rate;
    film.model = defaults.model;
    film.look.style = story.style;
    for (const StoryCharacter& character : story.characters) {
        film.characters.push_back({character.name, character.description, character.description, {}});
    }
    std::set<std::string> scene_ids;
    for (const StoryScene& scene : story.scenes) {
        film.scenes.push_back(
            {new_scene_id(scene.title, scene_ids), scene.title, scene.description, scene.description, {}});
    }
    std::unordered_set<std::string> shot_ids;
    std::optional<size_t> scene_before;
    for (const StoryShot& told : story.shots) {
        Shot shot = shot_from_story(told, defaults.length);
        shot.id = new_shot_id(shot.prompt, [&](const ShotId& id) { return shot_ids.contains(id.value); });
        shot_ids.insert(shot.id.value);
        if (told.scene) {
            shot.scene = film.scenes[*told.scene].id;
        }
        const bool begins_scene = told.scene != scene_before;
        if (begins_scene && !told.seam) {
            shot.seam.kind = SeamKind::Cut;
        }
        scene_before = told.scene;
        film.shots.push_back(std::move(shot));
    }
    return film;
}

Result<Story> load_story(const std::filesystem::path& path, StoryUnit unit) {
    return guard("reading " + utf8_from_path(path), ErrorCode::BadInput, [&]() -> Result<Story> {
        const auto words = read_text(path, kLargestFile);
        if (!words) {
            return words.error();
        }
        const std::string file = utf8_from_path(path);
        const std::string extension = utf8_from_path(path.extension());
        const bool is_fountain = extension == ".fountain" || extension == ".spmd";
        return is_fountain ? parse_fountain(*words, file) : parse_story(*words, file, unit);
    });
}

} // namespace longtake
