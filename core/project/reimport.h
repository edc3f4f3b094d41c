// SPDX-License-Identifier: Apache-2.0
// A story changed after the film was made from it: what is new, and the edit that brings it in. Three versions meet:
// the words a shot came from (its `source`), the story now, and the shot as the person has worked on it since. What the
// story did not change stays as it is, with ids, takes and settings; shots made in the studio stay behind their
// neighbour.
#pragma once

#include "core/base/result.h"
#include "core/project/edits.h"
#include "core/project/story.h"

#include <cstddef>
#include <string>
#include <vector>

namespace longtake {

struct StoryChange {
    enum class Kind { Changed, Added, Removed, Moved };
    Kind kind = Kind::Changed;
    ShotId shot;                     ///< for Added: the id it gets
    size_t line = 0;                 ///< in the story; 0 for Removed
    std::vector<std::string> fields; ///< Changed: which, as in the file: "prompt", "length"
    std::string before;              ///< prompt so far; empty for Added
    std::string after;               ///< prompt then; empty for Removed
    /// The same field was changed in the studio, too; the story's version is taken.
    bool is_conflict = false;
};

struct Reimport {
    std::vector<StoryChange> changes; ///< in the order of the story, removed shots last
    size_t kept = 0;                  ///< shots of the story that stay exactly as they are
    /// Makes the film what the story says; undone as one. Call apply() only if is_needed.
    Edit edit;
    bool is_needed = false;
};

/// Compares the film with the story. Shots without a source are not part of the story and never change.
Reimport compare_with_story(const Project& project, const Story& story);

} // namespace longtake
