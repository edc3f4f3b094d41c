// SPDX-License-Identifier: Apache-2.0
// What edits are called in the undo list, and which of them belong together while a person types.
#include "core/project/edits.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace longtake {

namespace {

constexpr std::string_view field_name(const ShotValue& value) {
    constexpr std::string_view kNames[] = {"prompt", "negative prompt", "length", "seam",      "scene", "seed",
                                           "steps",  "guidance",        "camera", "keyframes", "loop",  "narration",
                                           "notes",  "source",          "take",   "pin"};
    static_assert(std::size(kNames) == std::variant_size_v<ShotValue>);
    return kNames[value.index()];
}

constexpr std::string_view field_name(const FilmValue& value) {
    constexpr std::string_view kNames[] = {"title",    "size",       "frame rate", "seed",       "model", "steps",
                                           "guidance", "drift help", "look",       "characters", "scenes"};
    static_assert(std::size(kNames) == std::variant_size_v<FilmValue>);
    return kNames[value.index()];
}

/// "shot 4" for one shot that is in the film, "3 shots" for others.
std::string shots_text(const Project& project, const std::vector<ShotId>& ids) {
    if (ids.size() == 1) {
        if (const auto index = project.index_of(ids.front())) {
            return "shot " + std::to_string(*index + 1);
        }
    }
    return ids.size() == 1 ? "shot" : std::to_string(ids.size()) + " shots";
}

template <typename Items> std::vector<ShotId> ids_in(const Items& items) {
    std::vector<ShotId> ids;
    for (const auto& item : items) {
        if (std::find(ids.begin(), ids.end(), item.id) == ids.end()) {
            ids.push_back(item.id);
        }
    }
    return ids;
}

std::string describe(const Project&, const AddShots& edit) {
    return edit.shots.size() == 1 ? "add shot " + std::to_string(edit.shots.front().index + 1)
                                  : "add " + std::to_string(edit.shots.size()) + " shots";
}
std::string describe(const Project& project, const RemoveShots& edit) {
    return "remove " + shots_text(project, edit.ids);
}
std::string describe(const Project& project, const MoveShots& edit) {
    return "move " + shots_text(project, ids_in(edit.shots));
}
std::string describe(const Project&, const ReplaceShots& edit) {
    return "replace shot " + std::to_string(edit.index + 1);
}

std::string describe(const Project& project, const ChangeShots& edit) {
    if (edit.changes.empty()) {
        return "change nothing";
    }
    const std::string shots = shots_text(project, ids_in(edit.changes));
    const bool is_one_field = std::all_of(edit.changes.begin(), edit.changes.end(), [&](const ShotChange& change) {
        return change.value.index() == edit.changes.front().value.index();
    });
    if (!is_one_field) {
        return "change " + shots;
    }
    const ShotValue& value = edit.changes.front().value;
    if (std::holds_alternative<Set<&Shot::chosen_take>>(value)) {
        return "choose the take of " + shots;
    }
    if (const auto* pin = std::get_if<Set<&Shot::is_pinned>>(&value)) {
        return (pin->value ? "pin " : "unpin ") + shots;
    }
    return "change the " + std::string(field_name(value)) + " of " + shots;
}

std::string describe(const Project&, const ChangeFilm& edit) {
    return "change the film's " + std::string(field_name(edit.value));
}
std::string describe(const Project&, const RateTake&) {
    return "rate a take";
}
std::string describe(const Project&, const DeleteTake&) {
    return "delete a take";
}
std::string describe(const Project&, const RestoreTake&) {
    return "restore a take";
}

std::string describe(const Project& project, const Composite& edit) {
    return edit.edits.empty() ? "change nothing" : name_of(project, edit.edits.front());
}

} // namespace

std::string name_of(const Project& before, const Edit& edit) {
    return edit.name.empty() ? std::visit([&](const auto& action) { return describe(before, action); }, edit.action)
                             : edit.name;
}

bool has_same_target(const Edit& first, const Edit& second) {
    const auto* film = std::get_if<ChangeFilm>(&first.action);
    const auto* other_film = std::get_if<ChangeFilm>(&second.action);
    if (film != nullptr && other_film != nullptr) {
        return film->value.index() == other_film->value.index();
    }
    const auto* shots = std::get_if<ChangeShots>(&first.action);
    const auto* other = std::get_if<ChangeShots>(&second.action);
    if (shots == nullptr || other == nullptr || shots->changes.empty()) {
        return false;
    }
    return std::equal(
        shots->changes.begin(), shots->changes.end(), other->changes.begin(), other->changes.end(),
        [](const ShotChange& a, const ShotChange& b) { return a.id == b.id && a.value.index() == b.value.index(); });
}

} // namespace longtake
