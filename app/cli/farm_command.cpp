// SPDX-License-Identifier: Apache-2.0
// longtake farm: the film's plan as work for many machines, an Open Job Description template and a Slurm script.
#include "app/cli/farm_command.h"

#include "app/cli/film_options.h"
#include "app/cli/film_plan.h"
#include "core/base/atomic_file.h"
#include "core/film/farm_job.h"

#include <filesystem>
#include <iostream>

namespace longtake {

namespace {

namespace fs = std::filesystem;

Result<FarmStep> read_step(const Arguments& arguments) {
    const std::string by = arguments.text_or("--by", "sequence");
    if (by != "sequence" && by != "shot") {
        return bad_input("--by " + by + " is not sequence or shot");
    }
    return by == "shot" ? FarmStep::Shot : FarmStep::Sequence;
}

Result<void> write_script(const fs::path& path, const std::string& text) {
    if (auto written = write_file_atomically(path, text); !written) {
        return written;
    }
    std::error_code failure;
    fs::permissions(path, fs::perms::owner_exec | fs::perms::group_exec, fs::perm_options::add, failure);
    return failure ? Result<void>(bad_input("making " + path.string() + " executable: " + failure.message()))
                   : Result<void>();
}

Result<void> run(const Arguments& arguments) {
    const fs::path file = fs::absolute(fs::u8path(arguments.positionals()[0]));
    const auto step = read_step(arguments);
    if (!step) {
        return step.error();
    }
    const auto out = arguments.text("-o");
    if (!out) {
        return bad_input("farm needs -o FOLDER", "template.json, parameters.json and submit.sh are written into it.");
    }
    const auto film = plan_film(file, read_model(arguments), arguments.text_or("--device", ""));
    if (!film) {
        return film.error();
    }
    const auto job = make_farm_job(film->plan, film->project.title, *step);
    if (!job) {
        return job.error();
    }
    FarmPlace place;
    place.film = file.string();
    place.output =
        fs::absolute(fs::u8path(arguments.text_or("--film", fs::path(file).replace_extension(".mp4").string())))
            .string();
    place.needs_gpu = arguments.has("--gpu");
    const fs::path folder = fs::u8path(*out);
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure) {
        return bad_input("making the folder " + folder.string() + ": " + failure.message());
    }
    const fs::path job_template = folder / "template.json";
    const fs::path parameters = folder / "parameters.json";
    const fs::path script = folder / "submit.sh";
    if (auto written = write_file_atomically(job_template, to_open_job_description(*job, place)); !written) {
        return written;
    }
    if (auto written = write_file_atomically(parameters, to_open_job_parameters(place)); !written) {
        return written;
    }
    if (auto written = write_script(script, to_slurm_script(*job, place)); !written) {
        return written;
    }
    std::cout << job->tasks.size() << (job->tasks.size() == 1 ? " task" : " tasks") << " and the film behind them\n"
              << "Open Job Description: openjd run " << job_template.string() << " -p file://" << parameters.string()
              << '\n'
              << "Slurm: " << script.string() << '\n';
    return {};
}

} // namespace

Command farm_command() {
    return {"farm",
            "the film's rendering as jobs for many machines: Open Job Description, Slurm",
            "FILM.t2vproj -o FOLDER [--by sequence|shot] [--film OUT.mp4] [--gpu]",
            1,
            1,
            {{"-o", "FOLDER", "gets template.json and parameters.json (Open Job Description), submit.sh (Slurm)"},
             {"--by", "WHAT", "a task per sequence (default: the chain stays on one machine) or per shot"},
             {"--film", "OUT", "the finished film; default: beside the project, .mp4"},
             {"--gpu", "", "every task asks for a GPU"},
             model_option(),
             {"--device", "D", "whose timings and memory to plan with"}},
            run};
}

} // namespace longtake
