// SPDX-License-Identifier: Apache-2.0
// Many frames as one picture, a clip a row: what a person looks at to judge a world or a model.
#pragma once

#include "core/base/result.h"

#include <torch/types.h>

#include <cstdint>
#include <filesystem>
#include <vector>

namespace longtake {

/// The numbers of `count` frames spread over a clip of `frames`, first and last included: int64 [count].
torch::Tensor spread_indices(int64_t frames, int64_t count);

/// `count` frames spread over a clip [F, 3, H, W], first and last included: [count, 3, H, W].
torch::Tensor spread_frames(const torch::Tensor& frames, int64_t count);

/// Writes a PNG whose rows are clips of equal size: uint8 [F, 3, H, W], or floats in [-1, 1], on any device.
Result<void> write_contact_sheet(const std::filesystem::path& path, const std::vector<torch::Tensor>& rows);

} // namespace longtake
