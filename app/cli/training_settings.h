// SPDX-License-Identifier: Apache-2.0
// The settings file of `longtake train`, YAML or JSON. The engine knows JSON alone; the engine-only build links
// no_training_yaml.cpp, which says so.
#pragma once

#include "core/train/train_config.h"

#include <filesystem>

namespace longtake {

/// A file that ends in .yaml or .yml is YAML, every other one JSON. Errors (BadInput) name the file and each field that
/// is unknown or out of range.
Result<TrainConfig> read_training_settings(const std::filesystem::path& path);

} // namespace longtake
