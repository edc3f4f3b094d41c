// SPDX-License-Identifier: Apache-2.0
#include "core/project/film_check.h"

#include "core/base/atomic_file.h"
#include "core/project/full_prompt.h"
#include "core/project/limits.h"
#include "core/project/project_file.h"
#include "core/project/project_path.h"
#include "core/project/project_text.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <system_error>
#include <utility>

namespace longtake {

namespace {

/// Collects warnings with their places in the file.
class Advice {
public:
    Advice(const std::filesystem::path& path, std::string bytes)
        : path_(path)
        , file_(utf8_from_path(path))
        , bytes_(std::move(bytes)) {}

    /// `is_future`: written by a newer version, whose keys nobody can know here.
    void check(const Project& project, const Timeline& timeline, bool is_future) {
        if (!is_future) {
            check_keys(project);
        }
        for (size_t index = 0; index < project.shots.size(); ++index) {
            const std::string field = "shots[" + std::to_string(index) + "]";
            check_mentions(project, project.shots[index].prompt, field + ".prompt");
            check_dissolve(project, timeline, index, field + ".seam");
            check_pictures(project.shots[index], field);
        }
        for (size_t index = 0; index < project.scenes.size(); ++index) {
            check_mentions(project, project.scenes[index].description,
                           "scenes[" + std::to_string(index) + "].description");
        }
        check_scenes(project);
        find_places(bytes_, problems);
    }

    std::vector<Problem> problems;

private:
    static constexpr size_t kMost = 100;

    void warn(const std::string& field, std::string message, std::string hint) {
        if (problems.size() < kMost) {
            problems.push_back({Problem::Severity::Warning, file_, {}, field, std::move(message), std::move(hint)});
        }
    }

    /// Keys that are kept for other programs are mistyped more often than not.
    void check_keys(const Project& project) {
        check_keys("", project.unknown);
        check_keys("film.", project.film_unknown);
        check_keys("look.", project.look.unknown);
        for (const Character& character : project.characters) {
            check_keys("characters." + character.name + ".", character.unknown);
        }
        for (size_t index = 0; index < project.scenes.size(); ++index) {
            check_keys("scenes[" + std::to_string(index) + "].", project.scenes[index].unknown);
        }
        for (size_t index = 0; index < project.shots.size(); ++index) {
            const Shot& shot = project.shots[index];
            const std::string field = "shots[" + std::to_string(index) + "].";
            check_keys(field, shot.unknown);
            check_keys(field + "seam.", shot.seam.unknown);
            for (size_t keyframe = 0; keyframe < shot.keyframes.size(); ++keyframe) {
                check_keys(field + "keyframes[" + std::to_string(keyframe) + "].", shot.keyframes[keyframe].unknown);
            }
        }
    }

    void check_keys(const std::string& section, const UnknownKeys& unknown) {
        for (const auto& [key, value] : unknown) {
            warn(section + key, "there is no key '" + key + "' here; it is kept and does nothing",
                 "docs/t2vproj.md lists the keys of every section.");
        }
    }

    void check_mentions(const Project& project, const std::string& text, const std::string& field) {
        for (const Mention& mention : find_mentions(project, text)) {
            if (!mention.is_known && seen_.insert(mention.name).second) {
                warn(field, "there is no character @" + mention.name,
                     "Describe it under characters, or leave the @ out.");
            }
        }
    }

    void check_dissolve(const Project& project, const Timeline& timeline, size_t index, const std::string& field) {
        if (seam_before(project, index) != SeamKind::Dissolve) {
            return;
        }
        const int64_t asked = frames_for(project.shots[index].seam.dissolve_s, project.frame_rate).value;
        const int64_t given = timeline.shots[index].overlap_frames;
        if (given < asked) {
            warn(field, "the dissolve of " + std::to_string(asked) + " frames is shortened to " + std::to_string(given),
                 "The shots on both sides are too short for it.");
        }
    }

    void check_pictures(const Shot& shot, const std::string& field) {
        for (size_t index = 0; index < shot.keyframes.size(); ++index) {
            const auto& folder = path_.has_parent_path() ? path_.parent_path() : std::filesystem::path(".");
            const auto real = resolve_project_path(folder, shot.keyframes[index].image);
            std::error_code failure;
            if (real && !std::filesystem::exists(*real, failure)) {
                warn(field + ".keyframes[" + std::to_string(index) + "].image",
                     "there is no picture " + shot.keyframes[index].image, "The path starts at the film's folder.");
            }
        }
    }

    void check_scenes(const Project& project) {
        std::set<SceneId> used;
        for (const Shot& shot : project.shots) {
            used.insert(shot.scene);
        }
        for (size_t index = 0; index < project.scenes.size(); ++index) {
            if (!used.contains(project.scenes[index].id)) {
                warn("scenes[" + std::to_string(index) + "]",
                     "no shot is in scene '" + project.scenes[index].id.value + "'", {});
            }
        }
    }

    const std::filesystem::path& path_;
    std::string file_;
    std::string bytes_;
    std::set<std::string> seen_;
};

} // namespace

bool FilmCheck::is_sound() const {
    return project && std::all_of(problems.begin(), problems.end(),
                                  [](const Problem& one) { return one.severity == Problem::Severity::Warning; });
}

FilmCheck check_film(const std::filesystem::path& path, FrameGrid grid) {
    FilmCheck check;
    const std::string file = utf8_from_path(path);
    auto bytes = guard("reading " + file, ErrorCode::BadInput, [&] { return read_file(path, kLargestFile); });
    if (!bytes) {
        check.problems.push_back({Problem::Severity::Error, file, {}, {}, bytes.error().message, bytes.error().hint});
        return check;
    }
    ProjectText text = read_project_text(*bytes, file);
    check.format_version = text.format_version;
    check.problems = std::move(text.problems);
    if (!text.project) {
        return check;
    }
    auto loaded = load_project(path);
    if (!loaded) {
        check.problems.push_back({Problem::Severity::Error, file, {}, {}, loaded.error().message, loaded.error().hint});
        return check;
    }
    check.problems = std::move(loaded->problems);
    check.read_only_reason = loaded->read_only_reason;
    check.project = std::move(loaded->project);
    check.timeline = make_timeline(*check.project, grid);
    Advice advice(path, *std::move(bytes));
    advice.check(*check.project, check.timeline, text.is_future);
    std::move(advice.problems.begin(), advice.problems.end(), std::back_inserter(check.problems));
    std::stable_sort(check.problems.begin(), check.problems.end(), [](const Problem& a, const Problem& b) {
        return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
    });
    return check;
}

} // namespace longtake
