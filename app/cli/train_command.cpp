// SPDX-License-Identifier: Apache-2.0
// longtake train: trains the starter's networks, from nothing or going on from a model, until done, out of time or
// Ctrl-C; called again with the same --out it goes on exactly where it was.
#include "app/cli/train_command.h"

#include "app/cli/compute_options.h"
#include "app/cli/interrupt.h"
#include "app/cli/training_clips.h"
#include "app/cli/training_settings.h"
#include "core/base/free_memory.h"
#include "core/base/program_folders.h"
#include "core/train/train_run.h"

#include <torch/types.h>

#include <iostream>
#include <optional>
#include <vector>

namespace longtake {

namespace {

/// Networks are trained in fp32 or bf16: fp16 would need its losses scaled.
Result<std::optional<torch::ScalarType>> read_dtype(const Arguments& arguments, const ComputePolicy& policy) {
    if (arguments.text_or("--dtype", "auto") == "auto") {
        return std::optional<torch::ScalarType>();
    }
    if (policy.dtype == torch::kFloat16) {
        return bad_input("--dtype fp16 cannot be trained in", "Use auto, fp32 or bf16.");
    }
    return std::optional(policy.dtype);
}

/// Those of every verb that computes, except the format of a decoder that nothing here runs by itself.
std::vector<Option> options() {
    std::vector<Option> all{
        {"--config", "FILE", "what and how long to learn (YAML or JSON; see resources/training)"},
        {"--out", "DIR", "checkpoints, logs, sheets and the model; the same DIR goes on"},
        {"--from", "MODEL", "a WanPipeline directory to begin with"},
        {"--clips", "DIR", "learn from NAME.mp4 (mov, mkv, webm) + NAME.txt instead of the cutout world"},
        {"--lora", "RANK", "teach adapters of this rank only: OUT/adapter.safetensors, and OUT/model with them merged"},
        {"--minutes", "M", "stop after so long (no limit)"},
        {"--seed", "S", "instead of the configuration's"}};
    for (const Option& option : compute_options()) {
        if (option.name == "--dtype") {
            all.push_back({option.name, option.value_name,
                           "of the networks: fp32 or bf16; masters are fp32; default: the fastest"});
        } else if (option.name != "--vae-dtype") {
            all.push_back(option);
        }
    }
    return all;
}

Result<TrainRequest> read_request(const Arguments& arguments) {
    if (!arguments.has("--config") || !arguments.has("--out")) {
        return bad_input("train needs --config FILE and --out DIR");
    }
    const auto config = read_training_settings(*arguments.text("--config"));
    const auto minutes = arguments.number_or("--minutes", 0, 0, 1e6);
    const auto rank = arguments.whole_or("--lora", 0, 1, 1024);
    const auto seed = arguments.whole_or("--seed", config ? static_cast<int64_t>(config->seed) : 0, 0, INT64_MAX);
    for (const Error* error : {config ? nullptr : &config.error(), minutes ? nullptr : &minutes.error(),
                               rank ? nullptr : &rank.error(), seed ? nullptr : &seed.error()}) {
        if (error != nullptr) {
            return *error;
        }
    }
    const auto compute = choose_compute(arguments);
    if (!compute) {
        return compute.error();
    }
    const auto dtype = read_dtype(arguments, compute->policy);
    if (!dtype) {
        return dtype.error();
    }
    const auto resources = resource_folder();
    if (!resources) {
        return bad_input("the folder resources/world is not beside the program",
                         "Set LONGTAKE_RESOURCES to the resources folder.");
    }
    TrainRequest request;
    request.config = *config;
    if (arguments.has("--seed")) {
        request.config.seed = static_cast<uint64_t>(*seed);
        request.config.settings += "-" + std::to_string(*seed);
    }
    request.session.folder = *arguments.text("--out");
    request.session.minutes = *minutes;
    request.session.log = [](LogLevel, std::string_view text) { std::cerr << text << std::endl; };
    request.world = *resources / "world";
    request.device = compute->policy.device;
    request.dtype = *dtype;
    request.lora_rank = *rank;
    if (const auto from = arguments.text("--from")) {
        request.from = *from;
    }
    if (const auto clips = arguments.text("--clips")) {
        const auto prepared = prepare_training_clips({*clips, request.session.folder / "clips", request.config.size,
                                                      request.config.frame_rate,
                                                      [](const std::string& text) { std::cerr << text << std::endl; }});
        if (!prepared) {
            return prepared.error();
        }
        request.clips = *prepared;
    }
    return request;
}

Result<void> run(const Arguments& arguments) {
    auto request = read_request(arguments);
    if (!request) {
        return request.error();
    }
    keep_freed_memory();
    const Interrupt interrupt;
    request->session.should_stop = [stop = interrupt.token()] { return stop.stop_requested(); };
    const auto outcome = train(*request);
    if (!outcome) {
        return outcome.error();
    }
    const auto model = request->session.folder / "model";
    std::cerr << (*outcome == PartOutcome::Finished ? "finished" : "stopped, the same command goes on")
              << (std::filesystem::exists(model) ? ": " + model.string() : "") << '\n';
    return {};
}

} // namespace

Command train_command() {
    return {"train",
            "train the starter model, or go on from a model",
            "--config FILE --out DIR [--from MODEL] [--clips DIR] [--lora RANK] [--minutes M] [--device D] [--dtype D] "
            "[--threads N] [--seed S]",
            0,
            0,
            options(),
            run};
}

} // namespace longtake
