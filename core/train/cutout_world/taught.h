// SPDX-License-Identifier: Apache-2.0
// What a tier of the world taught a model, as the file the studio completes and checks prompts with.
#pragma once

#include "core/train/cutout_world/vocabulary.h"

#include <string>

namespace longtake {

/// vocabulary.yaml: subjects, places, times, motions, cameras (and weathers, relations), each with the phrases that say
/// it, then `words`, whatever else captions are made of. A pure function of its arguments.
std::string vocabulary_yaml(const Vocabulary& vocabulary, WorldTier tier);

} // namespace longtake
