// SPDX-License-Identifier: Apache-2.0
#include "core/project/reimport.h"

#include "core/project/story_alignment.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace longtake {

namespace {

/// Merged shots hold the words of several passages with an empty line between.
constexpr std::string_view kBetweenSources = "\n\n";

std::vector<std::string> sources_of(const Shot& shot) {
    std::vector<std::string> sources;
    for (size_t begin = 0; begin < shot.source.size();) {
        const size_t end = std::min(shot.source.find(kBetweenSources, begin), shot.source.size());
        sources.push_back(shot.source.substr(begin, end - begin));
        begin = end + kBetweenSources.size();
    }
    return sources;
}

void append(std::string& text, const std::string& more, std::string_view between) {
    text += (text.empty() || more.empty() ? "" : std::string(between)) + more;
}

void append(std::optional<std::string>& text, const std::optional<std::string>& more) {
    if (more) {
        text = text ? *text + "\n" + *more : *more;
    }
}

/// Several told shots as one, as merging does it.
StoryShot join(const std::vector<StoryShot>& parts) {
    StoryShot whole = parts.front();
    for (size_t i = 1; i < parts.size(); ++i) {
        append(whole.prompt, parts[i].prompt, " ");
        append(whole.source, parts[i].source, kBetweenSources);
        append(whole.narration, parts[i].narration);
        append(whole.notes, parts[i].notes);
        append(whole.negative, parts[i].negative);
    }
    return whole;
}

/// Brings one field of the story into a shot: nothing if the story says what it said before.
class FieldMerge {
public:
    FieldMerge(const Shot& shot, ChangeShots& changes, StoryChange& report)
        : shot_(shot)
        , changes_(changes)
        , report_(report) {}

    template <auto kMember, typename Value> void merge(const char* name, const Value& base, const Value& told) {
        if (base == told) {
            return;
        }
        const bool is_changed_here = shot_.*kMember != base;
        if (shot_.*kMember != told) {
            changes_.changes.push_back({shot_.id, Set<kMember>{told}});
            report_.fields.emplace_back(name);
            report_.is_conflict = report_.is_conflict || is_changed_here;
        }
    }

private:
    const Shot& shot_;
    ChangeShots& changes_;
    StoryChange& report_;
};

class Comparison {
public:
    Comparison(const Project& project, const Story& story)
        : project_(project)
        , story_(story) {}

    Reimport run() {
        align();
        plan_scenes();
        plan_shots();
        report_removed();
        result_.edit = {whole_edit(), "update from the story"};
        result_.is_needed = !std::get<Composite>(result_.edit.action).edits.empty();
        return std::move(result_);
    }

private:
    /// Finds for every told shot the film's shot it belongs to.
    void align() {
        std::vector<std::string> old_passages;
        std::vector<size_t> owners;
        for (size_t index = 0; index < project_.shots.size(); ++index) {
            for (std::string& source : sources_of(project_.shots[index])) {
                old_passages.push_back(std::move(source));
                owners.push_back(index);
            }
        }
        std::vector<std::string> new_passages;
        for (const StoryShot& told : story_.shots) {
            new_passages.push_back(told.source);
        }
        for (const PassageMatch& match : align_passages(old_passages, new_passages)) {
            owner_of_told_.push_back(match.old_index ? std::optional(owners[*match.old_index]) : std::nullopt);
            is_told_moved_.push_back(match.is_moved);
        }
        for (size_t told = 0; told < story_.shots.size(); ++told) {
            if (owner_of_told_[told]) {
                told_of_[*owner_of_told_[told]].push_back(told);
            }
        }
    }

    /// The k-th scene of a title in the story is the k-th of that title in the film; others are new.
    void plan_scenes() {
        scenes_ = project_.scenes;
        std::set<std::string> taken;
        std::map<std::string, std::vector<size_t>> places;
        for (size_t index = scenes_.size(); index-- > 0;) {
            taken.insert(scenes_[index].id.value);
            places[scenes_[index].title].push_back(index);
        }
        for (const StoryScene& told : story_.scenes) {
            std::vector<size_t>& same_title = places[told.title];
            if (same_title.empty()) {
                scenes_.push_back(
                    {new_scene_id(told.title, taken), told.title, told.description, told.description, {}});
                scene_of_told_.push_back(scenes_.size() - 1);
                continue;
            }
            scene_of_told_.push_back(same_title.back());
            Scene& scene = scenes_[same_title.back()];
            same_title.pop_back();
            if (scene.source != told.description) {
                scene.description = scene.source = told.description;
            }
        }
    }

