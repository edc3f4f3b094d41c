// SPDX-License-Identifier: Apache-2.0
// Rotary positions over (t, y, x) as Wan lays them out: the head is split into a time part and two equal space parts
// (2 * (d / 6) each), every part rotates interleaved pairs by position * 10000^(-2i / part). Angles in fp64.
// Matches diffusers transformer_wan.py, WanRotaryPosEmbed.
#pragma once

#include <torch/types.h>

#include <array>
#include <cstdint>

namespace longtake {

/// cos and sin [L, d / 2] fp32, tokens in (t, y, x) order, x fastest.
struct RotaryTable {
    torch::Tensor cosines;
    torch::Tensor sines;
};

/// `grid` counts patches along t, y and x; `first_frame` is the time position of the first of them. `head_width` is
/// even.
RotaryTable rotary_table(int64_t head_width, std::array<int64_t, 3> grid, int64_t first_frame, torch::Device device);

/// Rotates x [B, L, N, d]: (a, b) -> (a cos - b sin, a sin + b cos) for every pair, in fp32, rounded to x's dtype.
torch::Tensor apply_rotary(const torch::Tensor& x, const RotaryTable& table);

} // namespace longtake
