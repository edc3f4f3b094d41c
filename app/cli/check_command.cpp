// SPDX-License-Identifier: Apache-2.0
#include "app/cli/check_command.h"

#include "core/project/film_check.h"
#include "core/project/format_reference.h"
#include "core/project/project_path.h"
#include "core/project/yaml_fields.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <iostream>

namespace longtake {

namespace {

using Json = nlohmann::ordered_json;

/// The frame grid of most families; a model whose grid is another makes slightly other lengths.
constexpr FrameGrid kUsualGrid{4};

std::string_view to_string(Problem::Severity severity) {
    switch (severity) {
    case Problem::Severity::Warning: return "warning";
    case Problem::Severity::Refused: return "refused";
    case Problem::Severity::Error: return "error";
    }
    return "error";
}

Json to_json(const Problem& problem) {
    return {{"severity", to_string(problem.severity)},
            {"file", problem.file},
            {"line", problem.place.line},
            {"column", problem.place.column},
            {"field", problem.field},
            {"message", problem.message},
            {"hint", problem.hint}};
}

void print_json(const FilmCheck& check) {
    Json json{{"ok", check.is_sound()},
              {"format_version", check.format_version},
              {"read_only_reason", check.read_only_reason}};
    if (check.project) {
        const Project& film = *check.project;
        json["title"] = film.title;
        json["model"] = film.model;
        json["size"] = longtake::to_string(film.size);
        json["fps"] = film.frame_rate.per_second();
        json["shots"] = film.shots.size();
        json["sequences"] = check.timeline.sequences.size();
        json["frames"] = check.timeline.total_frames;
        json["seconds"] = static_cast<double>(check.timeline.total_frames) / film.frame_rate.per_second();
    }
    json["problems"] = Json::array();
    for (const Problem& problem : check.problems) {
        json["problems"].push_back(to_json(problem));
    }
    // A title is checked UTF-8; a path of the system may be anything.
    std::cout << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

void print_problems(const FilmCheck& check) {
    for (const Problem& problem : check.problems) {
        std::cerr << longtake::to_string(problem)
                  << (problem.severity == Problem::Severity::Warning ? " (warning)\n" : "\n");
        if (!problem.hint.empty()) {
            std::cerr << "  " << problem.hint << '\n';
        }
    }
}

void print_summary(const FilmCheck& check, const std::string& file) {
    const Project& film = *check.project;
    const double seconds = static_cast<double>(check.timeline.total_frames) / film.frame_rate.per_second();
    const size_t sequences = check.timeline.sequences.size();
    std::cout << file << ": a sound film of " << film.shots.size()
              << (film.shots.size() == 1 ? " shot in " : " shots in ") << sequences
              << (sequences == 1 ? " sequence, " : " sequences, ") << number_text(std::round(seconds * 10.0) / 10.0)
              << " s at " << longtake::to_string(film.size) << '\n';
    if (!check.read_only_reason.empty()) {
        std::cout << "  it can only be read: " << check.read_only_reason << '\n';
    }
}

Result<void> run(const Arguments& arguments) {
    if (arguments.has("--format-reference")) {
        std::cout << format_reference();
        return {};
    }
    if (arguments.positionals().empty()) {
        return bad_input("no film given", "longtake check FILM.t2vproj");
    }
    const std::string& file = arguments.positionals().front();
    const FilmCheck check = check_film(path_from_utf8(file), kUsualGrid);
    if (arguments.has("--json")) {
        print_json(check);
    } else {
        print_problems(check);
    }
    if (!check.is_sound()) {
        return bad_input(file + (check.project ? ": parts of the film are refused" : ": the film cannot be used"),
                         "The lines above say where and why.");
    }
    if (!arguments.has("--json")) {
        print_summary(check, file);
    }
    return {};
}

} // namespace

Command check_command() {
    Command command;
    command.name = "check";
    command.summary = "check a film file: what is wrong, with line and field";
    command.usage = "FILM.t2vproj [--json] | --format-reference";
    command.most_positionals = 1;
    command.options = {{"--json", "", "print one JSON object with all problems"},
                       {"--format-reference", "", "print the page that explains the file format"}};
    command.run = run;
    return command;
}

} // namespace longtake
