// SPDX-License-Identifier: Apache-2.0
#include "app/cli/generate_options.h"

#include "app/cli/safety_option.h"

#include <algorithm>
#include <limits>

namespace longtake {

namespace {

namespace fs = std::filesystem;

constexpr int64_t kMostFrames = 100'000;
constexpr int64_t kMostSteps = 1000;
constexpr double kMostGuidance = 100;

/// A file to be written: its folder must be there, and it must not be a folder itself.
Result<std::optional<fs::path>> output_path(const Arguments& arguments, const std::string& name) {
    const auto text = arguments.text(name);
    if (!text) {
        return std::optional<fs::path>();
    }
    const fs::path path(*text);
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    std::error_code ignored;
    if (path.filename().empty() || fs::is_directory(path, ignored)) {
        return bad_input(name + " " + *text + " is a folder", "Name a file in it.");
    }
    if (!fs::is_directory(folder, ignored)) {
        return bad_input(name + " " + *text + ": the folder " + folder.string() + " does not exist");
    }
    return std::optional(path);
}

/// Takes the value out of `result` into `target`; keeps the first error.
template <typename Value, typename Target>
void take(const Result<Value>& result, Target& target, std::optional<Error>& first_error) {
    if (result) {
        target = *result;
    } else if (!first_error) {
        first_error = result.error();
    }
}

/// An optional number: absent stays empty.
template <typename Value, typename Read>
void take_if_given(const Arguments& arguments,
                   const std::string& name,
                   std::optional<Value>& target,
                   std::optional<Error>& first_error,
                   Read read) {
    if (arguments.has(name)) {
        Value value{};
        take(read(), value, first_error);
        target = value;
    }
}

Result<void> check_size(Size size, Size multiple) {
    if (size.is_multiple(multiple)) {
        return {};
    }
    const auto nearest = [](int64_t side, int64_t of) { return std::max(of, (side + of / 2) / of * of); };
    return bad_input("this model cannot make " + to_string(size) + " pictures: both sides must be multiples of " +
                         multiple_text(multiple),
                     "The nearest size is " +
                         to_string(Size{nearest(size.width, multiple.width), nearest(size.height, multiple.height)}) +
                         ".");
}

Result<void> check_frames(FrameCount frames, int64_t step) {
    if (FrameGrid{step}.contains(frames)) {
        return {};
    }
    const int64_t below = (frames.value - 1) / step * step + 1;
    return bad_input("this model cannot make " + std::to_string(frames.value) + " frames: the count must be " +
                         std::to_string(step) + " n + 1",
                     "The nearest counts are " + std::to_string(below) + " and " + std::to_string(below + step) + ".");
}

} // namespace

std::vector<Option> GenerateOptions::described() {
    return {{"--model", "DIR", "diffusers directory of the model"},
            {"--prompt", "P", "what to show"},
            {"--negative", "N", "what to avoid; used when guidance is above 1"},
            {"--size", "WxH", "default: the model's"},
            {"--frames", "N", "default: the model's window"},
            {"--fps", "N", "of the video file; default: the model's"},
            {"--steps", "N", "denoising steps; default: the model's"},
            {"--guidance", "G", "strength of the prompt; 1 is off and twice as fast"},
            {"--guidance-mode", "M", "plain, rescale, zero (CFG-Zero*) or apg; default plain"},
            {"--solver", "S", "euler, unipc or dpmpp; default: the model's"},
            {"--shift", "X", "of the noise levels; default: the model's"},
            {"--seed", "S", "default 0; the same seed gives the same bytes"},
            {"--noise", "F.safetensors", "use its tensor `noise` [1, C, T, h, w] instead of the seed"},
            {"--latents-out", "F.safetensors", "write the clean latents as `latents`"},
            {"--frames-out", "F.safetensors", "write the frames as `frames` [F, 3, H, W] in [0, 1]"},
            {"--preview-dir", "DIR", "write the current picture strip there after every step"},
            {"-o", "OUT.mp4", "the video file"},
            safety_option(),
            {"--json", "", "print one JSON object when done"}};
}

Result<GenerateOptions> GenerateOptions::read(const Arguments& arguments) {
    if (!arguments.has("--model") || !arguments.has("--prompt")) {
        return bad_input(std::string(arguments.has("--model") ? "--prompt" : "--model") + " is missing",
                         "See longtake generate --help.");
    }
    std::optional<Error> error;
    GenerateOptions options;
    options.model = *arguments.text("--model");
    options.prompt = *arguments.text("--prompt");
    options.negative = arguments.text_or("--negative", "");
    options.is_json = arguments.has("--json");
    take_if_given(arguments, "--size", options.size, error, [&] { return parse_size(*arguments.text("--size")); });
    take_if_given(arguments, "--fps", options.frame_rate, error,
                  [&] { return parse_frame_rate(*arguments.text("--fps")); });
    std::optional<int64_t> frames;
    take_if_given(arguments, "--frames", frames, error,
                  [&] { return arguments.whole_or("--frames", 0, 1, kMostFrames); });
    options.frames = frames ? std::optional(FrameCount{*frames}) : std::nullopt;
    take_if_given(arguments, "--steps", options.steps, error,
                  [&] { return arguments.whole_or("--steps", 0, 1, kMostSteps); });
    take_if_given(arguments, "--guidance", options.guidance, error,
                  [&] { return arguments.number_or("--guidance", 0, 0, kMostGuidance); });
    options.guidance_mode = arguments.text_or("--guidance-mode", options.guidance_mode);
    take_if_given(arguments, "--shift", options.scheduler.shift, error,
                  [&] { return arguments.number_or("--shift", 0, 0.001, 10'000); });
    options.scheduler.solver = arguments.text("--solver");
    int64_t seed = 0;
    take(arguments.whole_or("--seed", 0, 0, std::numeric_limits<int64_t>::max()), seed, error);
    options.seed = static_cast<uint64_t>(seed);
    take(read_safety(arguments), options.safety, error);
    if (const std::string objection = content_objection(options.prompt, options.safety); !objection.empty() && !error) {
        error = bad_input("the prompt is refused: " + objection);
    }
    options.noise = arguments.text("--noise");
    options.preview_dir = arguments.text("--preview-dir");
    take(output_path(arguments, "--latents-out"), options.latents_out, error);
    take(output_path(arguments, "--frames-out"), options.frames_out, error);
    take(output_path(arguments, "-o"), options.output, error);
    if (const auto mode = parse_guidance_mode(options.guidance_mode, 1); !mode && !error) {
        error = mode.error();
    }
    if (!error && !options.needs_frames() && !options.latents_out && !options.preview_dir) {
        error = bad_input("nothing to write", "Give -o OUT.mp4, --latents-out, --frames-out or --preview-dir.");
    }
    return error ? Result<GenerateOptions>(*error) : Result<GenerateOptions>(options);
}

Result<ClipPlan> plan_clip(const GenerateOptions& options, const ModelLimits& limits) {
    ClipPlan plan;
    plan.size = options.size.value_or(limits.default_size);
    plan.frames = options.frames.value_or(limits.native_frames);
    plan.frame_rate = options.frame_rate.value_or(limits.frame_rate);
    plan.steps = options.steps.value_or(limits.default_steps);
    if (auto checked = check_size(plan.size, limits.size_multiple); !checked) {
        return checked.error();
    }
    if (auto checked = check_frames(plan.frames, limits.temporal_compression); !checked) {
        return checked.error();
    }
    const auto guidance =
        parse_guidance_mode(options.guidance_mode, options.guidance.value_or(limits.default_guidance));
    if (!guidance) {
        return guidance.error();
    }
    plan.guidance = *guidance;
    return plan;
}

} // namespace longtake
