// SPDX-License-Identifier: Apache-2.0
// The exact texts a shot is sampled with, put together from the film's parts. What is shown, stored in the receipt and
// hashed into the key is this text and no other.
#pragma once

#include "core/project/project.h"

#include <string>
#include <string_view>
#include <vector>

namespace longtake {

/// Scene description, prompt with @characters expanded, camera text, look, in that order; empty parts are left out.
/// Parts are joined by ", " (by a space behind a part that ends with punctuation).
/// `camera_text` is what the shot's camera adds: see camera_text() in presets.h.
std::string full_prompt(const Project& project, const Shot& shot, std::string_view camera_text);

/// The film's negative prompt, then the shot's.
std::string full_negative(const Project& project, const Shot& shot);

/// A place in a text where "@name" stands. An '@' behind a letter or digit (an address) is no mention.
struct Mention {
    size_t begin = 0; ///< byte of the '@'
    size_t end = 0;   ///< byte behind the name
    std::string name;
    bool is_known = false; ///< the film has a character of this name
};

/// Mentions in order. At each '@' the longest name of the film that fits is taken; it must end where the word ends,
/// except in scripts written without spaces. Otherwise the mention is the whole word, and unknown.
std::vector<Mention> find_mentions(const Project& project, std::string_view text);

/// `text` with every @name that is in the film replaced by its description; others stay as they are.
std::string expand_characters(const Project& project, std::string_view text);

/// Whether a character may be called so: one or more letters, digits, '_' and '-' of any script.
bool is_character_name(std::string_view name);

} // namespace longtake
