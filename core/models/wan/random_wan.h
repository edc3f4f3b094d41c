// SPDX-License-Identifier: Apache-2.0
// Writes a Wan directory of any shape with random weights, as diffusers would: for benchmarks and for tests that need a
// model and no Python.
#pragma once

#include "core/base/result.h"
#include "core/weights/json.h"

#include <nlohmann/json.hpp>
#include <torch/types.h>

#include <cstdint>
#include <filesystem>

namespace longtake {

/// The config.json of each component, without their _class_name, and what model_index.json and the scheduler say.
struct RandomWan {
    Json transformer;
    Json vae;
    Json text_encoder; ///< UMT5; its vocab_size is set to the tokenizer's
    bool expand_timesteps = false;
    double flow_shift = 3.0;
    torch::ScalarType dtype = torch::kFloat32;     ///< transformer's and text encoder's matrices in the file
    torch::ScalarType vae_dtype = torch::kFloat32; ///< the autoencoder's
    uint64_t seed = 0;
};

/// Makes `folder`, which must not be there, and fills it. One network at a time is in memory. Errors: Model for configs
/// out of range, BadInput when the disk refuses.
Result<void> write_random_wan(const std::filesystem::path& folder, const RandomWan& shape);

} // namespace longtake
