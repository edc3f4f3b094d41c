// SPDX-License-Identifier: Apache-2.0
// Older versions of a film, one file a save, thinned out as they age: many of the last hour, some of today, of this
// week, of before. Their order is a counter and their soundness a hash in the name, so a clock that jumps loses nothing
// at once.
#pragma once

#include "core/base/result.h"
#include "core/project/utc_time.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace longtake {

struct Backup {
    int64_t counter = 0; ///< grows with every backup of the film; the order in which they were made
    WallTime time{};     ///< what the clock said then
    std::string hash;    ///< first 12 hex digits of the content's SHA-256
    std::filesystem::path file;

    bool operator==(const Backup&) const = default;
};

/// Backups of the last hour stay 3 minutes apart, those of the last 24 hours 72 minutes, of the last 7 days 8 hours,
/// older ones a week: about twenty of each age, as Kdenlive keeps them.
struct BackupPolicy {
    size_t newest_always = 20; ///< by counter, whatever the clock says and however close they are
    size_t most_old = 20;      ///< older than 7 days
    size_t most_removed = 2;   ///< in one go: a jumping clock cannot empty the folder
};

/// FILM.t2vdata/backups
std::filesystem::path backup_folder(const std::filesystem::path& project_file);

/// Backups of the film, newest first. Files that are not named like one are left out.
std::vector<Backup> list_backups(const std::filesystem::path& project_file);

/// Which of `backups` (newest first) to remove at `now`. Pure. Backups that seem to come from the future count as new.
std::vector<Backup> backups_to_trim(const std::vector<Backup>& backups, WallTime now, const BackupPolicy& policy = {});

/// Stores `text` (a film's) as the newest backup, unless the newest holds the same already, and trims.
Result<void> add_backup(const std::filesystem::path& project_file,
                        const std::string& text,
                        WallTime now,
                        const BackupPolicy& policy = {});

/// The text of a backup; an error when the file is not what its name says.
Result<std::string> read_backup(const Backup& backup);

} // namespace longtake
