// SPDX-License-Identifier: Apache-2.0
#include "ui/document/film_edits.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace longtake::ui {

namespace {

using Edits = std::vector<Edit>;

template <typename Action> void add(Edits& edits, Action action) {
    edits.push_back(Edit{std::move(action), {}, false});
}

template <auto kMember> void compareFilm(const Project& before, const Project& after, Edits& edits) {
    if (!(before.*kMember == after.*kMember)) {
        add(edits, ChangeFilm{Set<kMember>{after.*kMember}});
    }
}

template <auto kMember> void compareShot(const Shot& before, const Shot& after, ChangeShots& changes) {
    if (!(before.*kMember == after.*kMember)) {
        changes.changes.push_back({after.id, Set<kMember>{after.*kMember}});
    }
}

ChangeShots changesOf(const std::map<ShotId, const Shot*>& before, const Project& after) {
    ChangeShots changes;
    for (const Shot& shot : after.shots) {
        const auto known = before.find(shot.id);
        if (known == before.end() || *known->second == shot) {
            continue;
        }
        const Shot& old = *known->second;
        compareShot<&Shot::prompt>(old, shot, changes);
        compareShot<&Shot::negative>(old, shot, changes);
        compareShot<&Shot::length>(old, shot, changes);
        compareShot<&Shot::seam>(old, shot, changes);
        compareShot<&Shot::scene>(old, shot, changes);
        compareShot<&Shot::seed>(old, shot, changes);
        compareShot<&Shot::steps>(old, shot, changes);
        compareShot<&Shot::guidance>(old, shot, changes);
        compareShot<&Shot::camera>(old, shot, changes);
        compareShot<&Shot::keyframes>(old, shot, changes);
        compareShot<&Shot::is_loop>(old, shot, changes);
        compareShot<&Shot::narration>(old, shot, changes);
        compareShot<&Shot::notes>(old, shot, changes);
        compareShot<&Shot::source>(old, shot, changes);
        compareShot<&Shot::chosen_take>(old, shot, changes);
        compareShot<&Shot::is_pinned>(old, shot, changes);
    }
    return changes;
}

/// The stretch whose order differs, put back in the order it shall have; `kept` and `wanted` hold the same ids.
void compareOrder(const std::vector<ShotId>& kept, const std::vector<ShotId>& wanted, Edits& edits) {
    size_t first = 0;
    while (first < kept.size() && kept[first] == wanted[first]) {
        ++first;
    }
    size_t end = kept.size();
    while (end > first && kept[end - 1] == wanted[end - 1]) {
        --end;
    }
    MoveShots moves;
    for (size_t i = first; i < end; ++i) {
        moves.shots.push_back({i, wanted[i]});
    }
    if (!moves.shots.empty()) {
        add(edits, std::move(moves));
    }
}

void compareShots(const Project& before, const Project& after, Edits& edits) {
    std::map<ShotId, const Shot*> old;
    for (const Shot& shot : before.shots) {
        old.emplace(shot.id, &shot);
    }
    std::set<ShotId> present;
    std::vector<ShotId> wanted;
    AddShots added;
    for (size_t i = 0; i < after.shots.size(); ++i) {
        const Shot& shot = after.shots[i];
        present.insert(shot.id);
        if (old.contains(shot.id)) {
            wanted.push_back(shot.id);
        } else {
            added.shots.push_back({i, shot});
        }
    }
    RemoveShots removed;
    std::vector<ShotId> kept;
    for (const Shot& shot : before.shots) {
        (present.contains(shot.id) ? kept : removed.ids).push_back(shot.id);
    }
    if (ChangeShots changes = changesOf(old, after); !changes.changes.empty()) {
        add(edits, std::move(changes));
    }
    if (!removed.ids.empty()) {
        add(edits, std::move(removed));
    }
    compareOrder(kept, wanted, edits);
    if (!added.shots.empty()) {
        add(edits, std::move(added));
    }
}

void compareTakes(const Project& before, const Project& after, Edits& edits) {
    for (const auto& [take, shot] : after.deleted_takes) {
        if (!before.deleted_takes.contains(take)) {
            add(edits, DeleteTake{take, shot});
        }
    }
    std::map<TakeId, TakeRating> ratings = after.ratings;
    for (const auto& [take, rating] : before.ratings) {
        ratings.try_emplace(take);
    }
    for (const auto& [take, rating] : ratings) {
        const auto former = before.ratings.find(take);
        if (!(rating == (former == before.ratings.end() ? TakeRating{} : former->second))) {
            add(edits, RateTake{take, rating});
        }
    }
}

} // namespace

std::vector<Edit> editsBetween(const Project& before, const Project& after) {
    Edits edits;
    compareFilm<&Project::title>(before, after, edits);
    compareFilm<&Project::size>(before, after, edits);
    compareFilm<&Project::frame_rate>(before, after, edits);
    compareFilm<&Project::seed>(before, after, edits);
    compareFilm<&Project::model>(before, after, edits);
    compareFilm<&Project::steps>(before, after, edits);
    compareFilm<&Project::guidance>(before, after, edits);
    compareFilm<&Project::drift_help>(before, after, edits);
    compareFilm<&Project::look>(before, after, edits);
    compareFilm<&Project::characters>(before, after, edits);
    // A shot may only name a scene that is there: new scenes come before the shots, scenes go after them.
    const bool losesScenes = after.scenes.size() < before.scenes.size();
    if (!losesScenes) {
        compareFilm<&Project::scenes>(before, after, edits);
    }
    for (const auto& [take, shot] : before.deleted_takes) {
        if (!after.deleted_takes.contains(take)) {
            add(edits, RestoreTake{take});
        }
    }
    compareShots(before, after, edits);
    if (losesScenes) {
        compareFilm<&Project::scenes>(before, after, edits);
    }
    compareTakes(before, after, edits);
    return edits;
}

} // namespace longtake::ui
