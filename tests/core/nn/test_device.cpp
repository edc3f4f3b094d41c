// SPDX-License-Identifier: Apache-2.0
// Names of devices and precisions, and what becomes of a failure of either.
#include "core/nn/device.h"

#include <doctest/doctest.h>
#include <torch/torch.h>

#include <stdexcept>
#include <system_error>

namespace longtake {

TEST_SUITE("nn.device") {
    TEST_CASE("devices by name") {
        CHECK(choose_device("cpu")->is_cpu());
        CHECK(choose_device("auto"));
        CHECK(device_name(torch::kCPU) == "cpu");
        for (const std::string name : {"", "CPU", "gpu", "cuda0", "cuda:", "cuda:x", "cuda:-1"}) {
            const auto refused = choose_device(name);
            REQUIRE_FALSE(refused);
            CHECK(refused.error().code == ErrorCode::BadInput);
        }
        const auto absent = choose_device("cuda:512");
        REQUIRE_FALSE(absent);
        CHECK(absent.error().code == ErrorCode::Device);
    }

    TEST_CASE("precisions by name") {
        CHECK((*choose_dtype("auto", torch::kCPU) == torch::kFloat32));
        CHECK((*choose_dtype("auto", torch::Device(torch::kCUDA, 0)) == torch::kBFloat16));
        for (const std::string name : {"fp32", "bf16", "fp16"}) {
            CHECK(dtype_name(*choose_dtype(name, torch::kCPU)) == name);
        }
        CHECK_FALSE(choose_dtype("int8", torch::kCPU));
    }

    TEST_CASE("a machine has at least one core") {
        CHECK(physical_cores() >= 1);
    }

    TEST_CASE("failures say what can be done") {
        CHECK(compute_error("sampling", std::bad_alloc()).code == ErrorCode::OutOfMemory);
        for (const std::errc reason : {std::errc::not_enough_memory, std::errc::resource_unavailable_try_again}) {
            CHECK(compute_error("sampling", std::system_error(std::make_error_code(reason))).code ==
                  ErrorCode::OutOfMemory);
        }
        CHECK(compute_error("sampling", std::system_error(std::make_error_code(std::errc::io_error))).code ==
              ErrorCode::Internal);
        CHECK(compute_error("sampling", std::runtime_error("CUDA out of memory. Tried to allocate 2 GiB")).code ==
              ErrorCode::OutOfMemory);
        CHECK(compute_error("decoding", std::runtime_error("could not create a primitive")).code ==
              ErrorCode::OutOfMemory);
        CHECK(compute_error("sampling", std::runtime_error("CUDA error: device-side assert")).code ==
              ErrorCode::Device);
        const auto failed = guard_compute("sampling", []() -> Result<void> {
            TORCH_CHECK(false, "[wan.block] expected 3, got 4");
            return {};
        });
        REQUIRE_FALSE(failed);
        CHECK(failed.error().code == ErrorCode::Internal);
        CHECK(failed.error().message == "sampling: [wan.block] expected 3, got 4");
        const auto huge = guard_compute("sampling", []() -> Result<void> {
            torch::empty({int64_t{1} << 55});
            return {};
        });
        REQUIRE_FALSE(huge);
        CHECK(huge.error().code == ErrorCode::OutOfMemory);
    }
}

} // namespace longtake
