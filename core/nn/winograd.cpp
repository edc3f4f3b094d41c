// SPDX-License-Identifier: Apache-2.0
// See winograd.h. Work is cut into chunks of tiles; a thread takes a chunk through all three phases while it is in its
// cache. winograd_wide.cpp does otherwise where the weights are larger than any cache.
#include "core/nn/winograd.h"

#include "core/nn/kernel_memory.h"
#include "core/nn/winograd_tiles.h"

#include <ATen/Parallel.h>
#include <torch/torch.h>

#include <algorithm>
#include <array>

namespace longtake {
namespace {

using namespace winograd;

constexpr int64_t kWeightBlock = 256;             // weights transformed together
constexpr int64_t kChunkBytes = int64_t{3} << 19; // transformed input and output of a chunk

/// Transformed input of `count` tiles from `tile`: [36, count, planes, C].
LONGTAKE_VECTORISED void
transform_chunk(const Plan<float>& plan, const FrameGroup& group, int64_t tile, int64_t count, float* out) {
    const int64_t planes = group.end + plan.taps - 1 - group.first;
    for (int64_t i = 0; i < count; ++i) {
        for (int64_t f = 0; f < planes; ++f) {
            transform_tile(plan, plan.planes[static_cast<size_t>(group.first + f)], tile + i,
                           out + (i * planes + f) * plan.channels, count * planes * plan.channels);
        }
    }
}

LONGTAKE_VECTORISED void
transform_chunk(const Plan<at::BFloat16>& plan, const FrameGroup& group, int64_t tile, int64_t count, float* out) {
    const int64_t planes = group.end + plan.taps - 1 - group.first;
    for (int64_t i = 0; i < count; ++i) {
        for (int64_t f = 0; f < planes; ++f) {
            transform_tile(plan, plan.planes[static_cast<size_t>(group.first + f)], tile + i,
                           out + (i * planes + f) * plan.channels, count * planes * plan.channels);
        }
    }
}

/// The 4x4 outputs of `count` tiles from `tile`; `products` [36, count, T, O].
LONGTAKE_VECTORISED void
finish_chunk(const Plan<float>& plan, const FrameGroup& group, int64_t tile, int64_t count, const float* products) {
    for (int64_t i = 0; i < count; ++i) {
        for (int64_t t = 0; t < group.count(); ++t) {
            finish_tile(plan, group.begin + t, tile + i, 0, plan.out_channels,
                        products + (i * group.count() + t) * plan.out_channels,
                        count * group.count() * plan.out_channels);
        }
    }
}

LONGTAKE_VECTORISED void finish_chunk(
    const Plan<at::BFloat16>& plan, const FrameGroup& group, int64_t tile, int64_t count, const float* products) {
    for (int64_t i = 0; i < count; ++i) {
        for (int64_t t = 0; t < group.count(); ++t) {
            finish_tile(plan, group.begin + t, tile + i, 0, plan.out_channels,
                        products + (i * group.count() + t) * plan.out_channels,
                        count * group.count() * plan.out_channels);
        }
    }
}

/// Elements [begin, end) of the nine planes of `count` elements at `from` become those of 36 planes at `to`.
LONGTAKE_VECTORISED void transform_weights(const float* from, float* to, int64_t begin, int64_t end, int64_t count) {
    float rows[kTile][3][kWeightBlock];
    for (int64_t block = begin; block < end; block += kWeightBlock) {
        const int64_t n = std::min(kWeightBlock, end - block);
        for (int64_t j = 0; j < 3; ++j) {
            const float* in[3] = {from + j * count + block, from + (3 + j) * count + block,
                                  from + (6 + j) * count + block};
            float* out[6] = {rows[0][j], rows[1][j], rows[2][j], rows[3][j], rows[4][j], rows[5][j]};
            transform_kernel(in, out, n);
        }
        for (int64_t i = 0; i < kTile; ++i) {
            const float* in[3] = {rows[i][0], rows[i][1], rows[i][2]};
            float* first = to + i * kTile * count + block;
            float* out[6] = {
                first, first + count, first + 2 * count, first + 3 * count, first + 4 * count, first + 5 * count};
            transform_kernel(in, out, n);
        }
    }
}

/// products [36, count, T, O]: for every point and frame, tiles x (taps * C) times (taps * C) x O.
template <typename Scalar>
void multiply_chunk(const Plan<Scalar>& plan,
                    const FrameGroup& group,
                    const float* weights,
                    int64_t count,
                    const float* input,
                    float* products) {
    const int64_t planes = group.end + plan.taps - 1 - group.first;
    const int64_t channels = plan.channels, out = plan.out_channels;
    for (int64_t point = 0; point < kPoints; ++point) {
        for (int64_t t = 0; t < group.count(); ++t) {
            const int64_t skipped = std::max(group.first - group.begin - t, int64_t{0}); // taps on planes that are zero
            const int64_t plane = group.begin + t + skipped - group.first;
            multiply(count, out, (plan.taps - skipped) * channels, input + (point * count * planes + plane) * channels,
                     planes * channels, weights + (point * plan.taps + skipped) * channels * out, out,
                     products + (point * count * group.count() + t) * out, group.count() * out);
        }
    }
}

template <typename Scalar> void run_group(const Plan<Scalar>& plan, const FrameGroup& group, const float* weights) {
    const int64_t planes = group.end + plan.taps - 1 - group.first;
    const int64_t bytes_per_tile =
        kPoints * (planes * plan.channels + group.count() * plan.out_channels) * static_cast<int64_t>(sizeof(float));
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
            multiply_chunk(plan, group, weights, count, input.data(), products.data());
            finish_chunk(plan, group, tile, count, products.data());
        }
    });
}

