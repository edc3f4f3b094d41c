// SPDX-License-Identifier: Apache-2.0
#include "core/project/edit_makers.h"

#include "core/project/full_prompt.h"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

namespace longtake {

namespace {

Error no_such_shot(const ShotId& id) {
    return bad_input("there is no shot '" + id.value + "'");
}

std::string shot_number(size_t index) {
    return "shot " + std::to_string(index + 1);
}

/// Makes ids that neither the film nor this object has given.
class NewIds {
public:
    explicit NewIds(const Project& project) {
        for (const Shot& shot : project.shots) {
            taken_.insert(shot.id);
        }
    }

    ShotId next(const std::string& prompt) {
        ShotId id = new_shot_id(prompt, [&](const ShotId& one) { return taken_.contains(one); });
        taken_.insert(id);
        return id;
    }

private:
    std::set<ShotId> taken_;
};

/// The places of the shots, ascending and each once.
Result<std::vector<size_t>> places_of(const Project& project, const std::vector<ShotId>& ids) {
    std::set<size_t> places;
    for (const ShotId& id : ids) {
        const auto index = project.index_of(id);
        if (!index) {
            return no_such_shot(id);
        }
        places.insert(*index);
    }
    if (places.empty()) {
        return bad_input("no shot is selected");
    }
    return std::vector<size_t>(places.begin(), places.end());
}

/// Seconds of `length`, given the film's frame rate.
double seconds_of(const ShotLength& length, FrameRate rate) {
    const auto* seconds = std::get_if<Seconds>(&length);
    return seconds != nullptr ? seconds->value
                              : static_cast<double>(std::get<FrameCount>(length).value) / rate.per_second();
}

struct SplitLength {
    ShotLength first;
    ShotLength second;
};

SplitLength split_length(const ShotLength& whole, FrameCount first_frames, FrameRate rate) {
    if (const auto* frames = std::get_if<FrameCount>(&whole)) {
        return {first_frames, FrameCount{frames->value - first_frames.value}};
    }
    const double first_s = static_cast<double>(first_frames.value) / rate.per_second();
    return {Seconds{first_s}, Seconds{std::get<Seconds>(whole).value - first_s}};
}

ShotLength add_lengths(const ShotLength& a, const ShotLength& b, FrameRate rate) {
    if (std::holds_alternative<FrameCount>(a) && std::holds_alternative<FrameCount>(b)) {
        return FrameCount{std::get<FrameCount>(a).value + std::get<FrameCount>(b).value};
    }
    return Seconds{seconds_of(a, rate) + seconds_of(b, rate)};
}

void append_text(std::string& text, const std::string& more, const char* between) {
    if (more.empty() || text == more) {
        return;
    }
    text += (text.empty() ? "" : between) + more;
}

/// Joins `next` to the end of `merged`, whose length so far is `offset_s` seconds.
void merge_into(Shot& merged, const Shot& next, FrameRate rate) {
    const double offset_s = seconds_of(merged.length, rate);
    append_text(merged.prompt, next.prompt, " ");
    append_text(merged.negative, next.negative, ", ");
    append_text(merged.narration, next.narration, "\n");
    append_text(merged.notes, next.notes, "\n");
    append_text(merged.source, next.source, "\n\n");
    for (Keyframe& keyframe : merged.keyframes) {
        if (keyframe.place == KeyframePlace::Last) {
            keyframe.place = KeyframePlace::At;
            keyframe.at_s = offset_s;
        }
    }
    for (Keyframe keyframe : next.keyframes) {
        if (keyframe.place != KeyframePlace::Last) {
            keyframe.at_s = offset_s + (keyframe.place == KeyframePlace::At ? keyframe.at_s : 0.0);
            keyframe.place = KeyframePlace::At;
        }
        merged.keyframes.push_back(std::move(keyframe));
    }
    merged.length = add_lengths(merged.length, next.length, rate);
    merged.is_pinned = false;
    merged.is_loop = false;
}

/// `text` with the mentions of `from` calling `to`.
std::string
rename_mentions(const Project& project, const std::string& text, std::string_view from, const std::string& to) {
    std::string renamed;
    size_t copied = 0;
    for (const Mention& mention : find_mentions(project, text)) {
        if (mention.is_known && mention.name == from) {
            renamed += text.substr(copied, mention.begin + 1 - copied) + to;
            copied = mention.end;
        }
    }
    return renamed + text.substr(copied);
}

} // namespace

Edit add_shot(const Project& project, size_t index, const std::string& prompt) {
    Shot shot;
    shot.prompt = prompt;
    shot.id = NewIds(project).next(prompt);
    index = std::min(index, project.shots.size());
    if (!project.shots.empty()) {
        const Shot& like = project.shots[index > 0 ? index - 1 : 0];
        shot.scene = like.scene;
        shot.length = like.length;
    }
    return {AddShots{{{index, std::move(shot)}}}, "add " + shot_number(index)};
}

Result<Edit> move_shots(const Project& project, const std::vector<ShotId>& ids, size_t index) {
    const auto places = places_of(project, ids);
    if (!places) {
        return places.error();
    }
    if (index > project.shots.size()) {
        return bad_input("there is no place " + std::to_string(index + 1));
    }
    const auto in_front = std::lower_bound(places->begin(), places->end(), index) - places->begin();
    size_t target = index - static_cast<size_t>(in_front);
    MoveShots edit;
    for (const size_t place : *places) {
        edit.shots.push_back({target++, project.shots[place].id});
    }
    return Edit{std::move(edit), {}};
}

Result<Edit> split_shot(const Project& project, const ShotId& id, FrameCount first_frames) {
    const auto index = project.index_of(id);
    if (!index) {
        return no_such_shot(id);
    }
    Shot first = project.shots[*index];
    const int64_t whole = asked_frames(first.length, project.frame_rate).value;
    if (first_frames.value < 1 || first_frames.value >= whole) {
        return bad_input(shot_number(*index) + " has " + std::to_string(whole) +
                         " frames and cannot be split behind frame " + std::to_string(first_frames.value));
    }
    Shot second = first;
    second.id = NewIds(project).next(first.prompt);
    const SplitLength lengths = split_length(first.length, first_frames, project.frame_rate);
    const double first_s = static_cast<double>(first_frames.value) / project.frame_rate.per_second();
    first.length = lengths.first;
    second.length = lengths.second;
    second.seam = {};
    second.seed.reset();
    second.chosen_take = {};
    second.narration.clear();
    second.notes.clear();
    second.source.clear();
    first.is_pinned = second.is_pinned = first.is_loop = second.is_loop = false;
    const auto lies_in_second = [&](const Keyframe& keyframe) {
        return keyframe.place == KeyframePlace::Last ||
               (keyframe.place == KeyframePlace::At && keyframe.at_s >= first_s);
    };
    std::erase_if(first.keyframes, lies_in_second);
    std::erase_if(second.keyframes, [&](const Keyframe& keyframe) { return !lies_in_second(keyframe); });
    for (Keyframe& keyframe : second.keyframes) {
        keyframe.at_s = keyframe.place == KeyframePlace::At ? keyframe.at_s - first_s : 0.0;
    }
    return Edit{ReplaceShots{*index, 1, {std::move(first), std::move(second)}}, "split " + shot_number(*index)};
}

Result<Edit> merge_shots(const Project& project, const std::vector<ShotId>& ids) {
    const auto places = places_of(project, ids);
    if (!places) {
        return places.error();
    }
    const bool stand_together = places->back() - places->front() + 1 == places->size();
    if (places->size() < 2 || !stand_together) {
        return bad_input("only two or more shots that stand together can be merged");
    }
    Shot merged = project.shots[places->front()];
    for (size_t place = places->front() + 1; place <= places->back(); ++place) {
        merge_into(merged, project.shots[place], project.frame_rate);
    }
    return Edit{ReplaceShots{places->front(), places->size(), {std::move(merged)}},
                "merge shots " + std::to_string(places->front() + 1) + " to " + std::to_string(places->back() + 1)};
}

Result<Edit> duplicate_shots(const Project& project, const std::vector<ShotId>& ids) {
    const auto places = places_of(project, ids);
    if (!places) {
        return places.error();
    }
    NewIds new_ids(project);
    AddShots edit;
    size_t target = places->back() + 1;
    for (const size_t place : *places) {
        Shot copy = project.shots[place];
        copy.id = new_ids.next(copy.prompt);
        copy.chosen_take = {};
        copy.is_pinned = false;
        copy.source.clear();
        edit.shots.push_back({target++, std::move(copy)});
    }
    const std::string what =
        places->size() == 1 ? shot_number(places->front()) : std::to_string(places->size()) + " shots";
    return Edit{std::move(edit), "duplicate " + what};
}

Result<Edit> rename_character(const Project& project, std::string_view from, const std::string& to) {
    std::vector<Character> characters = project.characters;
    const auto character =
        std::find_if(characters.begin(), characters.end(), [&](const Character& one) { return one.name == from; });
    if (character == characters.end()) {
        return bad_input("there is no character '" + std::string(from) + "'");
    }
    character->name = to;
    std::vector<Scene> scenes = project.scenes;
    for (Scene& scene : scenes) {
        scene.description = rename_mentions(project, scene.description, from, to);
    }
    ChangeShots prompts;
    for (const Shot& shot : project.shots) {
        std::string prompt = rename_mentions(project, shot.prompt, from, to);
        if (prompt != shot.prompt) {
            prompts.changes.push_back({shot.id, Set<&Shot::prompt>{std::move(prompt)}});
        }
    }
    Composite edit{{{ChangeFilm{Set<&Project::characters>{std::move(characters)}}, {}},
                    {ChangeFilm{Set<&Project::scenes>{std::move(scenes)}}, {}},
                    {std::move(prompts), {}}}};
    return Edit{std::move(edit), "rename @" + std::string(from) + " to @" + to};
}

Result<Edit> remove_scene(const Project& project, const SceneId& id) {
    if (project.find(id) == nullptr) {
        return bad_input("there is no scene '" + id.value + "'");
    }
    std::vector<Scene> scenes = project.scenes;
    std::erase_if(scenes, [&](const Scene& scene) { return scene.id == id; });
    ChangeShots shots;
    for (const Shot& shot : project.shots) {
        if (shot.scene == id) {
            shots.changes.push_back({shot.id, Set<&Shot::scene>{}});
        }
    }
    return Edit{Composite{{{std::move(shots), {}}, {ChangeFilm{Set<&Project::scenes>{std::move(scenes)}}, {}}}},
                "remove scene " + id.value};
}

Edit delete_take(const Project& project, const TakeId& take, const ShotId& shot) {
    ChangeShots changes;
    for (const Shot& one : project.shots) {
        if (one.chosen_take == take) {
            changes.changes.push_back({one.id, Set<&Shot::is_pinned>{false}});
            changes.changes.push_back({one.id, Set<&Shot::chosen_take>{}});
        }
    }
    return {Composite{{{std::move(changes), {}}, {DeleteTake{take, shot}, {}}}}, "delete a take"};
}

Result<Edit> choose_take(const Project& project, const ShotId& shot, const TakeId& take) {
    const auto index = project.index_of(shot);
    if (!index) {
        return no_such_shot(shot);
    }
    if (project.deleted_takes.contains(take)) {
        return bad_input("take " + take.value + " is deleted", "Restore it first.");
    }
    ChangeShots changes{{{shot, Set<&Shot::is_pinned>{false}}, {shot, Set<&Shot::chosen_take>{take}}}};
    return Edit{std::move(changes), "choose the take of " + shot_number(*index)};
}

} // namespace longtake
