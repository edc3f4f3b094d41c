// SPDX-License-Identifier: Apache-2.0
#include "core/project/backups.h"

#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "core/project/limits.h"
#include "core/project/project_path.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>
#include <system_error>

namespace longtake {

namespace {

using namespace std::chrono_literals;

constexpr size_t kHashDigits = 12;

std::string short_hash(const std::string& text) {
    return sha256_hex(text).substr(0, kHashDigits);
}

/// "000042-20261121T051000Z-0123456789ab.t2vproj"
std::string file_name(const Backup& backup) {
    std::string counter = std::to_string(backup.counter);
    counter.insert(0, counter.size() < 6 ? 6 - counter.size() : 0, '0');
    return counter + "-" + compact_utc(backup.time) + "-" + backup.hash + ".t2vproj";
}

std::optional<Backup> parse_name(const std::filesystem::path& file) {
    const std::string name = utf8_from_path(file.filename());
    Backup backup;
    const auto [end, failure] = std::from_chars(name.data(), name.data() + name.size(), backup.counter);
    const auto counter_size = static_cast<size_t>(end - name.data());
    constexpr size_t kTimeSize = 16;
    if (failure != std::errc{} || backup.counter < 0 || name.size() < counter_size + kTimeSize + kHashDigits + 2) {
        return std::nullopt;
    }
    const auto time = parse_compact_utc(std::string_view(name).substr(counter_size + 1, kTimeSize));
    if (!time) {
        return std::nullopt;
    }
    backup.time = *time;
    backup.hash = name.substr(counter_size + kTimeSize + 2, kHashDigits);
    backup.file = file;
    return file_name(backup) == name ? std::optional<Backup>(backup) : std::nullopt;
}

/// Where an age ends, and how far apart its backups stay.
struct Age {
    std::chrono::seconds end;
    std::chrono::seconds spacing;
};

constexpr std::array<Age, 4> kAges{{{1h, 3min}, {24h, 72min}, {168h, 8h}, {std::chrono::seconds::max(), 168h}}};

std::chrono::seconds spacing_at(std::chrono::seconds elapsed) {
    return std::find_if(kAges.begin(), kAges.end(), [&](const Age& age) { return elapsed < age.end; })->spacing;
}

/// How old each of `backups` (newest first) is at `now`; an older one is never younger than a newer one, whatever the
/// clock said.
std::vector<std::chrono::seconds> elapsed_since(const std::vector<Backup>& backups, WallTime now) {
    std::vector<std::chrono::seconds> elapsed;
    std::chrono::seconds least{0};
    for (const Backup& backup : backups) {
        least = std::max(least, now - backup.time);
        elapsed.push_back(least);
    }
    return elapsed;
}

/// Of the backups of the last age, when there are too many: the one closest to the next older.
std::optional<size_t> most_crowded_old(const std::vector<std::chrono::seconds>& elapsed, const BackupPolicy& policy) {
    const auto first_old =
        std::find_if(elapsed.begin(), elapsed.end(), [](auto age) { return age >= kAges[2].end; }) - elapsed.begin();
    const size_t first = std::max(static_cast<size_t>(first_old), policy.newest_always);
    std::optional<size_t> found;
    for (size_t i = first; i + 1 < elapsed.size() && elapsed.size() - first > policy.most_old; ++i) {
        const auto gap = elapsed[i + 1] - elapsed[i];
        found = !found || gap < elapsed[*found + 1] - elapsed[*found] ? i : found;
    }
    return found;
}

} // namespace

std::filesystem::path backup_folder(const std::filesystem::path& project_file) {
    return data_folder_of(project_file) / "backups";
}

std::vector<Backup> list_backups(const std::filesystem::path& project_file) {
    std::vector<Backup> backups;
    std::error_code failure;
    std::filesystem::directory_iterator entries(backup_folder(project_file), failure);
    for (; !failure && entries != std::filesystem::directory_iterator(); entries.increment(failure)) {
        if (auto backup = parse_name(entries->path())) {
            backups.push_back(*std::move(backup));
        }
    }
    std::sort(backups.begin(), backups.end(), [](const Backup& a, const Backup& b) { return a.counter > b.counter; });
    return backups;
}

std::vector<Backup> backups_to_trim(const std::vector<Backup>& backups, WallTime now, const BackupPolicy& policy) {
    std::vector<Backup> removed;
    const auto elapsed = elapsed_since(backups, now);
    // From the oldest on, which stays as long as there is room: those too close behind the last that stays may go.
    size_t last_kept = backups.size();
    for (size_t i = backups.size(); i-- > policy.newest_always && removed.size() < policy.most_removed;) {
        const bool is_too_close =
            last_kept < backups.size() && elapsed[last_kept] - elapsed[i] < spacing_at(elapsed[i]);
        if (is_too_close) {
            removed.push_back(backups[i]);
        } else {
            last_kept = i;
        }
    }
    if (const auto crowded = removed.empty() ? most_crowded_old(elapsed, policy) : std::nullopt) {
        removed.push_back(backups[*crowded]);
    }
    return removed;
}

Result<void> add_backup(const std::filesystem::path& project_file,
                        const std::string& text,
                        WallTime now,
                        const BackupPolicy& policy) {
    return guard("keeping a backup of " + utf8_from_path(project_file), ErrorCode::BadInput, [&]() -> Result<void> {
        const auto folder = backup_folder(project_file);
        std::filesystem::create_directories(folder);
        std::vector<Backup> backups = list_backups(project_file);
        Backup newest{backups.empty() ? 1 : backups.front().counter + 1, now, short_hash(text), {}};
        const bool is_kept_already =
            !backups.empty() && backups.front().hash == newest.hash && read_backup(backups.front());
        if (is_kept_already) {
            return {};
        }
        newest.file = folder / file_name(newest);
        if (auto written = write_file_atomically(newest.file, text); !written) {
            return written;
        }
        backups.insert(backups.begin(), newest);
        for (const Backup& old : backups_to_trim(backups, now, policy)) {
            std::filesystem::remove(old.file);
        }
        return {};
    });
}

Result<std::string> read_backup(const Backup& backup) {
    auto text = read_file(backup.file, kLargestFile);
    if (text && short_hash(*text) != backup.hash) {
        return bad_input(utf8_from_path(backup.file) + " is damaged", "Take another version.");
    }
    return text;
}

} // namespace longtake
