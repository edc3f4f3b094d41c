// SPDX-License-Identifier: Apache-2.0
// `longtake render` and `longtake demo`, which is the same on a copy of the bundled film.
#include "app/cli/render_command.h"

#include "app/cli/film_on_show.h"
#include "app/cli/film_options.h"
#include "app/cli/film_session.h"
#include "app/cli/interrupt.h"
#include "app/cli/render_events.h"
#include "app/cli/safety_option.h"
#include "app/cli/shot_selection.h"
#include "core/base/process.h"
#include "core/base/program_folders.h"
#include "core/cache/take_store.h"
#include "core/nn/device.h"
#include "core/project/full_prompt.h"
#include "core/project/leftovers.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <iostream>
#include <stop_token>

namespace longtake {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

struct RenderOptions {
    fs::path film;
    std::string model;
    DeviceChoice device;
    std::string shots;
    int64_t takes = 1;
    CheckpointPace checkpoints;
    fs::path output;
    SafetyLevel safety = SafetyLevel::Careful;
    bool as_events = false;
    bool as_json = false;
};

Result<RenderOptions> read_options(const Arguments& arguments, const fs::path& film) {
    RenderOptions options;
    options.film = film;
    options.model = read_model(arguments);
    options.device.device = arguments.text_or("--device", "auto");
    options.device.dtype = arguments.text_or("--dtype", "auto");
    auto threads = arguments.whole_or("--threads", 0, 0, 1024);
    auto takes = arguments.whole_or("--takes", 1, 1, 64);
    auto checkpoints = read_checkpoints(arguments);
    if (!threads || !takes || !checkpoints) {
        return !threads ? threads.error() : !takes ? takes.error() : checkpoints.error();
    }
    options.checkpoints = *checkpoints;
    options.device.threads = *threads;
    options.takes = *takes;
    options.shots = arguments.text_or("--shots", "");
    options.output = fs::u8path(arguments.text_or("-o", ""));
    options.as_json = arguments.has("--json");
    const std::string progress = arguments.text_or("--progress", "text");
    if (progress != "text" && progress != "json") {
        return bad_input("--progress " + progress + " is not text or json");
    }
    options.as_events = progress == "json";
    const auto safety = read_safety(arguments);
    if (!safety) {
        return safety.error();
    }
    options.safety = *safety;
    return options;
}

Result<ExportReport>
export_takes(const OpenFilm& film, const Project& project, const fs::path& output, std::stop_token stop) {
    TakeStore store(data_folder_of(film.path));
    auto shown = show_film(project, store);
    auto settings = default_settings(output);
    if (!shown || !settings) {
        return shown ? settings.error() : shown.error();
    }
    const ExportRequest request = export_request({project, std::move(*shown)}, output, std::move(*settings));
    ProgressLine progress;
    progress.begin("writing " + output.filename().string(), request.timeline.total_frames);
    return export_film(
        request, [&](int64_t done, int64_t) { progress.advance_to(done); }, stop);
}

struct Rendered {
    JobOutcome outcome = JobOutcome::Done;
    int64_t takes = 0;
    int64_t steps = 0;
    double load_s = 0;
    RenderTimings spent;
    double write_s = 0;
    double first_preview_s = 0;
    int64_t frames = 0;
    int64_t copied_frames = 0;
    std::string device;
    std::string dtype;
};

void print_json(const Rendered& rendered, double total_s) {
    const nlohmann::json report = {
        {"timings_s",
         {{"load", rendered.load_s},
          {"text", rendered.spent.text_s},
          {"denoise", rendered.spent.denoise_s},
          {"decode", rendered.spent.decode_s},
          {"encode", rendered.spent.encode_s},
          {"write", rendered.write_s},
          {"first_preview", rendered.first_preview_s},
          {"total", total_s}}},
        {"peak_rss_bytes", peak_resident_bytes()},
        {"device", rendered.device},
        {"dtype", rendered.dtype},
        {"steps", rendered.steps},
        {"frames", rendered.frames},
        {"copied_frames", rendered.copied_frames},
        {"takes", rendered.takes},
    };
    std::cout << report.dump() << std::endl;
}

/// Ctrl-C asks the job to stop within one step, leaving a checkpoint.
Result<Rendered>
render(const RenderOptions& options, const OpenFilm& film, RenderEvents& events, std::stop_token stop) {
    auto shots = select_shots(options.shots, film.loaded.project);
    if (!shots) {
        return shots.error();
    }
    ModelSession session;
    RenderParts parts = render_parts(film, session, options.device);
    parts.checkpoints = options.checkpoints;
    RenderJob job(film.loaded.project, film.path, std::move(parts));
    JobControl control;
    const std::stop_callback cancel(stop, [&] { control.request(request::JobAction::Cancel); });
    RenderOrder order{{"render"}, *shots, options.takes, false};
    Rendered rendered;
    rendered.outcome = job.run(order, control, [&](const WorkerEvent& event) { events.show(event); });
    rendered.takes = events.takes_made();
    rendered.steps = events.steps_done();
    rendered.spent = job.timings();
    rendered.first_preview_s = events.first_step_s();
    rendered.load_s = session.load_s();
    if (session.loaded() != nullptr) {
        rendered.device = device_name(session.loaded()->policy().device);
        rendered.dtype = dtype_name(session.loaded()->policy().dtype);
    }
    // The takes of another model than the film's are kept, but the film goes on showing its own.
    if (options.model.empty()) {
        if (auto saved = save_shown_takes(film, job.shown_takes()); !saved) {
            return saved.error();
        }
    }
    const Project project = with_takes(film.loaded.project, job.shown_takes());
    if (rendered.outcome == JobOutcome::Cancelled || rendered.outcome == JobOutcome::Paused) {
        return Error{ErrorCode::Cancelled, "cancelled", "Render again to go on where this stopped."};
    }
    if (events.failure()) {
        Error error = *events.failure();
        error.message =
            (events.failures() > 0 ? std::to_string(events.failures()) + " shot(s) failed: " : "") + error.message;
        return error;
    }
    if (!options.output.empty()) {
        const auto start = Clock::now();
        auto written = export_takes(film, project, options.output, stop);
        if (!written) {
            return written.error();
        }
        rendered.write_s = seconds_since(start);
        rendered.frames = written->frames;
        rendered.copied_frames = written->copied_frames;
    }
    return rendered;
}

/// What the level would rather ask about is said; there is nobody to ask.
void tell_findings(const OpenFilm& film) {
    for (const Shot& shot : film.loaded.project.shots) {
        const std::string text = full_prompt(film.loaded.project, shot, camera_text(film.presets, shot.camera));
        tell_doubts("shot " + shot.id.value, text, film.safety);
    }
}

Result<void> run_render(const RenderOptions& options) {
    const auto start = Clock::now();
    const Interrupt interrupt;
    remove_leftovers(options.film);
    auto film = open_film(options.film, {}, options.model);
    if (!film) {
        return film.error();
    }
    film->safety = options.safety;
    tell_findings(*film);
    RenderEvents events(film->loaded.project, options.as_events);
    auto rendered = render(options, *film, events, interrupt.token());
    if (!rendered) {
        return rendered.error();
    }
    if (options.as_json) {
        print_json(*rendered, seconds_since(start));
    } else if (!options.as_events) {
        std::cerr << (rendered->takes == 0 ? "nothing to render: every shot is fresh"
                                           : std::to_string(rendered->takes) + " take(s) rendered")
                  << '\n';
    }
    return {};
}

std::vector<Option> shared_options() {
    std::vector<Option> options = {
        {"-o", "OUT", "also write the film: .mp4 .mov .mkv .webm .gif"},
        {"--device", "NAME", "auto (default), cpu, cuda, cuda:N, mps"},
        {"--dtype", "NAME", "auto (default), fp32, bf16, fp16"},
        {"--threads", "N", "default: physical cores"},
        safety_option(),
        {"--progress", "text|json", "json: the worker's event lines on stdout"},
        {"--json", "", "print one JSON object with timings at the end"},
    };
    for (Option& option : checkpoint_options()) {
        options.push_back(std::move(option));
    }
    return options;
}

/// The bundled film beside the output, unless one is there already: then that one goes on.
Result<fs::path> demo_film(const fs::path& output) {
    const auto presets = preset_folder();
    const fs::path bundled = presets ? *presets / "films" / "demo.t2vproj" : fs::path();
    std::error_code failure;
    if (!fs::exists(bundled, failure)) {
        return Error{ErrorCode::Internal, "the bundled film was not found",
                     "Install the program again, or set LONGTAKE_RESOURCES."};
    }
    fs::path film = output;
    film.replace_extension(".t2vproj");
    if (!fs::exists(film, failure) && !fs::copy_file(bundled, film, failure)) {
        return bad_input("copying the bundled film to " + film.string() + ": " + failure.message());
    }
    return film;
}

} // namespace

