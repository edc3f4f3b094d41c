// SPDX-License-Identifier: Apache-2.0
#include "app/cli/model_report.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <iomanip>
#include <ostream>

namespace longtake {

namespace {

using nlohmann::ordered_json;

/// "2.8 GB": powers of 1000, as file managers and publishers count.
std::string size_text(int64_t bytes) {
    static const std::array kUnits = {"B", "kB", "MB", "GB", "TB"};
    auto value = static_cast<double>(bytes);
    size_t unit = 0;
    while (value >= 999.5 && unit + 1 < kUnits.size()) {
        value /= 1000;
        ++unit;
    }
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), unit == 0 || value >= 99.95 ? "%.0f %s" : "%.1f %s", value, kUnits[unit]);
    return text.data();
}

std::string count_text(int64_t count) {
    std::string text = size_text(count);
    text.resize(text.find(' '));
    const std::array kWords = {std::pair{int64_t{999'500'000}, " billion"}, std::pair{int64_t{999'500}, " million"},
                               std::pair{int64_t{1000}, " thousand"}};
    for (const auto& [least, word] : kWords) {
        if (count >= least) {
            return text + word;
        }
    }
    return text;
}

std::string dtypes_text(const ComponentSummary& component) {
    std::string text;
    for (const auto& [dtype, bytes] : component.dtype_bytes) {
        text += (text.empty() ? "" : ", ") + dtype;
    }
    return text;
}

ordered_json component_json(const ComponentSummary& component) {
    return {{"name", component.name},
            {"class", component.class_name},
            {"files", component.file_count},
            {"tensors", component.tensor_count},
            {"bytes", component.bytes},
            {"parameters", component.parameter_count},
            {"dtype_bytes", component.dtype_bytes}};
}

ordered_json limits_json(const ModelLimits& limits) {
    return {{"latent_channels", limits.latent_channels},
            {"spatial_compression", limits.spatial_compression},
            {"temporal_compression", limits.temporal_compression},
            {"width_multiple", limits.size_multiple.width},
            {"height_multiple", limits.size_multiple.height},
            {"native_frames", limits.native_frames.value},
            {"fps", to_string(limits.frame_rate)},
            {"default_size", to_string(limits.default_size)},
            {"default_steps", limits.default_steps},
            {"default_guidance", limits.default_guidance},
            {"default_blend_latents", limits.blend_latents},
            {"first_keyframe", limits.has_first_keyframe},
            {"any_keyframe", limits.has_any_keyframe}};
}

void print_row(std::ostream& out, const std::string& label, const std::string& value) {
    if (!value.empty()) {
        out << "  " << std::left << std::setw(14) << label << ' ' << value << '\n';
    }
}

void print_summary(std::ostream& out, const ModelSummary& summary) {
    print_row(out, "class", summary.class_name);
    print_row(out, "licence", summary.licence.empty() ? "not stated" : summary.licence);
    print_row(out, "on disk", size_text(summary.bytes_on_disk));
    print_row(out, "parameters", count_text(summary.parameter_count()));
    print_row(out, "weights",
              size_text(summary.weight_bytes(torch::kBFloat16)) + " in bfloat16, " +
                  size_text(summary.weight_bytes(torch::kFloat32)) + " in float32");
    out << '\n';
    for (const ComponentSummary& component : summary.components) {
        out << "  " << std::left << std::setw(14) << component.name << ' ' << std::setw(32) << component.class_name;
        if (component.file_count > 0) {
            out << ' ' << size_text(component.bytes) << ", " << count_text(component.parameter_count) << " parameters, "
                << dtypes_text(component);
        }
        out << '\n';
    }
}

void print_limits(std::ostream& out, const ModelLimits& limits) {
    out << '\n';
    print_row(out, "makes",
              to_string(limits.default_size) + ", " + std::to_string(limits.native_frames.value) + " frames at " +
                  to_string(limits.frame_rate) + " fps, sides in multiples of " + multiple_text(limits.size_multiple));
    std::array<char, 32> guidance{};
    std::snprintf(guidance.data(), guidance.size(), "%g", limits.default_guidance);
    print_row(out, "defaults", std::to_string(limits.default_steps) + " steps, guidance " + guidance.data());
    print_row(out, "keyframes",
              limits.has_any_keyframe     ? "any position"
              : limits.has_first_keyframe ? "first frame"
                                          : "none");
}

} // namespace

ModelReport inspect_model(const InstalledModel& model) {
    ModelReport report{model.name, model.folder, model.is_shipped, {}, {}, {}};
    const auto directory = ModelDirectory::open(model.folder);
    if (!directory) {
        report.problem = directory.error();
        return report;
    }
    if (auto summary = summarise_model(*directory)) {
        report.summary = *std::move(summary);
    } else {
        report.problem = summary.error();
        return report;
    }
    if (const auto limits = inspect_video_model(model.folder)) {
        report.limits = *limits;
    } else {
        report.problem = limits.error();
    }
    return report;
}

ordered_json report_json(const ModelReport& report) {
    ordered_json json = {{"name", report.name},
                         {"folder", report.folder.generic_string()},
                         {"shipped", report.is_shipped},
                         {"ok", !report.problem}};
    if (report.problem) {
        json["problem"] = report.problem->message;
        json["hint"] = report.problem->hint;
    }
    if (report.summary) {
        const ModelSummary& summary = *report.summary;
        json["class"] = summary.class_name;
        json["licence"] = summary.licence;
        json["bytes"] = summary.bytes_on_disk;
        json["parameters"] = summary.parameter_count();
        json["memory_bytes"] = {{"bfloat16", summary.weight_bytes(torch::kBFloat16)},
                                {"float32", summary.weight_bytes(torch::kFloat32)}};
        json["components"] = ordered_json::array();
        for (const ComponentSummary& component : summary.components) {
            json["components"].push_back(component_json(component));
        }
    }
    if (report.limits) {
        json["limits"] = limits_json(*report.limits);
    }
    return json;
}

void print_line(std::ostream& out, const ModelReport& report) {
    out << std::left << std::setw(28) << report.name << ' ';
    if (report.summary) {
        out << std::setw(16) << report.summary->class_name << ' ' << std::right << std::setw(8)
            << size_text(report.summary->bytes_on_disk) << "  " << std::left << std::setw(12)
            << (report.summary->licence.empty() ? "-" : report.summary->licence) << ' ';
    }
    out << report.folder.string() << '\n';
    if (report.problem) {
        out << "  cannot be used: " << report.problem->message << '\n';
    }
}

void print_page(std::ostream& out, const ModelReport& report) {
    out << (report.name.empty() ? report.folder.filename().string() : report.name) << '\n';
    print_row(out, "folder", report.folder.string());
    if (report.summary) {
        print_summary(out, *report.summary);
    }
    if (report.limits) {
        print_limits(out, *report.limits);
    }
}

} // namespace longtake
