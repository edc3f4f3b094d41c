// SPDX-License-Identifier: Apache-2.0
// Attributes -> an English sentence, with wording, order, articles and synonyms drawn at random. In scenes of the full
// tier the subject is now and then called by its German, Spanish, French, Japanese or Chinese name.
#pragma once

#include "core/train/cutout_world/script.h"

#include <string>

namespace longtake {

std::string write_caption(const Vocabulary& vocabulary, const SceneAttributes& attributes, Random& random);

} // namespace longtake
