// SPDX-License-Identifier: Apache-2.0
// Where to compute and in which precision: names as people type them, and what a failing device says, as an Error.
#pragma once

#include "core/base/result.h"

#include <torch/types.h>

#include <exception>
#include <new>
#include <string>
#include <string_view>

namespace longtake {

/// "auto" (CUDA, then MPS, then CPU), "cpu", "cuda", "cuda:N" or "mps". Errors: Device when it is not there, BadInput
/// for another name.
Result<torch::Device> choose_device(std::string_view name);
/// "cpu", "cuda:0", "mps".
std::string device_name(torch::Device device);

/// "auto" (fp32 on the CPU, bf16 elsewhere), "fp32", "bf16" or "fp16". Errors: BadInput.
Result<torch::ScalarType> choose_dtype(std::string_view name, torch::Device device);
/// "fp32", "bf16", "fp16".
std::string dtype_name(torch::ScalarType dtype);

/// Cores without their hyper-threads, as far as this process may use them; at least 1.
int physical_cores();

/// `failure` of some computation: Device with a way out when memory ran out or the device failed, else Internal.
Error compute_error(const std::string& doing, const std::exception& failure);

/// guard() for anything that computes: exceptions become compute_error(doing, ...).
template <typename Body> auto guard_compute(const std::string& doing, Body&& body) -> decltype(body()) {
    try {
        return body();
    } catch (const std::exception& failure) {
        return compute_error(doing, failure);
    }
}

} // namespace longtake
