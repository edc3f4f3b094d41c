// SPDX-License-Identifier: Apache-2.0
// What went wrong when a shot was last rendered, kept beside the takes so that the plan can say it after a restart.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/cache/take_index.h"

#include <filesystem>
#include <map>

namespace longtake {

/// Notes that cannot be read are left out: they only explain.
std::map<ShotId, RenderFailure> load_failures(const std::filesystem::path& data_folder);

Result<void> record_failure(const std::filesystem::path& data_folder, const ShotId& shot, const RenderFailure& failure);
void clear_failure(const std::filesystem::path& data_folder, const ShotId& shot);

} // namespace longtake
