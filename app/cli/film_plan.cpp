// SPDX-License-Identifier: Apache-2.0
#include "app/cli/film_plan.h"

#include "app/cli/film_session.h"
#include "core/base/program_folders.h"
#include "core/cache/take_store.h"

#include <iostream>

namespace longtake {

Result<FilmPlan> plan_film(const std::filesystem::path& file, const std::string& model, const std::string& device) {
    auto film = open_film(file, {}, model);
    if (!film) {
        return film.error();
    }
    for (const Problem& problem : film->loaded.problems) {
        std::cerr << "longtake: " << to_string(problem) << '\n';
    }
    auto takes = TakeStore(data_folder_of(file)).load();
    if (!takes) {
        return takes.error();
    }
    const TimingHistory timings = TimingHistory::load(user_cache_folder() / "timings.json");
    RenderPlan plan =
        make_plan({film->loaded.project, *takes, film->facts, timings, device,
                   [&](const Shot& shot) { return camera_text(film->presets, shot.camera); },
                   [&](const std::string& image) { return keyframe_hash(file.parent_path(), image); },
                   [level = film->safety](const std::string& prompt) { return content_objection(prompt, level); }});
    return FilmPlan{std::move(film->loaded.project), std::move(film->facts), std::move(*takes), std::move(plan)};
}

} // namespace longtake
