// SPDX-License-Identifier: Apache-2.0
// The betas of a variance-preserving diffusion, of which a flow schedule needs no more than the first and last noise
// level. All in fp32 in the order of operations of diffusers, whose last digits the small first level shows.
#pragma once

#include "core/weights/json.h"

#include <cstdint>

namespace longtake {

/// sqrt((1 - a) / a) at the first and at the last of the betas, a being the product of 1 - beta up to there.
struct VariancePreservingRange {
    double smallest = 0;
    double largest = 0;
};

/// Of beta_start, beta_end, beta_schedule and rescale_betas_zero_snr of a scheduler_config.json; what is out of range
/// or not known is told to `reader`.
VariancePreservingRange read_variance_preserving_range(ConfigReader& reader, int64_t train_timesteps);

} // namespace longtake
