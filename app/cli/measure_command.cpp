// SPDX-License-Identifier: Apache-2.0
// longtake measure: figures of seams, drift, flicker and motion, of any video or of a film's takes (design.md §6).
// Where the seams are comes from the film, from what Longtake wrote into the file, or from the person.
#include "app/cli/measure_command.h"

#include "app/cli/film_on_show.h"
#include "app/cli/film_options.h"
#include "core/film/film_reader.h"
#include "core/media/measures/film_report.h"
#include "core/media/measures/plot.h"
#include "core/media/video_reader.h"
#include "core/project/project_path.h"
#include "core/safety/provenance.h"

#include <charconv>
#include <iostream>
#include <optional>

namespace longtake {

namespace {

struct Measured {
    FilmSeries series;
    std::vector<SeamPlace> places;
};

/// "33,65:cut": frames at which a shot begins, each with its kind if known.
Result<std::vector<SeamPlace>> parse_seams(const std::string& text) {
    std::vector<SeamPlace> places;
    for (size_t at = 0; at <= text.size();) {
        const size_t end = std::min(text.find(',', at), text.size());
        const std::string entry = text.substr(at, end - at);
        const size_t colon = std::min(entry.find(':'), entry.size());
        const std::string kind = colon < entry.size() ? entry.substr(colon + 1) : "unknown";
        int64_t frame = 0;
        const auto [rest, failure] = std::from_chars(entry.data(), entry.data() + colon, frame);
        const bool is_kind = kind == "continue" || kind == "cut" || kind == "dissolve" || kind == "unknown";
        if (failure != std::errc{} || rest != entry.data() + colon || frame < 1 || !is_kind) {
            return bad_input("'" + entry + "' in --seams is no seam",
                             "Write first frames of shots, like 33,65 or 33:continue,65:cut.");
        }
        places.push_back({frame, kind});
        at = end + 1;
    }
    return places;
}

/// Seams Longtake wrote into the file, if it did.
std::vector<SeamPlace> recorded_seams(const std::filesystem::path& file) {
    std::vector<SeamPlace> places;
    if (const auto provenance = read_provenance(file)) {
        for (const ShotProvenance& shot : provenance->shots) {
            if (shot.start_frame > 0) {
                places.push_back({shot.start_frame, shot.seam});
            }
        }
    }
    return places;
}

Result<Measured> measure_file(const std::filesystem::path& file) {
    auto reader = VideoReader::open(file);
    if (!reader) {
        return reader.error();
    }
    SeriesBuilder builder(reader->info().frame_rate.per_second());
    std::optional<Size> size;
    while (true) {
        const auto frame = reader->next();
        if (!frame) {
            return frame.error();
        }
        if (!*frame) {
            return Measured{builder.take(), recorded_seams(file)};
        }
        if (size.value_or((*frame)->size()) != (*frame)->size()) {
            return bad_input(file.string() + " changes its picture size", "Only films of one size can be measured.");
        }
        size = (*frame)->size();
        builder.add(**frame);
    }
}

Result<Measured> measure_film(const std::filesystem::path& file, const std::string& model) {
    const auto film = film_on_show(file, model);
    if (!film) {
        return film.error();
    }
    if (!film->shown.problems.empty()) {
        return bad_input(film->shown.problems.front(), advice_for(*film, file, model));
    }
    FilmReader reader(film->shown.timeline, film->shown.segments, film->project.size);
    SeriesBuilder builder(film->project.frame_rate.per_second());
    for (int64_t index = 0; index < reader.frame_count(); ++index) {
        const auto frame = reader.read(index);
        if (!frame) {
            return frame.error();
        }
        builder.add(*frame);
    }
    Measured measured{builder.take(), {}};
    for (const ShotProvenance& shot : film->shown.provenance.shots) {
        if (shot.start_frame > 0) {
            measured.places.push_back({shot.start_frame, shot.seam});
        }
    }
    return measured;
}

Result<void> run(const Arguments& arguments) {
    const std::filesystem::path file = path_from_utf8(arguments.positionals()[0]);
    const auto given = arguments.has("--seams") ? parse_seams(*arguments.text("--seams"))
                                                : Result<std::vector<SeamPlace>>(std::vector<SeamPlace>());
    if (!given) {
        return given.error();
    }
    const bool is_film = file.extension() == ".t2vproj";
    if (!is_film && arguments.has("--model")) {
        return bad_input("--model is for films", "A finished file has one picture a frame, whatever made it.");
    }
    auto measured = is_film ? measure_film(file, read_model(arguments)) : measure_file(file);
    if (!measured) {
        return measured.error();
    }
    if (arguments.has("--seams")) {
        measured->places = *given;
    }
    if (const auto plot = arguments.text("--plot")) {
        if (auto written = write_plot(*plot, measured->series, measured->places); !written) {
            return written;
        }
    }
    const FilmReport report = make_report(measured->series, measured->places);
    if (arguments.has("--json")) {
        std::cout << to_json(report, measured->series) << '\n';
    } else {
        std::cout << to_table(report, measured->series);
    }
    return {};
}

} // namespace

Command measure_command() {
    return {"measure",
            "how visible the seams are, and what drifts, flickers or freezes",
            "FILE|FILM.t2vproj [--model M] [--json] [--plot F.svg|F.png] [--seams F1,F2]",
            1,
            1,
            {model_option(),
             {"--json", "", "one JSON object on stdout instead of a table"},
             {"--plot", "F.svg|F.png", "draw change, motion, lightness and sharpness over the frames"},
             {"--seams", "F1,F2", "first frames of shots, 33 or 33:cut, when the file does not say"}},
            run};
}

} // namespace longtake
