// SPDX-License-Identifier: Apache-2.0
// Fountain, the plain-text form of screenplays (fountain.io syntax 1.1): scene headings, action, characters, dialogue,
// parentheticals, transitions, notes, boneyard, sections, synopses, title page. Action is what is seen and becomes
// shots; dialogue is what is said and becomes narration of the shot it belongs to.
#pragma once

#include "core/project/story.h"

#include <string>
#include <string_view>

namespace longtake {

/// Reads a screenplay. Each action paragraph is a shot; a dialogue joins the shot before it in its scene, or makes one
/// ("ANA speaks") where there is none, and gives it the time it takes to say. "DISSOLVE TO:" and "FADE TO:" begin the
/// next shot with a dissolve, other transitions with a cut, a heading with CONTINUOUS with neither. A heading's place
/// and time describe the scene. Notes [[…]] and synopses become shot notes; notes that are marks of a story ([[4s]],
/// [[camera: push in]]) count as marks. Sections, page breaks, centred text and the boneyard are not filmed.
Story parse_fountain(std::string_view text, const std::string& file);

} // namespace longtake
