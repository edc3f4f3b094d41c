// SPDX-License-Identifier: Apache-2.0
// What a crash may cost: at most 25 edits or 60 seconds. Autosaves are whole films under a header that says which saved
// film they were edited from and proves that they are whole; whether there is something to recover follows from hashes
// and counters, never from the clock. The window only asks and shows.
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"
#include "core/project/utc_time.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace longtake {

struct AutosavePolicy {
    int64_t most_edits = 25;
    std::chrono::seconds longest{60};
    size_t generations = 3; ///< kept per film
};

/// Edits that no autosave holds yet. `first` is the steady clock at the first of them.
struct UnsavedEdits {
    int64_t count = 0;
    std::chrono::steady_clock::time_point first{};
};

/// Whether the time has come. Pure.
bool is_autosave_due(const UnsavedEdits& edits,
                     std::chrono::steady_clock::time_point now,
                     const AutosavePolicy& policy = {});

/// Where autosaves of the film go: FILM.t2vdata/autosave, or a folder of its own under `user_folder` when nothing can
/// be written beside the film. `project_file` empty: a film never saved; its folder under `user_folder` is this
/// process's own.
std::filesystem::path autosave_folder(const std::filesystem::path& project_file,
                                      const std::filesystem::path& user_folder);

struct Autosave {
    int64_t counter = 0;      ///< the order in which they were made
    std::string base_hash;    ///< content hash of the saved film it was edited from; empty for a film never saved
    std::string content_hash; ///< SHA-256 of the film's text in it
    std::string time;         ///< UTC, for people
    std::filesystem::path project_file;
    std::filesystem::path file;
};

/// Writes `text` (of the film) as the newest autosave in `folder` and removes generations beyond the policy.
Result<Autosave> write_autosave(const std::filesystem::path& folder,
                                const std::filesystem::path& project_file,
                                const std::string& text,
                                const std::string& base_hash,
                                WallTime now,
                                const AutosavePolicy& policy = {});

/// The film's text in an autosave; an error when the file is cut short or was changed.
Result<std::string> read_autosave(const std::filesystem::path& file);

/// What start-up finds.
struct Recovery {
    std::optional<Autosave> newest; ///< offer this; empty: nothing to recover
    bool is_base_changed = false;   ///< the saved film is another one than it was edited from: both should be looked at
    std::vector<std::string> notes; ///< autosaves that were skipped, and why
};

/// Looks for edits that the saved film does not have. `saved_hash`: content hash of the film's file, empty when there
/// is none. An autosave as new as the saved film proves that all autosaves up to it are in it.
Recovery find_recovery(const std::filesystem::path& folder, const std::string& saved_hash);

/// Folders under `user_folder` with films that were never saved, of sessions of this machine that ended without
/// clearing them.
std::vector<std::filesystem::path> abandoned_unnamed_folders(const std::filesystem::path& user_folder);

/// Removes all autosaves of the folder: after a successful save, or when the person does not want them.
Result<void> clear_autosaves(const std::filesystem::path& folder);

} // namespace longtake
