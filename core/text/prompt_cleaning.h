// SPDX-License-Identifier: Apache-2.0
// What a Wan pipeline does to a prompt before tokenising it (diffusers pipeline_wan.py, prompt_clean): ftfy.fix_text,
// HTML unescaped twice, whitespace collapsed. Of ftfy everything is here but one step: it also guesses which text was
// once decoded in the wrong encoding ("sÃ³" for "só") and repairs it; such a prompt is passed on as it was typed.
#pragma once

#include <string>
#include <string_view>

namespace longtake {

/// UTF-8 to UTF-8; invalid bytes become U+FFFD. A clean text stays as it is.
std::string clean_wan_prompt(std::string_view prompt);

} // namespace longtake