    SceneId scene_for(size_t told, const SceneId& otherwise) const {
        const auto scene = story_.shots[told].scene;
        return scene ? scenes_[scene_of_told_[*scene]].id : otherwise;
    }

    bool begins_scene(size_t told) const {
        return told == 0 ? story_.shots[0].scene.has_value() : story_.shots[told].scene != story_.shots[told - 1].scene;
    }

    /// Whether the shot was the first of its scene among the shots that come from the story.
    bool began_scene(size_t index) const {
        for (size_t before = index; before-- > 0;) {
            if (!project_.shots[before].source.empty()) {
                return project_.shots[before].scene != project_.shots[index].scene;
            }
        }
        return !project_.shots[index].scene.is_empty();
    }

    void plan_shots() {
        std::set<ShotId> ids;
        for (const Shot& shot : project_.shots) {
            ids.insert(shot.id);
        }
        follow_with_own_shots(std::nullopt);
        for (size_t told = 0; told < story_.shots.size(); ++told) {
            if (!owner_of_told_[told]) {
                plan_new_shot(told, ids);
            } else if (told_of_[*owner_of_told_[told]].front() == told) {
                plan_known_shot(told, *owner_of_told_[told]);
            }
        }
    }

    void plan_new_shot(size_t told, std::set<ShotId>& ids) {
        const StoryShot& words = story_.shots[told];
        Shot shot =
            shot_from_story(words, project_.shots.empty() ? ShotLength(Seconds{2.0}) : project_.shots.front().length);
        shot.id = new_shot_id(shot.prompt, [&](const ShotId& id) { return ids.contains(id); });
        ids.insert(shot.id);
        shot.scene = scene_for(told, {});
        if (begins_scene(told) && !words.seam) {
            shot.seam.kind = SeamKind::Cut;
        }
        result_.changes.push_back({StoryChange::Kind::Added, shot.id, words.line, {}, {}, shot.prompt, false});
        added_.shots.push_back({order_.size() + added_.shots.size(), std::move(shot)});
    }

    void plan_known_shot(size_t told, size_t index) {
        const Shot& shot = project_.shots[index];
        StoryChange report{
            StoryChange::Kind::Changed, shot.id, story_.shots[told].line, {}, shot.prompt, shot.prompt, false};
        merge_fields(index, told, report);
        if (!report.fields.empty()) {
            result_.changes.push_back(report);
        } else if (is_told_moved_[told]) {
            report.kind = StoryChange::Kind::Moved;
            result_.changes.push_back(report);
        } else {
            ++result_.kept;
        }
        order_.push_back(index);
        follow_with_own_shots(index);
    }

    void merge_fields(size_t index, size_t first_told, StoryChange& report) {
        const Shot& shot = project_.shots[index];
        std::vector<StoryShot> base_parts;
        for (const std::string& source : sources_of(shot)) {
            base_parts.push_back(parse_story_shot(source));
        }
        std::vector<StoryShot> told_parts;
        for (const size_t told : told_of_[index]) {
            told_parts.push_back(story_.shots[told]);
        }
        const StoryShot base = join(base_parts);
        const StoryShot told = join(told_parts);
        FieldMerge fields(shot, changes_, report);
        fields.merge<&Shot::prompt>("prompt", base.prompt, told.prompt);
        report.after = base.prompt == told.prompt ? shot.prompt : told.prompt;
        if (told.length) {
            fields.merge<&Shot::length>("length", base.length.value_or(shot.length), *told.length);
        }
        fields.merge<&Shot::camera>("camera", base.camera.value_or(""), told.camera.value_or(""));
        fields.merge<&Shot::negative>("negative", base.negative.value_or(""), told.negative.value_or(""));
        fields.merge<&Shot::narration>("narration", base.narration.value_or(""), told.narration.value_or(""));
        fields.merge<&Shot::notes>("notes", base.notes.value_or(""), told.notes.value_or(""));
        fields.merge<&Shot::is_loop>("loop", base.is_loop, told.is_loop);
        fields.merge<&Shot::seed>("seed", base.seed, told.seed);
        fields.merge<&Shot::seam>("seam", told_seam(base, began_scene(index)),
                                  told_seam(told, begins_scene(first_told)));
        fields.merge<&Shot::scene>("scene", shot.scene, scene_for(first_told, shot.scene));
        if (told.source != shot.source) {
            changes_.changes.push_back({shot.id, Set<&Shot::source>{told.source}});
        }
    }

