// SPDX-License-Identifier: Apache-2.0
// The models and clips that `longtake bench` measures, by name.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/models/wan/random_wan.h"

#include <cstdint>
#include <string>
#include <vector>

namespace longtake {

struct BenchSize {
    std::string name;
    std::string summary;
    RandomWan model;
    Size size;
    FrameCount frames;
    int64_t steps = 1;
    double guidance = 5.0;
};

/// tiny, wan-1.3b (its transformer and autoencoder at a small picture) and wan-5b-vae (the 5B model's autoencoder
/// behind a small transformer).
std::vector<BenchSize> bench_sizes();
Result<BenchSize> find_bench_size(const std::string& name);

} // namespace longtake
