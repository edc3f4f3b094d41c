// SPDX-License-Identifier: Apache-2.0
#include "app/cli/new_command.h"

#include "core/base/program_folders.h"
#include "core/project/backups.h"
#include "core/project/lock_file.h"
#include "core/project/project_file.h"
#include "core/project/project_path.h"
#include "core/project/project_text.h"
#include "core/project/reimport.h"
#include "core/project/story.h"
#include "core/project/validate.h"
#include "core/render/find_model.h"

#include <algorithm>
#include <filesystem>
#include <iostream>

namespace longtake {

namespace {

namespace fs = std::filesystem;

void print_warnings(const Story& story) {
    for (const Problem& warning : story.warnings) {
        std::cerr << to_string(warning) << (warning.hint.empty() ? "\n" : "\n  " + warning.hint + "\n");
    }
}

std::string counted(size_t count, const std::string& thing) {
    return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

StoryUnit unit_of(const Arguments& arguments) {
    if (arguments.has("--paragraphs")) {
        return StoryUnit::Paragraph;
    }
    return arguments.has("--lines") ? StoryUnit::Line : StoryUnit::Auto;
}

/// Size and frame rate the model was made for, where it is installed.
Result<void> take_model_defaults(const std::string& model, const fs::path& folder, FilmDefaults& defaults) {
    const auto found = find_model(model, folder);
    if (!found) {
        std::cerr << "longtake: " << found.error().message << " yet; without --size and --fps the film gets "
                  << to_string(defaults.size) << " at " << to_string(defaults.frame_rate) << " fps\n";
        return {};
    }
    const auto facts = read_model_facts(*found, model, user_cache_folder());
    if (!facts) {
        return facts.error();
    }
    defaults.size = facts->default_size;
    defaults.frame_rate = facts->default_frame_rate;
    return {};
}

Result<FilmDefaults> read_defaults(const Arguments& arguments, const fs::path& story, const fs::path& film) {
    FilmDefaults defaults;
    defaults.title = utf8_from_path(story.stem());
    defaults.model = arguments.text_or("--model", defaults.model);
    if (auto taken = take_model_defaults(defaults.model, film.parent_path(), defaults); !taken) {
        return taken.error();
    }
    if (const auto text = arguments.text("--size")) {
        const auto size = parse_size(*text);
        if (!size) {
            return size.error();
        }
        defaults.size = *size;
    }
    if (const auto text = arguments.text("--fps")) {
        const auto rate = parse_frame_rate(*text);
        if (!rate) {
            return rate.error();
        }
        defaults.frame_rate = *rate;
    }
    const auto seconds = arguments.number_or("--seconds", 2.0, 0.01, 3600.0);
    if (!seconds) {
        return seconds.error();
    }
    defaults.length = Seconds{*seconds};
    return defaults;
}

Result<void> make_film(const Story& story, const Arguments& arguments, const fs::path& source, const fs::path& target) {
    std::error_code failure;
    if (fs::exists(target, failure)) {
        return bad_input(utf8_from_path(target) + " is there already",
                         "--update brings a changed story into it; or choose another name.");
    }
    const auto defaults = read_defaults(arguments, source, target);
    if (!defaults) {
        return defaults.error();
    }
    const Project film = film_from_story(story, *defaults);
    if (auto valid = validate(film); !valid) {
        return valid;
    }
    if (const auto saved = save_project(target, film); !saved) {
        return saved.error();
    }
    std::cout << utf8_from_path(target) << ": " << counted(film.shots.size(), "shot")
              << (film.scenes.empty() ? "" : " in " + counted(film.scenes.size(), "scene")) << '\n';
    return {};
}

std::string describe(const StoryChange& change, const Project& film) {
    const auto index = film.index_of(change.shot);
    const std::string shot = index ? "shot " + std::to_string(*index + 1) : "new shot";
    const std::string line = change.line > 0 ? " (line " + std::to_string(change.line) + ")" : "";
    switch (change.kind) {
    case StoryChange::Kind::Added: return "+ " + shot + line + ": " + change.after;
    case StoryChange::Kind::Removed: return "- " + shot + ": " + change.before;
    case StoryChange::Kind::Moved: return "> " + shot + line + " moves: " + change.after;
    case StoryChange::Kind::Changed: break;
    }
    std::string fields;
    for (const std::string& field : change.fields) {
        fields += (fields.empty() ? "" : ", ") + field;
    }
    const bool has_new_prompt = change.before != change.after;
    return "~ " + shot + line + ": " + fields +
           (change.is_conflict ? " (changed in the film, too; the story's words are taken)" : "") +
           (has_new_prompt ? "\n    was: " + change.before + "\n    now: " + change.after : "");
}

Result<void> update_film(const Story& story, const fs::path& target, bool is_dry_run) {
    const auto lock = ProjectLock::acquire(target);
    if (!lock) {
        return lock.error();
    }
    auto loaded = load_project(target);
    if (!loaded) {
        return loaded.error();
    }
    if (!loaded->read_only_reason.empty()) {
        return bad_input(utf8_from_path(target) + " cannot be changed: " + loaded->read_only_reason);
    }
    const Reimport reimport = compare_with_story(loaded->project, story);
    for (const StoryChange& change : reimport.changes) {
        std::cout << describe(change, loaded->project) << '\n';
    }
    std::cout << counted(reimport.kept, "shot") << (reimport.kept == 1 ? " stays as it is" : " stay as they are")
              << (is_dry_run ? "; nothing was written\n" : "\n");
    if (!reimport.is_needed || is_dry_run) {
        return {};
    }
    if (const auto undo = apply(loaded->project, reimport.edit); !undo) {
        return undo.error();
    }
    const auto saved = save_project(target, loaded->project, {loaded->content_hash});
    if (!saved) {
        return saved.error();
    }
    return add_backup(target, write_project_text(loaded->project), wall_time_now());
}

/// Options that exclude each other, before anything is read.
Result<void> check_options(const Arguments& arguments) {
    if (arguments.has("--lines") && arguments.has("--paragraphs")) {
        return bad_input("--lines and --paragraphs exclude each other");
    }
    if (arguments.has("--dry-run") && !arguments.has("--update")) {
        return bad_input("--dry-run is for --update only");
    }
    for (const char* option : {"--model", "--size", "--fps", "--seconds"}) {
        if (arguments.has("--update") && arguments.has(option)) {
            return bad_input(std::string(option) + " is for new films; --update keeps the film's own settings",
                             "Change them in the film.");
        }
    }
    return {};
}

Result<void> run(const Arguments& arguments) {
    if (auto sensible = check_options(arguments); !sensible) {
        return sensible;
    }
    const fs::path source = path_from_utf8(arguments.positionals()[0]);
    const fs::path target = path_from_utf8(arguments.positionals()[1]);
    const auto story = load_story(source, unit_of(arguments));
    if (!story) {
        return story.error();
    }
    print_warnings(*story);
    if (story->shots.empty()) {
        return bad_input(utf8_from_path(source) + " tells no shot", "Write one prompt a line.");
    }
    return arguments.has("--update") ? update_film(*story, target, arguments.has("--dry-run"))
                                     : make_film(*story, arguments, source, target);
}

} // namespace

Command new_command() {
    Command command;
    command.name = "new";
    command.summary = "make a film from a story or Fountain screenplay, or bring a changed one in";
    command.usage = "STORY FILM.t2vproj [options]";
    command.least_positionals = 2;
    command.most_positionals = 2;
    command.options = {
        {"--model", "M", "model of the film; default: the starter"},
        {"--size", "WxH", "picture size; default: the model's"},
        {"--fps", "N", "frames a second; default: the model's"},
        {"--seconds", "S", "length of shots whose story says none; default: 2"},
        {"--lines", "", "every line is a shot"},
        {"--paragraphs", "", "every paragraph is a shot; default: by how the text looks"},
        {"--update", "", "bring the changed story into FILM: ids, takes and settings of other shots stay"},
        {"--dry-run", "", "with --update: only say what would change"}};
    command.run = run;
    return command;
}

} // namespace longtake
