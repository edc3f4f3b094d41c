// SPDX-License-Identifier: Apache-2.0
#include "core/project/format_reference.h"

#include "core/project/limits.h"
#include "core/project/project_fields.h"
#include "core/project/project_text.h"

#include <string_view>

namespace longtake {

namespace {

/// A cell of a Markdown table.
std::string cell(std::string_view text) {
    std::string out;
    for (const char letter : text) {
        out += letter == '|' ? "\\|" : std::string(1, letter);
    }
    return out;
}

template <typename Owner>
void add_section(std::string& page,
                 std::string_view title,
                 std::string_view about,
                 std::span<const Field<Owner>> fields) {
    page += "\n## " + std::string(title) + "\n\n" + std::string(about) +
            "\n\n| Key | Value | Meaning |\n| --- | --- | --- |\n";
    for (const Field<Owner>& field : fields) {
        page += "| `" + std::string(field.key) + "` | " + cell(field.kind) + " | " + cell(field.meaning) + " |\n";
    }
}

constexpr std::string_view kHead = R"(# The film's file: .t2vproj

<!-- Made by `longtake check --format-reference > docs/t2vproj.md`; a test compares. -->

A film is one YAML file that can be read, written by hand, compared and merged. `longtake check FILM` says what is wrong in
it, with line, column and field. The smallest film:

```yaml
longtake: 1
shots:
  - prompt: a lion moves to the right in the desert
  - prompt: the lion jumps
```

A film as Longtake writes it:

```yaml
)";

constexpr std::string_view kRules = R"(```

## Rules for the whole file

- UTF-8 or, with a byte-order mark, UTF-16; any line ends. Keys are given once; a second one is an error.
- Anchors and aliases are understood and written out on the next save. Merge keys (`<<`) are not part of the format.
- Keys that are not listed here are kept, at every level, with their values; comments are not. Use `notes` for remarks that
  shall stay.
- Text may be of any script and hold anything but zero bytes; control characters are written as `"\x1b"` between quotes. It
  reads back byte for byte.
- An id has up to 64 letters a–z, digits, `-`, `_` and `.`, and starts with a letter or digit.
- Paths lead to files beside the film: relative, with `/` between folders, no `..`, no drive, host or device names, and no
  symbolic link that leaves the folder. A path that breaks this is refused by name; the film opens without that file.
- A file of a newer format version opens read-only with what is understood.
- Beside `NAME.t2vproj` are `NAME.t2vproj~` (the film before the last save) and the folder `NAME.t2vdata` with `takes/`,
  `autosave/` and `backups/`; while the film is open, `.NAME.t2vproj.lock` says by whom.

)";

Project example() {
    Project film;
    film.title = "Two visitors";
    film.look.style = "paper cutout animation";
    film.characters = {{"Leo", "a lion with a red scarf", {}, {}}};
    film.scenes = {{{"desert"}, "The desert", "in the desert at sunset", {}, {}}};
    Shot first;
    first.id = {"s1"};
    first.prompt = "@Leo moves to the right";
    first.scene = {"desert"};
    Shot second = first;
    second.id = {"s2"};
    second.prompt = "an alien spaceship lands,\n@Leo looks at it";
    second.length = FrameCount{32};
    second.camera = "push-in";
    Shot third;
    third.id = {"s3"};
    third.prompt = "a quiet forest at night";
    third.seam.kind = SeamKind::Dissolve;
    third.seed = 7;
    film.shots = {first, second, third};
    return film;
}

} // namespace

std::string format_reference() {
    std::string page(kHead);
    page += write_project_text(example());
    page += kRules;
    page += "| Limit | |\n| --- | --- |\n";
    page += "| size of the file | " + std::to_string(kLargestFile >> 20) + " MiB |\n";
    page += "| shots | " + std::to_string(kMostShots) + " |\n";
    page += "| length of a shot | " + std::to_string(kMostFrames) + " frames, " + number_text(kLongestShot.value) +
            " s |\n";
    page += "| a text, a title | " + std::to_string(kLongestText >> 20) + " MiB, " + std::to_string(kLongestLine) +
            " bytes |\n";
    page += "\n## Top level\n\n| Key | Value | Meaning |\n| --- | --- | --- |\n"
            "| `longtake` | 1, needed | Version of the format. |\n"
            "| `film` | map, below | Title, picture, defaults. |\n"
            "| `model` | name, or folder with a `/`; starter when absent | What makes the pictures: a name that "
            "`longtake model list` shows, or a "
            "folder beside the film. |\n"
            "| `look` | map, below | What is added to every shot. |\n"
            "| `characters` | map of names | `Name: description`, or the keys under Character. A name is one word of "
            "letters, digits, `-` and `_`. |\n"
            "| `scenes` | list, below | Shots name the scene they belong to. |\n"
            "| `shots` | list, below | In film order. |\n"
            "| `takes` | map of take ids | What was said about takes. |\n";
    add_section(page, "Film", "The section `film`.", film_fields());
    add_section(page, "Look", "The section `look`.", look_fields());
    add_section(page, "Character", "An entry of `characters` that is more than a description.", character_fields());
    add_section(page, "Scene", "An entry of `scenes`.", scene_fields());
    add_section(page, "Shot", "An entry of `shots`.", shot_fields());
    add_section(page, "Seam", "`seam` of a shot when a word does not say enough.", seam_fields());
    add_section(page, "Keyframe", "An entry of `keyframes`; a bare path is a picture at the first frame.",
                keyframe_fields());
    add_section(page, "Take", "An entry of `takes`.", take_fields());
    page += "\n## What a shot is sampled with\n\n"
            "The scene's description, the prompt with every @name replaced, the camera's text and the look's style, in "
            "that order, joined by commas. "
            "The negative prompt is the look's, then the shot's. `longtake plan` and the studio show the result.\n"
            "\n## Lengths\n\n"
            "A model makes steps of frames (4 for Wan and the starter, 8 for LTX). A shot that begins a sequence has a "
            "multiple of the step and one frame; "
            "a shot that continues has a multiple of the step: it gets no first frame of its own. A dissolve overlaps "
            "both shots.\n";
    return page;
}

} // namespace longtake
