// SPDX-License-Identifier: Apache-2.0
// longtake train: trains the starter's networks, from nothing or going on from a model, until done, out of time or Ctrl-C;
// called again with the same --out it goes on exactly where it was.
#include "app/cli/train_command.h"

#include "app/cli/interrupt.h"
#include "app/cli/training_clips.h"
#include "core/base/program_folders.h"
#include "core/train/train_run.h"

#include <torch/torch.h>

#include <iostream>

namespace longtake {

namespace {

Result<torch::Device> read_device(const std::string& name) {
    if (name == "cpu" || (name == "auto" && !torch::cuda::is_available())) {
        return torch::Device(torch::kCPU);
    }
    if (name == "cuda" || name == "auto") {
        if (!torch::cuda::is_available()) {
            return Error{ErrorCode::Device, "there is no CUDA device here", "Use --device cpu."};
        }
        return torch::Device(torch::kCUDA);
    }
    return bad_input("--device " + name + " is not auto, cpu or cuda");
}

Result<std::optional<torch::ScalarType>> read_dtype(const std::string& name) {
    if (name == "auto") {
        return std::optional<torch::ScalarType>();
    }
    if (name == "fp32" || name == "bf16") {
        return std::optional(name == "fp32" ? torch::kFloat32 : torch::kBFloat16);
    }
    return bad_input("--dtype " + name + " is not auto, fp32 or bf16");
}

Result<TrainRequest> read_request(const Arguments& arguments) {
    if (!arguments.has("--config") || !arguments.has("--out")) {
        return bad_input("train needs --config FILE and --out DIR");
    }
    const auto config = read_train_config(*arguments.text("--config"));
    const auto device = read_device(arguments.text_or("--device", "auto"));
    const auto dtype = read_dtype(arguments.text_or("--dtype", "auto"));
    const auto minutes = arguments.number_or("--minutes", 0, 0, 1e6);
    const auto threads = arguments.whole_or("--threads", 0, 0, 1024);
    const auto rank = arguments.whole_or("--lora", 0, 1, 1024);
    const auto seed = arguments.whole_or("--seed", config ? static_cast<int64_t>(config->seed) : 0, 0, INT64_MAX);
    for (const Error* error : {config ? nullptr : &config.error(), device ? nullptr : &device.error(), dtype ? nullptr : &dtype.error(),
                               minutes ? nullptr : &minutes.error(), threads ? nullptr : &threads.error(), rank ? nullptr : &rank.error(), seed ? nullptr : &seed.error()}) {
        if (error != nullptr) {
            return *error;
        }
    }
    const auto resources = resource_folder();
    if (!resources) {
        return bad_input("the folder resources/world is not beside the program", "Set LONGTAKE_RESOURCES to the resources folder.");
    }
    if (*threads > 0) {
        torch::set_num_threads(static_cast<int>(*threads));
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
    request.device = *device;
    request.dtype = *dtype;
    request.lora_rank = *rank;
    if (const auto from = arguments.text("--from")) {
        request.from = *from;
    }
    if (const auto clips = arguments.text("--clips")) {
        const auto prepared = prepare_training_clips(
            {*clips, request.session.folder / "clips", request.config.size, request.config.frame_rate, [](const std::string& text) { std::cerr << text << std::endl; }});
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
    const Interrupt interrupt;
    request->session.should_stop = [stop = interrupt.token()] { return stop.stop_requested(); };
    const auto outcome = train(*request);
    if (!outcome) {
        return outcome.error();
    }
    std::cerr << (*outcome == PartOutcome::Finished ? "finished: " : "stopped, the same command goes on: ") << (request->session.folder / "model").string() << '\n';
    return {};
}

} // namespace

Command train_command() {
    return {"train",
            "train the starter model, or go on from a model",
            "--config FILE --out DIR [--from MODEL] [--clips DIR] [--lora RANK] [--minutes M] [--device D] [--threads N] [--seed S]",
            0,
            0,
            {{"--config", "FILE", "what and how long to learn (JSON; see resources/training)"},
             {"--out", "DIR", "checkpoints, logs, sheets and the model; the same DIR goes on"},
             {"--from", "MODEL", "a WanPipeline directory to begin with"},
             {"--clips", "DIR", "learn from NAME.mp4 (mov, mkv, webm) + NAME.txt instead of the cutout world"},
             {"--lora", "RANK", "teach adapters of this rank only: OUT/adapter.safetensors, and OUT/model with them merged"},
             {"--minutes", "M", "stop after so long (no limit)"},
             {"--device", "auto|cpu|cuda", "where to compute (auto)"},
             {"--dtype", "auto|fp32|bf16", "of the networks; masters are fp32 (auto)"},
             {"--threads", "N", "CPU threads (all)"},
             {"--seed", "S", "instead of the configuration's"}},
            run};
}

} // namespace longtake
