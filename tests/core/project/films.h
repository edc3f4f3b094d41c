// SPDX-License-Identifier: Apache-2.0
// Films for tests: one with every field set, and random ones that hold every rule.
#pragma once

#include "core/project/project.h"

#include <cstddef>
#include <random>
#include <string>

namespace longtake {

/// Every field differs from its default, and there are unknown keys at every level.
Project full_film();

/// A text of odd signs: emoji sequences, right-to-left, line ends, YAML's own signs, control characters.
std::string random_text(std::mt19937& random);
/// A shot with random fields; it may belong to a scene of `project`. Its id is new in `project`.
Shot random_shot(std::mt19937& random, const Project& project);
/// A film that holds every rule, with up to `most_shots` shots.
Project random_film(std::mt19937& random, size_t most_shots);

} // namespace longtake
