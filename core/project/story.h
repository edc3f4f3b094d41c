// SPDX-License-Identifier: Apache-2.0
// A story as people write it, in plain text: a line or paragraph a shot, scene headings, a few marks in brackets. What
// a story says is a value; film_from_story() makes a film of it, reimport.h brings a changed story into an existing
// film.
#pragma once

#include "core/project/problem.h"
#include "core/project/project.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace longtake {

/// One shot of a story. Fields without a value are not said by the story.
struct StoryShot {
    std::string prompt;
    std::string source; ///< its words with marks, so that parse_story_shot(source) is this shot but for scene and line
    std::optional<ShotLength> length;
    std::optional<Seam> seam;
    std::optional<std::string> camera;
    std::optional<std::string> negative;
    std::optional<std::string> narration;
    std::optional<std::string> notes;
    std::optional<int64_t> seed;
    bool is_loop = false;
    std::optional<size_t> scene; ///< index into Story::scenes
    size_t line = 1;             ///< where it stands in the story

    bool operator==(const StoryShot&) const = default;
};

struct StoryScene {
    std::string title;
    std::string description;
    bool operator==(const StoryScene&) const = default;
};

struct StoryCharacter {
    std::string name;
    std::string description;
    bool operator==(const StoryCharacter&) const = default;
};

struct Story {
    std::string title;
    std::string style; ///< the look, if the story says one
    std::vector<StoryCharacter> characters;
    std::vector<StoryScene> scenes;
    std::vector<StoryShot> shots;
    std::vector<Problem> warnings; ///< marks nobody knows, characters nobody described

    bool operator==(const Story& other) const {
        return title == other.title && style == other.style && characters == other.characters &&
               scenes == other.scenes && shots == other.shots;
    }
};

enum class StoryUnit {
    Auto,      ///< paragraphs if the text is wrapped, else lines
    Line,      ///< every line is a shot
    Paragraph, ///< lines up to an empty one are one shot
};

/// Reads a plain story:
///   # City at noon                      a scene; lines "> text" behind it describe it
///   @Ana: a tall woman in red           a character
///   title: Two days   style: 35 mm      the film's title and look
///   A lion walks. [4s] [camera: push in]
///   // a remark nobody films
/// Marks: [4s] [33 frames] [cut] [continue] [dissolve 0.5s] [camera: …] [not: …] [say: …] [note: …] [seed 7] [loop]. A
/// line of marks alone is for the next shot. Other brackets stay in the prompt, with a warning. A backslash in front of
/// #, @, >, [ or / takes its meaning away.
Story parse_story(std::string_view text, const std::string& file, StoryUnit unit = StoryUnit::Auto);

/// One shot from its words.
StoryShot parse_story_shot(std::string_view source);
/// The words of a shot: what parse_story_shot reads back to the same prompt and marks.
std::string write_story_shot(const StoryShot& shot);

struct FilmDefaults {
    std::string model = "starter";
    Size size{160, 96};
    FrameRate frame_rate{16, 1};
    ShotLength length = Seconds{2.0}; ///< of shots whose story says none
    std::string title;                ///< if the story has none
};

/// The film a story tells. The first shot of each scene begins with a cut unless the story says otherwise.
Project film_from_story(const Story& story, const FilmDefaults& defaults);

/// A new shot as the story tells it, without id and scene.
Shot shot_from_story(const StoryShot& told, const ShotLength& default_length);

/// An id for a scene of this title, unlike those in `taken`, which gets it, too: "City at noon" -> "city-at-noon".
SceneId new_scene_id(const std::string& title, std::set<std::string>& taken);

/// Which of the names that prompts and scenes mention with @ the story does not describe, each once, as warnings.
std::vector<Problem> find_unknown_characters(const Story& story, const std::string& file);

/// The file at `path` as a story: a Fountain screenplay if it is named .fountain or .spmd, else plain text.
Result<Story> load_story(const std::filesystem::path& path, StoryUnit unit = StoryUnit::Auto);

} // namespace longtake
