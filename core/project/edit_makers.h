// SPDX-License-Identifier: Apache-2.0
// Edits that need thought, put together for the film as it is now: apply() them before it changes otherwise.
#pragma once

#include "core/base/result.h"
#include "core/project/edits.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace longtake {

/// A new shot with a new id at place `index` (0: in front), like the shot before it in scene, length and seam.
Edit add_shot(const Project& project, size_t index, const std::string& prompt);

/// The shots, in film order, to where they stand together in front of the shot now at `index` (the film's size: at the
/// end).
Result<Edit> move_shots(const Project& project, const std::vector<ShotId>& ids, size_t index);

/// Cuts a shot in two behind `first_frames` of the frames it asks for. Both halves keep texts and settings; the second
/// continues from the first and has no take, seed or narration of its own. Keyframes go to the half they lie in.
Result<Edit> split_shot(const Project& project, const ShotId& id, FrameCount first_frames);

/// Makes one shot of two or more that stand together: the first one's id and settings, all texts, all keyframes, the
/// sum of the lengths.
Result<Edit> merge_shots(const Project& project, const std::vector<ShotId>& ids);

/// Puts copies behind the last of the shots, in film order, with new ids and without takes.
Result<Edit> duplicate_shots(const Project& project, const std::vector<ShotId>& ids);

/// Sets one field of several shots at once.
template <auto kMember, typename Value> Edit set_shots(const std::vector<ShotId>& ids, const Value& value) {
    ChangeShots edit;
    for (const ShotId& id : ids) {
        edit.changes.push_back({id, Set<kMember>{value}});
    }
    return {std::move(edit), {}};
}

/// Gives the character another name, in the list and in every text that mentions it.
Result<Edit> rename_character(const Project& project, std::string_view from, const std::string& to);

/// Removes a scene; its shots stay, without one.
Result<Edit> remove_scene(const Project& project, const SceneId& id);

/// Deletes a take of `shot`; a shot that shows it shows none then.
Edit delete_take(const Project& project, const TakeId& take, const ShotId& shot);

/// Chooses a take for a shot (empty: none). A pin goes with the take it was for.
Result<Edit> choose_take(const Project& project, const ShotId& shot, const TakeId& take);

} // namespace longtake
