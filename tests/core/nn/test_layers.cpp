// SPDX-License-Identifier: Apache-2.0
// Layers against the torch operations they are made to equal, and rotary positions against complex multiplication.
#include "core/nn/layers.h"

#include "core/nn/attention.h"
#include "core/nn/initialise.h"
#include "core/nn/noise.h"
#include "core/nn/rope.h"

#include <torch/torch.h>

#include <doctest/doctest.h>

#include <cmath>

using namespace longtake;

namespace {

torch::Tensor values(uint64_t stream, std::vector<int64_t> sizes) {
    return noise_values({13, stream, 0}, c10::multiply_integers(sizes)).view(sizes);
}

bool close(const torch::Tensor& a, const torch::Tensor& b) {
    return a.sizes() == b.sizes() && torch::allclose(a, b, 1e-5, 1e-5);
}

} // namespace

TEST_SUITE("nn.layers") {
    TEST_CASE("a patch embedding is the convolution it replaces, and unpatchify undoes the order of its tokens") {
        const torch::NoGradGuard no_grad;
        for (const std::array<int64_t, 3> patch : {std::array<int64_t, 3>{1, 2, 2}, {2, 1, 3}, {1, 1, 1}}) {
            PatchEmbedding embedding(3, 10, patch, torch::kFloat32);
            initialise_parameters(embedding, 1);
            const torch::Tensor x = values(1, {2, 3, 2 * patch[0], 3 * patch[1], 4 * patch[2]});
            const torch::Tensor truth =
                torch::conv3d(x, embedding.weight, embedding.bias, patch).flatten(2).transpose(1, 2);
            CHECK(close(embedding.forward(x), truth));
            CHECK_THROWS(embedding.forward(x.slice(1, 0, 2)));

            // Tokens made of the pixels themselves come back as the picture.
            torch::Tensor pixels =
                x.unflatten(4, {-1, patch[2]}).unflatten(3, {-1, patch[1]}).unflatten(2, {-1, patch[0]});
            pixels = pixels.permute({0, 2, 4, 6, 3, 5, 7, 1}).flatten(4).flatten(1, 3);
            CHECK(torch::equal(unpatchify_tokens(pixels, {2, 3, 4}, patch), x));
        }
    }

    TEST_CASE("timestep sinusoids: cosines first, frequency by frequency, odd widths padded") {
        const torch::Tensor waves = timestep_embedding(torch::tensor({0.0, 999.0}), 9);
        REQUIRE(waves.sizes() == at::IntArrayRef({2, 9}));
        CHECK(torch::equal(waves[0], torch::tensor({1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0}, torch::kFloat32)));
        for (int64_t i = 0; i < 4; ++i) {
            const double angle = 999.0 * std::pow(10000.0, -static_cast<double>(i) / 4.0);
            CHECK(waves[1][i].item<double>() == doctest::Approx(std::cos(angle)).epsilon(1e-4));
            CHECK(waves[1][4 + i].item<double>() == doctest::Approx(std::sin(angle)).epsilon(1e-4));
        }
    }

    TEST_CASE("modulation without gradients equals modulation with them") {
        const torch::Tensor x = values(1, {2, 6, 24}), y = values(2, {2, 6, 24});
        const torch::Tensor scale = values(3, {2, 3, 24}), shift = values(4, {2, 3, 24});
        const torch::Tensor normed = modulated_norm(x, scale, shift, 1e-6), sum = add_gated(x, y, scale);
        const torch::NoGradGuard no_grad;
        CHECK(close(modulated_norm(x, scale, shift, 1e-6), normed));
        CHECK(close(add_gated(x.clone(), y, scale), sum));
    }

    TEST_CASE("rotation keeps lengths and turns by the distance of positions alone") {
        constexpr int64_t kHead = 32;
        const RotaryTable table = rotary_table(kHead, {6, 3, 4}, 0, torch::kCPU);
        const torch::Tensor x = values(5, {1, 1, 1, kHead}).expand({1, 72, 1, kHead}).contiguous();
        const torch::Tensor turned = apply_rotary(x, table).view({6, 3, 4, kHead});
        CHECK(close(turned.norm(2, -1), x.view({6, 3, 4, kHead}).norm(2, -1)));
        const auto score = [&](int64_t a, int64_t b) { return turned[a][1][2].dot(turned[b][1][2]).item<double>(); };
        CHECK(score(0, 2) == doctest::Approx(score(3, 5)).epsilon(1e-4));
        CHECK(score(0, 2) != doctest::Approx(score(0, 3)).epsilon(1e-4));

        const RotaryTable later = rotary_table(kHead, {2, 3, 4}, 4, torch::kCPU);
        CHECK(torch::equal(later.cosines, table.cosines.slice(0, 48)));
    }

    TEST_CASE("attention is softmax of scaled scores plus bias") {
        const torch::Tensor q = values(1, {2, 3, 5, 8}), k = values(2, {2, 3, 7, 8}), v = values(3, {2, 3, 7, 8}),
                            bias = values(4, {2, 1, 1, 7});
        const auto truth = [&](double scale) {
            return torch::softmax(torch::matmul(q, k.transpose(2, 3)) * scale + bias, -1)
                .matmul(v)
                .transpose(1, 2)
                .flatten(2);
        };
        CHECK(close(attend(q, k, v, bias), truth(1.0 / std::sqrt(8.0))));
        CHECK(close(attend(q, k, v, bias, 1.0), truth(1.0)));
        CHECK_THROWS(attend(q, k.slice(3, 0, 4), v));
    }

    TEST_CASE("initial weights depend on seed and name alone") {
        FeedForward a(6, 12, 6, Activation::Gelu, torch::kFloat32), b(6, 12, 6, Activation::Gelu, torch::kFloat32);
        initialise_parameters(a, 7);
        initialise_parameters(b, 7);
        CHECK(torch::equal(a.in_projection->weight, b.in_projection->weight));
        initialise_parameters(b, 8);
        CHECK_FALSE(torch::equal(a.in_projection->weight, b.in_projection->weight));
        CHECK(a.in_projection->weight.std().item<double>() == doctest::Approx(std::sqrt(1.0 / 18.0)).epsilon(0.3));
    }
}
