// SPDX-License-Identifier: Apache-2.0
// Writes a film as text for people: sections in a fixed order, a comment above each, defaults left out, a line between
// shots.
#include "core/project/project_fields.h"
#include "core/project/project_text.h"

#include <set>
#include <utility>

namespace longtake {

namespace {

void write_film(YamlWriter& writer, const Project& project) {
    writer.comment("A film of Longtake. It may be edited by hand; docs/t2vproj.md explains every key.");
    writer.raw("longtake", std::to_string(kFormatVersion));
    writer.blank_line();
    writer.begin("film");
    write_fields(writer, film_fields(), project, project.film_unknown);
    writer.end();
    writer.blank_line();
    writer.comment(
        "The model that makes the pictures: a name that `longtake model list` shows, or a folder beside this file.");
    writer.text("model", project.model);
}

void write_look(YamlWriter& writer, const Look& look) {
    if (look == Look{}) {
        return;
    }
    writer.blank_line();
    writer.comment("Added to every shot.");
    writer.begin("look");
    write_fields(writer, look_fields(), look, look.unknown);
    writer.end();
}

void write_characters(YamlWriter& writer, const std::vector<Character>& characters) {
    if (characters.empty()) {
        return;
    }
    writer.blank_line();
    writer.comment("@Name in a prompt stands for the text behind the name here.");
    writer.begin("characters");
    for (const Character& character : characters) {
        const bool is_short = character.source.empty() && character.unknown.empty();
        if (is_short) {
            writer.text(character.name, character.description);
            continue;
        }
        writer.begin(character.name);
        write_fields(writer, character_fields(), character, character.unknown);
        writer.end();
    }
    writer.end();
}

void write_scenes(YamlWriter& writer, const std::vector<Scene>& scenes) {
    if (scenes.empty()) {
        return;
    }
    writer.blank_line();
    writer.comment("A scene's description is added to the prompts of the shots that name it.");
    writer.begin("scenes");
    for (const Scene& scene : scenes) {
        writer.begin_item();
        write_fields(writer, scene_fields(), scene, scene.unknown);
        writer.end();
    }
    writer.end();
}

void write_shots(YamlWriter& writer, const std::vector<Shot>& shots) {
    writer.blank_line();
    writer.comment("In film order. A shot continues from the last pictures of the one before, unless its seam is a cut "
                   "or a dissolve.");
    if (shots.empty()) {
        writer.raw("shots", "[]");
        return;
    }
    writer.begin("shots");
    for (size_t index = 0; index < shots.size(); ++index) {
        if (index > 0) {
            writer.blank_line();
        }
        writer.begin_item();
        write_fields(writer, shot_fields(), shots[index], shots[index].unknown);
        writer.end();
    }
    writer.end();
}

void write_takes(YamlWriter& writer, const Project& project) {
    std::set<TakeId> takes;
    for (const auto& [take, rating] : project.ratings) {
        if (rating != TakeRating{}) {
            takes.insert(take);
        }
    }
    for (const auto& [take, shot] : project.deleted_takes) {
        takes.insert(take);
    }
    if (takes.empty()) {
        return;
    }
    writer.blank_line();
    writer.comment("What was said about takes. Their pictures are in the folder beside this file.");
    writer.begin("takes");
    for (const TakeId& take : takes) {
        const auto rating = project.ratings.find(take);
        const auto deleted = project.deleted_takes.find(take);
        const TakeEntry entry{rating == project.ratings.end() ? TakeRating{} : rating->second,
                              deleted == project.deleted_takes.end() ? ShotId{} : deleted->second};
        writer.begin(take.value);
        write_fields(writer, take_fields(), entry, entry.rating.unknown);
        writer.end();
    }
    writer.end();
}

} // namespace

std::string write_project_text(const Project& project) {
    YamlWriter writer;
    write_film(writer, project);
    write_look(writer, project.look);
    write_characters(writer, project.characters);
    write_scenes(writer, project.scenes);
    write_shots(writer, project.shots);
    write_takes(writer, project);
    if (!project.unknown.empty()) {
        writer.blank_line();
    }
    for (const auto& [key, value] : project.unknown) {
        writer.raw(key, value);
    }
    return writer.take();
}

} // namespace longtake
