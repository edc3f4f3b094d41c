// SPDX-License-Identifier: Apache-2.0
// Numbers about frames that need no model: nearness to the truth, seams, colour drift, sharpness.
#pragma once

#include <torch/types.h>

#include <array>
#include <cstdint>
#include <vector>

namespace longtake {

inline constexpr int64_t kSecond = 16; ///< frames of a second of the world's clips

double median_value(std::vector<double> values);

/// Peak signal-to-noise ratio in dB of pictures in [-1, 1].
double psnr(const torch::Tensor& made, const torch::Tensor& truth);

/// For every frame in `seams` (the first frame of a shot): mean |difference| to the frame before by the median of the
/// 12 differences on either side. `frames` uint8 [F, 3, H, W].
std::vector<double> seam_ratios(const torch::Tensor& frames, const std::vector<int64_t>& seams);

/// CIE L*a*b* of mean sRGB colours [3] in 0..1.
std::array<double, 3> lab_of(const torch::Tensor& rgb);

/// Lab distance (CIE76) of the mean colour of the last second from that of the first. `frames` uint8 [F, 3, H, W].
double colour_drift(const torch::Tensor& frames);

/// Variance of the Laplacian of the grey picture; frames uint8 [F, 3, H, W].
double sharpness(const torch::Tensor& frames);

} // namespace longtake
