// SPDX-License-Identifier: Apache-2.0
// Every convolution kernel against fp64 over random shapes, and the verdicts: made once, kept, never for a wrong
// kernel.
#include "core/nn/kernel_choice.h"

#include "core/nn/causal_conv.h"
#include "core/nn/initialise.h"
#include "core/nn/noise.h"
#include "tests/support/temporary_folder.h"

#include <torch/torch.h>

#include <doctest/doctest.h>

#include <fstream>
#include <random>
#include <sstream>
#include <thread>

using namespace longtake;

namespace {

std::string read_all(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

torch::Tensor random_values(uint64_t stream, std::vector<int64_t> sizes) {
    return noise_values({11, stream, 0}, c10::multiply_integers(sizes)).view(sizes);
}

double relative(const torch::Tensor& a, const torch::Tensor& truth) {
    return ((a.to(torch::kFloat64) - truth).norm() / truth.norm()).item<double>();
}

} // namespace

TEST_SUITE("nn.kernel_choice") {
    TEST_CASE("all kernels compute one convolution, over random shapes") {
        const torch::InferenceMode inference;
        std::mt19937 random(5);
        const auto pick = [&random](int64_t least, int64_t most) {
            return least + static_cast<int64_t>(random() % static_cast<uint64_t>(most - least + 1));
        };
        for (int i = 0; i < 30; ++i) {
            const int64_t channels = pick(1, 70), out = pick(1, 70), taps = i % 3 == 0 ? 1 : 3, frames = pick(1, 6);
            const torch::Tensor x = random_values(1, {frames, pick(1, 13), pick(1, 13), channels});
            const torch::Tensor history = random_values(2, {taps - 1, x.size(1), x.size(2), channels});
            const torch::Tensor weight = random_values(3, {out, channels, taps, 3, 3}) / 10;
            const torch::Tensor bias = random_values(4, {out});
            PlaneInput input{i % 2 == 0 && taps > 1 ? history : torch::Tensor(),
                             x,
                             {},
                             i % 5 == 0 ? PlaneScale::Doubled : PlaneScale::Same};
            if (input.scale == PlaneScale::Doubled) {
                input.history.reset();
            }
            torch::Tensor planes =
                torch::cat({input.history.defined() ? history : torch::zeros_like(history), x}).to(torch::kFloat64);
            if (input.scale == PlaneScale::Doubled) {
                planes = planes.repeat_interleave(2, 1).repeat_interleave(2, 2);
            }
            torch::Tensor truth = torch::conv3d(planes.permute({3, 0, 1, 2}).unsqueeze(0), weight.to(torch::kFloat64),
                                                bias.to(torch::kFloat64), 1, {0, 1, 1})
                                      .squeeze(0)
                                      .permute({1, 2, 3, 0})
                                      .contiguous();
            if (i % 4 == 1) {
                input.addend = random_values(5, truth.sizes().vec());
                truth = truth + input.addend;
            }
            ConvScratch scratch;
            CAPTURE(i);
            PlaneWeights weights(weight, bias);
            PlaneWeights half(weight.to(torch::kBFloat16), bias.to(torch::kBFloat16));
            PlaneInput half_input = input;
            for (torch::Tensor* part : {&half_input.history, &half_input.fresh, &half_input.addend}) {
                *part = part->defined() ? part->to(torch::kBFloat16) : *part;
            }
            for (const ConvKernel kernel : kConvKernels) {
                CAPTURE(to_string(kernel));
                if (kernel == ConvKernel::Winograd && !winograd_is_available()) {
                    continue;
                }
                if (kernel == ConvKernel::WinogradHalf) {
                    if (winograd_half_is_available() && input.fresh.size(3) % 2 == 0) {
                        CHECK(relative(convolve_planes(kernel, half, half_input, scratch), truth) < 1e-2);
                    }
                    continue;
                }
                CHECK(relative(convolve_planes(kernel, weights, input, scratch), truth) < 1e-5);
                CHECK(relative(convolve_planes(kernel, half, half_input, scratch), truth) < 2e-2);
            }
            if (winograd_is_available()) { // as wide layers do: without prepared weights
                CHECK(relative(
                          winograd_convolve({input.history, input.fresh, weight, {}, bias, input.addend, input.scale},
                                            scratch.tiles),
                          truth) < 1e-5);
                CHECK(relative(winograd_convolve({half_input.history,
                                                  half_input.fresh,
                                                  half.weight(),
                                                  {},
                                                  bias,
                                                  half_input.addend,
                                                  input.scale},
                                                 scratch.tiles),
                               truth) < 2e-2);
            }
        }
    }

    TEST_CASE("weights too large to keep transformed give the same result as kept ones") {
        if (!winograd_is_available()) {
            return;
        }
        const torch::InferenceMode inference;
        CHECK(convolution_error(ConvKernel::Winograd, {torch::kFloat32, 400, 300, 3, 1, 9, 9}) < 1e-5);
    }

    TEST_CASE("bf16 products: neither kept weights nor the thread count change a byte, and their error is near that of "
              "bf16") {
        if (!winograd_half_is_available()) {
            return;
        }
        const torch::InferenceMode inference;
        const auto values = [](uint64_t stream, std::vector<int64_t> sizes) {
            return random_values(stream, std::move(sizes)).to(torch::kBFloat16);
        };
        const torch::Tensor weight = values(1, {530, 520, 3, 3, 3}), bias = values(2, {530});
        const PlaneInput input{values(3, {2, 14, 13, 520}), values(4, {2, 14, 13, 520})};
        const int64_t bytes = winograd_half_bytes(weight);
        const int threads = at::get_num_threads();
        std::vector<torch::Tensor> results;
        for (const auto& [memory, thread_count] :
             {std::pair{int64_t{0}, 1}, std::pair{bytes, 1}, std::pair{bytes, 3}}) {
            at::set_num_threads(thread_count);
            ConvScratch scratch;
            scratch.prepared = std::make_shared<PreparedMemory>(memory);
            {
                PlaneWeights weights(weight, bias);
                convolve_planes(ConvKernel::WinogradHalf, weights, input, scratch);
                results.push_back(convolve_planes(ConvKernel::WinogradHalf, weights, input, scratch));
                CHECK_FALSE(scratch.prepared->take(1)); // all of it is taken, or there was none
                CHECK(scratch.weights.defined() == (memory == 0));
            }
            CHECK(scratch.prepared->take(memory)); // given back with the weights
        }
        at::set_num_threads(threads);
        CHECK(torch::equal(results[0], results[1]));
        CHECK(torch::equal(results[0], results[2]));
        CHECK(convolution_error(ConvKernel::WinogradHalf, {torch::kBFloat16, 128, 96, 3, 2, 32, 32}) < 6e-3);
    }

    TEST_CASE("the thread count does not change a byte") {
        const torch::InferenceMode inference;
        const ConvShape shape{torch::kFloat32, 40, 133, 3, 4, 30, 29};
        const torch::Tensor weight = random_values(1, {133, 40, 3, 3, 3}), bias = random_values(2, {133});
        PlaneWeights weights(weight, bias);
        const PlaneInput input{random_values(3, {2, 30, 29, 40}), random_values(4, {4, 30, 29, 40})};
        ConvScratch scratch;
        const ConvKernel kernel = KernelChoice().convolution(shape);
        const auto wide = [&] {
            return winograd_is_available()
                       ? winograd_convolve({input.history, input.fresh, weight, {}, bias, {}, PlaneScale::Same},
                                           scratch.tiles)
                       : bias;
        };
        const int threads = at::get_num_threads();
        at::set_num_threads(1);
        const torch::Tensor one = convolve_planes(kernel, weights, input, scratch);
        const torch::Tensor wide_one = wide();
        at::set_num_threads(3);
        const torch::Tensor three = convolve_planes(kernel, weights, input, scratch);
        const torch::Tensor wide_three = wide();
        at::set_num_threads(threads);
        CHECK((kernel != ConvKernel::Winograd || torch::equal(one, three)));
        CHECK(torch::equal(wide_one, wide_three));
    }

    TEST_CASE("a verdict is one of the right kernels, is kept, and is believed") {
        const TemporaryFolder folder;
        const ConvShape shape{torch::kFloat32, 16, 16, 3, 1, 8, 8};
        const ConvKernel verdict = KernelChoice(folder.path()).convolution(shape);
        for (const ConvTrial& trial : try_convolutions(shape)) {
            CHECK((trial.kernel != verdict || trial.is_right));
            CHECK(trial.relative_error < 1e-4);
        }
        const std::filesystem::path file = folder.path() / "kernels.txt";
        const std::string text = read_all(file);
        REQUIRE(text.starts_with(to_string(verdict) + "\t"));
        REQUIRE(text.find(shape.shape_class()) != std::string::npos);
        CHECK(KernelChoice(folder.path()).convolution(shape) == verdict);
        CHECK(read_all(file) == text);

        const std::string other = to_string(ConvKernel::Slices) + text.substr(to_string(verdict).size());
        std::ofstream(file) << other;
        CHECK(KernelChoice(folder.path()).convolution(shape) == ConvKernel::Slices);

        std::ofstream(file) << "direct\nsli\n\tnothing\n";
        KernelChoice(folder.path()).convolution(shape);
        CHECK(read_all(file).find(shape.shape_class()) != std::string::npos);
    }

    TEST_CASE("processes that measure at the same time agree: the first verdict in the file stands") {
        const TemporaryFolder folder;
        const ConvShape shape{torch::kFloat32, 16, 16, 3, 1, 8, 8};
        const std::filesystem::path file = folder.path() / "kernels.txt";
        const bool is_slices = KernelChoice(folder.path()).convolution(shape) == ConvKernel::Slices;
        const ConvKernel other = is_slices ? ConvKernel::Direct : ConvKernel::Slices;
        const std::string own = read_all(file);
        const std::string others = to_string(other) + own.substr(own.find('\t'));

        std::filesystem::remove(file);
        KernelChoice late(folder.path());
        std::ofstream(file) << others; // another process was faster
        CHECK(late.convolution(shape) == other);
        CHECK(read_all(file) == others);

        std::ofstream(file) << others + own; // both wrote at once
        CHECK(KernelChoice(folder.path()).convolution(shape) == other);

        std::filesystem::remove(file);
        std::vector<ConvKernel> verdicts(4, ConvKernel::Direct);
        std::vector<std::thread> threads;
        for (ConvKernel& verdict : verdicts) {
            threads.emplace_back([&] { verdict = KernelChoice(folder.path()).convolution(shape); });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        const ConvKernel kept = KernelChoice(folder.path()).convolution(shape);
        for (const ConvKernel verdict : verdicts) {
            CHECK(verdict == kept);
        }
    }

    TEST_CASE("without a folder the kernel follows from the shape and no file appears") {
        KernelChoice choice;
        CHECK(choice.convolution({torch::kFloat32, 4, 4, 3, 1, 64, 64}) == ConvKernel::Direct);
        const ConvShape wide{torch::kFloat32, 96, 96, 3, 4, 64, 64};
        CHECK(choice.convolution(wide) == choice.convolution(wide));
    }

    TEST_CASE("prepared weights follow the weights when those are trained on") {
        CausalConv3d conv(20, 20, {3, 3, 3}, torch::kFloat32);
        initialise_parameters(conv, 1);
        conv.kernels = std::make_shared<KernelChoice>();
        const torch::Tensor x = random_values(6, {1, 20, 2, 24, 24});
        const auto both = [&] {
            const torch::Tensor plain = conv.forward(x, nullptr).detach(); // gradients are on: the plain path
            const torch::NoGradGuard no_grad;
            return relative(conv.forward(x, nullptr), plain.to(torch::kFloat64));
        };
        CHECK(both() < 1e-5);
        {
            const torch::NoGradGuard no_grad;
            conv.weight.mul_(-0.5);
        }
        CHECK(both() < 1e-5);
    }
}
