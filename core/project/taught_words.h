// SPDX-License-Identifier: Apache-2.0
// vocabulary.yaml beside a model: what the model was taught, for completing prompts and marking words it never met.
// Models without the file understand whatever they understand.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace longtake {

/// Every phrase under `say` of the file's lists of {name, say: [phrases]}, then its `words`; each once. A model folder
/// without vocabulary.yaml has none. Errors (Model) name the file and the line.
Result<std::vector<std::string>> read_taught_words(const std::filesystem::path& model_folder);

} // namespace longtake
