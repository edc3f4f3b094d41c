// SPDX-License-Identifier: Apache-2.0
// Dynamic thresholding of the clean estimate (Saharia et al. 2022, arXiv 2205.11487, section 2.3): values beyond a
// percentile are clipped and the rest is scaled back to [-1, 1]. Matches _threshold_sample of the diffusers schedulers.
#pragma once

#include <torch/types.h>

namespace longtake {

/// Fields are dynamic_thresholding_ratio and sample_max_value of scheduler_config.json.
struct DynamicThreshold {
    double ratio = 0.995; ///< in [0, 1]: the share of values that are not clipped
    double most = 1.0;    ///< what the percentile itself is clipped to

    bool operator==(const DynamicThreshold&) const = default;
    /// Same shape as `clean` [B, C, T, h, w], in [-1, 1].
    torch::Tensor apply(const torch::Tensor& clean) const;
};

} // namespace longtake
