// SPDX-License-Identifier: Apache-2.0
// See fused.h. A row is read once into fp32, worked on there and written once; rows are shared out among threads, and
// no result depends on how.
#include "core/nn/fused.h"

#include "core/nn/row_arithmetic.h"

#include <ATen/Parallel.h>
#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace longtake {
namespace {

constexpr int64_t kGrainElements = 1 << 15;

/// e^x for x in [-87, 87] to fp32 precision, in operations every vector unit has (Cody-Waite reduction, degree 6).
LONGTAKE_INLINE float exponential(float x) {
    const float raised = x > -87.0f ? x : -87.0f;
    const float clamped = raised < 87.0f ? raised : 87.0f;
    const float shifted = clamped * 1.44269504f + 12582912.0f; // rounds to an integer in the low bits
    const float whole = shifted - 12582912.0f;
    const float r = (clamped - whole * 0.693359375f) + whole * 2.12194440e-4f;
    float p = 1.0f / 720.0f;
    p = p * r + 1.0f / 120.0f;
    p = p * r + 1.0f / 24.0f;
    p = p * r + 1.0f / 6.0f;
    p = p * r + 0.5f;
    p = p * r + 1.0f;
    p = p * r + 1.0f;
    union {
        int32_t bits;
        float value;
    } power;
    power.bits = (static_cast<int32_t>(whole) + 127) << 23;
    return p * power.value;
}

template <typename Scalar>
LONGTAKE_INLINE void unit_norm_rows(const Scalar* x,
                                    Scalar* out,
                                    const float* gain,
                                    int64_t begin,
                                    int64_t end,
                                    int64_t width,
                                    bool has_silu,
                                    float* row) {
    for (int64_t r = begin; r < end; ++r) {
        load_row(x + r * width, row, width);
        const float scale = 1.0f / std::max(std::sqrt(square_sum_of(row, 0.0f, width)), 1e-12f);
        if (has_silu) {
#pragma GCC ivdep
            for (int64_t i = 0; i < width; ++i) {
                const float value = row[i] * scale * gain[i];
                row[i] = value / (1.0f + exponential(-value));
            }
        } else {
#pragma GCC ivdep
            for (int64_t i = 0; i < width; ++i) {
                row[i] = row[i] * scale * gain[i];
            }
        }
        store_row(row, out + r * width, width);
    }
}

template <typename Scalar>
LONGTAKE_INLINE void layer_norm_rows(const Scalar* x,
                                     Scalar* out,
                                     const float* scale,
                                     const float* shift,
                                     int64_t begin,
                                     int64_t end,
                                     int64_t width,
                                     int64_t rows_per_group,
                                     float eps,
                                     float* row) {
    for (int64_t r = begin; r < end; ++r) {
        load_row(x + r * width, row, width);
        const float mean = sum_of(row, width) / static_cast<float>(width);
        const float variance = square_sum_of(row, mean, width) / static_cast<float>(width);
        const float inverse = 1.0f / std::sqrt(variance + eps);
        const float* gain = scale + r / rows_per_group * width;
        const float* offset = shift + r / rows_per_group * width;
#pragma GCC ivdep
        for (int64_t i = 0; i < width; ++i) {
            row[i] = (row[i] - mean) * inverse * gain[i] + offset[i];
        }
        store_row(row, out + r * width, width);
    }
}

template <typename Scalar>
LONGTAKE_INLINE void add_gated_rows(
    Scalar* x, const Scalar* y, const float* gate, int64_t begin, int64_t end, int64_t width, int64_t rows_per_group) {
    for (int64_t r = begin; r < end; ++r) {
        const float* factor = gate + r / rows_per_group * width;
        Scalar* to = x + r * width;
        const Scalar* from = y + r * width;
#pragma GCC ivdep
        for (int64_t i = 0; i < width; ++i) {
            to[i] = static_cast<Scalar>(static_cast<float>(to[i]) + static_cast<float>(from[i]) * factor[i]);
        }
    }
}

/// Where a rotation's angles are; null without one.
struct Rotation {
    const float* cosines = nullptr;
    const float* sines = nullptr;
    int64_t length = 1;
    int64_t half_head = 0;
};

template <typename Scalar>
LONGTAKE_INLINE void rms_norm_rows(const Scalar* x,
                                   int64_t row_stride,
                                   Scalar* out,
                                   const float* gain,
                                   const Rotation& rotation,
                                   int64_t begin,
                                   int64_t end,
                                   int64_t width,
                                   float eps,
                                   float* row) {
    for (int64_t r = begin; r < end; ++r) {
        load_row(x + r * row_stride, row, width);
        const float inverse = 1.0f / std::sqrt(square_sum_of(row, 0.0f, width) / static_cast<float>(width) + eps);
#pragma GCC ivdep
        for (int64_t i = 0; i < width; ++i) {
            row[i] = row[i] * inverse * gain[i];
        }
        if (rotation.cosines != nullptr) {
            const int64_t half = rotation.half_head;
            const float* cosines = rotation.cosines + r % rotation.length * half;
            const float* sines = rotation.sines + r % rotation.length * half;
            for (int64_t head = 0; head < width; head += 2 * half) {
                float* pair = row + head;
#pragma GCC ivdep
                for (int64_t i = 0; i < half; ++i) {
                    const float a = pair[2 * i], b = pair[2 * i + 1];
                    pair[2 * i] = a * cosines[i] - b * sines[i];
                    pair[2 * i + 1] = a * sines[i] + b * cosines[i];
                }
            }
        }
        store_row(row, out + r * width, width);
    }
}

// One instance per storage type: a vectorised function cannot be a template.

LONGTAKE_VECTORISED void unit_norm(const float* x,
                                   float* out,
                                   const float* gain,
                                   int64_t begin,
                                   int64_t end,
                                   int64_t width,
                                   bool has_silu,
                                   float* row) {
    unit_norm_rows(x, out, gain, begin, end, width, has_silu, row);
}

LONGTAKE_VECTORISED void unit_norm(const at::BFloat16* x,
                                   at::BFloat16* out,
                                   const float* gain,
                                   int64_t begin,
                                   int64_t end,
                                   int64_t width,
                                   bool has_silu,
                                   float* row) {
    unit_norm_rows(x, out, gain, begin, end, width, has_silu, row);
}

LONGTAKE_VECTORISED void layer_norm(const float* x,
                                    float* out,
                                    const float* scale,
                                    const float* shift,
                                    int64_t begin,
                                    int64_t end,
                                    int64_t width,
                                    int64_t rows_per_group,
                                    float eps,
                                    float* row) {
    layer_norm_rows(x, out, scale, shift, begin, end, width, rows_per_group, eps, row);
}

LONGTAKE_VECTORISED void layer_norm(const at::BFloat16* x,
                                    at::BFloat16* out,
                                    const float* scale,
                                    const float* shift,
                                    int64_t begin,
                                    int64_t end,
                                    int64_t width,
                                    int64_t rows_per_group,
                                    float eps,
                                    float* row) {
    layer_norm_rows(x, out, scale, shift, begin, end, width, rows_per_group, eps, row);
}

LONGTAKE_VECTORISED void add_gated_range(
    float* x, const float* y, const float* gate, int64_t begin, int64_t end, int64_t width, int64_t rows_per_group) {
    add_gated_rows(x, y, gate, begin, end, width, rows_per_group);
}

LONGTAKE_VECTORISED void add_gated_range(at::BFloat16* x,
                                         const at::BFloat16* y,
                                         const float* gate,
                                         int64_t begin,
                                         int64_t end,
                                         int64_t width,
                                         int64_t rows_per_group) {
    add_gated_rows(x, y, gate, begin, end, width, rows_per_group);
}

LONGTAKE_VECTORISED void rms_norm(const float* x,
                                  int64_t row_stride,
                                  float* out,
                                  const float* gain,
                                  const Rotation& rotation,
                                  int64_t begin,
                                  int64_t end,
                                  int64_t width,
                                  float eps,
                                  float* row) {
    rms_norm_rows(x, row_stride, out, gain, rotation, begin, end, width, eps, row);
}

LONGTAKE_VECTORISED void rms_norm(const at::BFloat16* x,
                                  int64_t row_stride,
                                  at::BFloat16* out,
                                  const float* gain,
                                  const Rotation& rotation,
                                  int64_t begin,
                                  int64_t end,
                                  int64_t width,
                                  float eps,
                                  float* row) {
    rms_norm_rows(x, row_stride, out, gain, rotation, begin, end, width, eps, row);
}

/// Calls work(begin, end, row buffer) over `rows` rows of `width` elements.
template <typename Work> void over_rows(int64_t rows, int64_t width, const Work& work) {
    const int64_t grain = std::max<int64_t>(kGrainElements / std::max<int64_t>(width, 1), 1);
    at::parallel_for(0, rows, grain, [&](int64_t begin, int64_t end) {
        std::vector<float> row(static_cast<size_t>(width));
        work(begin, end, row.data());
    });
}

void check_modulation(const torch::Tensor& x, const torch::Tensor& modulation) {
    TORCH_CHECK(
        x.is_contiguous() && modulation.is_contiguous() && modulation.scalar_type() == torch::kFloat32 &&
            modulation.size(0) == x.size(0) && x.size(1) % modulation.size(1) == 0 && modulation.size(2) == x.size(2),
        "[nn.fused] expected contiguous tokens and their modulation, got ", x.sizes(), " and ", modulation.sizes());
}

} // namespace

