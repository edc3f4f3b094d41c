// SPDX-License-Identifier: Apache-2.0
// Both sides run as processes of their own, one after the other, from a cold start: what is compared is what a person
// waits for and what the machine must hold. Of several rounds the best counts, since noise only ever adds.
#include "app/cli/bench_command.h"

#include "app/cli/bench_report.h"
#include "app/cli/bench_sizes.h"
#include "app/cli/child_process.h"
#include "app/cli/compute_options.h"
#include "core/base/atomic_file.h"
#include "core/base/process.h"
#include "core/base/program_folders.h"
#include "core/nn/device.h"
#include "core/nn/noise.h"
#include "core/weights/safetensors.h"

#include <c10/core/InferenceMode.h>

#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>

namespace longtake {

namespace {

namespace fs = std::filesystem;

constexpr const char* kPrompt = "A red fox runs through deep snow at dusk, the camera follows slowly, film grain";
constexpr const char* kNegative = "blurry, jittery";

/// A folder beside the system's temporary files that goes with the object.
class BenchFolder {
public:
    BenchFolder()
        : path_(fs::temp_directory_path() / ("longtake-bench-" + std::to_string(process_id()))) {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    BenchFolder(const BenchFolder&) = delete;
    BenchFolder& operator=(const BenchFolder&) = delete;
    ~BenchFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

std::string cpu_name() {
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("model name")) {
            return line.substr(line.find(':') + 2);
        }
    }
    return "unknown";
}

Result<Json> parse_report(const std::string& program, const Result<ChildOutput>& output) {
    if (!output) {
        return output.error();
    }
    if (output->exit_status != 0) {
        return Error{ErrorCode::Internal, program + " failed with exit status " + std::to_string(output->exit_status),
                     "Its messages stand above."};
    }
    return parse_json(output->standard_output, "the report of " + program);
}

class Bench {
public:
    Bench(BenchSize size, ComputeChoice compute, int64_t rounds)
        : size_(std::move(size))
        , compute_(compute)
        , rounds_(rounds) {}

    Result<Json> run(bool against_diffusers) {
        if (auto prepared = prepare(); !prepared) {
            return prepared.error();
        }
        Json ours;
        Json theirs;
        for (int64_t round = 0; round < rounds_; ++round) {
            auto own = run_ours();
            if (!own) {
                return own;
            }
            keep_best(ours, *own);
            if (against_diffusers) {
                auto reference = run_reference();
                if (!reference) {
                    return reference;
                }
                keep_best(theirs, *reference);
            }
        }
        if (auto encoded = measure_encode(ours); !encoded) {
            return encoded.error();
        }
        return summary(ours, theirs);
    }

private:
    fs::path model() const { return folder_.path() / "model"; }
    fs::path noise() const { return folder_.path() / "noise.safetensors"; }

    Result<void> prepare() {
        std::error_code failure;
        fs::create_directories(folder_.path(), failure);
        size_.model.dtype = compute_.policy.dtype;
        size_.model.vae_dtype = compute_.policy.vae_dtype;
        if (auto written = write_random_wan(model(), size_.model); !written) {
            return written;
        }
        const auto limits = inspect_video_model(model());
        if (!limits) {
            return limits.error();
        }
        const torch::Tensor values = latent_noise(
            {1, 0, 0},
            {1, limits->latent_channels, (size_.frames.value - 1) / limits->temporal_compression + 1,
             size_.size.height / limits->spatial_compression, size_.size.width / limits->spatial_compression});
        return save_tensors(noise(), {{"noise", values}});
    }

    Result<Json> run_ours() const {
        const std::vector<std::string> words = {"generate",
                                                "--model",
                                                model().string(),
                                                "--prompt",
                                                kPrompt,
                                                "--negative",
                                                kNegative,
                                                "--size",
                                                to_string(size_.size),
                                                "--frames",
                                                std::to_string(size_.frames.value),
                                                "--steps",
                                                std::to_string(size_.steps),
                                                "--guidance",
                                                Json(size_.guidance).dump(),
                                                "--noise",
                                                noise().string(),
                                                "--device",
                                                device_name(compute_.policy.device),
                                                "--dtype",
                                                dtype_name(compute_.policy.dtype),
                                                "--vae-dtype",
                                                dtype_name(compute_.policy.vae_dtype),
                                                "--threads",
                                                std::to_string(compute_.threads),
                                                "--frames-out",
                                                (folder_.path() / "frames.safetensors").string(),
                                                "--json"};
        return parse_report("longtake generate", run_child(executable_path(), words));
    }

