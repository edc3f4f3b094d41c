// SPDX-License-Identifier: Apache-2.0
#include "core/project/leftovers.h"

#include "core/base/process.h"
#include "core/project/project_path.h"

#include <charconv>
#include <functional>
#include <string>
#include <string_view>
#include <system_error>

namespace longtake {

namespace {

/// Whether `name` is "TARGET.PID.part" (temporary_sibling in atomic_file.h) of a process that is gone.
bool is_leftover(std::string_view name) {
    constexpr std::string_view kPart = ".part";
    if (!name.ends_with(kPart)) {
        return false;
    }
    name.remove_suffix(kPart.size());
    const size_t dot = name.rfind('.');
    if (dot == std::string_view::npos || dot == 0) {
        return false;
    }
    int pid = 0;
    const char* end = name.data() + name.size();
    const auto number = std::from_chars(name.data() + dot + 1, end, pid);
    return number.ec == std::errc{} && number.ptr == end && !is_process_running(pid);
}

void remove_from(const std::filesystem::path& folder, const std::function<bool(std::string_view)>& is_ours) {
    std::error_code failure;
    std::filesystem::directory_iterator entries(folder, failure);
    for (; !failure && entries != std::filesystem::directory_iterator(); entries.increment(failure)) {
        const std::string name = utf8_from_path(entries->path().filename());
        if (is_ours(name) && is_leftover(name)) {
            std::error_code ignored;
            std::filesystem::remove(entries->path(), ignored);
        }
    }
}

} // namespace

void remove_leftovers(const std::filesystem::path& project_file) {
    const std::string name = utf8_from_path(project_file.filename());
    const auto is_beside_film = [&](std::string_view one) {
        return one.starts_with(name) || one.starts_with("." + name);
    };
    remove_from(project_file.has_parent_path() ? project_file.parent_path() : ".", is_beside_film);
    for (const char* folder : {"autosave", "backups", "failures"}) {
        remove_abandoned_files(data_folder_of(project_file) / folder);
    }
}

void remove_abandoned_files(const std::filesystem::path& folder) {
    remove_from(folder, [](std::string_view) { return true; });
}

} // namespace longtake
