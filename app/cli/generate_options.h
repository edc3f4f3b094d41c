// SPDX-License-Identifier: Apache-2.0
// What `longtake generate` was asked for, as a value: read from the words of the command line, then fitted to a model.
#pragma once

#include "app/cli/arguments.h"
#include "core/models/family.h"
#include "core/safety/content_filter.h"
#include "core/sampling/guidance.h"
#include "core/schedule/make_scheduler.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace longtake {

struct GenerateOptions {
    std::filesystem::path model;
    std::string prompt;
    std::string negative;
    std::optional<Size> size;
    std::optional<FrameCount> frames;
    std::optional<FrameRate> frame_rate;
    std::optional<int64_t> steps;
    std::optional<double> guidance;
    std::string guidance_mode = "plain";
    SchedulerChoice scheduler;
    uint64_t seed = 0;
    std::optional<std::filesystem::path> noise;
    std::optional<std::filesystem::path> latents_out;
    std::optional<std::filesystem::path> frames_out;
    std::optional<std::filesystem::path> output;
    std::optional<std::filesystem::path> preview_dir;
    SafetyLevel safety = SafetyLevel::Careful;
    bool is_json = false;

    /// For the help text.
    static std::vector<Option> described();
    /// Refuses what no model could do, texts that the safety level refuses, and outputs whose folder is not there,
    /// before anything is loaded.
    static Result<GenerateOptions> read(const Arguments& arguments);

    bool needs_frames() const { return output.has_value() || frames_out.has_value(); }
};

/// Everything decided: the options with the model's own defaults filled in.
struct ClipPlan {
    Size size;
    FrameCount frames;
    FrameRate frame_rate;
    int64_t steps = 1;
    GuidanceConfig guidance;
};

/// Errors (BadInput) name the nearest size or frame count the model can make.
Result<ClipPlan> plan_clip(const GenerateOptions& options, const ModelLimits& limits);

} // namespace longtake
