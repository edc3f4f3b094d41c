// SPDX-License-Identifier: Apache-2.0
// Paths written in a film lead to files beside it and nowhere else: a film from a stranger must not make the program
// read or overwrite the person's other files. The text is checked when read, the real place each time it is used.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace longtake {

/// Why `path` must not stand in a film, or nothing. Allowed is what every system reads alike: relative, '/' between
/// folders, no "..", no drive, host, scheme or device name, no name that ends with a dot or space, at most 1024 bytes.
std::optional<std::string> find_path_problem(std::string_view path);

/// The real file that `path` means in a film that lies in `folder`. It need not exist. Refuses what find_path_problem
/// refuses and every symbolic link that leads out of the folder or in circles.
Result<std::filesystem::path> resolve_project_path(const std::filesystem::path& folder, std::string_view path);

/// "film.t2vproj" -> "film.t2vdata": takes, images, autosaves and backups of the film.
std::filesystem::path data_folder_of(const std::filesystem::path& project_file);

/// UTF-8 text as a path of this system.
std::filesystem::path path_from_utf8(std::string_view text);
/// A path as UTF-8 text.
std::string utf8_from_path(const std::filesystem::path& path);

} // namespace longtake
