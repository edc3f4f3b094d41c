// SPDX-License-Identifier: Apache-2.0
// Seeded Gaussian noise: the only source of randomness in the engine. A counter-based generator, so that every value is
// a function of (seed, shot, window, latent frame, position) alone, and arithmetic that IEEE 754 fixes to the last bit,
// so that the bytes are the same whatever the thread count, device, compiler or mathematics library.
//
// Algorithm. Philox-4x32-10 (Salmon et al., SC 2011). The block at counter {shot, window} under the key `seed` gives
// the stream's own key (words 0, 1) and offset (words 2, 3). The block at counter {position / 4, frame, offset} under
// that key gives four words w; each becomes the normal quantile of (w + 0.5) / 2^32 by Wichura's AS 241 in double
// precision, rounded to fp32. A frame's values run over (channel, y, x), so a longer window begins with the same noise.
#pragma once

#include <torch/types.h>

#include <array>
#include <cstdint>

namespace longtake {

/// Which noise. Streams whose keys differ in any field are independent.
struct NoiseKey {
    uint64_t seed = 0;
    uint64_t shot = 0;
    uint32_t window = 0; ///< windows of one shot count from 0

    bool operator==(const NoiseKey&) const = default;
};

/// Standard normal latents [1, C, T, h, w] fp32 on the CPU; `shape` is that shape.
torch::Tensor latent_noise(const NoiseKey& key, const std::array<int64_t, 5>& shape);

/// `count` standard normal values of the stream's frame `frame`, [count] fp32 on the CPU: for weights and test data.
torch::Tensor noise_values(const NoiseKey& key, int64_t count, uint32_t frame = 0);

/// One Philox-4x32-10 block.
std::array<uint32_t, 4> philox_block(std::array<uint32_t, 4> counter, std::array<uint32_t, 2> key);

/// The x with Phi(x) = p, for p in (0, 1); relative error about 1e-16 (AS 241, PPND16).
double normal_quantile(double p);

} // namespace longtake
