// SPDX-License-Identifier: Apache-2.0
#include "core/train/muon.h"

#include <torch/torch.h>

namespace longtake {

torch::Tensor orthogonalised(const torch::Tensor& gradients, torch::ScalarType dtype) {
    constexpr int kIterations = 5;
    constexpr double kA = 3.4445, kB = -4.7750, kC = 2.0315; // the quintic of the paper: steepest at 0, stays near 1
    torch::Tensor x = gradients / (gradients.norm(2, {-2, -1}, true) + 1e-7);
    const bool is_tall = x.size(-2) > x.size(-1);
    x = (is_tall ? x.mT() : x).to(dtype);
    for (int i = 0; i < kIterations; ++i) {
        const torch::Tensor square = torch::bmm(x, x.mT());
        x = torch::baddbmm(x, torch::baddbmm(square, square, square, kB, kC), x, kA);
    }
    return (is_tall ? x.mT() : x).to(torch::kFloat32);
}

} // namespace longtake
