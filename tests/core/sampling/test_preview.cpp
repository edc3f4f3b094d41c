// SPDX-License-Identifier: Apache-2.0
// The preview matrix recovers a linear picture exactly, is cached by the weights, and strips are readable PNG files.
#include "core/sampling/preview.h"

#include "core/base/atomic_file.h"
#include "core/nn/noise.h"
#include "core/weights/safetensors.h"
#include "tests/support/fake_video_model.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>
#include <torch/torch.h>

#include <algorithm>
#include <fstream>

namespace longtake {

namespace {

uint32_t big_endian_at(const std::string& bytes, size_t at) {
    uint32_t value = 0;
    for (size_t i = 0; i < 4; ++i) {
        value = value << 8 | static_cast<uint8_t>(bytes.at(at + i));
    }
    return value;
}

/// The pixels of a PNG whose data is in stored blocks, as core/base/png writes it. [H, W, 3]
torch::Tensor decode_stored_png(const std::string& png) {
    REQUIRE(png.starts_with("\x89PNG\r\n\x1a\n"));
    const int64_t width = big_endian_at(png, 16);
    const int64_t height = big_endian_at(png, 20);
    const size_t data = png.find("IDAT") + 4 + 2; // after the zlib header
    std::string rows;
    for (size_t at = data;;) {
        const bool is_last = png[at] == 1;
        const size_t length = static_cast<uint8_t>(png[at + 1]) | static_cast<size_t>(static_cast<uint8_t>(png[at + 2]))
                                                                      << 8;
        rows += png.substr(at + 5, length);
        at += 5 + length;
        if (is_last) {
            break;
        }
    }
    torch::Tensor pixels = torch::from_blob(rows.data(), {height, width * 3 + 1}, torch::kUInt8).clone();
    return pixels.slice(1, 1).reshape({height, width, 3});
}

torch::Tensor some_latents() {
    return noise_values({3, 0, 0}, 4 * 3 * 4 * 6).view({1, 4, 3, 4, 6}) * 0.4;
}

/// What the fake model's decoder makes of each latent, at latent resolution: [T, 3, h, w] in [0, 1].
torch::Tensor exact_pictures(const torch::Tensor& latents) {
    return (torch::einsum("bcthw,cr->btrhw", {latents, FakeVideoModel::matrix()}) * 0.5 + 0.5).clamp(0, 1).squeeze(0);
}

} // namespace

TEST_SUITE("sampling.preview") {
    TEST_CASE("the fitted matrix shows what the decoder would") {
        FakeVideoModel model;
        const auto to_rgb = fit_latent_to_rgb(model);
        REQUIRE(to_rgb);
        const torch::Tensor latents =
            model.encode_frames(torch::tanh(noise_values({4, 0, 0}, 3 * 5 * 8 * 8).view({1, 3, 5, 8, 8})));
        CHECK(torch::allclose(to_rgb->pictures(latents), exact_pictures(latents), 0, 0.02));
        CHECK(to_rgb->pictures(latents).sizes() == at::IntArrayRef({2, 3, 2, 2}));
    }

    TEST_CASE("the matrix is kept under the fingerprint, and made again when the file is damaged") {
        FakeVideoModel model;
        TemporaryFolder cache;
        const auto first = cached_latent_to_rgb(model, cache.path(), "abc");
        REQUIRE(first);
        const auto path = cache.path() / "preview" / "abc.safetensors";
        REQUIRE(std::filesystem::exists(path));
        REQUIRE(save_tensors(path, {{"matrix", first->matrix * 2}, {"bias", first->bias}}));
        CHECK(torch::equal(cached_latent_to_rgb(model, cache.path(), "abc")->matrix, first->matrix * 2));
        REQUIRE(write_file_atomically(path, "damaged"));
        CHECK(torch::equal(cached_latent_to_rgb(model, cache.path(), "abc")->matrix, first->matrix));
        REQUIRE(save_tensors(path, {{"matrix", torch::zeros({9, 3})}, {"bias", first->bias}}));
        CHECK(torch::equal(cached_latent_to_rgb(model, cache.path(), "abc")->matrix, first->matrix));
        CHECK(torch::equal(cached_latent_to_rgb(model, "/proc/nowhere", "abc")->matrix, first->matrix));
    }

    TEST_CASE("the fingerprint follows the weights") {
        TemporaryFolder folder;
        std::filesystem::create_directories(folder.path() / "vae");
        REQUIRE(write_file_atomically(folder.path() / "model_index.json",
                                      R"({"_class_name": "P", "vae": ["diffusers", "V"]})"));
        const auto fingerprint = [&](const NamedTensors& tensors) {
            REQUIRE(save_tensors(folder.path() / "vae" / "diffusion_pytorch_model.safetensors", tensors));
            const auto directory = ModelDirectory::open(folder.path());
            REQUIRE(directory);
            const auto made = weights_fingerprint(*directory, "vae");
            REQUIRE(made);
            return *made;
        };
        const std::string first = fingerprint({{"a", torch::ones({3, 2})}, {"b", torch::zeros({})}});
        CHECK(fingerprint({{"a", torch::ones({3, 2})}, {"b", torch::zeros({})}}) == first);
        CHECK(fingerprint({{"a", torch::ones({2, 3})}, {"b", torch::zeros({})}}) != first);
        CHECK(fingerprint({{"a", torch::full({3, 2}, 1.5)}, {"b", torch::zeros({})}}) != first);
        CHECK(fingerprint({{"a", torch::ones({3, 2})}, {"c", torch::zeros({})}}) != first);
    }

    TEST_CASE("a strip shows one enlarged picture per latent") {
        TemporaryFolder folder;
        const LatentToRgb to_rgb{FakeVideoModel::matrix() * 0.5, torch::full({3}, 0.5F)};
        const auto previews = PreviewFolder::create(folder.path() / "strips", to_rgb);
        REQUIRE(previews);
        const torch::Tensor latents = some_latents();
        for (const int64_t step : {1, 2, 12}) {
            REQUIRE(previews->write(step, latents));
        }
        const auto png = read_file(folder.path() / "strips" / "step-0012.png");
        REQUIRE(png);
        CHECK(std::distance(std::filesystem::directory_iterator(folder.path() / "strips"),
                            std::filesystem::directory_iterator()) == 3);
        const torch::Tensor pixels = decode_stored_png(*png);
        CHECK(pixels.sizes() == at::IntArrayRef({88, 3 * 132, 3}));
        const torch::Tensor expected = torch::upsample_bilinear2d(exact_pictures(latents), {88, 132}, false);
        const torch::Tensor middle = pixels.slice(1, 132, 264).permute({2, 0, 1}).to(torch::kFloat32) / 255;
        CHECK(torch::allclose(middle, expected[1], 0, 0.003));
    }

    TEST_CASE("many latents wrap into rows") {
        const std::string png = encode_strip(torch::rand({40, 3, 8, 16}));
        CHECK(big_endian_at(png, 16) == 1920);
        CHECK(big_endian_at(png, 20) == 3 * 64);
    }

    TEST_CASE("a folder that cannot be made is refused") {
        TemporaryFolder folder;
        std::ofstream(folder.path() / "file") << "x";
        CHECK_FALSE(PreviewFolder::create(folder.path() / "file" / "below", {}));
    }
}

} // namespace longtake
