// SPDX-License-Identifier: Apache-2.0
// See noise.h. Built with -ffp-contract=off: a fused multiply-add would round differently from one machine to the next.
#include "core/nn/noise.h"

#include <ATen/Parallel.h>

#include <bit>
#include <cmath>

namespace longtake {
namespace {

struct Stream {
    std::array<uint32_t, 2> key;
    std::array<uint32_t, 2> offset;
};

uint32_t low(uint64_t value) {
    return static_cast<uint32_t>(value);
}

uint32_t high(uint64_t value) {
    return static_cast<uint32_t>(value >> 32);
}

Stream stream_of(const NoiseKey& key) {
    const auto words = philox_block({low(key.shot), high(key.shot), key.window, 0}, {low(key.seed), high(key.seed)});
    return {{words[0], words[1]}, {words[2], words[3]}};
}

template <size_t N> double polynomial(const std::array<double, N>& coefficients, double x) {
    double sum = coefficients[N - 1];
    for (size_t i = N - 1; i-- > 0;) {
        sum = sum * x + coefficients[i];
    }
    return sum;
}

/// ln p for normal p > 0 from +, -, *, / only: ln m = 2 atanh((m - 1) / (m + 1)) with m in [sqrt(1/2), sqrt(2)).
double natural_log(double p) {
    const uint64_t bits = std::bit_cast<uint64_t>(p);
    int64_t exponent = static_cast<int64_t>(bits >> 52) - 1023;
    double mantissa = std::bit_cast<double>((bits & 0x000fffffffffffffULL) | 0x3ff0000000000000ULL);
    if (mantissa > 1.4142135623730951) {
        mantissa *= 0.5;
        ++exponent;
    }
    const double s = (mantissa - 1.0) / (mantissa + 1.0);
    const double square = s * s;
    double series = 0.0;
    for (int odd = 23; odd >= 1; odd -= 2) {
        series = series * square + 1.0 / odd;
    }
    return 2.0 * s * series + static_cast<double>(exponent) * 0.69314718055994530942;
}

/// Writes values [begin, end) of one frame.
void fill(const Stream& stream, uint32_t frame, int64_t begin, int64_t end, float* out) {
    std::array<uint32_t, 4> words{};
    int64_t block = -1;
    for (int64_t i = begin; i < end; ++i) {
        if (i / 4 != block) {
            block = i / 4;
            words = philox_block({low(static_cast<uint64_t>(block)), frame, stream.offset[0], stream.offset[1]},
                                 stream.key);
        }
        out[i] = static_cast<float>(normal_quantile((words[static_cast<size_t>(i % 4)] + 0.5) * 0x1p-32));
    }
}

} // namespace

torch::Tensor latent_noise(const NoiseKey& key, const std::array<int64_t, 5>& shape) {
    const auto [batch, channels, frames, height, width] = shape;
    TORCH_CHECK(batch == 1 && channels > 0 && frames > 0 && height > 0 && width > 0,
                "[nn.noise] expected [1, C, T, h, w], got [", batch, ", ", channels, ", ", frames, ", ", height, ", ",
                width, "]");
    std::vector<torch::Tensor> by_frame;
    for (int64_t t = 0; t < frames; ++t) {
        by_frame.push_back(
            noise_values(key, channels * height * width, static_cast<uint32_t>(t)).view({1, channels, height, width}));
    }
    return torch::stack(by_frame, 2); // [1, C, T, h, w]
}

torch::Tensor noise_values(const NoiseKey& key, int64_t count, uint32_t frame) {
    constexpr int64_t kMost = int64_t{4} << 32; // the block counter has 32 bits
    TORCH_CHECK(count >= 0 && count <= kMost, "[nn.noise] expected at most 2^34 values per frame, got ", count);
    const Stream stream = stream_of(key);
    torch::Tensor values = torch::empty({count}, torch::kFloat32);
    float* out = values.data_ptr<float>();
    at::parallel_for(0, count, 1 << 14, [&](int64_t begin, int64_t end) { fill(stream, frame, begin, end, out); });
    return values;
}

std::array<uint32_t, 4> philox_block(std::array<uint32_t, 4> counter, std::array<uint32_t, 2> key) {
    for (int round = 0; round < 10; ++round) {
        const uint64_t first = uint64_t{0xD2511F53} * counter[0];
        const uint64_t second = uint64_t{0xCD9E8D57} * counter[2];
        counter = {high(second) ^ counter[1] ^ key[0], low(second), high(first) ^ counter[3] ^ key[1], low(first)};
        key = {key[0] + 0x9E3779B9u, key[1] + 0xBB67AE85u};
    }
    return counter;
}

double normal_quantile(double p) {
    // Coefficients in rising powers, numerator and denominator, for the centre, the shoulder and the tail.
    static constexpr std::array<double, 8> kCentreTop = {
        3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
        4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3};
    static constexpr std::array<double, 8> kCentreBottom = {1.0,
                                                            4.2313330701600911252e1,
                                                            6.8718700749205790830e2,
                                                            5.3941960214247511077e3,
                                                            2.1213794301586595867e4,
                                                            3.9307895800092710610e4,
                                                            2.8729085735721942674e4,
                                                            5.2264952788528545610e3};
    static constexpr std::array<double, 8> kShoulderTop = {
        1.42343711074968357734e0, 4.63033784615654529590e0,  5.76949722146069140550e0,  3.64784832476320460504e0,
        1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4};
    static constexpr std::array<double, 8> kShoulderBottom = {1.0,
                                                              2.05319162663775882187e0,
                                                              1.67638483018380384940e0,
                                                              6.89767334985100004550e-1,
                                                              1.48103976427480074590e-1,
                                                              1.51986665636164571966e-2,
                                                              5.47593808499534494600e-4,
                                                              1.05075007164441684324e-9};
    static constexpr std::array<double, 8> kTailTop = {
        6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,  2.96560571828504891230e-1,
        2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7};
    static constexpr std::array<double, 8> kTailBottom = {1.0,
                                                          5.99832206555887937690e-1,
                                                          1.36929880922735805310e-1,
                                                          1.48753612908506148525e-2,
                                                          7.86869131145613259100e-4,
                                                          1.84631831751005468180e-5,
                                                          1.42151175831644588870e-7,
                                                          2.04426310338993978564e-15};
    const double q = p - 0.5;
    if (q >= -0.425 && q <= 0.425) {
        const double r = 0.180625 - q * q;
        return q * polynomial(kCentreTop, r) / polynomial(kCentreBottom, r);
    }
    const double r = std::sqrt(-natural_log(q < 0.0 ? p : 1.0 - p));
    const double x = r <= 5.0 ? polynomial(kShoulderTop, r - 1.6) / polynomial(kShoulderBottom, r - 1.6)
                              : polynomial(kTailTop, r - 5.0) / polynomial(kTailBottom, r - 5.0);
    return q < 0.0 ? -x : x;
}

} // namespace longtake
