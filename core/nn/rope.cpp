// SPDX-License-Identifier: Apache-2.0
// See rope.h.
#include "core/nn/rope.h"

#include <torch/torch.h>

#include <vector>

namespace longtake {

RotaryTable rotary_table(int64_t head_width, std::array<int64_t, 3> grid, int64_t first_frame, torch::Device device) {
    TORCH_CHECK(head_width > 0 && head_width % 2 == 0, "[nn.rope] expected an even head width, got ", head_width);
    const int64_t space = 2 * (head_width / 6);
    const std::array<int64_t, 3> parts = {head_width - 2 * space, space, space};
    const auto fp64 = torch::TensorOptions().dtype(torch::kFloat64);
    std::vector<torch::Tensor> angles;
    for (size_t axis = 0; axis < 3; ++axis) {
        if (parts[axis] == 0) {
            continue;
        }
        const torch::Tensor exponents = torch::arange(0, parts[axis], 2, fp64) / static_cast<double>(parts[axis]);
        const torch::Tensor positions =
            torch::arange(grid[axis], fp64) + static_cast<double>(axis == 0 ? first_frame : 0);
        std::vector<int64_t> shape = {1, 1, 1, parts[axis] / 2};
        shape[axis] = grid[axis];
        angles.push_back(torch::outer(positions, 1.0 / torch::pow(10000.0, exponents))
                             .view(shape)
                             .expand({grid[0], grid[1], grid[2], parts[axis] / 2}));
    }
    const torch::Tensor all = torch::cat(angles, -1).flatten(0, 2); // [T', h', w', d / 2] -> [L, d / 2]
    return {all.cos().to(torch::kFloat32).to(device), all.sin().to(torch::kFloat32).to(device)};
}

torch::Tensor apply_rotary(const torch::Tensor& x, const RotaryTable& table) {
    TORCH_CHECK(x.dim() == 4 && x.size(1) == table.cosines.size(0) && x.size(3) == 2 * table.cosines.size(1),
                "[nn.rope] expected [B, ", table.cosines.size(0), ", N, ", 2 * table.cosines.size(1), "], got ",
                x.sizes());
    const torch::Tensor pairs = x.to(torch::kFloat32).unflatten(-1, {-1, 2}); // [B, L, N, d / 2, 2]
    const torch::Tensor a = pairs.select(-1, 0);
    const torch::Tensor b = pairs.select(-1, 1);
    const torch::Tensor cosines = table.cosines.unsqueeze(1); // [L, 1, d / 2]
    const torch::Tensor sines = table.sines.unsqueeze(1);
    return torch::stack({a * cosines - b * sines, a * sines + b * cosines}, -1).flatten(3).to(x.scalar_type());
}

} // namespace longtake
