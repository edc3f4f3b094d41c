// SPDX-License-Identifier: Apache-2.0
// What the Winograd kernels share: a convolution as numbers and pointers, the transforms of one tile, and
// the matrix product between them.
#pragma once

#include "core/nn/vectorise.h"

#include <ATen/native/CPUBlas.h>
#include <torch/types.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace longtake::winograd {

inline constexpr int64_t kTile = 6;               // input tile side
inline constexpr int64_t kStep = 4;               // output tile side
inline constexpr int64_t kPoints = kTile * kTile; // products per tile
inline constexpr int64_t kHalfStep = 2;           // output tile side of winograd_half.cpp
inline constexpr int64_t kChannelBlock = 64;      // channels transformed together
inline constexpr int64_t kFramesAtOnce = 4;       // output frames that share transformed input

/// Everything about a job as numbers and pointers.
template <typename Scalar> struct Plan {
    std::vector<const Scalar*> planes; ///< T + taps - 1, null for zeros
    int64_t height, width;             ///< of the planes
    int64_t out_height, out_width;
    int64_t channels, out_channels, taps;
    int64_t tiles_x, tile_count;
    bool is_doubled;
    const float* bias;
    const Scalar* addend;
    Scalar* out;
};

/// Output frames [begin, end) and the planes they need: [first, end + taps - 1), where planes before `first` are zeros.
struct FrameGroup {
    int64_t begin, end, first;
    int64_t count() const { return end - begin; }
};

/// 1-D transform B^T of six rows of n values each.
LONGTAKE_INLINE void transform_input(const float* const d[6], float* const t[6], int64_t n) {
    const float *d0 = d[0], *d1 = d[1], *d2 = d[2], *d3 = d[3], *d4 = d[4], *d5 = d[5];
    float *t0 = t[0], *t1 = t[1], *t2 = t[2], *t3 = t[3], *t4 = t[4], *t5 = t[5];
#pragma GCC ivdep
    for (int64_t c = 0; c < n; ++c) {
        const float even = d4[c] - 4.0f * d2[c], odd = d3[c] - 4.0f * d1[c];
        const float difference = d4[c] - d2[c], twice = 2.0f * (d3[c] - d1[c]);
        t0[c] = 4.0f * d0[c] - 5.0f * d2[c] + d4[c];
        t1[c] = even + odd;
        t2[c] = even - odd;
        t3[c] = difference + twice;
        t4[c] = difference - twice;
        t5[c] = 4.0f * d1[c] - 5.0f * d3[c] + d5[c];
    }
}

/// 1-D transform A^T: six rows to four.
LONGTAKE_INLINE void transform_output(const float* const m[6], float* const o[4], int64_t n) {
    const float *m0 = m[0], *m1 = m[1], *m2 = m[2], *m3 = m[3], *m4 = m[4], *m5 = m[5];
    float *o0 = o[0], *o1 = o[1], *o2 = o[2], *o3 = o[3];
#pragma GCC ivdep
    for (int64_t c = 0; c < n; ++c) {
        const float near_sum = m1[c] + m2[c], near_difference = m1[c] - m2[c];
        const float far_sum = m3[c] + m4[c], far_difference = m3[c] - m4[c];
        o0[c] = m0[c] + near_sum + far_sum;
        o1[c] = near_difference + 2.0f * far_difference;
        o2[c] = near_sum + 4.0f * far_sum;
        o3[c] = near_difference + 8.0f * far_difference + m5[c];
    }
}

/// n channels of one pixel as fp32.
template <typename Scalar> LONGTAKE_INLINE void widen(const Scalar* from, float* to, int64_t n) {
    for (int64_t c = 0; c < n; ++c) {
        to[c] = static_cast<float>(from[c]);
    }
}

