// SPDX-License-Identifier: Apache-2.0
// See fused_gradients.h. With n the normalised row, g its gain and d the gradient of the result:
//   layer norm  dx = (d g - mean(d g) - n mean(d g n)) / sigma,  dg = sum of d n,  dshift = sum of d
//   RMS norm    dx = (d g - n mean(d g n)) / rms,                dg = sum of d n,  d turned back first
#include "core/nn/fused_gradients.h"

#include "core/nn/fused.h"
#include "core/nn/row_arithmetic.h"

#include <ATen/Parallel.h>
#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace longtake {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

constexpr int64_t kRunRows = 64;

template <typename Scalar>
LONGTAKE_INLINE void layer_norm_slopes(const Scalar* x,
                                       const Scalar* d_out,
                                       const float* gain,
                                       Scalar* d_x,
                                       float* sums,
                                       int64_t rows,
                                       int64_t width,
                                       float eps,
                                       float* buffer) {
    float *row = buffer, *slope = buffer + width, *d_gain = sums, *d_shift = sums + width;
    for (int64_t r = 0; r < rows; ++r) {
        load_row(x + r * width, row, width);
        load_row(d_out + r * width, slope, width);
        const float mean = sum_of(row, width) / static_cast<float>(width);
        const float inverse = 1.0f / std::sqrt(square_sum_of(row, mean, width) / static_cast<float>(width) + eps);
#pragma GCC ivdep
        for (int64_t i = 0; i < width; ++i) {
            row[i] = (row[i] - mean) * inverse;
            d_gain[i] += slope[i] * row[i];
            d_shift[i] += slope[i];
            slope[i] *= gain[i];
        }
        const float common = sum_of(slope, width) / static_cast<float>(width),
                    along = dot_of(slope, row, width) / static_cast<float>(width);
#pragma GCC ivdep
        for (int64_t i = 0; i < width; ++i) {
            slope[i] = inverse * (slope[i] - common - row[i] * along);
        }
        store_row(slope, d_x + r * width, width);
    }
}

/// Angles of the rows of one run; null without a rotation.
struct Turn {
    const float* cosines = nullptr;
    const float* sines = nullptr;
    int64_t length = 1, first_row = 0, half_head = 0;
};

LONGTAKE_INLINE void turn_back(float* row, const Turn& turn, int64_t r, int64_t width) {
    const int64_t half = turn.half_head, offset = (turn.first_row + r) % turn.length * half;
    const float *cosines = turn.cosines + offset, *sines = turn.sines + offset;
    for (int64_t head = 0; head < width; head += 2 * half) {
        float* pair = row + head;
#pragma GCC ivdep
        for (int64_t i = 0; i < half; ++i) {
            const float a = pair[2 * i], b = pair[2 * i + 1];
            pair[2 * i] = a * cosines[i] + b * sines[i];
            pair[2 * i + 1] = b * cosines[i] - a * sines[i];
        }
    }
}

template <typename Scalar>
LONGTAKE_INLINE void rms_norm_slopes(const Scalar* x,
                                     const Scalar* d_out,
                                     const float* gain,
                                     const Turn& turn,
                                     Scalar* d_x,
                                     float* d_gain,
                                     int64_t rows,
                                     int64_t width,
                                     float eps,
                                     float* buffer) {
    float *row = buffer, *slope = buffer + width;
    for (int64_t r = 0; r < rows; ++r) {
        load_row(x + r * width, row, width);
        load_row(d_out + r * width, slope, width);
        if (turn.cosines != nullptr) {
            turn_back(slope, turn, r, width);
        }
        const float inverse = 1.0f / std::sqrt(square_sum_of(row, 0.0f, width) / static_cast<float>(width) + eps);
#pragma GCC ivdep
        for (int64_t i = 0; i < width; ++i) {
            row[i] *= inverse;
            d_gain[i] += slope[i] * row[i];
            slope[i] *= gain[i];
        }
        const float along = dot_of(slope, row, width) / static_cast<float>(width);
#pragma GCC ivdep
        for (int64_t i = 0; i < width; ++i) {
            slope[i] = inverse * (slope[i] - row[i] * along);
        }
        store_row(slope, d_x + r * width, width);
    }
}

template <typename Scalar>
LONGTAKE_INLINE void gate_slopes(
    const Scalar* y, const Scalar* d_out, const float* gate, Scalar* d_y, float* d_gate, int64_t rows, int64_t width) {
    for (int64_t r = 0; r < rows; ++r) {
        const Scalar *from = y + r * width, *slope = d_out + r * width;
        Scalar* to = d_y + r * width;
#pragma GCC ivdep
        for (int64_t i = 0; i < width; ++i) {
            const auto d = static_cast<float>(slope[i]);
            d_gate[i] += d * static_cast<float>(from[i]);
            to[i] = static_cast<Scalar>(d * gate[i]);
        }
    }
}

// One instance per storage type: a vectorised function cannot be a template.

