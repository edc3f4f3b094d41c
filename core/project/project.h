// SPDX-License-Identifier: Apache-2.0
// The film as plain values: what a .t2vproj holds. No pointers, no ids of widgets, nothing derived (design.md §3).
// What follows from these values is in timeline.h (frames), full_prompt.h (texts) and validate.h (what must hold).
#pragma once

#include "core/base/ids.h"
#include "core/base/units.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace longtake {

/// How a shot follows the one before it. The first shot of a film begins with a cut, whatever its seam says.
enum class SeamKind { Continue, Cut, Dissolve };

/// Keys of a YAML map the reader did not know, each with its value as one line of YAML text, kept for the next save.
using UnknownKeys = std::map<std::string, std::string>;

struct Seam {
    SeamKind kind = SeamKind::Continue;
    double dissolve_s = 0.5; ///< Dissolve: length in seconds, (0, 10]; the timeline shortens it to what the shots have
    /// Continue: the prompt blends into this shot's over so many latents, 0..8; empty: as many as the model asks for.
    std::optional<int64_t> blend_latents;
    int64_t context_latents = 0; ///< Continue: latents of context, 0 = the model's default, up to 64
    UnknownKeys unknown;
    bool operator==(const Seam&) const = default;
};

/// Where in its shot a keyframe image is pinned.
enum class KeyframePlace { First, Last, At };

struct Keyframe {
    std::string image; ///< path relative to the project file, with '/' between folders
    KeyframePlace place = KeyframePlace::First;
    double at_s = 0.0; ///< for At: seconds from the start of the shot; else 0
    UnknownKeys unknown;
    bool operator==(const Keyframe&) const = default;
};

/// A length as the person gave it: seconds follow a change of the frame rate, frames do not.
using ShotLength = std::variant<FrameCount, Seconds>;

struct Shot {
    ShotId id;
    std::string prompt;
    std::string negative;             ///< added to the film's negative
    ShotLength length = Seconds{2.0}; ///< as asked; the timeline snaps it to the model's grid
    Seam seam;
    SceneId scene;                  ///< empty: no scene
    std::optional<int64_t> seed;    ///< empty: derived from the film's seed and the shot's id
    std::optional<int64_t> steps;   ///< empty: the film's
    std::optional<double> guidance; ///< empty: the film's
    std::string camera;             ///< id of a camera preset, or free text
    std::vector<Keyframe> keyframes;
    bool is_loop = false; ///< its end meets its beginning
    std::string narration;
    std::string notes;
    std::string source;     ///< the story's text this shot was imported from; empty for a shot made in the studio
    TakeId chosen_take;     ///< empty: none yet
    bool is_pinned = false; ///< keep the chosen take although stale
    UnknownKeys unknown;
    bool operator==(const Shot&) const = default;
};

struct Scene {
    SceneId id;
    std::string title;
    std::string description; ///< added to the prompt of every shot in it
    std::string source;      ///< description as imported from the story; empty when made in the studio
    UnknownKeys unknown;
    bool operator==(const Scene&) const = default;
};

struct Character {
    std::string name;        ///< referred to as @name in prompts: letters, digits, '_' and '-' of any script
    std::string description; ///< what @name becomes in the prompt
    std::string source;      ///< description as imported from the story; empty when made in the studio
    UnknownKeys unknown;
    bool operator==(const Character&) const = default;
};

struct Look {
    std::string style;    ///< added to every prompt
    std::string negative; ///< negative prompt of the film
    UnknownKeys unknown;
    bool operator==(const Look&) const = default;
};

/// What the person thinks of a take: kept in the project, not in the take's folder.
struct TakeRating {
    int64_t stars = 0; ///< 0 (none) .. 5
    std::string note;
    UnknownKeys unknown;
    bool operator==(const TakeRating&) const = default;
};

struct Project {
    std::string title;
    Size size{160, 96};
    FrameRate frame_rate{16, 1};
    int64_t seed = 1;
    std::string model = "starter"; ///< a catalogue name, or a folder relative to the project (it has a '/')
    int64_t steps = 0;             ///< 0: the model's default
    double guidance = -1.0;        ///< -1: the model's default
    double drift_help = 0.0;       ///< latent AdaIN towards the sequence's first window, 0 (off) .. 1
    Look look;
    std::vector<Character> characters;
    std::vector<Scene> scenes;
    std::vector<Shot> shots; ///< in film order
    std::map<TakeId, TakeRating> ratings;
    std::map<TakeId, ShotId> deleted_takes; ///< hidden, kept on disk until trimmed, so that undo brings them back
    UnknownKeys film_unknown;               ///< of the section `film`
    UnknownKeys unknown;                    ///< of the whole file
    bool operator==(const Project&) const = default;

    const Shot* find(const ShotId& id) const;
    Shot* find(const ShotId& id);
    const Scene* find(const SceneId& id) const;
    const Character* find_character(std::string_view name) const;
    /// Place of the shot in the film, or nothing.
    std::optional<size_t> index_of(const ShotId& id) const;
};

/// The length of a shot in frames as asked for: at least 1, not yet on the model's grid.
FrameCount asked_frames(const ShotLength& length, FrameRate rate);

/// An id for a new shot: "s" and six hex digits of the prompt's hash, so that the same story always gets the same ids
/// and two people who add different shots rarely collide. `is_taken` says which ids are in use.
ShotId new_shot_id(std::string_view prompt, const std::function<bool(const ShotId&)>& is_taken);

} // namespace longtake
