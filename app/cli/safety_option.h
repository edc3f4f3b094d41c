// SPDX-License-Identifier: Apache-2.0
// --safety: which texts `render` and `generate` refuse.
#pragma once

#include "app/cli/arguments.h"
#include "core/safety/content_filter.h"

#include <string>

namespace longtake {

/// For the help text.
Option safety_option();
Result<SafetyLevel> read_safety(const Arguments& arguments);

/// Says on stderr what the level would rather ask about in `text`: on the command line there is nobody to ask.
/// `subject` begins the sentence: "shot 3".
void tell_doubts(const std::string& subject, const std::string& text, SafetyLevel level);

} // namespace longtake
