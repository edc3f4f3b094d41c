// SPDX-License-Identifier: Apache-2.0
#include "core/schedule/dynamic_threshold.h"

#include <torch/torch.h>

namespace longtake {

torch::Tensor DynamicThreshold::apply(const torch::Tensor& clean) const {
    const torch::Tensor rows = clean.flatten(1);
    const torch::Tensor bound = torch::quantile(rows.abs(), ratio, 1).clamp(1, most).unsqueeze(1);
    return (rows.clamp(-bound, bound) / bound).view(clean.sizes());
}

} // namespace longtake