/// n channels from `channel` of the pixels of a tile whose corner is at (top, left); zeros outside of the plane.
template <int64_t kSide, typename Scalar>
LONGTAKE_INLINE void read_tile(const Plan<Scalar>& plan,
                               const Scalar* plane,
                               int64_t top,
                               int64_t left,
                               int64_t channel,
                               int64_t n,
                               float (&pixels)[kSide][kSide][kChannelBlock]) {
    const int shift = plan.is_doubled ? 1 : 0;
    for (int64_t i = 0; i < kSide; ++i) {
        for (int64_t j = 0; j < kSide; ++j) {
            const int64_t y = top + i, x = left + j;
            if (y < 0 || x < 0 || y >= plan.out_height || x >= plan.out_width) {
                std::fill_n(pixels[i][j], n, 0.0f);
            } else {
                widen(plane + ((y >> shift) * plan.width + (x >> shift)) * plan.channels + channel, pixels[i][j], n);
            }
        }
    }
}

/// How many tiles to transform at a time, so that their `tile_bytes` each stay within `most_bytes` and parts are equal.
inline int64_t tiles_at_a_time(int64_t tile_count, int64_t tile_bytes, int64_t most_bytes) {
    const int64_t most = std::max(most_bytes / tile_bytes, int64_t{1});
    const int64_t parts = (tile_count + most - 1) / most;
    return (tile_count + parts - 1) / parts;
}

/// One tile of one plane: its 6x6 pixels, transformed, go to out + point * point_stride.
template <typename Scalar>
LONGTAKE_INLINE void
transform_tile(const Plan<Scalar>& plan, const Scalar* plane, int64_t tile, float* out, int64_t point_stride) {
    const int64_t top = tile / plan.tiles_x * kStep - 1;
    const int64_t left = tile % plan.tiles_x * kStep - 1;
    float pixels[kTile][kTile][kChannelBlock];
    float rows[kTile][kTile][kChannelBlock];
    for (int64_t c = 0; c < plan.channels; c += kChannelBlock) {
        const int64_t n = std::min(kChannelBlock, plan.channels - c);
        read_tile(plan, plane, top, left, c, n, pixels);
        for (int64_t j = 0; j < kTile; ++j) {
            const float* in[6] = {pixels[0][j], pixels[1][j], pixels[2][j], pixels[3][j], pixels[4][j], pixels[5][j]};
            float* to[6] = {rows[0][j], rows[1][j], rows[2][j], rows[3][j], rows[4][j], rows[5][j]};
            transform_input(in, to, n);
        }
        for (int64_t i = 0; i < kTile; ++i) {
            float* first = out + i * kTile * point_stride + c;
            const float* in[6] = {rows[i][0], rows[i][1], rows[i][2], rows[i][3], rows[i][4], rows[i][5]};
            float* to[6] = {first,
                            first + point_stride,
                            first + 2 * point_stride,
                            first + 3 * point_stride,
                            first + 4 * point_stride,
                            first + 5 * point_stride};
            transform_input(in, to, n);
        }
    }
}

/// One tile of output frame `frame`, `count` channels from `first`: products at in + point * point_stride become 4x4
/// pixels, with bias and addend.
template <typename Scalar>
LONGTAKE_INLINE void finish_tile(const Plan<Scalar>& plan,
                                 int64_t frame,
                                 int64_t tile,
                                 int64_t first,
                                 int64_t count,
                                 const float* in,
                                 int64_t point_stride) {
    const int64_t top = tile / plan.tiles_x * kStep;
    const int64_t left = tile % plan.tiles_x * kStep;
    float rows[kStep][kTile][kChannelBlock];
    float pixels[kStep][kStep][kChannelBlock];
    for (int64_t c = 0; c < count; c += kChannelBlock) {
        const int64_t n = std::min(kChannelBlock, count - c);
        for (int64_t j = 0; j < kTile; ++j) {
            const float* top_row = in + j * point_stride + c;
            const int64_t down = kTile * point_stride;
            const float* from[6] = {
                top_row,           top_row + down, top_row + 2 * down, top_row + 3 * down, top_row + 4 * down,
                top_row + 5 * down};
            float* to[4] = {rows[0][j], rows[1][j], rows[2][j], rows[3][j]};
            transform_output(from, to, n);
        }
        for (int64_t i = 0; i < std::min(kStep, plan.out_height - top); ++i) {
            const float* from[6] = {rows[i][0], rows[i][1], rows[i][2], rows[i][3], rows[i][4], rows[i][5]};
            float* to[4] = {pixels[i][0], pixels[i][1], pixels[i][2], pixels[i][3]};
            transform_output(from, to, n);
            for (int64_t j = 0; j < std::min(kStep, plan.out_width - left); ++j) {
                const int64_t at =
                    ((frame * plan.out_height + top + i) * plan.out_width + left + j) * plan.out_channels + first + c;
                const float* value = pixels[i][j];
                const float* bias = plan.bias + first + c;
                Scalar* out = plan.out + at;
                if (plan.addend != nullptr) {
                    const Scalar* addend = plan.addend + at;
#pragma GCC ivdep
                    for (int64_t k = 0; k < n; ++k) {
                        out[k] = static_cast<Scalar>(value[k] + bias[k] + static_cast<float>(addend[k]));
                    }
                } else {
#pragma GCC ivdep
                    for (int64_t k = 0; k < n; ++k) {
                        out[k] = static_cast<Scalar>(value[k] + bias[k]);
                    }
                }
            }
        }
    }
}

