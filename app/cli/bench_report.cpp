// SPDX-License-Identifier: Apache-2.0
#include "app/cli/bench_report.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <sstream>

namespace longtake {

namespace {

struct Gate {
    const char* name;
    const char* unit_of; ///< what the ratio compares
    double least = 0;    ///< ratio must be at least this, or
    double most = 0;     ///< at most this, if not 0
    bool holds(double ratio) const { return most > 0 ? ratio <= most : ratio >= least; }
};

constexpr Gate kGates[] = {{"denoise", "times as fast", 1.0, 0},
                           {"decode", "times as fast", 1.5, 0},
                           {"first_step", "times as fast", 5.0, 0},
                           {"peak_memory", "times the memory", 0, 0.8}};

std::string padded(const std::string& text, size_t width) {
    return text.size() < width ? text + std::string(width - text.size(), ' ') : text;
}

std::string seconds_text(const Json& report, const char* name) {
    char text[32];
    std::snprintf(text, sizeof(text), "%10.3f s", report["timings_s"].value(name, 0.0));
    return text;
}

std::string megabytes_text(const Json& report) {
    char text[32];
    std::snprintf(text, sizeof(text), "%9.0f MB", report["peak_rss_bytes"].get<double>() / 1e6);
    return text;
}

} // namespace

std::string bench_table(const Json& report) {
    std::ostringstream text;
    const bool compares = report.contains("reference");
    text << report["model"].get<std::string>() << ", " << report["size"].get<std::string>() << " x " << report["frames"]
         << ", " << report["steps"] << " steps, " << report["dtype"].get<std::string>() << " (vae "
         << report["vae_dtype"].get<std::string>() << "), " << report["threads"] << " threads, "
         << report["cpu"].get<std::string>() << "\n\n"
         << padded("", 16) << "   longtake" << (compares ? "     diffusers" : "") << '\n';
    for (const char* name :
         {"load", "text", "denoise_step", "denoise", "decode", "vae_encode", "first_step", "first_preview", "total"}) {
        text << padded(name, 16) << seconds_text(report, name)
             << (compares ? "  " + seconds_text(report["reference"], name) : "") << '\n';
    }
    text << padded("peak memory", 16) << megabytes_text(report)
         << (compares ? "   " + megabytes_text(report["reference"]) : "") << '\n';
    if (!compares) {
        return text.str();
    }
    text << '\n';
    for (const Gate& gate : kGates) {
        const double ratio = report["ratios"][gate.name].get<double>();
        char line[128];
        std::snprintf(line, sizeof(line), "%-16s %6.2f %-17s gate %s %.1f  %s\n", gate.name, ratio, gate.unit_of,
                      gate.most > 0 ? "<=" : ">=", gate.most > 0 ? gate.most : gate.least,
                      gate.holds(ratio) ? "met" : "MISSED");
        text << line;
    }
    char line[160];
    std::snprintf(line, sizeof(line),
                  "\nby computing time: text and denoise %.2f, decode %.2f, all %.2f times as fast\n",
                  report["ratios"]["cpu_sample"].get<double>(), report["ratios"]["cpu_decode"].get<double>(),
                  report["ratios"]["cpu_total"].get<double>());
    text << line;
    return text.str();
}

void keep_best(Json& best, const Json& run) {
    if (best.is_null()) {
        best = run;
        return;
    }
    for (const char* kind : {"timings_s", "cpu_s"}) {
        for (const auto& [name, seconds] : run[kind].items()) {
            if (seconds < best[kind].value(name, seconds)) {
                best[kind][name] = seconds;
            }
        }
    }
    best["peak_rss_bytes"] = std::min(best["peak_rss_bytes"].get<int64_t>(), run["peak_rss_bytes"].get<int64_t>());
}

Json bench_ratios(const Json& ours, const Json& theirs) {
    Json ratios;
    for (const auto& [name, seconds] : theirs["timings_s"].items()) {
        if (ours["timings_s"].contains(name)) {
            ratios[name] = seconds.get<double>() / std::max(1e-9, ours["timings_s"][name].get<double>());
        }
    }
    for (const auto& [name, seconds] : theirs["cpu_s"].items()) {
        ratios["cpu_" + name] = seconds.get<double>() / std::max(1e-9, ours["cpu_s"][name].get<double>());
    }
    ratios["peak_memory"] = ours["peak_rss_bytes"].get<double>() / theirs["peak_rss_bytes"].get<double>();
    return ratios;
}

} // namespace longtake
