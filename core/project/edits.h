// SPDX-License-Identifier: Apache-2.0
// Every change of a film as a value. apply() makes the change and returns the edit that undoes it, or changes nothing.
// An edit has a name for the undo list; undoing never touches takes on disk. Edits that need thought (split, merge,
// rename a character) are put together from these in edit_makers.h.
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"

#include <cstddef>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

namespace longtake {

struct PlacedShot {
    size_t index = 0;
    Shot shot;
    bool operator==(const PlacedShot&) const = default;
};

/// Puts new shots in. Indexes ascend and count in the film that results.
struct AddShots {
    std::vector<PlacedShot> shots;
    bool operator==(const AddShots&) const = default;
};

struct RemoveShots {
    std::vector<ShotId> ids;
    bool operator==(const RemoveShots&) const = default;
};

struct PlacedId {
    size_t index = 0;
    ShotId id;
    bool operator==(const PlacedId&) const = default;
};

/// Takes the shots out and puts each back at its index in the film that results; indexes ascend.
struct MoveShots {
    std::vector<PlacedId> shots;
    bool operator==(const MoveShots&) const = default;
};

/// The `count` shots from `index` on become `shots`.
struct ReplaceShots {
    size_t index = 0;
    size_t count = 0;
    std::vector<Shot> shots;
    bool operator==(const ReplaceShots&) const = default;
};

namespace edit_detail {
template <typename> struct ValueOf;
template <typename Owner, typename Value> struct ValueOf<Value Owner::*> { using Type = Value; };
} // namespace edit_detail

/// A member with the value it shall have.
template <auto kMember> struct Set {
    typename edit_detail::ValueOf<decltype(kMember)>::Type value;
    bool operator==(const Set&) const = default;
};

using ShotValue = std::variant<Set<&Shot::prompt>,
                               Set<&Shot::negative>,
                               Set<&Shot::length>,
                               Set<&Shot::seam>,
                               Set<&Shot::scene>,
                               Set<&Shot::seed>,
                               Set<&Shot::steps>,
                               Set<&Shot::guidance>,
                               Set<&Shot::camera>,
                               Set<&Shot::keyframes>,
                               Set<&Shot::is_loop>,
                               Set<&Shot::narration>,
                               Set<&Shot::notes>,
                               Set<&Shot::source>,
                               Set<&Shot::chosen_take>,
                               Set<&Shot::is_pinned>>;

struct ShotChange {
    ShotId id;
    ShotValue value;
    bool operator==(const ShotChange&) const = default;
};

/// Fields of one shot or many, in order. Choosing a take is one of them.
struct ChangeShots {
    std::vector<ShotChange> changes;
    bool operator==(const ChangeShots&) const = default;
};

using FilmValue = std::variant<Set<&Project::title>,
                               Set<&Project::size>,
                               Set<&Project::frame_rate>,
                               Set<&Project::seed>,
                               Set<&Project::model>,
                               Set<&Project::steps>,
                               Set<&Project::guidance>,
                               Set<&Project::drift_help>,
                               Set<&Project::look>,
                               Set<&Project::characters>,
                               Set<&Project::scenes>>;

struct ChangeFilm {
    FilmValue value;
    bool operator==(const ChangeFilm&) const = default;
};

/// A rating without stars and note is none.
struct RateTake {
    TakeId take;
    TakeRating rating;
    bool operator==(const RateTake&) const = default;
};

/// Hides a take; its files stay until they are trimmed. Refused while a shot shows it.
struct DeleteTake {
    TakeId take;
    ShotId shot;
    bool operator==(const DeleteTake&) const = default;
};

struct RestoreTake {
    TakeId take;
    bool operator==(const RestoreTake&) const = default;
};

struct Edit;

/// Several edits as one: all or none.
struct Composite {
    std::vector<Edit> edits;
    bool operator==(const Composite& other) const;
};

using EditAction = std::variant<AddShots,
                                RemoveShots,
                                MoveShots,
                                ReplaceShots,
                                ChangeShots,
                                ChangeFilm,
                                RateTake,
                                DeleteTake,
                                RestoreTake,
                                Composite>;

struct Edit {
    EditAction action;
    std::string name; ///< "split shot 4"; empty: name_of() finds one
    bool is_undo =
        false; ///< made by apply(): puts back what was there, even a path that was refused when the film was read
    bool operator==(const Edit&) const = default;
};

/// Makes the change and returns what undoes it, under the same name. On an error nothing has changed; the message names
/// the field as validate.h does. A path that leads out of the film's folder is refused where the edit sets it; one that
/// came with the file does not keep other fields from being edited.
Result<Edit> apply(Project& project, const Edit& edit);

/// What the undo list calls the edit, told on the film it is about to change: "move shot 4", "change the prompt of 3
/// shots".
std::string name_of(const Project& before, const Edit& edit);

/// Whether both change the same fields of the same shots (or of the film), as two strokes of typing do: the second
/// one's undo can be dropped.
bool has_same_target(const Edit& first, const Edit& second);

} // namespace longtake
