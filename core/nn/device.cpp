// SPDX-License-Identifier: Apache-2.0
#include "core/nn/device.h"

#include <torch/cuda.h>
#include <torch/torch.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <system_error>
#include <thread>
#include <utility>

#ifdef __linux__
#include <fstream>
#include <sched.h>
#elif defined(__APPLE__)
#include <sys/sysctl.h>
#endif

namespace longtake {

namespace {

Error no_device(const std::string& name, const std::string& reason) {
    return {ErrorCode::Device, "device " + name + " is not available: " + reason,
            "Use --device cpu, or a build of libtorch for this device."};
}

Result<torch::Device> choose_cuda(std::string_view name) {
    int index = 0;
    if (name.size() > 4) {
        const auto [end, failure] = std::from_chars(name.data() + 5, name.data() + name.size(), index);
        if (name[4] != ':' || failure != std::errc{} || end != name.data() + name.size() || index < 0) {
            return bad_input("unknown device '" + std::string(name) + "'",
                             "Known are auto, cpu, cuda, cuda:N and mps.");
        }
    }
    const auto count = static_cast<int>(torch::cuda::device_count());
    if (index >= count) {
        return no_device(std::string(name), "libtorch sees " + std::to_string(count) + " CUDA device(s)");
    }
    return torch::Device(torch::kCUDA, static_cast<c10::DeviceIndex>(index));
}

bool mentions(const std::string& text, std::initializer_list<const char*> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](const char* word) { return text.find(word) != std::string::npos; });
}

} // namespace

Result<torch::Device> choose_device(std::string_view name) {
    if (name == "cpu") {
        return torch::Device(torch::kCPU);
    }
    if (name.starts_with("cuda")) {
        return choose_cuda(name);
    }
    if (name == "mps") {
        return at::hasMPS() ? Result<torch::Device>(torch::Device(torch::kMPS))
                            : no_device("mps", "this libtorch has no Metal support");
    }
    if (name == "auto") {
        if (torch::cuda::is_available()) {
            return torch::Device(torch::kCUDA, 0);
        }
        return torch::Device(at::hasMPS() ? torch::kMPS : torch::kCPU);
    }
    return bad_input("unknown device '" + std::string(name) + "'", "Known are auto, cpu, cuda, cuda:N and mps.");
}

std::string device_name(torch::Device device) {
    return device.str();
}

Result<torch::ScalarType> choose_dtype(std::string_view name, torch::Device device) {
    if (name == "auto") {
        return device.is_cpu() ? torch::kFloat32 : torch::kBFloat16;
    }
    if (name == "fp32") {
        return torch::kFloat32;
    }
    if (name == "bf16") {
        return torch::kBFloat16;
    }
    if (name == "fp16") {
        return torch::kFloat16;
    }
    return bad_input("unknown dtype '" + std::string(name) + "'", "Known are auto, fp32, bf16 and fp16.");
}

std::string dtype_name(torch::ScalarType dtype) {
    switch (dtype) {
    case torch::kFloat32: return "fp32";
    case torch::kBFloat16: return "bf16";
    case torch::kFloat16: return "fp16";
    default: return c10::toString(dtype);
    }
}

int physical_cores() {
#ifdef __linux__
    cpu_set_t usable;
    CPU_ZERO(&usable);
    std::set<std::pair<int, int>> cores; // (package, core)
    if (sched_getaffinity(0, sizeof(usable), &usable) == 0) {
        for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
            if (!CPU_ISSET(cpu, &usable)) {
                continue;
            }
            const std::string topology = "/sys/devices/system/cpu/cpu" + std::to_string(cpu) + "/topology/";
            int package = 0;
            int core = cpu; // a system that does not tell is taken to have no hyper-threads
            std::ifstream(topology + "physical_package_id") >> package;
            std::ifstream(topology + "core_id") >> core;
            cores.insert({package, core});
        }
    }
    if (!cores.empty()) {
        return static_cast<int>(cores.size());
    }
#elif defined(__APPLE__)
    int count = 0;
    size_t size = sizeof(count);
    if (sysctlbyname("hw.physicalcpu", &count, &size, nullptr, 0) == 0 && count > 0) {
        return count;
    }
#endif
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

Error compute_error(const std::string& doing, const std::exception& failure) {
    std::string what = failure.what();
    if (const auto* torch_failure = dynamic_cast<const c10::Error*>(&failure)) {
        what = torch_failure->what_without_backtrace();
    }
    const auto* system_failure = dynamic_cast<const std::system_error*>(&failure); // no thread can be started, say
    const bool is_memory =
        dynamic_cast<const std::bad_alloc*>(&failure) != nullptr ||
        (system_failure != nullptr && (system_failure->code() == std::errc::not_enough_memory ||
                                       system_failure->code() == std::errc::resource_unavailable_try_again)) ||
        mentions(what, {"out of memory", "can't allocate memory", "Cannot allocate memory", "not enough memory",
                        "could not create a primitive", "could not create a memory"}); // what oneDNN says of it
    if (is_memory) {
        return {ErrorCode::OutOfMemory, doing + ": out of memory",
                "Choose a smaller size, fewer frames or --dtype bf16."};
    }
    const bool is_device =
        mentions(what, {"CUDA error", "CUDA driver", "cuDNN error", "CUBLAS_STATUS", "MPS backend", "HIP error"});
    return {is_device ? ErrorCode::Device : ErrorCode::Internal, doing + ": " + what, {}};
}

} // namespace longtake
