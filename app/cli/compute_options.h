// SPDX-License-Identifier: Apache-2.0
// The options every verb that computes has: --device, --dtype, --vae-dtype, --threads.
#pragma once

#include "app/cli/arguments.h"
#include "core/models/family.h"

#include <string>
#include <vector>

namespace longtake {

/// To be appended to a verb's own options.
std::vector<Option> compute_options();

struct ComputeChoice {
    ComputePolicy policy;
    int threads = 1;
};

/// Reads them, and sets libtorch's threads (default: the physical cores).
Result<ComputeChoice> choose_compute(const Arguments& arguments);

} // namespace longtake