/// 1-D transform G: three rows to six.
LONGTAKE_INLINE void transform_kernel(const float* const g[3], float* const t[6], int64_t n) {
    const float *g0 = g[0], *g1 = g[1], *g2 = g[2];
    float *t0 = t[0], *t1 = t[1], *t2 = t[2], *t3 = t[3], *t4 = t[4], *t5 = t[5];
#pragma GCC ivdep
    for (int64_t c = 0; c < n; ++c) {
        const float even = (g0[c] + g2[c]) * (-1.0f / 6.0f), odd = g1[c] * (-1.0f / 6.0f);
        const float far_even = g0[c] * (1.0f / 24.0f) + g2[c] * (1.0f / 6.0f), far_odd = g1[c] * (1.0f / 12.0f);
        t0[c] = g0[c] * 0.25f;
        t1[c] = even + odd;
        t2[c] = even - odd;
        t3[c] = far_even + far_odd;
        t4[c] = far_even - far_odd;
        t5[c] = g2[c];
    }
}

#ifdef CPUBLAS_BRGEMM_F32F32F32
inline constexpr bool kHasMatrixKernel = true;

/// c [m, n] = a [m, k] b [k, n], rows contiguous, on the calling thread alone.
inline void multiply(
    int64_t m, int64_t n, int64_t k, const float* a, int64_t lda, const float* b, int64_t ldb, float* c, int64_t ldc) {
    at::native::cpublas::brgemm(m, n, k, lda, ldb, ldc, /*add_C=*/false, a, b, c, /*is_vnni=*/false);
}
#else
inline constexpr bool kHasMatrixKernel = false;

inline void multiply(int64_t, int64_t, int64_t, const float*, int64_t, const float*, int64_t, float*, int64_t) {
    TORCH_CHECK(false, "[nn.winograd] this libtorch has no single-thread matrix kernel");
}
#endif

/// Runs `plan` with weights [O, C, kt, 3, 3] (contiguous) that are transformed for a few output channels at a time,
/// each for all tiles, so that the transformed weights of a wide layer, four times its own, are never in memory
/// together. `scratch` holds transformed tiles between calls.
void run_wide(const Plan<float>& plan, const torch::Tensor& weight, torch::Tensor& scratch);
void run_wide(const Plan<at::BFloat16>& plan, const torch::Tensor& weight, torch::Tensor& scratch);

/// Runs `plan`, whose tiles have sides of kHalfStep, with winograd_half_weights.
void run_half(const Plan<at::BFloat16>& plan, const torch::Tensor& prepared, torch::Tensor& scratch);

/// The frame groups of a plan, at most kFramesAtOnce output frames each. Planes without history are zeros in front.
template <typename Scalar> std::vector<FrameGroup> frame_groups(const Plan<Scalar>& plan) {
    const auto frames = static_cast<int64_t>(plan.planes.size()) - plan.taps + 1;
    const int64_t zeros =
        std::find_if(plan.planes.begin(), plan.planes.end(), [](const Scalar* plane) { return plane != nullptr; }) -
        plan.planes.begin();
    std::vector<FrameGroup> groups;
    for (int64_t begin = 0; begin < frames; begin += kFramesAtOnce) {
        groups.push_back({begin, std::min(begin + kFramesAtOnce, frames), std::max(begin, zeros)});
    }
    return groups;
}

} // namespace longtake::winograd
