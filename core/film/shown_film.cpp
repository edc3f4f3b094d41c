// SPDX-License-Identifier: Apache-2.0
#include "core/film/shown_film.h"

namespace longtake {

namespace {

std::string seam_name(SeamKind kind) {
    switch (kind) {
    case SeamKind::Continue: return "continue";
    case SeamKind::Cut: return "cut";
    case SeamKind::Dissolve: return "dissolve";
    }
    return "unknown";
}

/// Why a shot whose chosen take is not to be had shows nothing. Takes it has and does not show add to `models`.
std::string why_nothing(const Shot& shot, const TakeIndex& index, std::set<std::string>& models) {
    if (!shot.chosen_take.is_empty()) {
        return ": take " + shot.chosen_take.value + " is not there";
    }
    std::set<std::string> own;
    for (const Receipt* take : index.of_shot(shot.id)) {
        own.insert(take->recipe.model);
    }
    std::string names;
    for (const std::string& model : own) {
        names += (names.empty() ? "'" : ", '") + model + "'";
    }
    models.merge(own);
    return names.empty() ? " has no take yet" : " shows no take; it has some made with the model " + names;
}

/// The film with every shot as long as its take, on a grid that takes any length.
Timeline timeline_of_takes(const Project& project, const std::vector<const Receipt*>& takes) {
    Project as_taken = project;
    for (size_t index = 0; index < takes.size(); ++index) {
        if (takes[index] != nullptr) {
            as_taken.shots[index].length = takes[index]->recipe.frames;
        }
    }
    return make_timeline(as_taken, FrameGrid{1});
}

ShotProvenance provenance_of(const Receipt& receipt, SeamKind seam, const TimelineShot& place) {
    const ShotRecipe& recipe = receipt.recipe;
    return {receipt.shot.value,
            place.start_frame,
            place.frames,
            seam_name(seam),
            receipt.take.value,
            receipt.key,
            recipe.prompt,
            recipe.negative,
            recipe.seed,
            recipe.steps,
            recipe.guidance,
            recipe.sampler,
            receipt.made_with.memory_savings};
}

} // namespace

Result<ShownFilm> show_film(const Project& project, TakeStore& store) {
    const auto index = store.load();
    if (!index) {
        return index.error();
    }
    ShownFilm film;
    film.provenance.title = project.title;
    film.provenance.model = project.model;
    std::vector<const Receipt*> takes;
    for (size_t number = 0; number < project.shots.size(); ++number) {
        const TakeId& chosen = project.shots[number].chosen_take;
        const std::string name = "shot " + std::to_string(number + 1);
        const Receipt* take = index->find(chosen);
        const auto segment =
            take == nullptr ? Result<std::filesystem::path>(bad_input("")) : store.verified_file(*take, kFramesFile);
        if (take == nullptr) {
            film.problems.push_back(name + why_nothing(project.shots[number], *index, film.other_models));
        } else if (!segment) {
            film.problems.push_back(name + ": " + segment.error().message);
            take = nullptr;
        }
        takes.push_back(take);
        film.segments.push_back(take == nullptr ? std::filesystem::path() : *segment);
    }
    film.timeline = timeline_of_takes(project, takes);
    for (size_t number = 0; number < takes.size(); ++number) {
        if (takes[number] != nullptr) {
            film.provenance.shots.push_back(
                provenance_of(*takes[number], seam_before(project, number), film.timeline.shots[number]));
            film.provenance.model = takes[number]->recipe.model;
            film.provenance.model_hash = takes[number]->recipe.model_hash;
        }
    }
    return film;
}

} // namespace longtake
