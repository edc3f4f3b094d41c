// SPDX-License-Identifier: Apache-2.0
// The row kernels with gradients against what autograd makes of the plain operations, in both storage types, over odd
// widths, groups longer and shorter than a run, and on one thread and several.
#include "core/nn/fused_gradients.h"

#include "core/nn/noise.h"

#include <torch/torch.h>

#include <doctest/doctest.h>

#include <functional>

using namespace longtake;

namespace {

constexpr double kEps = 1e-6;
constexpr torch::ScalarType kStorages[] = {torch::kFloat32, torch::kBFloat16};

using Tensors = std::vector<torch::Tensor>;

torch::Tensor values(uint64_t stream, std::vector<int64_t> sizes) {
    return noise_values({13, stream, 0}, c10::multiply_integers(sizes)).view(sizes);
}

/// The result of `work` on leaves made of `inputs`, and the gradients of a weighted sum of it.
Tensors with_gradients(const Tensors& inputs, const std::function<torch::Tensor(const Tensors&)>& work) {
    Tensors leaves;
    for (const torch::Tensor& input : inputs) {
        leaves.push_back(input.detach().clone().requires_grad_());
    }
    torch::Tensor out = work(leaves);
    (out.to(torch::kFloat64) * values(99, {out.numel()}).view(out.sizes())).sum().backward();
    Tensors all{out.detach()};
    for (const torch::Tensor& leaf : leaves) {
        all.push_back(leaf.grad());
    }
    return all;
}

/// The fused and the plain work on the same inputs, the first `stored` of which have the storage type. The plain one
/// runs in fp64.
void check_same(const Tensors& inputs,
                size_t stored,
                const std::function<torch::Tensor(const Tensors&)>& fused,
                const std::function<torch::Tensor(const Tensors&)>& plain) {
    for (const auto dtype : kStorages) {
        Tensors narrow, wide;
        for (size_t i = 0; i < inputs.size(); ++i) {
            narrow.push_back(i < stored ? inputs[i].to(dtype) : inputs[i]);
            wide.push_back(narrow.back().to(torch::kFloat64));
        }
        const Tensors ours = with_gradients(narrow, fused), theirs = with_gradients(wide, plain);
        for (size_t i = 0; i < ours.size(); ++i) {
            CAPTURE(i);
            REQUIRE(ours[i].sizes() == theirs[i].sizes());
            const double size = theirs[i].norm().item<double>(),
                         error = (ours[i].to(torch::kFloat64) - theirs[i]).norm().item<double>();
            CHECK(error <= (dtype == torch::kFloat32 ? 2e-5 : 1e-2) * size);
        }
    }
}

torch::Tensor spread(const torch::Tensor& modulation, const torch::Tensor& x) {
    return modulation.repeat_interleave(x.size(1) / modulation.size(1), 1);
}

struct Shape {
    int64_t batch, groups, rows, width;
};
constexpr Shape kShapes[] = {{2, 3, 5, 16}, {1, 1, 130, 33}, {3, 1, 1, 7}, {2, 4, 64, 48}};

} // namespace

TEST_SUITE("nn.fused_gradients") {
    TEST_CASE("it needs the CPU and gradients") {
        CHECK(can_fuse_gradients(torch::zeros({1})));
        CHECK_FALSE(can_fuse_gradients(torch::zeros({1}, torch::kFloat64)));
        const torch::NoGradGuard no_gradients;
        CHECK_FALSE(can_fuse_gradients(torch::zeros({1})));
    }

    TEST_CASE("modulated layer norm") {
        for (const auto& [batch, groups, rows, width] : kShapes) {
            check_same(
                {values(1, {batch, groups * rows, width}) * 3 + 1, values(2, {batch, groups, width}),
                 values(3, {batch, groups, width})},
                1, [](const Tensors& in) { return taught_layer_norm(in[0], in[1], in[2], kEps); },
                [](const Tensors& in) {
                    return torch::layer_norm(in[0], {in[0].size(2)}, {}, {}, kEps) * spread(in[1], in[0]) +
                           spread(in[2], in[0]);
                });
        }
    }

    TEST_CASE("gated addition") {
        for (const auto& [batch, groups, rows, width] : kShapes) {
            check_same(
                {values(1, {batch, groups * rows, width}), values(2, {batch, groups * rows, width}),
                 values(3, {batch, groups, width})},
                2, [](const Tensors& in) { return taught_add_gated(in[0], in[1], in[2]); },
                [](const Tensors& in) { return in[0] + in[1] * spread(in[2], in[0]); });
        }
    }

    TEST_CASE("RMS norm, plain and rotated") {
        const auto plain = [](const Tensors& in) {
            return in[0] * torch::rsqrt(in[0].square().mean(-1, true) + kEps) * in[1];
        };
        for (const auto& [batch, groups, rows, width] : kShapes) {
            check_same(
                {values(1, {batch, groups * rows, width}) * 2, values(2, {width})}, 1,
                [](const Tensors& in) { return taught_rms_norm(in[0], in[1], kEps, nullptr, 1); }, plain);
        }
        const int64_t heads = 2, head = 12;
        const RotaryTable table = rotary_table(head, {3, 5, 7}, 1, torch::kCPU);
        check_same(
            {values(1, {2, 105, heads * head}), values(2, {heads * head})}, 1,
            [&](const Tensors& in) { return taught_rms_norm(in[0], in[1], kEps, &table, heads); },
            [&](const Tensors& in) {
                const torch::Tensor pairs = plain(in).unflatten(2, {heads, head / 2, 2}), a = pairs.select(-1, 0),
                                    b = pairs.select(-1, 1);
                const torch::Tensor cosines = table.cosines.to(torch::kFloat64).unsqueeze(1),
                                    sines = table.sines.to(torch::kFloat64).unsqueeze(1);
                return torch::stack({a * cosines - b * sines, a * sines + b * cosines}, -1).flatten(2);
            });
    }

    TEST_CASE("gradients do not depend on the number of threads") {
        const Tensors inputs{values(1, {2, 300, 64}), values(2, {2, 3, 64}), values(3, {2, 3, 64})};
        const auto work = [](const Tensors& in) { return taught_layer_norm(in[0], in[1], in[2], kEps); };
        const int threads = at::get_num_threads();
        at::set_num_threads(1);
        const Tensors one = with_gradients(inputs, work);
        at::set_num_threads(3);
        const Tensors three = with_gradients(inputs, work);
        at::set_num_threads(threads);
        for (size_t i = 0; i < one.size(); ++i) {
            CHECK(torch::equal(one[i], three[i]));
        }
    }
}
