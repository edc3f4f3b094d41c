// SPDX-License-Identifier: Apache-2.0
#include "core/project/autosave.h"

#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "core/project/limits.h"
#include "core/project/process_identity.h"
#include "core/project/project_path.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <system_error>
#include <utility>

namespace longtake {

namespace {

constexpr std::string_view kFirstLine = "# longtake autosave 1\n";
constexpr std::string_view kExtension = ".autosave";
constexpr uintmax_t kLargestHeader = 1 << 16;

std::string name_of(int64_t counter) {
    return std::to_string(counter) + std::string(kExtension);
}

std::optional<int64_t> counter_of(const std::filesystem::path& file) {
    const std::string name = utf8_from_path(file.filename());
    int64_t counter = 0;
    const auto [end, failure] = std::from_chars(name.data(), name.data() + name.size(), counter);
    const bool is_autosave = failure == std::errc{} && std::string_view(end) == kExtension && name_of(counter) == name;
    return is_autosave ? std::optional<int64_t>(counter) : std::nullopt;
}

/// The header is YAML comments, so that an autosave can be opened as a film by hand.
std::string header_of(const Autosave& autosave) {
    std::string film = utf8_from_path(autosave.project_file);
    std::replace(film.begin(), film.end(), '\n', ' ');
    return std::string(kFirstLine) + "# film: " + film + "\n# base: " + autosave.base_hash +
           "\n# time: " + autosave.time + "\n# content: " + autosave.content_hash + "\n\n";
}

/// Takes one "# key: value" line off the front of `text`.
std::optional<std::string> take_line(std::string_view& text, std::string_view key) {
    const std::string start = "# " + std::string(key) + ": ";
    const size_t end = text.find('\n');
    if (!text.starts_with(start) || end == std::string_view::npos) {
        return std::nullopt;
    }
    std::string value(text.substr(start.size(), end - start.size()));
    text.remove_prefix(end + 1);
    return value;
}

struct OpenedAutosave {
    Autosave autosave;
    std::string text;
};

Result<OpenedAutosave> open_autosave(const std::filesystem::path& file) {
    auto bytes = read_file(file, kLargestFile + kLargestHeader);
    if (!bytes) {
        return bytes.error();
    }
    const Error damaged =
        bad_input(utf8_from_path(file) + " is cut short or was changed", "An older autosave may be whole.");
    std::string_view rest = *bytes;
    if (!rest.starts_with(kFirstLine)) {
        return damaged;
    }
    rest.remove_prefix(kFirstLine.size());
    const auto film = take_line(rest, "film");
    const auto base = film ? take_line(rest, "base") : std::nullopt;
    const auto time = base ? take_line(rest, "time") : std::nullopt;
    const auto content = time ? take_line(rest, "content") : std::nullopt;
    if (!content || !rest.starts_with('\n') || sha256_hex(rest.substr(1)) != *content) {
        return damaged;
    }
    return OpenedAutosave{{counter_of(file).value_or(0), *base, *content, *time, path_from_utf8(*film), file},
                          std::string(rest.substr(1))};
}

/// Autosave files of the folder, newest first.
std::vector<std::filesystem::path> autosave_files(const std::filesystem::path& folder) {
    std::vector<std::pair<int64_t, std::filesystem::path>> found;
    std::error_code failure;
    std::filesystem::directory_iterator entries(folder, failure);
    for (; !failure && entries != std::filesystem::directory_iterator(); entries.increment(failure)) {
        if (const auto counter = counter_of(entries->path())) {
            found.emplace_back(*counter, entries->path());
        }
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<std::filesystem::path> files;
    for (auto& [counter, file] : found) {
        files.push_back(std::move(file));
    }
    return files;
}

std::string short_hash(const std::string& text) {
    return sha256_hex(text).substr(0, 8);
}

constexpr std::string_view kUnnamed = "unnamed-";

/// "unnamed-HOST-PID-START": whose it is, so that it can be told from those of sessions that died.
std::string unnamed_folder_name(const ProcessIdentity& process) {
    return std::string(kUnnamed) + short_hash(process.host) + "-" + std::to_string(process.pid) + "-" +
           short_hash(process.start_token);
}

/// Whether the folder is of a session of this machine that no longer runs.
bool is_abandoned(const std::string& folder_name) {
    const ProcessIdentity self = this_process();
    const std::string of_this_host = std::string(kUnnamed) + short_hash(self.host) + "-";
    int pid = 0;
    if (!folder_name.starts_with(of_this_host) ||
        std::from_chars(folder_name.data() + of_this_host.size(), folder_name.data() + folder_name.size(), pid).ec !=
            std::errc{}) {
        return false;
    }
    const auto process = find_process(pid);
    return !process || unnamed_folder_name(*process) != folder_name;
}

/// Whether a file can be made in the folder, which is made if need be.
bool is_usable(const std::filesystem::path& folder) {
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    return !failure && AtomicFile::create(folder / "probe");
}

} // namespace

bool is_autosave_due(const UnsavedEdits& edits,
                     std::chrono::steady_clock::time_point now,
                     const AutosavePolicy& policy) {
    return edits.count >= policy.most_edits || (edits.count > 0 && now - edits.first >= policy.longest);
}

std::filesystem::path autosave_folder(const std::filesystem::path& project_file,
                                      const std::filesystem::path& user_folder) {
    if (project_file.empty()) {
        return user_folder / unnamed_folder_name(this_process());
    }
    const auto beside = data_folder_of(project_file) / "autosave";
    if (is_usable(beside)) {
        return beside;
    }
    std::error_code ignored;
    return user_folder / sha256_hex(utf8_from_path(std::filesystem::absolute(project_file, ignored))).substr(0, 16);
}

Result<Autosave> write_autosave(const std::filesystem::path& folder,
                                const std::filesystem::path& project_file,
                                const std::string& text,
                                const std::string& base_hash,
                                WallTime now,
                                const AutosavePolicy& policy) {
    return guard("autosaving " + utf8_from_path(project_file), ErrorCode::BadInput, [&]() -> Result<Autosave> {
        std::filesystem::create_directories(folder);
        const auto files = autosave_files(folder);
        Autosave autosave{files.empty() ? 1 : *counter_of(files.front()) + 1,
                          base_hash,
                          sha256_hex(text),
                          readable_utc(now),
                          project_file,
                          {}};
        autosave.file = folder / name_of(autosave.counter);
        if (auto written = write_file_atomically(autosave.file, header_of(autosave) + text); !written) {
            return written.error();
        }
        for (size_t i = std::max<size_t>(policy.generations, 1) - 1; i < files.size(); ++i) {
            std::filesystem::remove(files[i]);
        }
        return autosave;
    });
}

Result<std::string> read_autosave(const std::filesystem::path& file) {
    auto opened = open_autosave(file);
    return opened ? Result<std::string>(std::move(opened->text)) : Result<std::string>(opened.error());
}

Recovery find_recovery(const std::filesystem::path& folder, const std::string& saved_hash) {
    Recovery recovery;
    for (const auto& file : autosave_files(folder)) {
        const auto opened = open_autosave(file);
        if (!opened) {
            recovery.notes.push_back(opened.error().message);
            continue;
        }
        if (opened->autosave.content_hash == saved_hash) {
            break;
        }
        recovery.newest = opened->autosave;
        recovery.is_base_changed = opened->autosave.base_hash != saved_hash;
        break;
    }
    return recovery;
}

std::vector<std::filesystem::path> abandoned_unnamed_folders(const std::filesystem::path& user_folder) {
    std::vector<std::filesystem::path> abandoned;
    std::error_code failure;
    std::filesystem::directory_iterator entries(user_folder, failure);
    for (; !failure && entries != std::filesystem::directory_iterator(); entries.increment(failure)) {
        if (is_abandoned(utf8_from_path(entries->path().filename()))) {
            abandoned.push_back(entries->path());
        }
    }
    std::sort(abandoned.begin(), abandoned.end());
    return abandoned;
}

Result<void> clear_autosaves(const std::filesystem::path& folder) {
    return guard("removing autosaves", ErrorCode::BadInput, [&]() -> Result<void> {
        // Oldest first: a kill in between leaves the newest, which is the one that proves the others to be in the film.
        const auto files = autosave_files(folder);
        for (auto file = files.rbegin(); file != files.rend(); ++file) {
            std::filesystem::remove(*file);
        }
        return {};
    });
}

} // namespace longtake