    Result<Json> run_reference() const {
        const auto resources = resource_folder();
        const fs::path checkout = resources ? resources->parent_path() : fs::path();
        const fs::path script = checkout / "tests" / "parity" / "bench_reference.py";
        const char* given = std::getenv("LONGTAKE_REFERENCE_PYTHON");
        const fs::path interpreter =
            given != nullptr ? fs::path(given) : checkout / ".deps" / "reference" / "bin" / "python";
        std::error_code ignored;
        if (!fs::exists(script, ignored) || !fs::exists(interpreter, ignored)) {
            return bad_input("the Python reference is not here: " +
                                 (fs::exists(script, ignored) ? interpreter : script).string(),
                             "--against-diffusers runs from a checkout after `./dev test` has installed the reference, "
                             "or with LONGTAKE_REFERENCE_PYTHON.");
        }
        const Json job = {{"model", model().string()},
                          {"noise", noise().string()},
                          {"prompt", kPrompt},
                          {"negative", kNegative},
                          {"width", size_.size.width},
                          {"height", size_.size.height},
                          {"frames", size_.frames.value},
                          {"steps", size_.steps},
                          {"guidance", size_.guidance},
                          {"dtype", dtype_name(compute_.policy.dtype)},
                          {"vae_dtype", dtype_name(compute_.policy.vae_dtype)},
                          {"threads", compute_.threads}};
        const fs::path job_file = folder_.path() / "job.json";
        if (auto written = write_json_file(job_file, job); !written) {
            return written.error();
        }
        return parse_report("the Python reference",
                            run_child(interpreter, {"-B", "-W", "ignore", script.string(), job_file.string()}));
    }

    /// Of the clip that generate wrote; in this process, since generate never encodes.
    Result<void> measure_encode(Json& ours) const {
        const auto clip = load_tensors(folder_.path() / "frames.safetensors");
        if (!clip) {
            return clip.error();
        }
        auto loaded = load_video_model(model(), compute_.policy);
        if (!loaded) {
            return loaded.error();
        }
        const c10::InferenceMode inference;
        const torch::Tensor frames =
            ((*clip)[0].second * 2 - 1).transpose(0, 1).unsqueeze(0).to(compute_.policy.device); // [1, 3, F, H, W]
        double best = 0;
        for (int64_t round = 0; round < rounds_; ++round) {
            const auto start = std::chrono::steady_clock::now();
            (*loaded)->encode_frames(frames).to(torch::kCPU);
            const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
            best = round == 0 ? seconds : std::min(best, seconds);
        }
        ours["timings_s"]["vae_encode"] = best;
        return {};
    }

    Json summary(Json ours, Json theirs) const {
        ours["timings_s"]["denoise_step"] =
            ours["timings_s"]["denoise"].get<double>() / static_cast<double>(size_.steps);
        ours.erase("prompt");
        ours["model"] = size_.name;
        ours["cpu"] = cpu_name();
        ours["rounds"] = rounds_;
        if (!theirs.is_null()) {
            theirs["timings_s"]["denoise_step"] =
                theirs["timings_s"]["denoise"].get<double>() / static_cast<double>(size_.steps);
            ours["reference"] = theirs;
            ours["ratios"] = bench_ratios(ours, theirs);
        }
        return ours;
    }

    BenchSize size_;
    ComputeChoice compute_;
    int64_t rounds_;
    BenchFolder folder_;
};

} // namespace

Command bench_command() {
    Command command;
    command.name = "bench";
    command.summary = "what a clip costs on this machine, part by part";
    command.usage = "[--size S] [--against-diffusers] [--json] [options]";
    command.options = {
        {"--size", "S", "tiny, wan-1.3b or wan-5b-vae; random weights; default tiny"},
        {"--against-diffusers", "", "run the same clip in the Python reference too, and print the ratios"},
        {"--rounds", "N", "best of so many; default 2"},
        {"--json", "", "print one JSON object"}};
    for (const Option& option : compute_options()) {
        command.options.push_back(option);
    }
    command.run = [](const Arguments& arguments) -> Result<void> {
        const auto size = find_bench_size(arguments.text_or("--size", "tiny"));
        if (!size) {
            return size.error();
        }
        const auto rounds = arguments.whole_or("--rounds", 2, 1, 100);
        if (!rounds) {
            return rounds.error();
        }
        const auto compute = choose_compute(arguments);
        if (!compute) {
            return compute.error();
        }
        const auto report = guard_compute(
            "bench", [&] { return Bench(*size, *compute, *rounds).run(arguments.has("--against-diffusers")); });
        if (!report) {
            return report.error();
        }
        if (arguments.has("--json")) {
            std::cout << report->dump(2) << '\n';
        } else {
            std::cout << bench_table(*report);
        }
        return {};
    };
    return command;
}

} // namespace longtake
