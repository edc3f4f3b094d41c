// SPDX-License-Identifier: Apache-2.0
#include "app/cli/compute_options.h"

#include "core/base/program_folders.h"
#include "core/nn/device.h"

#include <ATen/Parallel.h>

namespace longtake {

std::vector<Option> compute_options() {
    return {{"--device", "D", "auto, cpu, cuda, cuda:N or mps; default auto"},
            {"--dtype", "D", "of transformer and text encoder: fp32, bf16, fp16; default fp32 on the CPU, else bf16"},
            {"--vae-dtype", "D", "of the video autoencoder; default fp32 (bf16 tints on most)"},
            {"--threads", "N", "default: the physical cores"}};
}

Result<ComputeChoice> choose_compute(const Arguments& arguments) {
    constexpr int kMostThreads = 1024;
    const auto threads = arguments.whole_or("--threads", physical_cores(), 1, kMostThreads);
    if (!threads) {
        return threads.error();
    }
    const auto device = choose_device(arguments.text_or("--device", "auto"));
    if (!device) {
        return device.error();
    }
    const auto dtype = choose_dtype(arguments.text_or("--dtype", "auto"), *device);
    if (!dtype) {
        return dtype.error();
    }
    const auto vae_dtype = choose_dtype(arguments.text_or("--vae-dtype", "fp32"), *device);
    if (!vae_dtype) {
        return vae_dtype.error();
    }
    ComputeChoice choice;
    choice.policy = {*device, *dtype, *vae_dtype, user_cache_folder()};
    choice.threads = static_cast<int>(*threads);
    at::set_num_threads(choice.threads);
    return choice;
}

} // namespace longtake
