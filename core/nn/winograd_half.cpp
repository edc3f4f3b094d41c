// SPDX-License-Identifier: Apache-2.0
// Winograd convolution with products in bf16: F(2x2, 3x3), tiles of 4x4 pixels. Larger tiles need fewer products but
// numbers that bf16 does not have; these lose a bit of precision and no more. Products add up in fp32. Weights are two
// and a bit times smaller than those of winograd.cpp for every number, so that a chunk of tiles can go through all of
// them.
#include "core/nn/kernel_memory.h"
#include "core/nn/winograd.h"
#include "core/nn/winograd_tiles.h"

#include <ATen/Parallel.h>
#include <torch/torch.h>

#include <bit>

namespace longtake {
namespace winograd {
namespace {

constexpr int64_t kHalfTile = 4;                       // input tile side
constexpr int64_t kHalfPoints = kHalfTile * kHalfTile; // products per tile
constexpr int64_t kColumns = 64;                       // output channels at a time
constexpr int64_t kTilesAtOnce = 64;                   // that are multiplied with them
constexpr int64_t kInputBytes = int64_t{16} << 20;     // transformed tiles in memory at a time
constexpr int64_t kPadding = 32; // numbers: rows a power of two apart would share few places of a cache

using Half = at::BFloat16;

/// To the nearest bf16, in the lower half of the result. NaNs stay NaNs if their own lower half is zero, as it is in
/// all that are computed from bf16.
LONGTAKE_INLINE uint32_t rounded(float value) {
    const auto bits = std::bit_cast<uint32_t>(value);
    return (bits + 0x7fff + ((bits >> 16) & 1)) >> 16;
}

LONGTAKE_INLINE float widened(Half value) {
    return std::bit_cast<float>(static_cast<uint32_t>(value.x) << 16);
}

/// Transformed tiles: number c of plane f of tile i at point * point_stride + i * row_stride + f * channels + c.
struct Layout {
    int64_t row_stride = 0;
    int64_t point_stride = 0;
    Layout(int64_t tiles, int64_t row_size)
        : row_stride(row_size + kPadding)
        , point_stride(tiles * row_stride + kPadding) {}
    int64_t size() const { return kHalfPoints * point_stride; }
};

/// Sizes of a layer's transformed weights: [column blocks][points][taps * C / 2][kColumns][2], pairs of rows beside
/// each other as the processor's bf16 products want them.
struct WeightSize {
    int64_t depth, blocks;
    explicit WeightSize(const torch::Tensor& weight)
        : depth(weight.size(1) * weight.size(2))
        , blocks((weight.size(0) + kColumns - 1) / kColumns) {}
    int64_t point() const { return depth * kColumns; }
    int64_t block() const { return kHalfPoints * point(); }
};

/// 1-D transform G: three rows to four.
LONGTAKE_INLINE void transform_kernel(const float* g0, const float* g1, const float* g2, float* const t[4]) {
    float *t0 = t[0], *t1 = t[1], *t2 = t[2], *t3 = t[3];
#pragma GCC ivdep
    for (int64_t n = 0; n < kColumns; ++n) {
        const float even = (g0[n] + g2[n]) * 0.5f, odd = g1[n] * 0.5f;
        t0[n] = g0[n];
        t1[n] = even + odd;
        t2[n] = even - odd;
        t3[n] = g2[n];
    }
}

/// Nine rows of kColumns weights to kHalfPoints rows.
LONGTAKE_INLINE void transform_nine(const float* g, float (&out)[kHalfPoints][kColumns]) {
    float rows[kHalfTile][3][kColumns];
    for (int64_t j = 0; j < 3; ++j) {
        float* const to[4] = {rows[0][j], rows[1][j], rows[2][j], rows[3][j]};
        transform_kernel(g + j * kColumns, g + (3 + j) * kColumns, g + (6 + j) * kColumns, to);
    }
    for (int64_t i = 0; i < kHalfTile; ++i) {
        float* const to[4] = {out[4 * i], out[4 * i + 1], out[4 * i + 2], out[4 * i + 3]};
        transform_kernel(rows[i][0], rows[i][1], rows[i][2], to);
    }
}

/// Weights [columns, C, taps, 3, 3] of a block of output channels to [points][taps * C / 2][kColumns][2]; zeros for
/// missing columns.
LONGTAKE_VECTORISED void
transform_block(const Half* weight, int64_t channels, int64_t taps, int64_t columns, Half* out, int64_t point_stride) {
    const int64_t per_channel = taps * 9, per_column = channels * per_channel;
    std::vector<float> values(static_cast<size_t>(2 * per_channel * kColumns));
    float first[kHalfPoints][kColumns], second[kHalfPoints][kColumns];
    for (int64_t c = 0; c < channels; c += 2) {
        for (int64_t column = 0; column < columns; ++column) {
            const Half* from = weight + column * per_column + c * per_channel;
            for (int64_t i = 0; i < 2 * per_channel; ++i) {
                values[static_cast<size_t>(i * kColumns + column)] = widened(from[i]);
            }
        }
        for (int64_t tap = 0; tap < taps; ++tap) {
            transform_nine(values.data() + tap * 9 * kColumns, first);
            transform_nine(values.data() + (taps + tap) * 9 * kColumns, second);
            for (int64_t point = 0; point < kHalfPoints; ++point) {
                auto* to = reinterpret_cast<uint32_t*>(out + point * point_stride + (tap * channels + c) * kColumns);
                const float *a = first[point], *b = second[point];
#pragma GCC ivdep
                for (int64_t n = 0; n < kColumns; ++n) {
                    to[n] = rounded(a[n]) | rounded(b[n]) << 16;
                }
            }
        }
    }
}

/// 1-D transform B^T of four rows of n values each.
LONGTAKE_INLINE void transform_input(const float* const d[4], float* const t[4], int64_t n) {
    const float *d0 = d[0], *d1 = d[1], *d2 = d[2], *d3 = d[3];
    float *t0 = t[0], *t1 = t[1], *t2 = t[2], *t3 = t[3];
#pragma GCC ivdep
    for (int64_t c = 0; c < n; ++c) {
        t0[c] = d0[c] - d2[c];
        t1[c] = d1[c] + d2[c];
        t2[c] = d2[c] - d1[c];
        t3[c] = d1[c] - d3[c];
    }
}

/// One tile of one plane: its 4x4 pixels, transformed, go to out + point * point_stride.
LONGTAKE_INLINE void
transform_tile(const Plan<Half>& plan, const Half* plane, int64_t tile, Half* out, int64_t point_stride) {
    const int64_t top = tile / plan.tiles_x * kHalfStep - 1, left = tile % plan.tiles_x * kHalfStep - 1;
    float pixels[kHalfTile][kHalfTile][kChannelBlock], rows[kHalfTile][kHalfTile][kChannelBlock];
    for (int64_t c = 0; c < plan.channels; c += kChannelBlock) {
        const int64_t n = std::min(kChannelBlock, plan.channels - c);
        read_tile(plan, plane, top, left, c, n, pixels);
        for (int64_t j = 0; j < kHalfTile; ++j) {
            const float* in[4] = {pixels[0][j], pixels[1][j], pixels[2][j], pixels[3][j]};
            float* to[4] = {rows[0][j], rows[1][j], rows[2][j], rows[3][j]};
            transform_input(in, to, n);
        }
        for (int64_t i = 0; i < kHalfTile; ++i) {
            const float* in[4] = {rows[i][0], rows[i][1], rows[i][2], rows[i][3]};
            float* to[4] = {pixels[i][0], pixels[i][1], pixels[i][2], pixels[i][3]};
            transform_input(in, to, n);
            for (int64_t j = 0; j < kHalfTile; ++j) {
                Half* place = out + (i * kHalfTile + j) * point_stride + c;
#pragma GCC ivdep
                for (int64_t k = 0; k < n; ++k) {
                    place[k].x = static_cast<uint16_t>(rounded(to[j][k]));
                }
            }
        }
    }
}

/// Tiles [begin, end), counted from `first`.
LONGTAKE_VECTORISED void transform_tiles(const Plan<Half>& plan,
                                         const FrameGroup& group,
                                         int64_t first,
                                         int64_t begin,
                                         int64_t end,
                                         Half* out,
                                         const Layout& layout) {
    for (int64_t i = begin; i < end; ++i) {
        for (int64_t f = group.first; f < group.end + plan.taps - 1; ++f) {
            transform_tile(plan, plan.planes[static_cast<size_t>(f)], first + i,
                           out + i * layout.row_stride + (f - group.first) * plan.channels, layout.point_stride);
        }
    }
}

/// 1-D transform A^T of four rows of n values each.
LONGTAKE_INLINE void transform_output(const float* const m[4], float* o0, float* o1, int64_t n) {
    const float *m0 = m[0], *m1 = m[1], *m2 = m[2], *m3 = m[3];
#pragma GCC ivdep
    for (int64_t c = 0; c < n; ++c) {
        o0[c] = m0[c] + m1[c] + m2[c];
        o1[c] = m1[c] - m2[c] - m3[c];
    }
}

/// One tile of output frame `frame`, n <= kColumns channels from `column`: products at in + point * point_stride become
/// 2x2 pixels.
LONGTAKE_INLINE void finish_tile(const Plan<Half>& plan,
                                 int64_t frame,
                                 int64_t tile,
                                 int64_t column,
                                 int64_t n,
                                 const float* in,
                                 int64_t point_stride) {
    const int64_t top = tile / plan.tiles_x * kHalfStep, left = tile % plan.tiles_x * kHalfStep;
    float rows[kHalfStep][kHalfTile][kColumns], pixels[kHalfStep][kColumns];
    for (int64_t j = 0; j < kHalfTile; ++j) {
        const float* from[4] = {in + j * point_stride, in + (4 + j) * point_stride, in + (8 + j) * point_stride,
                                in + (12 + j) * point_stride};
        transform_output(from, rows[0][j], rows[1][j], n);
    }
    const float* bias = plan.bias + column;
    for (int64_t i = 0; i < std::min(kHalfStep, plan.out_height - top); ++i) {
        const float* from[4] = {rows[i][0], rows[i][1], rows[i][2], rows[i][3]};
        transform_output(from, pixels[0], pixels[1], n);
        for (int64_t j = 0; j < std::min(kHalfStep, plan.out_width - left); ++j) {
            const int64_t at =
                ((frame * plan.out_height + top + i) * plan.out_width + left + j) * plan.out_channels + column;
            Half* out = plan.out + at;
            const float* value = pixels[j];
            if (plan.addend == nullptr) {
#pragma GCC ivdep
                for (int64_t k = 0; k < n; ++k) {
                    out[k].x = static_cast<uint16_t>(rounded(value[k] + bias[k]));
                }
                continue;
            }
            const Half* addend = plan.addend + at;
#pragma GCC ivdep
            for (int64_t k = 0; k < n; ++k) {
                out[k].x = static_cast<uint16_t>(rounded(value[k] + bias[k] + widened(addend[k])));
            }
        }
    }
}

/// `count` tiles from `first`; products [points][count, T, kColumns].
LONGTAKE_VECTORISED void finish_tiles(const Plan<Half>& plan,
                                      const FrameGroup& group,
                                      int64_t first,
                                      int64_t count,
                                      int64_t column,
                                      int64_t columns,
                                      const float* products) {
    const int64_t frames = group.count();
    for (int64_t i = 0; i < count; ++i) {
        for (int64_t t = 0; t < frames; ++t) {
            finish_tile(plan, group.begin + t, first + i, column, columns, products + (i * frames + t) * kColumns,
                        count * frames * kColumns);
        }
    }
}

#ifdef CPUBLAS_BRGEMM_BF16BF16F32
constexpr bool kHasHalfMatrixKernel = true;

/// c [m, kColumns] = a [m, k] b [k / 2, kColumns, 2], on the calling thread alone.
void multiply(int64_t m, int64_t k, const Half* a, int64_t lda, const Half* b, float* c, int64_t ldc) {
    at::native::cpublas::brgemm(m, kColumns, k, lda, kColumns, ldc, /*add_C=*/false, a, b, c, /*is_vnni=*/true);
}

/// Every thread, when it has multiplied: processors with a matrix unit keep state for it.
void end_products() {
    at::native::cpublas::brgemm_release(/*is_vnni=*/true);
}

/// Asked by doing: libtorch throws where it cannot, and has no question for it.
bool has_half_products() {
    static const bool has = [] {
        require_kernel_memory();
        const std::vector<Half> ones(2 * kColumns, Half(1.0f));
        std::vector<float> sums(kColumns);
        try {
            multiply(1, 2, ones.data(), 2, ones.data(), sums.data(), kColumns);
            end_products();
        } catch (const c10::Error&) {
            return false;
        }
        return sums.front() == 2.0f && sums.back() == 2.0f;
    }();
    return has;
}
#else
constexpr bool kHasHalfMatrixKernel = false;

void multiply(int64_t, int64_t, const Half*, int64_t, const Half*, float*, int64_t) {
    TORCH_CHECK(false, "[nn.winograd] this libtorch has no single-thread matrix kernel for bf16");
}

void end_products() {}

bool has_half_products() {
    return false;
}
#endif

/// `count` tiles from tile `first` of the picture, whose transforms are at `input`, times one block of output channels.
void run_block(const Plan<Half>& plan,
               const FrameGroup& group,
               int64_t first,
               int64_t count,
               const Half* input,
               const Layout& layout,
               int64_t column,
               const Half* weights,
               float* products) {
    const int64_t depth = plan.taps * plan.channels, frames = group.count();
    for (int64_t point = 0; point < kHalfPoints; ++point) {
        for (int64_t t = 0; t < frames; ++t) {
            const int64_t skipped =
                std::max(group.first - group.begin - t, int64_t{0}) * plan.channels; // taps on planes that are zero
            const int64_t plane = (group.begin + t - group.first) * plan.channels + skipped;
            multiply(count, depth - skipped, input + point * layout.point_stride + plane, layout.row_stride,
                     weights + (point * depth + skipped) * kColumns, products + (point * count * frames + t) * kColumns,
                     frames * kColumns);
        }
    }
    finish_tiles(plan, group, first, count, column, std::min(kColumns, plan.out_channels - column), products);
}

/// `count` tiles from `first`, transformed at `input`, times all weights.
void run_part(const Plan<Half>& plan,
              const FrameGroup& group,
              int64_t first,
              int64_t count,
              const Half* input,
              const Layout& layout,
              const Half* weights) {
    const int64_t tile_blocks = (count + kTilesAtOnce - 1) / kTilesAtOnce;
    const int64_t column_blocks = (plan.out_channels + kColumns - 1) / kColumns;
    const int64_t weight_block = kHalfPoints * plan.taps * plan.channels * kColumns;
    at::parallel_for(0, tile_blocks * column_blocks, 1, [&](int64_t begin, int64_t end) {
        std::vector<float> products(static_cast<size_t>(kHalfPoints * kTilesAtOnce * group.count() * kColumns));
        require_kernel_memory();
        for (int64_t i = begin; i < end; ++i) {
            const int64_t block = i / tile_blocks, tile = i % tile_blocks * kTilesAtOnce;
            run_block(plan, group, first + tile, std::min(kTilesAtOnce, count - tile), input + tile * layout.row_stride,
                      layout, block * kColumns, weights + block * weight_block, products.data());
        }
        end_products();
    });
}

} // namespace

void run_half(const Plan<Half>& plan, const torch::Tensor& prepared, torch::Tensor& scratch) {
    for (const FrameGroup& group : frame_groups(plan)) {
        const int64_t row = (group.end + plan.taps - 1 - group.first) * plan.channels;
        const int64_t part =
            tiles_at_a_time(plan.tile_count, kHalfPoints * row * static_cast<int64_t>(sizeof(Half)), kInputBytes);
        const Layout layout(part, row);
        auto* input = static_cast<Half*>(scratch_memory(scratch, layout.size() * static_cast<int64_t>(sizeof(Half))));
        for (int64_t first = 0; first < plan.tile_count; first += part) {
            const int64_t count = std::min(part, plan.tile_count - first);
            at::parallel_for(0, count, 1, [&](int64_t begin, int64_t end) {
                transform_tiles(plan, group, first, begin, end, input, layout);
            });
            run_part(plan, group, first, count, input, layout, static_cast<const Half*>(prepared.const_data_ptr()));
        }
    }
}

} // namespace winograd

bool winograd_half_is_available() {
    return winograd::kHasHalfMatrixKernel && winograd::has_half_products();
}

int64_t winograd_half_bytes(const torch::Tensor& weight) {
    const winograd::WeightSize size(weight);
    return size.blocks * size.block() * static_cast<int64_t>(sizeof(at::BFloat16));
}

void winograd_half_weights(const torch::Tensor& weight, void* to) {
    using winograd::kColumns;
    const winograd::WeightSize size(weight);
    const int64_t out = weight.size(0), channels = weight.size(1), taps = weight.size(2);
    TORCH_CHECK(weight.scalar_type() == torch::kBFloat16 && weight.is_contiguous() && channels % 2 == 0,
                "[nn.winograd] expected contiguous bf16 weights of an even number of channels, got ", weight.sizes());
    const auto* from = weight.const_data_ptr<at::BFloat16>();
    at::parallel_for(0, size.blocks, 1, [&](int64_t begin, int64_t end) {
        for (int64_t block = begin; block < end; ++block) {
            winograd::transform_block(from + block * kColumns * size.depth * 9, channels, taps,
                                      std::min(kColumns, out - block * kColumns),
                                      static_cast<at::BFloat16*>(to) + block * size.block(), size.point());
        }
    });
}

} // namespace longtake
