// SPDX-License-Identifier: Apache-2.0
// Random weights from an explicit seed: the same on every machine, and independent of the order of parameters.
#pragma once

#include <torch/nn/module.h>

#include <cstdint>

namespace longtake {

/// Fills every parameter of `module` from (seed, parameter name): matrices and kernels normal with the variance
/// 1 / (3 fan_in) of torch's own default, tables ("scale_shift_table") with 1 / width, norm gains 1, biases 0.
void initialise_parameters(torch::nn::Module& module, uint64_t seed);

} // namespace longtake