LONGTAKE_VECTORISED void layer_norm_run(const float* x,
                                        const float* d_out,
                                        const float* gain,
                                        float* d_x,
                                        float* sums,
                                        int64_t rows,
                                        int64_t width,
                                        float eps,
                                        float* buffer) {
    layer_norm_slopes(x, d_out, gain, d_x, sums, rows, width, eps, buffer);
}

LONGTAKE_VECTORISED void layer_norm_run(const at::BFloat16* x,
                                        const at::BFloat16* d_out,
                                        const float* gain,
                                        at::BFloat16* d_x,
                                        float* sums,
                                        int64_t rows,
                                        int64_t width,
                                        float eps,
                                        float* buffer) {
    layer_norm_slopes(x, d_out, gain, d_x, sums, rows, width, eps, buffer);
}

LONGTAKE_VECTORISED void rms_norm_run(const float* x,
                                      const float* d_out,
                                      const float* gain,
                                      const Turn& turn,
                                      float* d_x,
                                      float* d_gain,
                                      int64_t rows,
                                      int64_t width,
                                      float eps,
                                      float* buffer) {
    rms_norm_slopes(x, d_out, gain, turn, d_x, d_gain, rows, width, eps, buffer);
}

LONGTAKE_VECTORISED void rms_norm_run(const at::BFloat16* x,
                                      const at::BFloat16* d_out,
                                      const float* gain,
                                      const Turn& turn,
                                      at::BFloat16* d_x,
                                      float* d_gain,
                                      int64_t rows,
                                      int64_t width,
                                      float eps,
                                      float* buffer) {
    rms_norm_slopes(x, d_out, gain, turn, d_x, d_gain, rows, width, eps, buffer);
}

LONGTAKE_VECTORISED void gate_run(
    const float* y, const float* d_out, const float* gate, float* d_y, float* d_gate, int64_t rows, int64_t width) {
    gate_slopes(y, d_out, gate, d_y, d_gate, rows, width);
}

LONGTAKE_VECTORISED void gate_run(const at::BFloat16* y,
                                  const at::BFloat16* d_out,
                                  const float* gate,
                                  at::BFloat16* d_y,
                                  float* d_gate,
                                  int64_t rows,
                                  int64_t width) {
    gate_slopes(y, d_out, gate, d_y, d_gate, rows, width);
}

/// Rows in equal groups, worked on in runs that lie in one group each.
struct Runs {
    int64_t groups, rows_per_group, width;

    /// Calls work(first row, rows, group, sums [columns], buffer [2 * width]) for every run; the sums by group,
    /// [groups, columns].
    template <typename Work> torch::Tensor sum(int64_t columns, const Work& work) const {
        const int64_t runs = (rows_per_group + kRunRows - 1) / kRunRows;
        const torch::Tensor sums = torch::zeros({groups, runs, columns}, torch::kFloat32);
        auto* into = sums.data_ptr<float>();
        at::parallel_for(0, groups * runs, 1, [&](int64_t begin, int64_t end) {
            std::vector<float> buffer(static_cast<size_t>(2 * width));
            for (int64_t run = begin; run < end; ++run) {
                const int64_t group = run / runs, within = run % runs * kRunRows;
                work(group * rows_per_group + within, std::min(kRunRows, rows_per_group - within), group,
                     into + run * columns, buffer.data());
            }
        });
        return sums.sum(1);
    }
};

Runs runs_of(const torch::Tensor& x, const torch::Tensor& modulation) {
    const int64_t groups = modulation.size(0) * modulation.size(1);
    return {groups, x.size(0) * x.size(1) / groups, x.size(2)};
}

struct LayerNormGradient : torch::autograd::Function<LayerNormGradient> {
    static torch::Tensor forward(AutogradContext* context,
                                 const torch::Tensor& x,
                                 const torch::Tensor& scale,
                                 const torch::Tensor& shift,
                                 double eps) {
        context->save_for_backward({x, scale});
        context->saved_data["eps"] = eps;
        return fused_layer_norm(x, scale, shift, eps);
    }

    static variable_list backward(AutogradContext* context, const variable_list& slopes) {
        const auto saved = context->get_saved_variables();
        const torch::Tensor &x = saved[0], &scale = saved[1], d_out = slopes[0].contiguous();
        const auto eps = static_cast<float>(context->saved_data["eps"].toDouble());
        torch::Tensor d_x = torch::empty_like(x), sums;
        const Runs runs = runs_of(x, scale);
        by_storage(x, [&](auto storage) {
            using Scalar = decltype(storage);
            sums =
                runs.sum(2 * runs.width, [&](int64_t first, int64_t rows, int64_t group, float* into, float* buffer) {
                    const int64_t at = first * runs.width;
                    layer_norm_run(x.data_ptr<Scalar>() + at, d_out.data_ptr<Scalar>() + at,
                                   scale.data_ptr<float>() + group * runs.width, d_x.data_ptr<Scalar>() + at, into,
                                   rows, runs.width, eps, buffer);
                });
        });
        const auto parts = sums.view({scale.size(0), scale.size(1), 2, runs.width}).unbind(2);
        return {d_x, parts[0], parts[1], torch::Tensor()};
    }
};

