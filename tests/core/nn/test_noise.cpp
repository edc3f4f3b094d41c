// SPDX-License-Identifier: Apache-2.0
// Noise: the published Philox vectors, the quantile against erfc, the distribution, and independence of everything but
// the key.
#include "core/nn/noise.h"

#include <torch/torch.h>

#include <doctest/doctest.h>

#include <cmath>

using namespace longtake;

TEST_SUITE("nn.noise") {
    TEST_CASE("philox gives the known answers of its authors") {
        using Words = std::array<uint32_t, 4>;
        CHECK(philox_block({0, 0, 0, 0}, {0, 0}) == Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
        CHECK(philox_block({~0u, ~0u, ~0u, ~0u}, {~0u, ~0u}) == Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
        CHECK(philox_block({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
              Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
    }

    TEST_CASE("the quantile inverts the normal distribution") {
        for (double p : {0x1p-33, 1e-8, 1e-5, 1e-3, 0.02, 0.07499, 0.0751, 0.3, 0.4999}) {
            const double x = normal_quantile(p);
            CHECK(0.5 * std::erfc(-x / std::sqrt(2.0)) == doctest::Approx(p).epsilon(1e-12));
            CHECK(normal_quantile(1.0 - p) == doctest::Approx(-x).epsilon(1e-7));
        }
        CHECK(normal_quantile(0.5) == 0.0);
    }

    TEST_CASE("values are standard normal") {
        const torch::Tensor values = noise_values({7, 1, 0}, 1 << 20).to(torch::kFloat64);
        CHECK(std::abs(values.mean().item<double>()) < 4e-3);
        CHECK(values.var().item<double>() == doctest::Approx(1.0).epsilon(5e-3));
        CHECK(values.pow(4).mean().item<double>() == doctest::Approx(3.0).epsilon(2e-2));
        CHECK(std::abs((values.slice(0, 1) * values.slice(0, 0, -1)).mean().item<double>()) < 4e-3);
    }

    TEST_CASE("the thread count changes nothing") {
        const int threads = at::get_num_threads();
        at::set_num_threads(1);
        const torch::Tensor one = latent_noise({42, 3, 1}, {1, 16, 3, 41, 39});
        at::set_num_threads(4);
        const torch::Tensor four = latent_noise({42, 3, 1}, {1, 16, 3, 41, 39});
        at::set_num_threads(threads);
        CHECK(torch::equal(one, four));
    }

    TEST_CASE("every field of the key gives other noise, uncorrelated") {
        const NoiseKey base{5, 6, 7};
        const torch::Tensor first = noise_values(base, 40000);
        for (const NoiseKey& other :
             {NoiseKey{4, 6, 7}, NoiseKey{5, 7, 7}, NoiseKey{5, 6, 8}, NoiseKey{5 + (1ULL << 40), 6, 7},
              NoiseKey{5, 6 + (1ULL << 40), 7}, NoiseKey{6, 5, 7}}) {
            CHECK(std::abs((first * noise_values(other, 40000)).mean().item<double>()) < 0.02);
        }
    }

    TEST_CASE("a longer window begins with the same noise") {
        const torch::Tensor shorter = latent_noise({1, 2, 0}, {1, 4, 3, 5, 6});
        const torch::Tensor longer = latent_noise({1, 2, 0}, {1, 4, 7, 5, 6});
        CHECK(torch::equal(longer.slice(2, 0, 3), shorter));
        CHECK_FALSE(torch::equal(longer.slice(2, 3, 6), shorter));
    }
}
