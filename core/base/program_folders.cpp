// SPDX-License-Identifier: Apache-2.0
#include "core/base/program_folders.h"

#include <cstdlib>
#include <string>

#ifdef _WIN32
#include <windows.h>
#elif defined(__APPLE__)
#include <mach-o/dyld.h>
#endif

namespace longtake {

namespace fs = std::filesystem;

namespace {

fs::path environment_path(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? fs::path() : fs::path(value);
}

/// `installed` beside the program, or `in_checkout` in the checkout around its build folder.
std::optional<fs::path> find_near_program(const fs::path& installed, const fs::path& in_checkout) {
    std::error_code failure;
    fs::path folder = executable_path().parent_path();
    if (fs::is_directory(folder.parent_path() / installed, failure)) {
        return folder.parent_path() / installed;
    }
    for (int level = 0; level < 4 && !folder.empty(); ++level, folder = folder.parent_path()) {
        if (fs::is_directory(folder / in_checkout, failure) && fs::exists(folder / "CMakePresets.json", failure)) {
            return folder / in_checkout;
        }
    }
    return std::nullopt;
}

#ifdef __APPLE__
const fs::path kInstalled = "Resources";
#else
const fs::path kInstalled = fs::path("share") / "longtake";
#endif

} // namespace

fs::path executable_path() {
#ifdef _WIN32
    std::wstring buffer(32768, L'\0');
    buffer.resize(GetModuleFileNameW(nullptr, buffer.data(), static_cast<DWORD>(buffer.size())));
    return buffer;
#elif defined(__APPLE__)
    std::string buffer(4096, '\0');
    auto size = static_cast<uint32_t>(buffer.size());
    if (_NSGetExecutablePath(buffer.data(), &size) != 0) {
        return {};
    }
    std::error_code failure;
    return fs::canonical(buffer.c_str(), failure);
#else
    std::error_code failure;
    return fs::read_symlink("/proc/self/exe", failure);
#endif
}

std::optional<fs::path> resource_folder() {
    if (const fs::path given = environment_path("LONGTAKE_RESOURCES"); !given.empty()) {
        return given;
    }
    return find_near_program(kInstalled, "resources");
}

std::optional<fs::path> preset_folder() {
    return find_near_program(kInstalled / "presets", "presets");
}

fs::path user_config_folder() {
    if (const fs::path given = environment_path("LONGTAKE_CONFIG"); !given.empty()) {
        return given;
    }
#ifdef _WIN32
    return environment_path("APPDATA") / "Longtake";
#elif defined(__APPLE__)
    return environment_path("HOME") / "Library" / "Application Support" / "Longtake";
#else
    const fs::path base = environment_path("XDG_CONFIG_HOME");
    return (base.empty() ? environment_path("HOME") / ".config" : base) / "longtake";
#endif
}

fs::path user_cache_folder() {
    if (const fs::path given = environment_path("LONGTAKE_CACHE"); !given.empty()) {
        return given;
    }
#ifdef _WIN32
    return environment_path("LOCALAPPDATA") / "Longtake" / "Cache";
#elif defined(__APPLE__)
    return environment_path("HOME") / "Library" / "Caches" / "Longtake";
#else
    const fs::path base = environment_path("XDG_CACHE_HOME");
    return (base.empty() ? environment_path("HOME") / ".cache" : base) / "longtake";
#endif
}

} // namespace longtake
