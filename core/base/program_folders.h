// SPDX-License-Identifier: Apache-2.0
// Where things are on the person's machine: what ships with the program, and the person's own settings and caches.
#pragma once

#include <filesystem>
#include <optional>

namespace longtake {

/// The running program's file; empty when the system will not say.
std::filesystem::path executable_path();

/// The folder holding `models`, `films`, `world` …: LONGTAKE_RESOURCES if set, else beside the program the way it was
/// installed (../share/longtake, ../Resources on macOS), else `resources` of the checkout it was built in.
std::optional<std::filesystem::path> resource_folder();
/// The same for `presets` (inside the resource folder once installed, at the root of a checkout).
std::optional<std::filesystem::path> preset_folder();

/// Settings: LONGTAKE_CONFIG if set, else the platform's place ($XDG_CONFIG_HOME/longtake, ~/Library/Application
/// Support/Longtake, %APPDATA%\Longtake). Not created.
std::filesystem::path user_config_folder();
/// What may be deleted at any time (kernel verdicts, preview matrices): LONGTAKE_CACHE if set, else the platform's
/// place.
std::filesystem::path user_cache_folder();

} // namespace longtake
