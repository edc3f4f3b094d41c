// SPDX-License-Identifier: Apache-2.0
#include "core/project/project_file.h"

#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "core/project/limits.h"
#include "core/project/project_fields.h"
#include "core/project/project_path.h"
#include "core/project/project_text.h"
#include "core/project/validate.h"

#include <algorithm>
#include <system_error>
#include <utility>

#ifndef _WIN32
#include <unistd.h>
#endif

namespace longtake {

namespace {

std::filesystem::path folder_of(const std::filesystem::path& path) {
    return path.has_parent_path() ? path.parent_path() : ".";
}

/// Paths that are fine as text but whose real place lies elsewhere.
void check_real_paths(const std::filesystem::path& film,
                      const Project& project,
                      const std::string& bytes,
                      std::vector<Problem>& problems) {
    const size_t known = problems.size();
    const auto check = [&](const std::string& path, const std::string& field) {
        if (find_path_problem(path)) {
            return;
        }
        if (const auto real = resolve_project_path(folder_of(film), path); !real) {
            problems.push_back(
                {Problem::Severity::Refused, utf8_from_path(film), {}, field, real.error().message, real.error().hint});
        }
    };
    if (project.model.find('/') != std::string::npos) {
        check(project.model, "model");
    }
    for (size_t shot = 0; shot < project.shots.size(); ++shot) {
        const auto& keyframes = project.shots[shot].keyframes;
        for (size_t index = 0; index < keyframes.size(); ++index) {
            check(keyframes[index].image,
                  "shots[" + std::to_string(shot) + "].keyframes[" + std::to_string(index) + "].image");
        }
    }
    find_places(bytes, problems, known);
}

bool is_writable(const std::filesystem::path& path) {
#ifdef _WIN32
    std::error_code failure;
    const auto status = std::filesystem::status(path, failure);
    return !failure && (status.permissions() & std::filesystem::perms::owner_write) != std::filesystem::perms::none;
#else
    return access(path.c_str(), W_OK) == 0;
#endif
}

struct ReadFilm {
    ProjectText text;
    std::string content_hash;
};

Result<ReadFilm> read_film(const std::filesystem::path& path) {
    std::error_code failure;
    if (std::filesystem::is_directory(path, failure)) {
        return bad_input(utf8_from_path(path) + " is a folder, not a film", "Films end with .t2vproj.");
    }
    auto bytes = read_file(path, kLargestFile);
    if (!bytes) {
        return bytes.error();
    }
    ReadFilm film;
    film.content_hash = sha256_hex(*bytes);
    film.text = read_project_text(*bytes, utf8_from_path(path));
    if (film.text.project) {
        check_real_paths(path, *film.text.project, *bytes, film.text.problems);
    }
    return film;
}

/// The rules a file must hold; a refused path does not keep a film from being saved, for it was opened with it.
Result<void> check_rules(const Project& project) {
    const auto violations = find_violations(project);
    const auto broken =
        std::find_if(violations.begin(), violations.end(), [](const Violation& one) { return !one.is_path; });
    return broken == violations.end() ? Result<void>() : Result<void>(to_error(*broken));
}

/// Keeps `path` as FILM~: a second name for the same bytes where the file system can, else a copy.
Result<void> keep_previous(const std::filesystem::path& path) {
    const auto previous = previous_generation_path(path);
    const auto link = temporary_sibling(previous);
    std::error_code failure;
    std::filesystem::remove(link, failure);
    std::filesystem::create_hard_link(path, link, failure);
    if (failure) {
        const auto bytes = read_file(path, kLargestFile);
        return bytes ? write_file_atomically(previous, *bytes) : Result<void>(bytes.error());
    }
    std::filesystem::rename(link, previous, failure);
    if (failure) {
        std::error_code ignored;
        std::filesystem::remove(link, ignored);
        return bad_input("keeping " + utf8_from_path(previous) + ": " + failure.message(),
                         "Check that the folder may be written.");
    }
    return {};
}

/// The bytes now at `path`, or nothing when there is no file.
Result<std::optional<std::string>> current_bytes(const std::filesystem::path& path) {
    std::error_code failure;
    if (!std::filesystem::exists(path, failure) && !failure) {
        return std::optional<std::string>();
    }
    auto bytes = read_file(path, kLargestFile);
    return bytes ? Result<std::optional<std::string>>(*std::move(bytes))
                 : Result<std::optional<std::string>>(bytes.error());
}

Result<void> write_new(const std::filesystem::path& path, const std::string& text, bool has_old) {
    auto file = AtomicFile::create(path);
    if (!file) {
        return file.error();
    }
    if (auto written = file->write(text); !written) {
        return written;
    }
    if (auto flushed = file->flush(); !flushed) {
        return flushed;
    }
    if (has_old) {
        std::error_code ignored;
        std::filesystem::permissions(file->temporary_path(), std::filesystem::status(path, ignored).permissions(),
                                     ignored);
        if (auto kept = keep_previous(path); !kept) {
            return kept;
        }
    }
    return file->commit();
}

} // namespace

Result<LoadedProject> load_project(const std::filesystem::path& path) {
    return guard("reading " + utf8_from_path(path), ErrorCode::BadInput, [&]() -> Result<LoadedProject> {
        auto film = read_film(path);
        if (!film) {
            return film.error();
        }
        if (!film->text.project) {
            return to_error(film->text.problems);
        }
        LoadedProject loaded{*std::move(film->text.project), std::move(film->text.problems), film->content_hash, {}};
        if (film->text.is_future) {
            loaded.read_only_reason = "The film was written by a newer Longtake (format " +
                                      std::to_string(film->text.format_version) + ", this one writes " +
                                      std::to_string(kFormatVersion) + ").";
        } else if (!is_writable(path) || !is_writable(folder_of(path))) {
            loaded.read_only_reason = "The film or its folder may not be written.";
        }
        return loaded;
    });
}

Result<SavedProject>
save_project(const std::filesystem::path& path, const Project& project, const SaveOptions& options) {
    return guard("saving " + utf8_from_path(path), ErrorCode::BadInput, [&]() -> Result<SavedProject> {
        if (auto valid = check_rules(project); !valid) {
            return valid.error();
        }
        std::error_code failure;
        const auto real = std::filesystem::is_symlink(path, failure) ? std::filesystem::canonical(path) : path;
        const auto old = current_bytes(real);
        if (!old) {
            return old.error();
        }
        if (!options.expected_hash.empty() && (!*old || sha256_hex(**old) != options.expected_hash)) {
            return bad_input(utf8_from_path(path) + (*old ? " was changed by another program since it was opened"
                                                          : " was moved or deleted since it was opened"),
                             "Save under another name, or reload the film.");
        }
        const std::string text = write_project_text(project);
        if (text.size() > kLargestFile) {
            return bad_input("the film is larger than " + std::to_string(kLargestFile) + " bytes",
                             "Shorten the longest texts.");
        }
        if (*old != text) {
            if (auto written = write_new(real, text, old->has_value()); !written) {
                return written.error();
            }
        }
        return SavedProject{sha256_hex(text)};
    });
}

std::filesystem::path previous_generation_path(const std::filesystem::path& path) {
    auto previous = path;
    previous += "~";
    return previous;
}

} // namespace longtake
