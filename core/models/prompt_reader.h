// SPDX-License-Identifier: Apache-2.0
// How much of a prompt a model reads, told by the model's own cleaning and tokenizer without loading any weights.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace longtake {

struct PromptReading {
    int64_t tokens = 0;       ///< of the whole prompt, its end token included
    int64_t limit = 0;        ///< the model reads no more than these
    std::string dropped_text; ///< the prompt's end, as cleaned, that the model does not read; empty when it reads all
};

/// Immutable; may be called from several threads.
using PromptReader = std::function<PromptReading(const std::string& prompt)>;

/// Fails as load_video_model() does for a directory of no known family, and for a tokenizer that cannot be read.
Result<PromptReader> load_prompt_reader(const std::filesystem::path& folder);

} // namespace longtake
