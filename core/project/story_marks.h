// SPDX-License-Identifier: Apache-2.0
// The marks in brackets of a story's shot: what they are and what is left of the words without them.
#pragma once

#include "core/project/story.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace longtake {

/// A pair of brackets that is no mark; it stays in the prompt.
struct UnknownMark {
    size_t position = 0; ///< byte of the '['
    std::string text;    ///< with its brackets
};

/// Adds the words of `text` to shot.prompt and its marks to the other fields. Several [say: …], [not: …] or [note: …]
/// add up, of other marks the last one counts.
std::vector<UnknownMark> take_marks(std::string_view text, StoryShot& shot);

/// `text` with "\[" and the like turned into the bare sign.
std::string unescaped(std::string_view text);

} // namespace longtake