struct AddGatedGradient : torch::autograd::Function<AddGatedGradient> {
    static torch::Tensor
    forward(AutogradContext* context, const torch::Tensor& x, const torch::Tensor& y, const torch::Tensor& gate) {
        context->save_for_backward({y, gate});
        torch::Tensor out = x.clone();
        fused_add_gated(out, y, gate);
        return out;
    }

    static variable_list backward(AutogradContext* context, const variable_list& slopes) {
        const auto saved = context->get_saved_variables();
        const torch::Tensor &y = saved[0], &gate = saved[1], d_out = slopes[0].contiguous();
        torch::Tensor d_y = torch::empty_like(y), d_gate;
        const Runs runs = runs_of(y, gate);
        by_storage(y, [&](auto storage) {
            using Scalar = decltype(storage);
            d_gate =
                runs.sum(runs.width, [&](int64_t first, int64_t rows, int64_t group, float* into, float* /*buffer*/) {
                    const int64_t at = first * runs.width;
                    gate_run(y.data_ptr<Scalar>() + at, d_out.data_ptr<Scalar>() + at,
                             gate.data_ptr<float>() + group * runs.width, d_y.data_ptr<Scalar>() + at, into, rows,
                             runs.width);
                });
        });
        return {d_out, d_y, d_gate.view_as(gate)};
    }
};

struct RmsNormGradient : torch::autograd::Function<RmsNormGradient> {
    static torch::Tensor forward(AutogradContext* context,
                                 const torch::Tensor& x,
                                 const torch::Tensor& gain,
                                 double eps,
                                 const torch::Tensor& cosines,
                                 const torch::Tensor& sines,
                                 int64_t heads) {
        context->save_for_backward({x, gain, cosines, sines});
        context->saved_data["eps"] = eps;
        const RotaryTable rotation{cosines, sines};
        return fused_rms_norm(x, gain, eps, cosines.numel() > 0 ? &rotation : nullptr, heads);
    }

    static variable_list backward(AutogradContext* context, const variable_list& slopes) {
        const auto saved = context->get_saved_variables();
        const torch::Tensor &x = saved[0], &gain = saved[1], &cosines = saved[2], &sines = saved[3],
                            d_out = slopes[0].contiguous();
        const auto eps = static_cast<float>(context->saved_data["eps"].toDouble());
        Turn turn;
        if (cosines.numel() > 0) {
            turn = {cosines.data_ptr<float>(), sines.data_ptr<float>(), x.size(1), 0, cosines.size(1)};
        }
        torch::Tensor d_x = torch::empty_like(x), d_gain;
        const Runs runs{1, x.size(0) * x.size(1), x.size(2)};
        by_storage(x, [&](auto storage) {
            using Scalar = decltype(storage);
            d_gain =
                runs.sum(runs.width, [&](int64_t first, int64_t rows, int64_t /*group*/, float* into, float* buffer) {
                    const int64_t at = first * runs.width;
                    Turn here = turn;
                    here.first_row = first;
                    rms_norm_run(x.data_ptr<Scalar>() + at, d_out.data_ptr<Scalar>() + at, gain.data_ptr<float>(), here,
                                 d_x.data_ptr<Scalar>() + at, into, rows, runs.width, eps, buffer);
                });
        });
        return {d_x, d_gain.view_as(gain), torch::Tensor(), torch::Tensor(), torch::Tensor(), torch::Tensor()};
    }
};

} // namespace

bool can_fuse_gradients(const torch::Tensor& x) {
    return x.device().is_cpu() && at::GradMode::is_enabled() &&
           (x.scalar_type() == torch::kFloat32 || x.scalar_type() == torch::kBFloat16);
}

torch::Tensor
taught_layer_norm(const torch::Tensor& x, const torch::Tensor& scale, const torch::Tensor& shift, double eps) {
    return LayerNormGradient::apply(x.contiguous(), scale.contiguous(), shift.contiguous(), eps);
}

torch::Tensor taught_add_gated(const torch::Tensor& x, const torch::Tensor& y, const torch::Tensor& gate) {
    return AddGatedGradient::apply(x.contiguous(), y.contiguous(), gate.contiguous());
}

torch::Tensor taught_rms_norm(
    const torch::Tensor& x, const torch::Tensor& gain, double eps, const RotaryTable* rotation, int64_t heads) {
    const torch::Tensor none = torch::empty({0}); // undefined tensors cannot be handed to a function with gradients
    return RmsNormGradient::apply(x.contiguous(), gain, eps, rotation == nullptr ? none : rotation->cosines,
                                  rotation == nullptr ? none : rotation->sines, heads);
}

} // namespace longtake
