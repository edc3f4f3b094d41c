// SPDX-License-Identifier: Apache-2.0
#include "core/project/project_path.h"

#include "core/base/ascii.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <system_error>

namespace longtake {

namespace {

constexpr size_t kLongestPath = 1024;
constexpr size_t kLongestName = 255;

/// Names that Windows gives to devices in every folder, whatever follows a dot.
bool is_device_name(std::string_view name) {
    std::string stem(name.substr(0, name.find('.')));
    while (stem.ends_with(' ')) {
        stem.pop_back();
    }
    std::transform(stem.begin(), stem.end(), stem.begin(), [](char letter) { return lower_ascii(letter); });
    constexpr std::array<std::string_view, 6> kDevices{"con", "prn", "aux", "nul", "conin$", "conout$"};
    if (std::find(kDevices.begin(), kDevices.end(), stem) != kDevices.end()) {
        return true;
    }
    return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) && stem[3] >= '0' && stem[3] <= '9';
}

std::optional<std::string> find_name_problem(std::string_view name) {
    if (name.empty()) {
        return "has an empty folder name";
    }
    if (name == ".") {
        return std::nullopt;
    }
    if (name == "..") {
        return "leads out of the film's folder with '..'";
    }
    if (name.size() > kLongestName) {
        return "has a name longer than 255 bytes";
    }
    if (name.ends_with('.') || name.ends_with(' ')) {
        return "has a name that ends with a dot or a space";
    }
    if (is_device_name(name)) {
        return "names a device ('" + std::string(name) + "')";
    }
    return std::nullopt;
}

Error path_error(std::string_view path, const std::string& problem) {
    return bad_input("path '" + std::string(path) + "' " + problem,
                     "Put the file beside the film and write its path from there, like images/lion.png.");
}

/// weakly_canonical takes a link to nowhere for an ordinary name; writing through it would create its target.
bool has_dangling_link(const std::filesystem::path& root, const std::filesystem::path& relative) {
    std::filesystem::path place = root;
    for (const auto& name : relative) {
        place /= name;
        std::error_code ignored;
        if (std::filesystem::is_symlink(place, ignored) && !std::filesystem::exists(place, ignored)) {
            return true;
        }
    }
    return false;
}

} // namespace

std::optional<std::string> find_path_problem(std::string_view path) {
    if (path.empty()) {
        return "is empty";
    }
    if (path.size() > kLongestPath) {
        return "is longer than 1024 bytes";
    }
    if (find_invalid_utf8(path)) {
        return "is not UTF-8";
    }
    if (std::any_of(path.begin(), path.end(),
                    [](char letter) { return static_cast<uint8_t>(letter) < 0x20 || letter == 0x7F; })) {
        return "has a control character";
    }
    if (path.find('\\') != std::string_view::npos) {
        return "has a backslash; write '/' between folders";
    }
    if (path.find(':') != std::string_view::npos) {
        return "has a colon (a drive or an address)";
    }
    if (path.starts_with('/') || path.starts_with('~')) {
        return "is absolute";
    }
    for (size_t begin = 0; begin <= path.size();) {
        const size_t slash = std::min(path.find('/', begin), path.size());
        const bool is_behind_last_slash = begin == path.size() && begin > 0;
        if (!is_behind_last_slash) {
            if (auto problem = find_name_problem(path.substr(begin, slash - begin))) {
                return problem;
            }
        }
        begin = slash + 1;
    }
    return std::nullopt;
}

Result<std::filesystem::path> resolve_project_path(const std::filesystem::path& folder, std::string_view path) {
    if (const auto problem = find_path_problem(path)) {
        return path_error(path, *problem);
    }
    std::error_code failure;
    const auto root =
        std::filesystem::weakly_canonical(std::filesystem::absolute(folder.empty() ? "." : folder, failure), failure);
    if (failure) {
        return path_error(path, "cannot be followed: " + failure.message());
    }
    if (has_dangling_link(root, path_from_utf8(path))) {
        return path_error(path, "goes through a symbolic link that leads nowhere");
    }
    const auto real = std::filesystem::weakly_canonical(root / path_from_utf8(path), failure);
    if (failure) {
        return path_error(path, "cannot be followed: " + failure.message());
    }
    const auto [root_end, ignored] = std::mismatch(root.begin(), root.end(), real.begin(), real.end());
    if (root_end != root.end()) {
        return path_error(path, "leads out of the film's folder through a symbolic link");
    }
    return real;
}

std::filesystem::path data_folder_of(const std::filesystem::path& project_file) {
    auto folder = project_file;
    return folder.replace_extension(".t2vdata");
}

std::filesystem::path path_from_utf8(std::string_view text) {
    return {std::u8string(text.begin(), text.end())};
}

std::string utf8_from_path(const std::filesystem::path& path) {
    const std::u8string text = path.generic_u8string();
    return {text.begin(), text.end()};
}

} // namespace longtake
