// SPDX-License-Identifier: Apache-2.0
// Files that a killed program was still writing: nobody will ever finish them.
#pragma once

#include <filesystem>

namespace longtake {

/// Removes half-written files beside the film and in its autosaves and backups, if the process that wrote them is gone.
void remove_leftovers(const std::filesystem::path& project_file);

} // namespace longtake