Command render_command() {
    Command command;
    command.name = "render";
    command.summary = "render a film's stale shots, and the film";
    command.usage = "FILM.t2vproj [--shots A..B] [--takes N] [--model M] [-o OUT.mp4]";
    command.least_positionals = 1;
    command.most_positionals = 1;
    command.options = shared_options();
    command.options.push_back(
        {"--shots", "A..B", "only these and what they continue from: numbers from 1 or ids, with commas"});
    command.options.push_back({"--takes", "N", "variations by seed that each shot is to have, 1 to 64"});
    command.options.push_back(model_option());
    command.run = [](const Arguments& arguments) -> Result<void> {
        auto options = read_options(arguments, fs::u8path(arguments.positionals()[0]));
        return options ? run_render(*options) : options.error();
    };
    return command;
}

Command demo_command() {
    Command command;
    command.name = "demo";
    command.summary = "render the bundled story with the bundled model";
    command.usage = "[-o OUT.mp4]";
    command.options = shared_options();
    command.run = [](const Arguments& arguments) -> Result<void> {
        const fs::path output = fs::u8path(arguments.text_or("-o", "longtake-demo.mp4"));
        auto film = demo_film(output);
        if (!film) {
            return film.error();
        }
        auto options = read_options(arguments, *film);
        if (!options) {
            return options.error();
        }
        options->output = output;
        return run_render(*options);
    };
    return command;
}

} // namespace longtake