    /// The seam a story means where it says none.
    static Seam told_seam(const StoryShot& told, bool is_first_of_scene) {
        Seam seam = told.seam.value_or(Seam{});
        if (!told.seam && is_first_of_scene) {
            seam.kind = SeamKind::Cut;
        }
        return seam;
    }

    /// Shots made in the studio stand behind the shot they stood behind; behind a removed one, behind what was before
    /// it.
    void follow_with_own_shots(std::optional<size_t> index) {
        const size_t begin = index ? *index + 1 : 0;
        for (size_t next = begin; next < project_.shots.size(); ++next) {
            const bool is_own = project_.shots[next].source.empty();
            const bool is_removed = !is_own && !told_of_.contains(next);
            if (!is_own && !is_removed) {
                return;
            }
            if (is_own) {
                order_.push_back(next);
            }
        }
    }

    void report_removed() {
        for (size_t index = 0; index < project_.shots.size(); ++index) {
            const Shot& shot = project_.shots[index];
            if (!shot.source.empty() && !told_of_.contains(index)) {
                removed_.ids.push_back(shot.id);
                result_.changes.push_back({StoryChange::Kind::Removed, shot.id, 0, {}, shot.prompt, {}, false});
            }
        }
    }

    Composite whole_edit() {
        Composite whole;
        const auto add = [&](EditAction action) { whole.edits.push_back({std::move(action), {}}); };
        if (scenes_ != project_.scenes) {
            add(ChangeFilm{Set<&Project::scenes>{scenes_}});
        }
        if (auto characters = merged_characters(); characters != project_.characters) {
            add(ChangeFilm{Set<&Project::characters>{std::move(characters)}});
        }
        if (!changes_.changes.empty()) {
            add(changes_);
        }
        if (!removed_.ids.empty()) {
            add(removed_);
        }
        if (!std::is_sorted(order_.begin(), order_.end())) {
            MoveShots moves;
            for (size_t place = 0; place < order_.size(); ++place) {
                moves.shots.push_back({place, project_.shots[order_[place]].id});
            }
            add(std::move(moves));
        }
        if (!added_.shots.empty()) {
            add(added_);
        }
        if (auto used = scenes_in_use(); used != scenes_) {
            add(ChangeFilm{Set<&Project::scenes>{std::move(used)}});
        }
        return whole;
    }

    std::vector<Character> merged_characters() const {
        std::vector<Character> characters = project_.characters;
        for (const StoryCharacter& told : story_.characters) {
            const auto known = std::find_if(characters.begin(), characters.end(),
                                            [&](const Character& one) { return one.name == told.name; });
            if (known == characters.end()) {
                characters.push_back({told.name, told.description, told.description, {}});
            } else if (known->source != told.description) {
                known->description = known->source = told.description;
            }
        }
        return characters;
    }

    /// Without the scenes that had shots, lost them all, and are not in the story.
    std::vector<Scene> scenes_in_use() const {
        std::set<SceneId> before;
        for (const Shot& shot : project_.shots) {
            before.insert(shot.scene);
        }
        std::set<SceneId> now;
        for (const PlacedShot& placed : added_.shots) {
            now.insert(placed.shot.scene);
        }
        for (const size_t index : order_) {
            const auto told = told_of_.find(index);
            now.insert(told == told_of_.end() ? project_.shots[index].scene
                                              : scene_for(told->second.front(), project_.shots[index].scene));
        }
        for (const size_t told : scene_of_told_) {
            now.insert(scenes_[told].id);
        }
        std::vector<Scene> used = scenes_;
        std::erase_if(used, [&](const Scene& scene) { return before.contains(scene.id) && !now.contains(scene.id); });
        return used;
    }

    const Project& project_;
    const Story& story_;
    Reimport result_;
    std::vector<std::optional<size_t>> owner_of_told_; ///< told shot -> index of the film's shot
    std::vector<bool> is_told_moved_;
    std::map<size_t, std::vector<size_t>> told_of_; ///< index of the film's shot -> its told shots
    std::vector<Scene> scenes_;                     ///< of the film, with the story's new ones
    std::vector<size_t> scene_of_told_;             ///< story scene -> index into scenes_
    std::vector<size_t> order_;                     ///< the film's shots that stay, in their new order
    AddShots added_;
    RemoveShots removed_;
    ChangeShots changes_;
};

} // namespace

Reimport compare_with_story(const Project& project, const Story& story) {
    return Comparison(project, story).run();
}

} // namespace longtake
