// SPDX-License-Identifier: Apache-2.0
// longtake export: the film's takes as one file. Segments are copied where nothing asks for another encoding.
#include "app/cli/export_command.h"

#include "app/cli/film_on_show.h"
#include "app/cli/film_options.h"
#include "app/cli/frame_range.h"
#include "app/cli/interrupt.h"
#include "app/cli/progress_line.h"
#include "core/film/exporter.h"
#include "core/media/stream_copy.h"
#include "core/media/video_formats.h"
#include "core/project/project_path.h"

#include <nlohmann/json.hpp>

#include <iostream>

namespace longtake {

namespace {

Result<EncoderSettings> read_settings(const Arguments& arguments, const std::filesystem::path& target) {
    if (!arguments.has("--codec") && !arguments.has("--crf") && !arguments.has("--preset")) {
        return default_settings(target);
    }
    if (target.extension() == ".png") {
        return bad_input("pictures have no --codec, --crf or --preset");
    }
    const auto container = container_for(target);
    if (!container) {
        return container.error();
    }
    const auto crf = arguments.whole_or("--crf", -1, 0, 63);
    if (!crf) {
        return crf.error();
    }
    EncoderSettings settings;
    settings.codec = arguments.text_or("--codec", "");
    settings.crf = static_cast<int>(*crf);
    settings.preset = arguments.text_or("--preset", settings.preset);
    const auto codec = codec_for(*container, settings.codec);
    if (!codec) {
        return codec.error();
    }
    if (auto checked = check_settings(settings, *codec); !checked) {
        return checked.error();
    }
    return settings;
}

/// What the file is to say about how it was made.
void apply_provenance_wish(const Arguments& arguments, Provenance& provenance) {
    if (arguments.has("--no-recipe")) {
        provenance.shots.clear();
    }
    if (arguments.has("--no-mark")) {
        provenance.source_type.clear();
        std::cerr << "longtake: the file will not say that a model made it; some countries require that it does\n";
    }
}

void print_report(const ExportReport& report, const std::filesystem::path& target, bool is_json) {
    if (is_json) {
        nlohmann::ordered_json files = nlohmann::ordered_json::array();
        for (const auto& file : report.files) {
            files.push_back(file.string());
        }
        const nlohmann::ordered_json json = {
            {"frames", report.frames}, {"copied_frames", report.copied_frames}, {"files", files}};
        std::cout << json.dump(1) << '\n';
        return;
    }
    std::cerr << report.frames << " frames";
    if (report.copied_frames > 0) {
        std::cerr << ", " << report.copied_frames << " of them copied without encoding";
    }
    std::cerr << ": " << (report.files.size() == 1 ? report.files.front() : target).string() << '\n';
}

Result<ExportReport> export_with_progress(const ExportRequest& request) {
    const Interrupt interrupt;
    ProgressLine line;
    const FrameRange range = request.range.value_or(FrameRange{0, request.timeline.total_frames - 1});
    line.begin("exporting", range.last - range.first + 1);
    return export_film(
        request, [&](int64_t done, int64_t) { line.advance_to(done); }, interrupt.token());
}

Result<void> recover(const std::filesystem::path& part, const std::filesystem::path& target) {
    const auto frames = recover_recording(part, target);
    if (!frames) {
        return frames.error();
    }
    std::cerr << *frames << " frames recovered: " << target.string() << '\n';
    return {};
}

Result<void> run(const Arguments& arguments) {
    const std::filesystem::path file = path_from_utf8(arguments.positionals()[0]);
    const auto out = arguments.text("-o");
    if (!out) {
        return bad_input("export needs -o OUT",
                         "Its extension chooses the kind of file: mp4, mov, mkv, webm, gif, png.");
    }
    const std::filesystem::path target = path_from_utf8(*out);
    if (file.extension() == ".part") {
        return recover(file, target);
    }
    const auto settings = read_settings(arguments, target);
    if (!settings) {
        return settings.error();
    }
    const std::string model = read_model(arguments);
    const auto film = film_on_show(file, model);
    if (!film) {
        return film.error();
    }
    for (const std::string& problem : film->shown.problems) {
        std::cerr << "longtake: " << problem << '\n';
    }
    if (!film->shown.problems.empty()) {
        std::cerr << "  " << advice_for(*film, file, model) << '\n';
    }
    ExportRequest request = export_request(*film, target, *settings);
    if (const auto text = arguments.text("--range")) {
        const auto range = parse_range(*text, film->project, film->shown.timeline);
        if (!range) {
            return range.error();
        }
        request.range = *range;
    }
    apply_provenance_wish(arguments, request.provenance);
    const auto report = export_with_progress(request);
    if (!report) {
        return report.error();
    }
    print_report(*report, target, arguments.has("--json"));
    return {};
}

} // namespace

Command export_command() {
    return {"export",
            "the film as one file: mp4, mov, mkv, webm, gif or numbered png pictures",
            "FILM.t2vproj -o OUT.(mp4|mov|mkv|webm|gif|png) [--model M] [options]",
            1,
            1,
            {{"-o", "OUT", "the file to write; its extension chooses the kind"},
             model_option(),
             {"--range", "A..B", "only frames A to B, seconds 1.5s..3s, or shots by id"},
             {"--codec", "NAME", "h264, h265, av1, vp9, prores or ffv1, as the file can hold"},
             {"--crf", "N", "constant quality: smaller is better and larger"},
             {"--preset", "NAME", "ultrafast .. veryslow (medium)"},
             {"--no-recipe", "", "leave prompts and seeds out of the file"},
             {"--no-mark", "", "leave out the mark that a model made it"},
             {"--json", "", "one JSON object on stdout"}},
            run};
}

} // namespace longtake
