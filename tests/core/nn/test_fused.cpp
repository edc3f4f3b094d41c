// SPDX-License-Identifier: Apache-2.0
// The fused inference kernels against the plain operations they stand for, in both storage types, over odd widths.
#include "core/nn/fused.h"

#include "core/nn/layers.h"
#include "core/nn/noise.h"

#include <torch/torch.h>

#include <doctest/doctest.h>

using namespace longtake;

namespace {

torch::Tensor values(uint64_t stream, std::vector<int64_t> sizes, torch::ScalarType dtype = torch::kFloat32) {
    return noise_values({12, stream, 0}, c10::multiply_integers(sizes)).view(sizes).to(dtype);
}

/// Greatest difference allowed: a few roundings of values near 1.
double tolerance(torch::ScalarType dtype) {
    return dtype == torch::kFloat32 ? 2e-5 : 5e-2;
}

double difference(const torch::Tensor& a, const torch::Tensor& b) {
    REQUIRE(a.sizes() == b.sizes());
    REQUIRE((a.scalar_type() == b.scalar_type()));
    return (a.to(torch::kFloat64) - b.to(torch::kFloat64)).abs().max().item<double>();
}

constexpr torch::ScalarType kStorages[] = {torch::kFloat32, torch::kBFloat16};

} // namespace

TEST_SUITE("nn.fused") {
    TEST_CASE("fusing needs the CPU and no gradients") {
        CHECK_FALSE(can_fuse(torch::zeros({1})));
        const torch::NoGradGuard no_grad;
        CHECK(can_fuse(torch::zeros({1})));
        CHECK_FALSE(can_fuse(torch::zeros({1}, torch::kFloat64)));
    }

    TEST_CASE("unit norm with and without SiLU") {
        const torch::InferenceMode inference;
        for (const auto dtype : kStorages) {
            for (const int64_t width : {1, 7, 16, 33, 96}) {
                torch::Tensor x = values(1, {5, 3, width}, dtype) * 3;
                x[0][0].zero_();
                const torch::Tensor gain = values(2, {width});
                const torch::Tensor wide = x.to(torch::kFloat32);
                const torch::Tensor plain = wide / wide.norm(2, -1, true).clamp_min(1e-12) * gain;
                CHECK(difference(fused_unit_norm(x, gain, RowActivation::None), plain.to(dtype)) < tolerance(dtype));
                CHECK(difference(fused_unit_norm(x, gain * 30, RowActivation::Silu),
                                 torch::silu(plain * 30).to(dtype)) < 30 * tolerance(dtype));
            }
        }
    }

    TEST_CASE("modulated layer norm and gated addition, one group, several, one per token") {
        const torch::InferenceMode inference;
        for (const auto dtype : kStorages) {
            for (const int64_t groups : {1, 3, 12}) {
                const torch::Tensor x = values(1, {2, 12, 37}, dtype);
                const torch::Tensor y = values(2, {2, 12, 37}, dtype);
                const torch::Tensor scale = values(3, {2, groups, 37}), shift = values(4, {2, groups, 37});
                const auto spread = [&](const torch::Tensor& m) { return m.repeat_interleave(12 / groups, 1); };
                const torch::Tensor plain =
                    torch::layer_norm(x.to(torch::kFloat32), {37}, {}, {}, 1e-6) * spread(scale) + spread(shift);
                CHECK(difference(fused_layer_norm(x, scale, shift, 1e-6), plain.to(dtype)) < tolerance(dtype));
                torch::Tensor sum = x.clone();
                fused_add_gated(sum, y, scale);
                CHECK(difference(sum, (x.to(torch::kFloat32) + y.to(torch::kFloat32) * spread(scale)).to(dtype)) <
                      tolerance(dtype));
            }
        }
    }

    TEST_CASE("RMS norm, with rotation and with rows inside wider rows") {
        const torch::InferenceMode inference;
        for (const auto dtype : kStorages) {
            const torch::Tensor wide = values(1, {2, 12, 3 * 40}, dtype);
            const torch::Tensor x = wide.slice(2, 40, 80);
            RmsNorm norm(40, 1e-6);
            norm.weight.set_data(values(2, {40}));
            const torch::Tensor fp32 = x.to(torch::kFloat32);
            const torch::Tensor plain = fp32 * torch::rsqrt(fp32.square().mean(-1, true) + 1e-6) * norm.weight;
            CHECK(difference(fused_rms_norm(x, norm.weight, 1e-6, nullptr, 1), plain.to(dtype)) < tolerance(dtype));

            const RotaryTable table = rotary_table(20, {3, 2, 2}, 0, torch::kCPU);
            const torch::Tensor rotated = apply_rotary(plain.unflatten(2, {2, -1}), table).flatten(2).to(dtype);
            CHECK(difference(fused_rms_norm(x, norm.weight, 1e-6, &table, 2), rotated) < tolerance(dtype));
        }
    }
}