bool can_fuse(const torch::Tensor& x) {
    return x.device().is_cpu() && !at::GradMode::is_enabled() &&
           (x.scalar_type() == torch::kFloat32 || x.scalar_type() == torch::kBFloat16);
}

torch::Tensor fused_unit_norm(const torch::Tensor& x, const torch::Tensor& gain, RowActivation activation) {
    const int64_t width = x.size(-1);
    TORCH_CHECK(x.is_contiguous() && gain.numel() == width, "[nn.fused] expected contiguous rows of ", gain.numel(),
                ", got ", x.sizes());
    torch::Tensor out = torch::empty_like(x);
    by_storage(x, [&](auto storage) {
        using Scalar = decltype(storage);
        over_rows(x.numel() / width, width, [&](int64_t begin, int64_t end, float* row) {
            unit_norm(x.data_ptr<Scalar>(), out.data_ptr<Scalar>(), gain.data_ptr<float>(), begin, end, width,
                      activation == RowActivation::Silu, row);
        });
    });
    return out;
}

torch::Tensor
fused_layer_norm(const torch::Tensor& x, const torch::Tensor& scale, const torch::Tensor& shift, double eps) {
    check_modulation(x, scale);
    check_modulation(x, shift);
    const int64_t width = x.size(2);
    torch::Tensor out = torch::empty_like(x);
    by_storage(x, [&](auto storage) {
        using Scalar = decltype(storage);
        over_rows(x.size(0) * x.size(1), width, [&](int64_t begin, int64_t end, float* row) {
            layer_norm(x.data_ptr<Scalar>(), out.data_ptr<Scalar>(), scale.data_ptr<float>(), shift.data_ptr<float>(),
                       begin, end, width, x.size(1) / scale.size(1), static_cast<float>(eps), row);
        });
    });
    return out;
}

