// SPDX-License-Identifier: Apache-2.0
// What the Wan parity tests share: running a reference script into a folder, reading its cases, relative error.
#pragma once

#include "core/weights/json.h"
#include "core/weights/safetensors.h"
#include "core/weights/state_dict.h"
#include "tests/support/reference.h"
#include "tests/support/temporary_folder.h"

#include <torch/torch.h>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <map>
#include <string>

namespace longtake {

/// Folders 0 .. count - 1 as tests/parity/`script` wrote them.
class ReferenceCases {
public:
    ReferenceCases(const std::string& script, int64_t seed, int64_t count, const std::vector<std::string>& more = {})
        : count_(count) {
        std::vector<std::string> arguments = {folder_.path().string(), std::to_string(seed), std::to_string(count)};
        arguments.insert(arguments.end(), more.begin(), more.end());
        REQUIRE(run_reference(script, arguments) == 0);
    }

    int64_t count() const { return count_; }
    std::filesystem::path path(int64_t index) const { return folder_.path() / std::to_string(index); }

    Json config(int64_t index) const {
        auto json = read_json_file(path(index) / "config.json");
        REQUIRE(json);
        return *json;
    }

    std::map<std::string, torch::Tensor> tensors(int64_t index) const {
        auto loaded = load_tensors(path(index) / "io.safetensors");
        REQUIRE(loaded);
        return {loaded->begin(), loaded->end()};
    }

    void load_weights(int64_t index, torch::nn::Module& module) const {
        auto files = WeightFiles::open({path(index) / "diffusion_pytorch_model.safetensors"});
        REQUIRE(files);
        const auto loaded = load_parameters(module, *files, {}, "case " + std::to_string(index));
        REQUIRE_MESSAGE(loaded, (loaded ? "" : loaded.error().message));
    }

private:
    TemporaryFolder folder_;
    int64_t count_;
};

/// rms(a - b) / rms(b)
inline double relative_error(const torch::Tensor& a, const torch::Tensor& b) {
    REQUIRE(a.sizes() == b.sizes());
    const torch::Tensor truth = b.to(torch::kFloat64);
    return ((a.to(torch::kFloat64) - truth).norm() / truth.norm()).item<double>();
}

} // namespace longtake
