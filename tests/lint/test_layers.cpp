// SPDX-License-Identifier: Apache-2.0
// The dependency line of design.md §2: a room includes itself and rooms to its left; core knows no Qt; ui no torch.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kFilmLine = {"base", "project", "media", "cache", "safety", "film"};
const std::vector<std::string> kEngineLine = {"base",     "weights", "nn",       "text",
                                              "schedule", "models",  "sampling", "train"};

struct Include {
    std::string file;
    std::string target;
};

std::vector<Include> includes_below(const fs::path& root, const std::string& folder) {
    static const std::regex pattern("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]");
    std::vector<Include> found;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
        const std::string extension = entry.path().extension().string();
        if (extension != ".h" && extension != ".cpp") {
            continue;
        }
        std::ifstream file(entry.path());
        std::smatch match;
        for (std::string line; std::getline(file, line);) {
            if (std::regex_search(line, match, pattern)) {
                found.push_back({fs::relative(entry.path(), root).generic_string(), match[1]});
            }
        }
    }
    return found;
}

/// The part after `core/`: "core/nn/rope.h" -> "nn"; empty when the path is not in core.
std::string room_of(const std::string& path) {
    if (!path.starts_with("core/")) {
        return {};
    }
    return path.substr(5, path.find('/', 5) - 5);
}

bool may_include(const std::string& from, const std::string& to) {
    if (from == "render") { // joins the film and the engine; nothing in core stands to its right
        return true;
    }
    for (const auto& line : {kFilmLine, kEngineLine}) {
        const auto source = std::find(line.begin(), line.end(), from);
        const auto target = std::find(line.begin(), line.end(), to);
        if (source != line.end() && target != line.end() && target <= source) {
            return true;
        }
    }
    return false;
}

bool is_torch(const std::string& target) {
    return target.starts_with("torch/") || target.starts_with("ATen/") || target.starts_with("c10/");
}

bool is_qt(const std::string& target) {
    return target.starts_with("Q") && target.find('.') == std::string::npos;
}

} // namespace

TEST_SUITE("lint.layers") {
    const fs::path root = std::getenv("LONGTAKE_SOURCE_DIR") != nullptr ? std::getenv("LONGTAKE_SOURCE_DIR") : ".";

    TEST_CASE("a room of core includes only rooms to its left, and no Qt") {
        const auto includes = includes_below(root, "core");
        REQUIRE_FALSE(includes.empty());
        for (const Include& include : includes) {
            CAPTURE(include.file);
            CAPTURE(include.target);
            CHECK_FALSE(is_qt(include.target));
            CHECK_FALSE(include.target.starts_with("ui/"));
            CHECK_FALSE(include.target.starts_with("app/"));
            const std::string target_room = room_of(include.target);
            CHECK((target_room.empty() || may_include(room_of(include.file), target_room)));
        }
    }

    TEST_CASE("torch enters at weights; the film library never sees it") {
        for (const Include& include : includes_below(root, "core")) {
            const std::string room = room_of(include.file);
            const bool is_film_room = std::find(kFilmLine.begin(), kFilmLine.end(), room) != kFilmLine.end();
            CAPTURE(include.file);
            CAPTURE(include.target);
            CHECK_FALSE((is_film_room && is_torch(include.target)));
        }
    }

    TEST_CASE("the window includes neither torch nor the engine, libav or OpenCV") {
        for (const Include& include : includes_below(root, "ui")) {
            CAPTURE(include.file);
            CAPTURE(include.target);
            CHECK_FALSE(is_torch(include.target));
            CHECK_FALSE(include.target.starts_with("libav"));
            CHECK_FALSE(include.target.starts_with("opencv2/"));
            const std::string room = room_of(include.target);
            const bool is_engine_room =
                room != "base" && std::find(kEngineLine.begin(), kEngineLine.end(), room) != kEngineLine.end();
            CHECK_FALSE(is_engine_room);
        }
    }

    TEST_CASE("no file is longer than 800 lines") {
        for (const char* folder : {"core", "app", "ui", "tests"}) {
            for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
                if (!entry.is_regular_file() ||
                    (entry.path().extension() != ".h" && entry.path().extension() != ".cpp")) {
                    continue;
                }
                std::ifstream file(entry.path());
                const auto lines = std::count(std::istreambuf_iterator<char>(file), {}, '\n');
                CAPTURE(entry.path().string());
                CHECK(lines <= 800);
            }
        }
    }
}
