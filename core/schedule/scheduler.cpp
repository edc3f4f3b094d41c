// SPDX-License-Identifier: Apache-2.0
#include "core/schedule/scheduler.h"

namespace longtake {

torch::Tensor
Scheduler::clean_estimate(const torch::Tensor& velocity, const torch::Tensor& sample, int64_t index) const {
    return sample - sigmas_.at(static_cast<size_t>(index)) * velocity;
}

} // namespace longtake
