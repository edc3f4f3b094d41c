// SPDX-License-Identifier: Apache-2.0
#include "core/media/measures/film_report.h"

#include "core/media/measures/flicker_measure.h"

#include <nlohmann/json.hpp>

#include <iomanip>
#include <locale>
#include <sstream>

namespace longtake {

namespace {

using Json = nlohmann::ordered_json;

Json seam_to_json(const SeamFigures& seam) {
    return {{"frame", seam.frame},
            {"kind", seam.kind},
            {"ratio", seam.ratio},
            {"warped_ratio", seam.warped_ratio},
            {"lab_jump", seam.lab_jump},
            {"sharpness_ratio", seam.sharpness_ratio},
            {"motion_before", seam.motion_before},
            {"motion_after", seam.motion_after},
            {"flow_jump", seam.flow_jump},
            {"flow_direction", seam.flow_direction}};
}

Json drift_to_json(const DriftFigures& drift) {
    return {{"start_frame", drift.start_frame},
            {"frames", drift.frames},
            {"delta_e", drift.delta_e},
            {"contrast_ratio", drift.contrast_ratio},
            {"sharpness_ratio", drift.sharpness_ratio},
            {"saturation_per_s", drift.saturation_per_s},
            {"lightness_per_s", drift.lightness_per_s},
            {"motion_ratio", drift.motion_ratio},
            {"frozen_share", drift.frozen_share}};
}

void add_seams(std::ostream& out, const FilmReport& report) {
    out << "seam  kind        ratio  warped  colour  sharpness  motion before/after  direction\n";
    for (const SeamFigures& seam : report.seams) {
        out << std::setw(4) << seam.frame << "  " << std::left << std::setw(9) << seam.kind << std::right
            << std::setw(8) << seam.ratio << std::setw(8) << seam.warped_ratio << std::setw(8) << seam.lab_jump
            << std::setw(11) << seam.sharpness_ratio << std::setw(11) << seam.motion_before << " /" << std::setw(7)
            << seam.motion_after << std::setw(11) << seam.flow_direction << '\n';
    }
}

void add_sequences(std::ostream& out, const FilmReport& report) {
    out << "from  frames  colour  contrast  sharpness  saturation/s  lightness/s  motion  frozen\n";
    for (const DriftFigures& drift : report.sequences) {
        out << std::setw(4) << drift.start_frame << std::setw(8) << drift.frames << std::setw(8) << drift.delta_e
            << std::setw(10) << drift.contrast_ratio << std::setw(11) << drift.sharpness_ratio << std::setw(14)
            << drift.saturation_per_s << std::setw(13) << drift.lightness_per_s << std::setw(8) << drift.motion_ratio
            << std::setw(8) << drift.frozen_share << '\n';
    }
}

} // namespace

FilmReport make_report(const FilmSeries& series, const std::vector<SeamPlace>& places) {
    FilmReport report;
    report.seams = measure_seams(series, places);
    report.sequences = measure_drift(series, places);
    report.drift = worst_of(report.sequences);
    report.cuts = find_cuts(series);
    report.flicker = temporal_flicker_score(series);
    report.frozen_share = frozen_share(series);
    report.pulse_4 = period_pulse(series, places, 4);
    report.pulse_8 = period_pulse(series, places, 8);
    return report;
}

std::string to_json(const FilmReport& report, const FilmSeries& series) {
    Json seams = Json::array();
    for (const SeamFigures& seam : report.seams) {
        seams.push_back(seam_to_json(seam));
    }
    Json sequences = Json::array();
    for (const DriftFigures& drift : report.sequences) {
        sequences.push_back(drift_to_json(drift));
    }
    const Json json = {{"frames", series.frames.size()},
                       {"fps", series.frame_rate},
                       {"width", series.size.width},
                       {"height", series.size.height},
                       {"seams", seams},
                       {"drift", drift_to_json(report.drift)},
                       {"sequences", sequences},
                       {"cuts", report.cuts},
                       {"flicker", report.flicker},
                       {"frozen_share", report.frozen_share},
                       {"pulse_4", report.pulse_4},
                       {"pulse_8", report.pulse_8}};
    return json.dump(1);
}

std::string to_table(const FilmReport& report, const FilmSeries& series) {
    std::ostringstream out;
    out.imbue(std::locale::classic());
    out << std::fixed << std::setprecision(2);
    out << series.frames.size() << " frames of " << to_string(series.size) << " at " << series.frame_rate << " fps\n\n";
    if (!report.seams.empty()) {
        add_seams(out, report);
        out << '\n';
    }
    add_sequences(out, report);
    out << "\nflicker " << std::setprecision(4) << report.flicker << " (1 is a still), frozen " << std::setprecision(2)
        << report.frozen_share << ", pulse every 4 frames " << report.pulse_4 << ", every 8 frames " << report.pulse_8
        << " (1 is none)\n";
    if (!report.cuts.empty()) {
        out << "the picture changes abruptly at";
        for (const int64_t cut : report.cuts) {
            out << ' ' << cut;
        }
        out << '\n';
    }
    return out.str();
}

} // namespace longtake