void fused_add_gated(torch::Tensor& x, const torch::Tensor& y, const torch::Tensor& gate) {
    check_modulation(x, gate);
    TORCH_CHECK(y.is_contiguous() && y.sizes() == x.sizes() && y.scalar_type() == x.scalar_type(),
                "[nn.fused] expected ", x.sizes(), " of one dtype, got ", y.sizes());
    by_storage(x, [&](auto storage) {
        using Scalar = decltype(storage);
        over_rows(x.size(0) * x.size(1), x.size(2), [&](int64_t begin, int64_t end, float*) {
            add_gated_range(x.data_ptr<Scalar>(), y.data_ptr<Scalar>(), gate.data_ptr<float>(), begin, end, x.size(2),
                            x.size(1) / gate.size(1));
        });
    });
}

torch::Tensor fused_rms_norm(
    const torch::Tensor& x, const torch::Tensor& gain, double eps, const RotaryTable* rotation, int64_t heads) {
    const int64_t length = x.size(1), width = x.size(2);
    TORCH_CHECK(x.dim() == 3 && x.stride(2) == 1 && (x.size(0) == 1 || x.stride(0) == length * x.stride(1)) &&
                    gain.numel() == width,
                "[nn.fused] expected rows of ", gain.numel(), " evenly apart, got ", x.sizes(), " with strides ",
                x.strides());
    Rotation angles;
    if (rotation != nullptr) {
        TORCH_CHECK(rotation->cosines.size(0) == length && rotation->cosines.size(1) * 2 * heads == width,
                    "[nn.fused] the rotation is of another shape");
        angles = {rotation->cosines.data_ptr<float>(), rotation->sines.data_ptr<float>(), length, width / heads / 2};
    }
    torch::Tensor out = torch::empty(x.sizes(), x.options());
    by_storage(x, [&](auto storage) {
        using Scalar = decltype(storage);
        over_rows(x.size(0) * length, width, [&](int64_t begin, int64_t end, float* row) {
            rms_norm(x.data_ptr<Scalar>(), x.stride(1), out.data_ptr<Scalar>(), gain.data_ptr<float>(), angles, begin,
                     end, width, static_cast<float>(eps), row);
        });
    });
    return out;
}

} // namespace longtake
