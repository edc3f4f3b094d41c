// SPDX-License-Identifier: Apache-2.0
// See winograd.h. Work is cut into chunks of tiles; a thread takes a chunk through all three phases while it is in its cache.
#include "core/nn/winograd.h"

#include "core/nn/kernel_memory.h"
#include "core/nn/vectorise.h"

#include <ATen/native/CPUBlas.h>
#include <ATen/Parallel.h>
#include <torch/torch.h>

#include <algorithm>
#include <array>

namespace longtake {
namespace {

constexpr int64_t kTile = 6;                  // input tile side
constexpr int64_t kStep = 4;                  // output tile side
constexpr int64_t kPoints = kTile * kTile;    // products per tile
constexpr int64_t kChannelBlock = 64;         // channels transformed together
constexpr int64_t kWeightBlock = 256;         // weights transformed together
constexpr int64_t kFramesAtOnce = 4;          // output frames that share transformed input
constexpr int64_t kChunkBytes = int64_t{3} << 19; // transformed input and output of a chunk

/// Everything about a job as numbers and pointers.
template <typename Scalar>
struct Plan {
    std::vector<const Scalar*> planes; ///< T + taps - 1, null for zeros
    int64_t height, width;             ///< of the planes
    int64_t out_height, out_width;
    int64_t channels, out_channels, taps;
    int64_t tiles_x, tile_count;
    bool is_doubled;
    const float* weights;
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
template <typename Scalar>
LONGTAKE_INLINE void widen(const Scalar* from, float* to, int64_t n) {
    for (int64_t c = 0; c < n; ++c) {
        to[c] = static_cast<float>(from[c]);
    }
}

/// One tile of one plane: its 6x6 pixels, transformed, go to out + point * point_stride.
template <typename Scalar>
LONGTAKE_INLINE void transform_tile(const Plan<Scalar>& plan, const Scalar* plane, int64_t tile, float* out, int64_t point_stride) {
    const int64_t top = tile / plan.tiles_x * kStep - 1;
    const int64_t left = tile % plan.tiles_x * kStep - 1;
    const int shift = plan.is_doubled ? 1 : 0;
    float pixels[kTile][kTile][kChannelBlock];
    float rows[kTile][kTile][kChannelBlock];
    for (int64_t c = 0; c < plan.channels; c += kChannelBlock) {
        const int64_t n = std::min(kChannelBlock, plan.channels - c);
        for (int64_t i = 0; i < kTile; ++i) {
            for (int64_t j = 0; j < kTile; ++j) {
                const int64_t y = top + i, x = left + j;
                if (y < 0 || x < 0 || y >= plan.out_height || x >= plan.out_width) {
                    std::fill_n(pixels[i][j], n, 0.0f);
                } else {
                    widen(plane + ((y >> shift) * plan.width + (x >> shift)) * plan.channels + c, pixels[i][j], n);
                }
            }
        }
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

/// One tile of output frame `frame`: products at in + point * point_stride become 4x4 pixels, with bias and addend.
template <typename Scalar>
LONGTAKE_INLINE void finish_tile(const Plan<Scalar>& plan, int64_t frame, int64_t tile, const float* in, int64_t point_stride) {
    const int64_t top = tile / plan.tiles_x * kStep;
    const int64_t left = tile % plan.tiles_x * kStep;
    float rows[kStep][kTile][kChannelBlock];
    float pixels[kStep][kStep][kChannelBlock];
    for (int64_t c = 0; c < plan.out_channels; c += kChannelBlock) {
        const int64_t n = std::min(kChannelBlock, plan.out_channels - c);
        for (int64_t j = 0; j < kTile; ++j) {
            const float* first = in + j * point_stride + c;
            const int64_t down = kTile * point_stride;
            const float* from[6] = {first, first + down, first + 2 * down, first + 3 * down, first + 4 * down, first + 5 * down};
            float* to[4] = {rows[0][j], rows[1][j], rows[2][j], rows[3][j]};
            transform_output(from, to, n);
        }
        for (int64_t i = 0; i < std::min(kStep, plan.out_height - top); ++i) {
            const float* from[6] = {rows[i][0], rows[i][1], rows[i][2], rows[i][3], rows[i][4], rows[i][5]};
            float* to[4] = {pixels[i][0], pixels[i][1], pixels[i][2], pixels[i][3]};
            transform_output(from, to, n);
            for (int64_t j = 0; j < std::min(kStep, plan.out_width - left); ++j) {
                const int64_t at = ((frame * plan.out_height + top + i) * plan.out_width + left + j) * plan.out_channels + c;
                const float* value = pixels[i][j];
                const float* bias = plan.bias + c;
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

/// Transformed input of `count` tiles from `tile`: [36, count, planes, C].
LONGTAKE_VECTORISED void transform_chunk(const Plan<float>& plan, const FrameGroup& group, int64_t tile, int64_t count, float* out) {
    const int64_t planes = group.end + plan.taps - 1 - group.first;
    for (int64_t i = 0; i < count; ++i) {
        for (int64_t f = 0; f < planes; ++f) {
            transform_tile(plan, plan.planes[static_cast<size_t>(group.first + f)], tile + i, out + (i * planes + f) * plan.channels,
                           count * planes * plan.channels);
        }
    }
}

LONGTAKE_VECTORISED void transform_chunk(const Plan<at::BFloat16>& plan, const FrameGroup& group, int64_t tile, int64_t count, float* out) {
    const int64_t planes = group.end + plan.taps - 1 - group.first;
    for (int64_t i = 0; i < count; ++i) {
        for (int64_t f = 0; f < planes; ++f) {
            transform_tile(plan, plan.planes[static_cast<size_t>(group.first + f)], tile + i, out + (i * planes + f) * plan.channels,
                           count * planes * plan.channels);
        }
    }
}

/// The 4x4 outputs of `count` tiles from `tile`; `products` [36, count, T, O].
LONGTAKE_VECTORISED void finish_chunk(const Plan<float>& plan, const FrameGroup& group, int64_t tile, int64_t count, const float* products) {
    for (int64_t i = 0; i < count; ++i) {
        for (int64_t t = 0; t < group.count(); ++t) {
            finish_tile(plan, group.begin + t, tile + i, products + (i * group.count() + t) * plan.out_channels,
                        count * group.count() * plan.out_channels);
        }
    }
}

LONGTAKE_VECTORISED void finish_chunk(const Plan<at::BFloat16>& plan, const FrameGroup& group, int64_t tile, int64_t count, const float* products) {
    for (int64_t i = 0; i < count; ++i) {
        for (int64_t t = 0; t < group.count(); ++t) {
            finish_tile(plan, group.begin + t, tile + i, products + (i * group.count() + t) * plan.out_channels,
                        count * group.count() * plan.out_channels);
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

/// Elements [begin, end) of the nine planes of `count` elements at `from` become those of 36 planes at `to`.
LONGTAKE_VECTORISED void transform_weights(const float* from, float* to, int64_t begin, int64_t end, int64_t count) {
    float rows[kTile][3][kWeightBlock];
    for (int64_t block = begin; block < end; block += kWeightBlock) {
        const int64_t n = std::min(kWeightBlock, end - block);
        for (int64_t j = 0; j < 3; ++j) {
            const float* in[3] = {from + j * count + block, from + (3 + j) * count + block, from + (6 + j) * count + block};
            float* out[6] = {rows[0][j], rows[1][j], rows[2][j], rows[3][j], rows[4][j], rows[5][j]};
            transform_kernel(in, out, n);
        }
        for (int64_t i = 0; i < kTile; ++i) {
            const float* in[3] = {rows[i][0], rows[i][1], rows[i][2]};
            float* first = to + i * kTile * count + block;
            float* out[6] = {first, first + count, first + 2 * count, first + 3 * count, first + 4 * count, first + 5 * count};
            transform_kernel(in, out, n);
        }
    }
}

#ifdef CPUBLAS_BRGEMM_F32F32F32
constexpr bool kHasMatrixKernel = true;

/// c [m, n] = a [m, k] b [k, n], rows contiguous, on the calling thread alone.
void multiply(int64_t m, int64_t n, int64_t k, const float* a, int64_t lda, const float* b, int64_t ldb, float* c, int64_t ldc) {
    at::native::cpublas::brgemm(m, n, k, lda, ldb, ldc, /*add_C=*/false, a, b, c, /*is_vnni=*/false);
}
#else
constexpr bool kHasMatrixKernel = false;

void multiply(int64_t, int64_t, int64_t, const float*, int64_t, const float*, int64_t, float*, int64_t) {
    TORCH_CHECK(false, "[nn.winograd] this libtorch has no single-thread matrix kernel");
}
#endif

/// products [36, count, T, O]: for every point and frame, tiles x (taps * C) times (taps * C) x O.
template <typename Scalar>
void multiply_chunk(const Plan<Scalar>& plan, const FrameGroup& group, int64_t count, const float* input, float* products) {
    const int64_t planes = group.end + plan.taps - 1 - group.first;
    const int64_t channels = plan.channels, out = plan.out_channels;
    for (int64_t point = 0; point < kPoints; ++point) {
        for (int64_t t = 0; t < group.count(); ++t) {
            const int64_t skipped = std::max(group.first - group.begin - t, int64_t{0}); // taps on planes that are zero
            const int64_t plane = group.begin + t + skipped - group.first;
            multiply(count, out, (plan.taps - skipped) * channels, input + (point * count * planes + plane) * channels, planes * channels,
                     plan.weights + (point * plan.taps + skipped) * channels * out, out, products + (point * count * group.count() + t) * out,
                     group.count() * out);
        }
    }
}

template <typename Scalar>
void run_group(const Plan<Scalar>& plan, const FrameGroup& group) {
    const int64_t planes = group.end + plan.taps - 1 - group.first;
    const int64_t bytes_per_tile = kPoints * (planes * plan.channels + group.count() * plan.out_channels) * static_cast<int64_t>(sizeof(float));
    const int64_t chunk = std::clamp<int64_t>(kChunkBytes / bytes_per_tile, 16, 64);
    const int64_t chunk_count = (plan.tile_count + chunk - 1) / chunk;
    at::parallel_for(0, chunk_count, 1, [&](int64_t begin, int64_t end) {
        std::vector<float> input(static_cast<size_t>(kPoints * chunk * planes * plan.channels));
        std::vector<float> products(static_cast<size_t>(kPoints * chunk * group.count() * plan.out_channels));
        require_kernel_memory();
        for (int64_t i = begin; i < end; ++i) {
            const int64_t tile = i * chunk;
            const int64_t count = std::min(chunk, plan.tile_count - tile);
            transform_chunk(plan, group, tile, count, input.data());
            multiply_chunk(plan, group, count, input.data(), products.data());
            finish_chunk(plan, group, tile, count, products.data());
        }
    });
}

template <typename Scalar>
void run(const WinogradJob& job, torch::Tensor& out) {
    const torch::Tensor& x = job.fresh;
    Plan<Scalar> plan{};
    plan.height = x.size(1);
    plan.width = x.size(2);
    plan.channels = x.size(3);
    plan.out_height = out.size(1);
    plan.out_width = out.size(2);
    plan.out_channels = out.size(3);
    plan.taps = job.taps;
    plan.tiles_x = (plan.out_width + kStep - 1) / kStep;
    plan.tile_count = plan.tiles_x * ((plan.out_height + kStep - 1) / kStep);
    plan.is_doubled = job.scale == PlaneScale::Doubled;
    plan.weights = job.weights.data_ptr<float>();
    plan.bias = job.bias.data_ptr<float>();
    plan.addend = job.addend.defined() ? job.addend.data_ptr<Scalar>() : nullptr;
    plan.out = out.data_ptr<Scalar>();
    const int64_t plane = plan.height * plan.width * plan.channels;
    for (int64_t i = 0; i < job.taps - 1; ++i) {
        plan.planes.push_back(job.history.defined() ? job.history.data_ptr<Scalar>() + i * plane : nullptr);
    }
    for (int64_t t = 0; t < x.size(0); ++t) {
        plan.planes.push_back(x.data_ptr<Scalar>() + t * plane);
    }
    for (int64_t begin = 0; begin < x.size(0); begin += kFramesAtOnce) {
        const int64_t zeros = job.history.defined() ? 0 : job.taps - 1;
        run_group(plan, {begin, std::min(begin + kFramesAtOnce, x.size(0)), std::max(begin, zeros)});
    }
}

} // namespace

bool winograd_is_available() {
    return kHasMatrixKernel;
}

torch::Tensor winograd_compact(const torch::Tensor& weight) {
    TORCH_CHECK(weight.dim() == 5 && weight.size(3) == 3 && weight.size(4) == 3, "[nn.winograd] expected [O, C, kt, 3, 3], got ", weight.sizes());
    const torch::Tensor ordered = weight.detach().permute({3, 4, 2, 1, 0}).to(torch::kFloat32); // [3, 3, kt, C, O]
    return ordered.reshape({9, weight.size(2) * weight.size(1), weight.size(0)}).contiguous();
}

torch::Tensor winograd_weights(const torch::Tensor& compact, const torch::Tensor& reuse) {
    const int64_t rows = compact.size(1), out = compact.size(2), count = rows * out;
    const bool fits = reuse.defined() && reuse.numel() >= kPoints * count;
    const torch::Tensor flat = fits ? reuse.flatten().narrow(0, 0, kPoints * count) : torch::empty({kPoints * count}, torch::kFloat32);
    const float* from = compact.data_ptr<float>();
    float* to = flat.data_ptr<float>();
    at::parallel_for(0, count, kWeightBlock, [&](int64_t begin, int64_t end) { transform_weights(from, to, begin, end, count); });
    return flat.view({kPoints, rows, out});
}

torch::Tensor winograd_convolve(const WinogradJob& job) {
    const torch::Tensor& x = job.fresh;
    TORCH_CHECK(x.dim() == 4 && x.is_contiguous() && job.weights.size(1) == job.taps * x.size(3), "[nn.winograd] expected contiguous [T, H, W, ",
                job.weights.size(1) / job.taps, "], got ", x.sizes());
    const int64_t scale = job.scale == PlaneScale::Doubled ? 2 : 1;
    torch::Tensor out = torch::empty({x.size(0), scale * x.size(1), scale * x.size(2), job.weights.size(2)}, x.options());
    TORCH_CHECK(!job.addend.defined() || (job.addend.sizes() == out.sizes() && job.addend.is_contiguous()), "[nn.winograd] expected an addend ",
                out.sizes(), ", got ", job.addend.sizes());
    TORCH_CHECK(!job.history.defined() || (job.history.is_contiguous() && job.history.size(0) == job.taps - 1 && job.history.scalar_type() == x.scalar_type()),
                "[nn.winograd] expected ", job.taps - 1, " frames of history like the fresh ones");
    if (x.scalar_type() == torch::kFloat32) {
        run<float>(job, out);
    } else {
        TORCH_CHECK(x.scalar_type() == torch::kBFloat16, "[nn.winograd] expected fp32 or bf16, got ", x.scalar_type());
        run<at::BFloat16>(job, out);
    }
    return out;
}

} // namespace longtake