/// `step` is the side of an output tile.
template <typename Scalar> Plan<Scalar> make_plan(const WinogradJob& job, const torch::Tensor& out, int64_t step) {
    const torch::Tensor& x = job.fresh;
    Plan<Scalar> plan{};
    plan.height = x.size(1);
    plan.width = x.size(2);
    plan.channels = x.size(3);
    plan.out_height = out.size(1);
    plan.out_width = out.size(2);
    plan.out_channels = out.size(3);
    plan.taps = job.weight.size(2);
    plan.tiles_x = (plan.out_width + step - 1) / step;
    plan.tile_count = plan.tiles_x * ((plan.out_height + step - 1) / step);
    plan.is_doubled = job.scale == PlaneScale::Doubled;
    plan.bias = job.bias.data_ptr<float>();
    plan.addend = job.addend.defined() ? job.addend.data_ptr<Scalar>() : nullptr;
    plan.out = out.data_ptr<Scalar>();
    const int64_t plane = plan.height * plan.width * plan.channels;
    for (int64_t i = 0; i < plan.taps - 1; ++i) {
        plan.planes.push_back(job.history.defined() ? job.history.data_ptr<Scalar>() + i * plane : nullptr);
    }
    for (int64_t t = 0; t < x.size(0); ++t) {
        plan.planes.push_back(x.data_ptr<Scalar>() + t * plane);
    }
    return plan;
}

template <typename Scalar> void run(const WinogradJob& job, const torch::Tensor& out, torch::Tensor& scratch) {
    const auto plan = make_plan<Scalar>(job, out, kStep);
    if (!job.prepared.defined()) {
        run_wide(plan, job.weight, scratch);
        return;
    }
    for (const FrameGroup& group : frame_groups(plan)) {
        run_group(plan, group, job.prepared.data_ptr<float>());
    }
}

/// Room for the result of a job, which is checked.
torch::Tensor make_result(const WinogradJob& job) {
    const torch::Tensor& x = job.fresh;
    const torch::Tensor& weight = job.weight;
    const int64_t taps = weight.size(2);
    TORCH_CHECK(weight.dim() == 5 && weight.is_contiguous() && weight.size(3) == 3 && weight.size(4) == 3,
                "[nn.winograd] expected contiguous [O, C, kt, 3, 3], got ", weight.sizes());
    TORCH_CHECK(x.dim() == 4 && x.is_contiguous() && weight.size(1) == x.size(3),
                "[nn.winograd] expected contiguous [T, H, W, ", weight.size(1), "], got ", x.sizes());
    const int64_t scale = job.scale == PlaneScale::Doubled ? 2 : 1;
    torch::Tensor out = torch::empty({x.size(0), scale * x.size(1), scale * x.size(2), weight.size(0)}, x.options());
    TORCH_CHECK(!job.addend.defined() || (job.addend.sizes() == out.sizes() && job.addend.is_contiguous()),
                "[nn.winograd] expected an addend ", out.sizes(), ", got ", job.addend.sizes());
    TORCH_CHECK(!job.history.defined() || (job.history.is_contiguous() && job.history.size(0) == taps - 1 &&
                                           job.history.scalar_type() == x.scalar_type()),
                "[nn.winograd] expected ", taps - 1, " frames of history like the fresh ones");
    return out;
}

} // namespace

bool winograd_is_available() {
    return kHasMatrixKernel;
}

torch::Tensor winograd_weights(const torch::Tensor& weight) {
    const torch::Tensor ordered = weight.permute({3, 4, 2, 1, 0}).to(torch::kFloat32).contiguous(); // [3, 3, kt, C, O]
    const int64_t rows = weight.size(2) * weight.size(1), out = weight.size(0), count = rows * out;
    const torch::Tensor prepared = torch::empty({kPoints, rows, out}, torch::kFloat32);
    const float* from = ordered.data_ptr<float>();
    float* to = prepared.data_ptr<float>();
    at::parallel_for(0, count, kWeightBlock,
                     [&](int64_t begin, int64_t end) { transform_weights(from, to, begin, end, count); });
    return prepared;
}

void* scratch_memory(torch::Tensor& scratch, int64_t bytes) {
    if (!scratch.defined() || scratch.numel() < bytes) {
        scratch = torch::Tensor(); // gives its memory back first
        scratch = torch::empty({bytes}, torch::kUInt8);
    }
    return scratch.data_ptr();
}

torch::Tensor winograd_convolve(const WinogradJob& job, torch::Tensor& scratch) {
    torch::Tensor out = make_result(job);
    if (out.scalar_type() == torch::kFloat32) {
        run<float>(job, out, scratch);
    } else {
        TORCH_CHECK(out.scalar_type() == torch::kBFloat16, "[nn.winograd] expected fp32 or bf16, got ",
                    out.scalar_type());
        run<at::BFloat16>(job, out, scratch);
    }
    return out;
}

torch::Tensor winograd_half_convolve(const WinogradJob& job, torch::Tensor& scratch) {
    torch::Tensor out = make_result(job);
    TORCH_CHECK(out.scalar_type() == torch::kBFloat16 && job.prepared.defined(),
                "[nn.winograd] expected bf16 and prepared weights");
    run_half(make_plan<at::BFloat16>(job, out, kHalfStep), job.prepared, scratch);
    return out;
}

} // namespace longtake
