// SPDX-License-Identifier: Apache-2.0
// longtake plan: what would render, why, how long it takes, how much memory and disk. Loads no model.
#include "app/cli/plan_command.h"

#include "app/cli/film_options.h"
#include "app/cli/film_plan.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iomanip>
#include <iostream>
#include <locale>
#include <sstream>

namespace longtake {

namespace {

using Json = nlohmann::ordered_json;

std::string seam_text(SeamKind seam) {
    switch (seam) {
    case SeamKind::Continue: return "continue";
    case SeamKind::Cut: return "cut";
    case SeamKind::Dissolve: return "dissolve";
    }
    return "unknown";
}

std::vector<std::string> reason_texts(const PlannedShot& shot) {
    std::vector<std::string> texts;
    for (const PlanReason& reason : shot.reasons) {
        texts.push_back(to_string(reason));
    }
    return texts;
}

Json shot_to_json(const PlannedShot& shot) {
    Json windows = Json::array();
    for (const StreamWindow& window : shot.windows) {
        windows.push_back({{"context", window.context}, {"fresh", window.fresh}});
    }
    return {{"id", shot.id.value},
            {"seam", seam_text(shot.seam)},
            {"state", to_string(shot.state)},
            {"reasons", reason_texts(shot)},
            {"start_frame", shot.start_frame},
            {"frames", shot.frames},
            {"cost_s", shot.cost.seconds},
            {"cost_is_measured", shot.cost.is_measured},
            {"memory_bytes", shot.cost.memory_bytes},
            {"disk_bytes", shot.cost.disk_bytes},
            {"needs_render", shot.needs_render},
            {"take", shot.take.value},
            {"continues_from", shot.continues_from.value},
            {"windows", windows},
            {"seed", shot.recipe.seed},
            {"steps", shot.recipe.steps},
            {"guidance", shot.recipe.guidance},
            {"prompt", shot.recipe.prompt},
            {"key", shot.key}};
}

Json plan_to_json(const RenderPlan& plan, const std::vector<QuarantinedTake>& set_aside) {
    Json shots = Json::array();
    for (const PlannedShot& shot : plan.shots) {
        shots.push_back(shot_to_json(shot));
    }
    Json quarantined = Json::array();
    for (const QuarantinedTake& take : set_aside) {
        quarantined.push_back({{"take", take.take.value}, {"reason", take.reason}});
    }
    return {{"shots", shots},
            {"total_frames", plan.timeline.total_frames},
            {"fps", plan.frame_rate.per_second()},
            {"to_render", plan.steps().size()},
            {"cost_s", plan.total.seconds},
            {"cost_is_measured", plan.total.is_measured},
            {"memory_bytes", plan.total.memory_bytes},
            {"disk_bytes", plan.total.disk_bytes},
            {"set_aside", quarantined}};
}

std::string duration(double seconds) {
    std::ostringstream out;
    out.imbue(std::locale::classic());
    out << std::fixed;
    if (seconds < 100) {
        out << std::setprecision(seconds < 10 ? 1 : 0) << seconds << " s";
    } else if (seconds < 6000) {
        out << std::setprecision(0) << seconds / 60 << " min";
    } else {
        out << std::setprecision(1) << seconds / 3600 << " h";
    }
    return out.str();
}

std::string mebibytes(int64_t bytes) {
    return std::to_string((bytes + (int64_t{1} << 20) - 1) >> 20) + " MiB";
}

void print_plan(std::ostream& out, const RenderPlan& plan) {
    size_t number = 0;
    size_t widest = 4;
    for (const PlannedShot& shot : plan.shots) {
        widest = std::max(widest, shot.id.value.size());
    }
    const auto id_width = static_cast<int>(widest) + 2;
    for (const PlannedShot& shot : plan.shots) {
        out << std::setw(4) << ++number << "  " << std::left << std::setw(id_width) << shot.id.value << std::setw(10)
            << seam_text(shot.seam) << std::setw(9) << to_string(shot.state) << std::right << std::setw(7)
            << shot.start_frame << std::setw(6) << shot.frames << std::setw(9)
            << (shot.needs_render ? duration(shot.cost.seconds) : "") << "  ";
        for (size_t index = 0; index < shot.reasons.size(); ++index) {
            out << (index == 0 ? "" : "; ") << to_string(shot.reasons[index]);
        }
        out << '\n';
    }
    const size_t steps = plan.steps().size();
    out << '\n'
        << plan.shots.size() << " shots, " << plan.timeline.total_frames << " frames at " << to_string(plan.frame_rate)
        << " fps\n";
    if (steps == 0) {
        out << "nothing to render\n";
        return;
    }
    out << steps << " to render: about " << duration(plan.total.seconds)
        << (plan.total.is_measured ? "" : " (a guess: this machine has not rendered this model yet)") << ", "
        << mebibytes(plan.total.memory_bytes) << " of memory, " << mebibytes(plan.total.disk_bytes) << " of disk\n";
}

Result<void> run(const Arguments& arguments) {
    const auto film = plan_film(std::filesystem::u8path(arguments.positionals()[0]), read_model(arguments),
                                arguments.text_or("--device", ""));
    if (!film) {
        return film.error();
    }
    if (arguments.has("--json")) {
        std::cout << plan_to_json(film->plan, film->takes.quarantined()).dump(1) << '\n';
        return {};
    }
    for (const QuarantinedTake& take : film->takes.quarantined()) {
        std::cerr << "longtake: take " << take.take.value << " was set aside: " << take.reason << '\n';
    }
    print_plan(std::cout, film->plan);
    return {};
}

} // namespace

Command plan_command() {
    return {"plan",
            "what would render, why, how long it takes, how much memory and disk",
            "FILM.t2vproj [--json] [--model M] [--device D]",
            1,
            1,
            {{"--json", "", "one JSON object on stdout"},
             model_option(),
             {"--device", "D", "whose timings to estimate with (cpu, cuda:0); else the usual one"}},
            run};
}

} // namespace longtake
