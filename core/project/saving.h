// SPDX-License-Identifier: Apache-2.0
// Saving as a session does it, so that no moment of a crash loses an edit: first the autosave of exactly what is saved,
// then the file, then a backup, then the autosaves go. Whatever survives, recovery finds the newest.
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"
#include "core/project/project_file.h"
#include "core/project/utc_time.h"

#include <filesystem>
#include <string>
#include <vector>

namespace longtake {

struct SessionSave {
    std::string expected_hash;             ///< as in SaveOptions
    std::filesystem::path autosave_folder; ///< from autosave_folder()
    WallTime now{};
};

struct SavedSession {
    std::string content_hash;
    std::vector<std::string> notes; ///< what could not be done although the film is saved: "no backup: disk full"
};

/// Fails only when the film itself could not be saved; the autosave then holds what should have been.
Result<SavedSession> save_session(const std::filesystem::path& path, const Project& project, const SessionSave& how);

} // namespace longtake
