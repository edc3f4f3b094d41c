// SPDX-License-Identifier: Apache-2.0
#include "app/cli/film_on_show.h"

#include "app/cli/film_plan.h"
#include "core/cache/take_store.h"
#include "core/project/project_file.h"
#include "core/project/project_path.h"

namespace longtake {

namespace {

TakeId take_of_model(const FilmPlan& film, const PlannedShot& shot) {
    const std::string& model = film.model.weights_hash;
    const Receipt* planned = film.takes.find(shot.take);
    if (planned != nullptr && planned->recipe.model_hash == model) {
        return planned->take;
    }
    for (const Receipt* take : film.takes.of_shot(shot.id)) {
        if (take->recipe.model_hash == model && !film.project.deleted_takes.contains(take->take)) {
            return take->take;
        }
    }
    return {};
}

Result<Project> project_with_takes_of(const std::filesystem::path& file, const std::string& model) {
    auto film = plan_film(file, model, {});
    if (!film) {
        return film.error();
    }
    Project project = film->project;
    for (size_t index = 0; index < project.shots.size(); ++index) {
        if (Shot& shot = project.shots[index]; !shot.is_pinned) {
            shot.chosen_take = take_of_model(*film, film->plan.shots[index]);
        }
    }
    return project;
}

Result<Project> project_as_saved(const std::filesystem::path& file) {
    auto loaded = load_project(file);
    if (!loaded) {
        return loaded.error();
    }
    return std::move(loaded->project);
}

} // namespace

Result<FilmOnShow> film_on_show(const std::filesystem::path& file, const std::string& model) {
    auto project = model.empty() ? project_as_saved(file) : project_with_takes_of(file, model);
    if (!project) {
        return project.error();
    }
    TakeStore store(data_folder_of(file));
    auto shown = show_film(*project, store);
    if (!shown) {
        return shown.error();
    }
    return FilmOnShow{std::move(*project), std::move(*shown)};
}

ExportRequest export_request(FilmOnShow film, std::filesystem::path target, EncoderSettings settings) {
    ExportRequest request;
    request.target = std::move(target);
    request.timeline = std::move(film.shown.timeline);
    request.segments = std::move(film.shown.segments);
    request.size = film.project.size;
    request.rate = film.project.frame_rate;
    request.settings = std::move(settings);
    request.provenance = std::move(film.shown.provenance);
    request.provenance.program = "Longtake " LONGTAKE_VERSION;
    return request;
}

std::string advice_for(const FilmOnShow& film, const std::filesystem::path& file, const std::string& model) {
    const std::string option = model.empty() ? std::string() : " --model " + model;
    std::string advice = "Render it first: `longtake render " + utf8_from_path(file) + option + "`.";
    if (model.empty() && !film.shown.other_models.empty()) {
        advice += " The takes of another model are looked at with --model " + *film.shown.other_models.begin() + ".";
    }
    return advice;
}

} // namespace longtake
