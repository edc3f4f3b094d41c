// SPDX-License-Identifier: Apache-2.0
// Reads a film from its text in four steps: text, YAML tree, values by the tables of project_fields.h, rules of
// validate.h.
#include "core/project/project_fields.h"
#include "core/project/project_text.h"
#include "core/project/text_input.h"
#include "core/project/validate.h"
#include "core/project/yaml_locate.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

namespace longtake {

namespace {

constexpr size_t kMostProblems = 100;

void read_characters(Reading& reading, const YamlNode& node, Project& project) {
    for (size_t i = 0; expect_map(reading, node) && i < node.size(); ++i) {
        Character character;
        character.name = node.key(i).text();
        const Reading::Scope scope(reading, "." + character.name);
        if (node.value(i).is_map()) {
            read_fields(reading, node.value(i), character_fields(), character, character.unknown);
        } else if (!node.value(i).is_null()) {
            read_value(reading, node.value(i), character.description);
        }
        project.characters.push_back(std::move(character));
    }
}

template <typename Owner>
void read_list(Reading& reading, const YamlNode& node, std::span<const Field<Owner>> fields, std::vector<Owner>& list) {
    if (!expect_list(reading, node)) {
        return;
    }
    list.reserve(node.size());
    for (size_t i = 0; i < node.size(); ++i) {
        const Reading::Scope scope(reading, "[" + std::to_string(i) + "]");
        Owner& owner = list.emplace_back();
        read_fields(reading, node.item(i), fields, owner, owner.unknown);
    }
}

void read_takes(Reading& reading, const YamlNode& node, Project& project) {
    for (size_t i = 0; expect_map(reading, node) && i < node.size(); ++i) {
        const TakeId take{node.key(i).text()};
        const Reading::Scope scope(reading, "." + take.value);
        TakeEntry entry;
        if (!node.value(i).is_null()) {
            read_fields(reading, node.value(i), take_fields(), entry, entry.rating.unknown);
        }
        if (entry.rating != TakeRating{}) {
            project.ratings[take] = entry.rating;
        }
        if (!entry.deleted_from.is_empty()) {
            project.deleted_takes[take] = entry.deleted_from;
        }
    }
}

struct Section {
    std::string_view key;
    void (*read)(Reading&, const YamlNode&, Project&);
};

constexpr std::array<Section, 8> kSections{{
    {"longtake", [](Reading&, const YamlNode&, Project&) {}},
    {"film",
     [](Reading& reading, const YamlNode& node, Project& project) {
         read_fields(reading, node, film_fields(), project, project.film_unknown);
     }},
    {"model",
     [](Reading& reading, const YamlNode& node, Project& project) { read_value(reading, node, project.model); }},
    {"look",
     [](Reading& reading, const YamlNode& node, Project& project) {
         read_fields(reading, node, look_fields(), project.look, project.look.unknown);
     }},
    {"characters", read_characters},
    {"scenes",
     [](Reading& reading, const YamlNode& node, Project& project) {
         read_list(reading, node, scene_fields(), project.scenes);
     }},
    {"shots",
     [](Reading& reading, const YamlNode& node, Project& project) {
         read_list(reading, node, shot_fields(), project.shots);
     }},
    {"takes", read_takes},
}};

void read_sections(Reading& reading, const YamlNode& root, Project& project) {
    for (size_t i = 0; i < root.size(); ++i) {
        const std::string& key = root.key(i).text();
        const auto section =
            std::find_if(kSections.begin(), kSections.end(), [&](const Section& known) { return known.key == key; });
        if (section == kSections.end()) {
            project.unknown[key] = to_flow_text(root.value(i));
        } else if (!root.value(i).is_null()) {
            const Reading::Scope scope(reading, "." + key);
            section->read(reading, root.value(i), project);
        }
    }
}

void give_missing_ids(Project& project) {
    std::unordered_set<std::string> taken;
    for (const Shot& shot : project.shots) {
        taken.insert(shot.id.value);
    }
    for (Shot& shot : project.shots) {
        if (shot.id.is_empty()) {
            shot.id = new_shot_id(shot.prompt, [&](const ShotId& id) { return taken.contains(id.value); });
            taken.insert(shot.id.value);
        }
    }
}

/// Signs below U+0020 other than tab and line ends must be escaped in YAML; yaml-cpp does not insist.
std::optional<size_t> find_control(std::string_view text) {
    const auto found = std::find_if(text.begin(), text.end(), [](char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        return (byte < 0x20 && letter != '\t' && letter != '\n' && letter != '\r') || byte == 0x7F;
    });
    return found == text.end() ? std::nullopt : std::optional<size_t>(found - text.begin());
}

std::variant<YamlTree, Problem> parse_film(std::string bytes, const std::string& file) {
    auto decoded = decode_text(std::move(bytes), file);
    if (auto* problem = std::get_if<Problem>(&decoded)) {
        return *std::move(problem);
    }
    auto& text = std::get<std::string>(decoded);
    if (const auto control = find_control(text)) {
        return Problem{Problem::Severity::Error, file,
                       place_of(text, *control), {},
                       "a control character",    "Between double quotes it can be written like \\x1b."};
    }
    return YamlTree::parse(std::move(text), file);
}

/// The version of the format, or 0 and a problem that says why this is no film.
int64_t read_version(const YamlNode& root, const std::string& file, std::vector<Problem>& problems) {
    const YamlNode node = root.find("longtake");
    if (node.is_null()) {
        problems.push_back({Problem::Severity::Error,
                            file,
                            {},
                            {},
                            "this is no film of Longtake: the line 'longtake: 1' is missing",
                            "`longtake new STORY FILM.t2vproj` makes a film."});
        return 0;
    }
    Reading reading(file, false);
    const Reading::Scope scope(reading, ".longtake");
    int64_t version = 0;
    read_value(reading, node, version);
    if (reading.problems.empty() && version < 1) {
        reading.problem(node, std::to_string(version) + " is no version of the format");
    }
    problems.insert(problems.end(), reading.problems.begin(), reading.problems.end());
    return version;
}

/// The rules of validate.h, each broken one at its place in the file.
void check_rules(const Project& project,
                 const YamlNode& root,
                 const std::string& file,
                 std::vector<Problem>& problems) {
    for (const Violation& violation : find_violations(project, kMostProblems)) {
        const auto severity = violation.is_path ? Problem::Severity::Refused : Problem::Severity::Error;
        problems.push_back({severity, file, locate(root, violation.field).place(), violation.field, violation.message,
                            violation.hint});
    }
}

} // namespace

void find_places(const std::string& bytes, std::vector<Problem>& problems, size_t first) {
    if (first >= problems.size()) {
        return;
    }
    const auto parsed = parse_film(bytes, {});
    if (const auto* tree = std::get_if<YamlTree>(&parsed)) {
        std::for_each(problems.begin() + static_cast<std::ptrdiff_t>(first), problems.end(),
                      [&](Problem& problem) { problem.place = locate(tree->root(), problem.field).place(); });
    }
}

ProjectText read_project_text(std::string bytes, const std::string& file) {
    ProjectText result;
    const auto parsed = parse_film(std::move(bytes), file);
    if (const auto* problem = std::get_if<Problem>(&parsed)) {
        result.problems.push_back(*problem);
        return result;
    }
    const YamlNode root = std::get<YamlTree>(parsed).root();
    result.format_version = read_version(root, file, result.problems);
    if (has_error(result.problems)) {
        return result;
    }
    result.is_future = result.format_version > kFormatVersion;
    Reading reading(file, result.is_future);
    Project project;
    read_sections(reading, root, project);
    give_missing_ids(project);
    result.problems = std::move(reading.problems);
    if (!has_error(result.problems)) {
        check_rules(project, root, file, result.problems);
    }
    if (!has_error(result.problems)) {
        result.project = std::move(project);
    }
    return result;
}

} // namespace longtake
