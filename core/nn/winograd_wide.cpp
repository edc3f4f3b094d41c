// SPDX-License-Identifier: Apache-2.0
// Winograd convolution of wide layers (winograd.h). Their transformed weights are larger than the caches and than what
// a program should hold. So weights are the outer loop: those of a few output channels are transformed, multiplied with
// all transformed tiles while they are in the cache, and forgotten.
#include "core/nn/kernel_memory.h"
#include "core/nn/winograd.h"
#include "core/nn/winograd_tiles.h"

#include <ATen/Parallel.h>
#include <torch/torch.h>

namespace longtake::winograd {
namespace {

constexpr int64_t kColumns = 32;                   // output channels at a time
constexpr int64_t kChannelsAtOnce = 4;             // input channels whose weights are transposed together
constexpr int64_t kInputBytes = int64_t{64} << 20; // transformed tiles in memory at a time
constexpr int64_t kPadding = 16; // numbers: rows a power of two apart would share few places of a cache

/// Where transformed numbers stand: point * point_stride + row * row_stride, both in numbers.
struct Layout {
    int64_t row_stride = 0;
    int64_t point_stride = 0;
    Layout(int64_t rows, int64_t row_size)
        : row_stride(row_size)
        , point_stride(rows * row_size + kPadding) {}
    int64_t size() const { return kPoints * point_stride; }
};

/// Weights [kColumns output channels, C, taps, 3, 3], of which the first `columns` are there, to [36][taps * C,
/// kColumns]. `values` has room for kChannelsAtOnce * taps * 9 * kColumns numbers.
template <typename Scalar>
LONGTAKE_INLINE void transform_columns(const Scalar* weight,
                                       int64_t channels,
                                       int64_t taps,
                                       int64_t columns,
                                       float* values,
                                       float* out,
                                       const Layout& layout) {
    const int64_t per_channel = taps * 9, per_column = channels * per_channel;
    std::fill_n(values, kChannelsAtOnce * per_channel * kColumns, 0.0f);
    float rows[kTile][3][kColumns];
    for (int64_t block = 0; block < channels; block += kChannelsAtOnce) {
        const int64_t block_channels = std::min(kChannelsAtOnce, channels - block);
        for (int64_t column = 0; column < columns; ++column) {
            const Scalar* from = weight + column * per_column + block * per_channel;
            for (int64_t i = 0; i < block_channels * per_channel; ++i) {
                values[i * kColumns + column] = static_cast<float>(from[i]);
            }
        }
        for (int64_t c = 0; c < block_channels; ++c) {
            for (int64_t tap = 0; tap < taps; ++tap) {
                const float* g = values + (c * taps + tap) * 9 * kColumns;
                for (int64_t j = 0; j < 3; ++j) {
                    const float* in[3] = {g + j * kColumns, g + (3 + j) * kColumns, g + (6 + j) * kColumns};
                    float* to[6] = {rows[0][j], rows[1][j], rows[2][j], rows[3][j], rows[4][j], rows[5][j]};
                    transform_kernel(in, to, kColumns);
                }
                float* first = out + (tap * channels + block + c) * layout.row_stride;
                const int64_t next = layout.point_stride;
                for (int64_t i = 0; i < kTile; ++i, first += kTile * next) {
                    const float* in[3] = {rows[i][0], rows[i][1], rows[i][2]};
                    float* to[6] = {first,           first + next, first + 2 * next, first + 3 * next, first + 4 * next,
                                    first + 5 * next};
                    transform_kernel(in, to, kColumns);
                }
            }
        }
    }
}

LONGTAKE_VECTORISED void transform_weights(const float* weight,
                                           int64_t channels,
                                           int64_t taps,
                                           int64_t columns,
                                           float* values,
                                           float* out,
                                           const Layout& layout) {
    transform_columns(weight, channels, taps, columns, values, out, layout);
}

LONGTAKE_VECTORISED void transform_weights(const at::BFloat16* weight,
                                           int64_t channels,
                                           int64_t taps,
                                           int64_t columns,
                                           float* values,
                                           float* out,
                                           const Layout& layout) {
    transform_columns(weight, channels, taps, columns, values, out, layout);
}

/// Tiles [begin, end), counted from `first`, to rows of planes x C.
template <typename Scalar>
LONGTAKE_INLINE void transform_rows(const Plan<Scalar>& plan,
                                    const FrameGroup& group,
                                    int64_t first,
                                    int64_t begin,
                                    int64_t end,
                                    float* out,
                                    const Layout& layout) {
    for (int64_t i = begin; i < end; ++i) {
        for (int64_t f = group.first; f < group.end + plan.taps - 1; ++f) {
            transform_tile(plan, plan.planes[static_cast<size_t>(f)], first + i,
                           out + i * layout.row_stride + (f - group.first) * plan.channels, layout.point_stride);
        }
    }
}

LONGTAKE_VECTORISED void transform_tiles(const Plan<float>& plan,
                                         const FrameGroup& group,
                                         int64_t first,
                                         int64_t begin,
                                         int64_t end,
                                         float* out,
                                         const Layout& layout) {
    transform_rows(plan, group, first, begin, end, out, layout);
}

LONGTAKE_VECTORISED void transform_tiles(const Plan<at::BFloat16>& plan,
                                         const FrameGroup& group,
                                         int64_t first,
                                         int64_t begin,
                                         int64_t end,
                                         float* out,
                                         const Layout& layout) {
    transform_rows(plan, group, first, begin, end, out, layout);
}

/// `columns` output channels from `column` of `count` tiles from `first`: products have one row per tile and frame.
template <typename Scalar>
LONGTAKE_INLINE void finish_rows(const Plan<Scalar>& plan,
                                 const FrameGroup& group,
                                 int64_t first,
                                 int64_t count,
                                 int64_t column,
                                 int64_t columns,
                                 const float* products,
                                 const Layout& layout) {
    for (int64_t i = 0; i < count; ++i) {
        for (int64_t t = 0; t < group.count(); ++t) {
            finish_tile(plan, group.begin + t, first + i, column, columns,
                        products + (i * group.count() + t) * layout.row_stride, layout.point_stride);
        }
    }
}

LONGTAKE_VECTORISED void finish_tiles(const Plan<float>& plan,
                                      const FrameGroup& group,
                                      int64_t first,
                                      int64_t count,
                                      int64_t column,
                                      int64_t columns,
                                      const float* products,
                                      const Layout& layout) {
    finish_rows(plan, group, first, count, column, columns, products, layout);
}

LONGTAKE_VECTORISED void finish_tiles(const Plan<at::BFloat16>& plan,
                                      const FrameGroup& group,
                                      int64_t first,
                                      int64_t count,
                                      int64_t column,
                                      int64_t columns,
                                      const float* products,
                                      const Layout& layout) {
    finish_rows(plan, group, first, count, column, columns, products, layout);
}

/// `count` tiles from `first`: `input` transformed, every output channel.
template <typename Scalar>
void run_tiles(const Plan<Scalar>& plan,
               const FrameGroup& group,
               const Scalar* weight,
               int64_t first,
               int64_t count,
               const float* input,
               const Layout& input_layout) {
    const int64_t depth = plan.taps * plan.channels, frames = group.count();
    const Layout weight_layout(depth, kColumns), product_layout(count * frames, kColumns);
    at::parallel_for(0, (plan.out_channels + kColumns - 1) / kColumns, 1, [&](int64_t begin, int64_t end) {
        std::vector<float> values(static_cast<size_t>(kChannelsAtOnce * plan.taps * 9 * kColumns));
        std::vector<float> weights(static_cast<size_t>(weight_layout.size())),
            products(static_cast<size_t>(product_layout.size()));
        require_kernel_memory();
        for (int64_t column = begin * kColumns; column < std::min(end * kColumns, plan.out_channels);
             column += kColumns) {
            const int64_t columns = std::min(kColumns, plan.out_channels - column);
            transform_weights(weight + column * depth * 9, plan.channels, plan.taps, columns, values.data(),
                              weights.data(), weight_layout);
            for (int64_t point = 0; point < kPoints; ++point) {
                for (int64_t t = 0; t < frames; ++t) {
                    const int64_t skipped =
                        std::max(group.first - group.begin - t, int64_t{0}); // taps on planes that are zero
                    const int64_t plane = group.begin + t + skipped - group.first;
                    multiply(count, kColumns, depth - skipped * plan.channels,
                             input + point * input_layout.point_stride + plane * plan.channels, input_layout.row_stride,
                             weights.data() + point * weight_layout.point_stride + skipped * plan.channels * kColumns,
                             kColumns, products.data() + point * product_layout.point_stride + t * kColumns,
                             frames * kColumns);
                }
            }
            finish_tiles(plan, group, first, count, column, columns, products.data(), product_layout);
        }
    });
}

template <typename Scalar> void run(const Plan<Scalar>& plan, const torch::Tensor& weight, torch::Tensor& scratch) {
    for (const FrameGroup& group : frame_groups(plan)) {
        const int64_t row = (group.end + plan.taps - 1 - group.first) * plan.channels + kPadding;
        const int64_t part =
            tiles_at_a_time(plan.tile_count, kPoints * row * static_cast<int64_t>(sizeof(float)), kInputBytes);
        const Layout layout(part, row);
        auto* input = static_cast<float*>(scratch_memory(scratch, layout.size() * static_cast<int64_t>(sizeof(float))));
        for (int64_t first = 0; first < plan.tile_count; first += part) {
            const int64_t count = std::min(part, plan.tile_count - first);
            at::parallel_for(0, count, 1, [&](int64_t begin, int64_t end) {
                transform_tiles(plan, group, first, begin, end, input, layout);
            });
            run_tiles(plan, group, weight.const_data_ptr<Scalar>(), first, count, input, layout);
        }
    }
}

} // namespace

void run_wide(const Plan<float>& plan, const torch::Tensor& weight, torch::Tensor& scratch) {
    run(plan, weight, scratch);
}

void run_wide(const Plan<at::BFloat16>& plan, const torch::Tensor& weight, torch::Tensor& scratch) {
    run(plan, weight, scratch);
}

} // namespace longtake::winograd
