// SPDX-License-Identifier: Apache-2.0
// A film on disk. Saving leaves the old film or the new one, whatever happens in between, and the one before as FILM~.
// A file that somebody else changed since it was read is never overwritten unasked.
#pragma once

#include "core/base/result.h"
#include "core/project/problem.h"
#include "core/project/project.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace longtake {

struct LoadedProject {
    Project project;
    std::vector<Problem> problems; ///< no errors: refused paths, fields of a newer version
    std::string content_hash;      ///< SHA-256 of the file's bytes as read
    /// Why the film can be looked at but not saved in place; empty when it can.
    std::string read_only_reason;
};

/// Reads and checks the film. Paths it names are followed, too: one that leaves the film's folder through a symbolic
/// link is refused, too. Errors name file, line, column and field.
Result<LoadedProject> load_project(const std::filesystem::path& path);

struct SaveOptions {
    /// The content hash the film had when it was read or last saved: saving fails if the file is another one now.
    /// Empty: overwrite whatever is there.
    std::string expected_hash;
};

struct SavedProject {
    std::string content_hash;
};

/// Writes the film atomically: flushed to disk under another name, the old file kept as FILM~, then renamed. A link is
/// followed, the file's permissions are kept. Equal bytes are not written again. Fails with nothing changed if the
/// project breaks a rule, the file is not the expected one, or the disk refuses.
Result<SavedProject>
save_project(const std::filesystem::path& path, const Project& project, const SaveOptions& options = {});

/// "film.t2vproj" -> "film.t2vproj~": the film as it was before the last save.
std::filesystem::path previous_generation_path(const std::filesystem::path& path);
} // namespace longtake
