// SPDX-License-Identifier: Apache-2.0
// Files that a killed program was still writing: nobody will ever finish them.
#pragma once

#include <filesystem>

namespace longtake {

/// Removes half-written files beside the film, in its autosaves, backups and notes, if the process that wrote them is
/// gone.
void remove_leftovers(const std::filesystem::path& project_file);

/// Removes half-written files (temporary_sibling() in atomic_file.h) directly in `folder` of processes that are gone.
void remove_abandoned_files(const std::filesystem::path& folder);

} // namespace longtake
