// SPDX-License-Identifier: Apache-2.0
// What kernels over rows are made of: a row of fp32 or bf16 read into fp32, sums whose order does not depend on the
// vector width, and the row written back. To be inlined into functions marked LONGTAKE_VECTORISED.
#pragma once

#include "core/nn/vectorise.h"

#include <torch/types.h>

#include <cstdint>

namespace longtake {

inline constexpr int64_t kLanes = 16; // partial sums: fixed, so that sums do not depend on the vector width

template <typename Scalar> LONGTAKE_INLINE void load_row(const Scalar* from, float* to, int64_t n) {
#pragma GCC ivdep
    for (int64_t i = 0; i < n; ++i) {
        to[i] = static_cast<float>(from[i]);
    }
}

template <typename Scalar> LONGTAKE_INLINE void store_row(const float* from, Scalar* to, int64_t n) {
#pragma GCC ivdep
    for (int64_t i = 0; i < n; ++i) {
        to[i] = static_cast<Scalar>(from[i]);
    }
}

LONGTAKE_INLINE float total(const float* lanes) {
    float sum = 0.0f;
    for (int64_t i = 0; i < kLanes; ++i) {
        sum += lanes[i];
    }
    return sum;
}

LONGTAKE_INLINE float sum_of(const float* row, int64_t n) {
    float lanes[kLanes] = {};
    int64_t i = 0;
    for (; i + kLanes <= n; i += kLanes) {
        for (int64_t j = 0; j < kLanes; ++j) {
            lanes[j] += row[i + j];
        }
    }
    for (; i < n; ++i) {
        lanes[i % kLanes] += row[i];
    }
    return total(lanes);
}

/// Sum of (row - centre)^2.
LONGTAKE_INLINE float square_sum_of(const float* row, float centre, int64_t n) {
    float lanes[kLanes] = {};
    int64_t i = 0;
    for (; i + kLanes <= n; i += kLanes) {
        for (int64_t j = 0; j < kLanes; ++j) {
            const float value = row[i + j] - centre;
            lanes[j] += value * value;
        }
    }
    for (; i < n; ++i) {
        lanes[i % kLanes] += (row[i] - centre) * (row[i] - centre);
    }
    return total(lanes);
}

/// Sum of a * b.
LONGTAKE_INLINE float dot_of(const float* a, const float* b, int64_t n) {
    float lanes[kLanes] = {};
    int64_t i = 0;
    for (; i + kLanes <= n; i += kLanes) {
        for (int64_t j = 0; j < kLanes; ++j) {
            lanes[j] += a[i + j] * b[i + j];
        }
    }
    for (; i < n; ++i) {
        lanes[i % kLanes] += a[i] * b[i];
    }
    return total(lanes);
}

/// Calls work(float{}) or work(at::BFloat16{}) by x's dtype.
template <typename Work> void by_storage(const torch::Tensor& x, const Work& work) {
    if (x.scalar_type() == torch::kFloat32) {
        work(float{});
    } else {
        work(at::BFloat16{});
    }
}

} // namespace longtake
