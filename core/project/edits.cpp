// SPDX-License-Identifier: Apache-2.0
#include "core/project/edits.h"

#include "core/project/limits.h"
#include "core/project/validate.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace longtake {

namespace {

Error no_such_shot(const ShotId& id) {
    return bad_input("there is no shot '" + id.value + "'");
}

/// Indexes of the shots, in the order of `ids`. Fails on an id that is missing or named twice.
template <typename Items, typename IdOf>
Result<std::vector<size_t>> indexes_of(const Project& project, const Items& items, IdOf id_of) {
    std::vector<size_t> indexes;
    std::set<ShotId> seen;
    std::unordered_map<std::string, size_t> places;
    for (size_t index = 0; items.size() > 1 && index < project.shots.size(); ++index) {
        places.emplace(project.shots[index].id.value, index);
    }
    for (const auto& item : items) {
        const ShotId& id = id_of(item);
        const auto place = places.find(id.value);
        const auto index = items.size() == 1       ? project.index_of(id)
                           : place == places.end() ? std::nullopt
                                                   : std::optional(place->second);
        if (!index) {
            return no_such_shot(id);
        }
        if (!seen.insert(id).second) {
            return bad_input("shot '" + id.value + "' is named twice");
        }
        indexes.push_back(*index);
    }
    return indexes;
}

enum class PathRule { Refuse, Keep };

/// The first broken rule that counts.
Result<void> to_result(const std::vector<Violation>& violations, PathRule paths) {
    const auto broken = std::find_if(violations.begin(), violations.end(),
                                     [&](const Violation& one) { return paths == PathRule::Refuse || !one.is_path; });
    return broken == violations.end() ? Result<void>() : Result<void>(to_error(*broken));
}

/// What a shot that comes into the film or changes must hold, besides an id of its own.
Result<void> check_shot(const Project& project, const Shot& shot, PathRule paths) {
    if (!shot.scene.is_empty() && project.find(shot.scene) == nullptr) {
        return bad_input("shot " + shot.id.value + ".scene: there is no scene '" + shot.scene.value + "'");
    }
    return to_result(find_violations(shot, "shot " + shot.id.value), paths);
}

/// Shots that come in: sound each, with ids that neither the film nor another of them has. `leaving`: ids that go.
template <typename Shots>
Result<void>
check_new_shots(const Project& project, const Shots& shots, const std::set<ShotId>& leaving, PathRule paths) {
    if (project.shots.size() - leaving.size() + shots.size() > kMostShots) {
        return bad_input("shots: are more than " + std::to_string(kMostShots));
    }
    std::set<ShotId> taken;
    for (const Shot& shot : project.shots) {
        if (!leaving.contains(shot.id)) {
            taken.insert(shot.id);
        }
    }
    for (const Shot& shot : shots) {
        if (auto sound = check_shot(project, shot, paths); !sound) {
            return sound;
        }
        if (!taken.insert(shot.id).second) {
            return bad_input("shot " + shot.id.value + ".id: another shot has this id");
        }
    }
    return {};
}

Result<EditAction> do_edit(Project& project, const AddShots& edit, PathRule paths) {
    std::vector<Shot> shots;
    for (size_t i = 0; i < edit.shots.size(); ++i) {
        const bool is_ascending = i == 0 || edit.shots[i].index > edit.shots[i - 1].index;
        if (!is_ascending || edit.shots[i].index > project.shots.size() + i) {
            return bad_input("a shot cannot be put at place " + std::to_string(edit.shots[i].index + 1));
        }
        shots.push_back(edit.shots[i].shot);
    }
    if (auto sound = check_new_shots(project, shots, {}, paths); !sound) {
        return sound.error();
    }
    RemoveShots inverse;
    std::vector<Shot> merged;
    merged.reserve(project.shots.size() + shots.size());
    auto old = project.shots.begin();
    for (const PlacedShot& placed : edit.shots) {
        const auto count = static_cast<std::ptrdiff_t>(placed.index - merged.size());
        std::move(old, old + count, std::back_inserter(merged));
        old += count;
        merged.push_back(placed.shot);
        inverse.ids.push_back(placed.shot.id);
    }
    std::move(old, project.shots.end(), std::back_inserter(merged));
    project.shots = std::move(merged);
    return EditAction(std::move(inverse));
}

Result<EditAction> do_edit(Project& project, const RemoveShots& edit, PathRule) {
    const auto indexes = indexes_of(project, edit.ids, [](const ShotId& id) -> const ShotId& { return id; });
    if (!indexes) {
        return indexes.error();
    }
    const std::set<size_t> leaving(indexes->begin(), indexes->end());
    AddShots inverse;
    std::vector<Shot> kept;
    for (size_t index = 0; index < project.shots.size(); ++index) {
        if (leaving.contains(index)) {
            inverse.shots.push_back({index, std::move(project.shots[index])});
        } else {
            kept.push_back(std::move(project.shots[index]));
        }
    }
    project.shots = std::move(kept);
    return EditAction(std::move(inverse));
}

Result<EditAction> do_edit(Project& project, const MoveShots& edit, PathRule) {
    const auto indexes =
        indexes_of(project, edit.shots, [](const PlacedId& placed) -> const ShotId& { return placed.id; });
    if (!indexes) {
        return indexes.error();
    }
    for (size_t i = 0; i < edit.shots.size(); ++i) {
        const bool is_ascending = i == 0 || edit.shots[i].index > edit.shots[i - 1].index;
        if (!is_ascending || edit.shots[i].index >= project.shots.size()) {
            return bad_input("a shot cannot be moved to place " + std::to_string(edit.shots[i].index + 1));
        }
    }
    MoveShots inverse;
    for (size_t i = 0; i < edit.shots.size(); ++i) {
        inverse.shots.push_back({(*indexes)[i], edit.shots[i].id});
    }
    std::sort(inverse.shots.begin(), inverse.shots.end(),
              [](const PlacedId& a, const PlacedId& b) { return a.index < b.index; });
    std::vector<Shot> order(project.shots.size());
    std::vector<bool> is_filled(order.size(), false);
    std::vector<bool> is_moved(order.size(), false);
    for (size_t i = 0; i < edit.shots.size(); ++i) {
        order[edit.shots[i].index] = std::move(project.shots[(*indexes)[i]]);
        is_filled[edit.shots[i].index] = true;
        is_moved[(*indexes)[i]] = true;
    }
    size_t place = 0;
    for (size_t index = 0; index < order.size(); ++index) {
        if (is_moved[index]) {
            continue;
        }
        while (is_filled[place]) {
            ++place;
        }
        order[place++] = std::move(project.shots[index]);
    }
    project.shots = std::move(order);
    return EditAction(std::move(inverse));
}

Result<EditAction> do_edit(Project& project, const ReplaceShots& edit, PathRule paths) {
    if (edit.index > project.shots.size() || edit.count > project.shots.size() - edit.index) {
        return bad_input("there are no " + std::to_string(edit.count) + " shots from place " +
                         std::to_string(edit.index + 1) + " on");
    }
    const auto begin = project.shots.begin() + static_cast<std::ptrdiff_t>(edit.index);
    const auto end = begin + static_cast<std::ptrdiff_t>(edit.count);
    std::set<ShotId> leaving;
    std::for_each(begin, end, [&](const Shot& shot) { leaving.insert(shot.id); });
    if (auto sound = check_new_shots(project, edit.shots, leaving, paths); !sound) {
        return sound.error();
    }
    ReplaceShots inverse{edit.index, edit.shots.size(), {std::make_move_iterator(begin), std::make_move_iterator(end)}};
    project.shots.insert(project.shots.erase(begin, end), edit.shots.begin(), edit.shots.end());
    return EditAction(std::move(inverse));
}

template <auto kMember> void exchange_value(Shot& shot, Set<kMember>& set) {
    std::swap(shot.*kMember, set.value);
}
template <auto kMember> void exchange_value(Project& project, Set<kMember>& set) {
    std::swap(project.*kMember, set.value);
}

template <typename Owner, typename Value> void exchange(Owner& owner, Value& value) {
    std::visit([&](auto& set) { exchange_value(owner, set); }, value);
}

/// The shot of each change; many changes are looked up by a table.
Result<std::vector<Shot*>> shots_of(Project& project, const std::vector<ShotChange>& changes) {
    constexpr size_t kFew = 8;
    std::unordered_map<std::string_view, Shot*> table;
    for (size_t index = 0; changes.size() > kFew && index < project.shots.size(); ++index) {
        table.emplace(project.shots[index].id.value, &project.shots[index]);
    }
    std::vector<Shot*> shots;
    for (const ShotChange& change : changes) {
        const auto found = table.find(change.id.value);
        Shot* shot = changes.size() <= kFew ? project.find(change.id) : found == table.end() ? nullptr : found->second;
        if (shot == nullptr) {
            return no_such_shot(change.id);
        }
        shots.push_back(shot);
    }
    return shots;
}

Result<EditAction> do_edit(Project& project, const ChangeShots& edit, PathRule paths) {
    const auto shots = shots_of(project, edit.changes);
    if (!shots) {
        return shots.error();
    }
    const std::vector<Shot*>& changed = *shots;
    ChangeShots inverse = edit;
    for (size_t i = 0; i < changed.size(); ++i) {
        exchange(*changed[i], inverse.changes[i].value);
    }
    for (size_t i = 0; i < changed.size(); ++i) {
        const bool sets_path = std::holds_alternative<Set<&Shot::keyframes>>(edit.changes[i].value);
        if (auto sound = check_shot(project, *changed[i], sets_path ? paths : PathRule::Keep); !sound) {
            for (size_t done = changed.size(); done-- > 0;) {
                exchange(*changed[done], inverse.changes[done].value);
            }
            return sound.error();
        }
    }
    std::reverse(inverse.changes.begin(), inverse.changes.end());
    return EditAction(std::move(inverse));
}

Result<EditAction> do_edit(Project& project, const ChangeFilm& edit, PathRule paths) {
    ChangeFilm inverse = edit;
    exchange(project, inverse.value);
    const bool can_break_shots = std::holds_alternative<Set<&Project::scenes>>(edit.value);
    const bool sets_path = std::holds_alternative<Set<&Project::model>>(edit.value);
    const auto violations = can_break_shots ? find_violations(project) : find_film_violations(project);
    if (auto sound = to_result(violations, sets_path ? paths : PathRule::Keep); !sound) {
        exchange(project, inverse.value);
        return sound.error();
    }
    return EditAction(std::move(inverse));
}

Result<EditAction> do_edit(Project& project, const RateTake& edit, PathRule) {
    Project probe; // an otherwise empty film, to try the rules for takes on
    probe.ratings[edit.take] = edit.rating;
    if (auto sound = validate(probe); !sound) {
        return sound.error();
    }
    const auto old = project.ratings.find(edit.take);
    RateTake inverse{edit.take, old == project.ratings.end() ? TakeRating{} : old->second};
    if (edit.rating == TakeRating{}) {
        project.ratings.erase(edit.take);
    } else {
        project.ratings[edit.take] = edit.rating;
    }
    return EditAction(std::move(inverse));
}

Result<EditAction> do_edit(Project& project, const DeleteTake& edit, PathRule) {
    Project probe; // an otherwise empty film, to try the rules for takes on
    probe.deleted_takes[edit.take] = edit.shot;
    if (auto sound = validate(probe); !sound) {
        return sound.error();
    }
    if (project.deleted_takes.contains(edit.take)) {
        return bad_input("take " + edit.take.value + " is deleted already");
    }
    const auto shown = std::find_if(project.shots.begin(), project.shots.end(),
                                    [&](const Shot& shot) { return shot.chosen_take == edit.take; });
    if (shown != project.shots.end()) {
        return bad_input("take " + edit.take.value + " is shown by shot " +
                             std::to_string(shown - project.shots.begin() + 1),
                         "Choose another take first.");
    }
    project.deleted_takes[edit.take] = edit.shot;
    return EditAction(RestoreTake{edit.take});
}

Result<EditAction> do_edit(Project& project, const RestoreTake& edit, PathRule) {
    const auto deleted = project.deleted_takes.find(edit.take);
    if (deleted == project.deleted_takes.end()) {
        return bad_input("take " + edit.take.value + " is not deleted");
    }
    DeleteTake inverse{edit.take, deleted->second};
    project.deleted_takes.erase(deleted);
    return EditAction(std::move(inverse));
}

Result<EditAction> do_edit(Project& project, const Composite& edit, PathRule) {
    Composite inverse;
    for (const Edit& part : edit.edits) {
        auto undo = apply(project, part);
        if (!undo) {
            for (auto done = inverse.edits.rbegin(); done != inverse.edits.rend(); ++done) {
                (void)apply(project, *done); // undoing what was just done cannot fail
            }
            return undo.error();
        }
        inverse.edits.push_back(*std::move(undo));
    }
    std::reverse(inverse.edits.begin(), inverse.edits.end());
    return EditAction(std::move(inverse));
}

} // namespace

bool Composite::operator==(const Composite& other) const {
    return edits == other.edits;
}

Result<Edit> apply(Project& project, const Edit& edit) {
    std::string name = name_of(project, edit);
    const PathRule paths = edit.is_undo ? PathRule::Keep : PathRule::Refuse;
    auto inverse = std::visit([&](const auto& action) { return do_edit(project, action, paths); }, edit.action);
    if (!inverse) {
        return inverse.error();
    }
    return Edit{*std::move(inverse), std::move(name), true};
}

} // namespace longtake
