// SPDX-License-Identifier: Apache-2.0
// The film as plain values: what a .t2vproj holds. No pointers, no ids of widgets, nothing derived (design.md §3).
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/units.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace longtake {

/// How a shot follows the one before it. The seam of the first shot is always a cut.
enum class SeamKind { Continue, Cut, Dissolve };

struct Seam {
    SeamKind kind = SeamKind::Continue;
    double dissolve_s = 0.5;       ///< Dissolve: length in seconds, (0, 10]
    int64_t blend_latents = 0;     ///< Continue: prompt blends over this many latents, 0..8
    int64_t context_latents = 0;   ///< Continue: latents of context, 0 = the model's default
    bool operator==(const Seam&) const = default;
};

/// Where in its shot a keyframe image is pinned.
enum class KeyframePlace { First, Last, At };

struct Keyframe {
    std::string image; ///< path relative to the project file
    KeyframePlace place = KeyframePlace::First;
    double at_s = 0.0; ///< for At: seconds from the start of the shot
    bool operator==(const Keyframe&) const = default;
};

/// Keys of a YAML map the reader did not know, kept verbatim (as YAML text) for the next save.
using UnknownKeys = std::map<std::string, std::string>;

struct Shot {
    ShotId id;
    std::string prompt;
    std::string negative;              ///< added to the film's negative
    FrameCount frames{33};             ///< as asked; the plan snaps it to the model's grid
    Seam seam;
    SceneId scene;                     ///< empty: no scene
    std::optional<int64_t> seed;       ///< empty: derived from the film's seed and the shot's id
    std::optional<int64_t> steps;      ///< empty: the film's
    std::optional<double> guidance;    ///< empty: the film's
    std::string camera;                ///< id of a camera preset, or free text
    std::vector<Keyframe> keyframes;
    bool is_loop = false;              ///< its end meets its beginning
    std::string narration;
    std::string notes;
    TakeId chosen_take;                ///< empty: none yet
    bool is_pinned = false;            ///< keep the chosen take although stale
    UnknownKeys unknown;
    bool operator==(const Shot&) const = default;
};

struct Scene {
    SceneId id;
    std::string title;
    std::string description; ///< added to the prompt of every shot in it
    UnknownKeys unknown;
    bool operator==(const Scene&) const = default;
};

struct Character {
    std::string name;        ///< referred to as @name in prompts
    std::string description; ///< what @name becomes in the prompt
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
    bool operator==(const TakeRating&) const = default;
};

struct Project {
    std::string title;
    Size size{160, 96};
    FrameRate frame_rate{16, 1};
    int64_t seed = 1;
    std::string model = "starter";     ///< a catalogue name or a folder relative to the project
    int64_t steps = 0;                 ///< 0: the model's default
    double guidance = -1.0;            ///< negative: the model's default
    double drift_help = 0.0;           ///< latent AdaIN towards the sequence's first window, 0 (off) .. 1
    Look look;
    std::vector<Character> characters;
    std::vector<Scene> scenes;
    std::vector<Shot> shots;           ///< in film order
    std::map<TakeId, TakeRating> ratings;
    std::map<TakeId, ShotId> deleted_takes; ///< hidden, kept on disk until trimmed, so that undo brings them back
    UnknownKeys unknown;
    bool operator==(const Project&) const = default;

    const Shot* find(const ShotId& id) const;
    Shot* find(const ShotId& id);
};

/// Every invariant of a project, in the order a reader would meet them; the first one broken is the error.
Result<void> validate(const Project& project);

/// The text shot is sampled with: scene description, prompt with @characters expanded, camera text, look, in that order.
/// `camera_text` is what the camera preset adds (the caller looks it up; empty for none).
std::string full_prompt(const Project& project, const Shot& shot, const std::string& camera_text);
/// The shot's negative prompt behind the film's.
std::string full_negative(const Project& project, const Shot& shot);

} // namespace longtake
