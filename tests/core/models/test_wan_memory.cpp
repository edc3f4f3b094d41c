// SPDX-License-Identifier: Apache-2.0
// What a Wan model does when memory is short: the pictures stay, the weights come and go, tiles leave no border.
#include "core/models/family.h"
#include "core/nn/noise.h"
#include "tests/support/memory.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/tiny_wan.h"

#include <torch/torch.h>

#include <doctest/doctest.h>

#include <cstdlib>

using namespace longtake;

namespace {

std::unique_ptr<VideoModel> load(const std::filesystem::path& folder, const ComputePolicy& policy = {}) {
    auto model = load_video_model(folder, policy);
    REQUIRE_MESSAGE(model, (model ? "" : model.error().message));
    return *std::move(model);
}

std::unique_ptr<VideoModel> load_starter() {
    const char* source = std::getenv("LONGTAKE_SOURCE_DIR");
    REQUIRE(source != nullptr);
    return load(std::filesystem::path(source) / "resources" / "models" / "starter");
}

torch::Tensor decode(VideoModel& model, const torch::Tensor& latents, CausalCache& cache) {
    std::vector<torch::Tensor> frames;
    for (int64_t t = 0; t < latents.size(2); ++t) {
        frames.push_back(model.decode_next(latents.slice(2, t, t + 1), cache));
    }
    return torch::cat(frames, 2);
}

torch::Tensor decode(VideoModel& model, const torch::Tensor& latents) {
    CausalCache cache;
    return decode(model, latents, cache);
}

/// Five frames of soft moving colours and a few hard edges, [1, 3, 5, H, W] in [-1, 1].
torch::Tensor moving_picture(int64_t height, int64_t width) {
    const torch::Tensor y = torch::arange(height, torch::kFloat32).view({1, -1, 1}) / 40;
    const torch::Tensor x = torch::arange(width, torch::kFloat32).view({1, 1, -1}) / 40;
    const torch::Tensor t = torch::arange(5, torch::kFloat32).view({-1, 1, 1}) / 3;
    const torch::Tensor red = torch::sin(x + y + t), green = torch::cos(1.7 * x - 0.6 * y + t),
                        blue = torch::tanh(8 * torch::sin(0.8 * y - x + t));
    return 0.8 * torch::stack({red, green, blue}).unsqueeze(0);
}

/// Everything a shot asks of a model, in the order it asks, twice.
std::vector<torch::Tensor> work(VideoModel& model) {
    std::vector<torch::Tensor> results;
    const torch::Tensor noise = latent_noise({4, 0, 0}, {1, 4, 2, 4, 6});
    for (const char* prompt : {"a red fox", "a blue boat", "a red fox"}) {
        const auto text = model.encode_text(prompt);
        REQUIRE(text);
        const torch::Tensor velocity = model.denoise(noise, torch::full({2}, 700.0), *text);
        const torch::Tensor frames = decode(model, velocity);
        results.insert(results.end(), {velocity, frames, model.encode_frames(frames)});
    }
    return results;
}

} // namespace

TEST_SUITE("models.wan_memory") {
    TEST_CASE("parts that come and go give the bytes of parts that stay") {
        const TemporaryFolder folder;
        const std::filesystem::path path = write_tiny_wan(folder.path());
        const std::vector<torch::Tensor> truth = work(*load(path));

        ComputePolicy policy;
        policy.residency = Residency::OnePart;
        const auto single = load(path, policy);
        CHECK_FALSE(single->save_memory(MemorySaving::OffloadParts));
        const auto late = load(path);
        const std::vector<torch::Tensor> before = work(*late);
        CHECK(late->save_memory(MemorySaving::OffloadParts));
        CHECK_FALSE(late->save_memory(MemorySaving::OffloadParts));
        CHECK((late->active_savings() == std::vector<MemorySaving>{MemorySaving::OffloadParts}));
        CHECK(single->active_savings().empty());
        const std::vector<torch::Tensor> from_single = work(*single), after = work(*late);
        for (size_t i = 0; i < truth.size(); ++i) {
            CHECK(torch::equal(truth[i], before[i]));
            CHECK(torch::equal(truth[i], after[i]));
            CHECK(torch::equal(truth[i], from_single[i]));
        }
    }

    TEST_CASE("while one part works the others hold no memory") {
        const TemporaryFolder folder;
        RandomWan shape = tiny_wan();
        shape.transformer["ffn_dim"] = 400000; // 2 layers of 2 x 24 x 400000 numbers: 154 MB
        REQUIRE(write_random_wan(folder.path() / "model", shape));
        ComputePolicy policy;
        policy.residency = Residency::OnePart;
        const auto model = load(folder.path() / "model", policy);
        const auto text = model->encode_text("a red fox");
        REQUIRE(text);
        const torch::Tensor noise = latent_noise({4, 0, 0}, {1, 4, 1, 2, 2});
        model->denoise(noise, torch::full({1}, 700.0), *text);
        CHECK(resident_growth([&] { decode(*model, noise); }) < -(int64_t{100} << 20));
    }

    TEST_CASE("tiles show what the whole shows, without borders, and always the same") {
        const auto model = load_starter();
        const torch::Tensor picture = moving_picture(320, 576);
        const torch::Tensor latents = model->encode_frames(picture);
        const torch::Tensor whole = decode(*model, latents);
        REQUIRE(model->save_memory(MemorySaving::TileDecoder));
        CHECK_FALSE(model->save_memory(MemorySaving::TileDecoder));
        CHECK((model->active_savings() == std::vector<MemorySaving>{MemorySaving::TileDecoder}));

        const torch::Tensor tiled_latents = model->encode_frames(picture);
        REQUIRE(tiled_latents.sizes() == latents.sizes());
        CHECK(((tiled_latents - latents).norm() / latents.norm()).item<double>() < 0.05);

        const torch::Tensor tiled = decode(*model, latents);
        REQUIRE(tiled.sizes() == whole.sizes());
        const double deviation = (tiled - whole).square().mean().sqrt().item<double>();
        CHECK(deviation < 0.02); // 40 dB
        // A border would be a column, or row, of differences that jump against their neighbours.
        const torch::Tensor difference = tiled - whole;
        CHECK(difference.mean({0, 1, 2, 3}).diff().abs().max().item<double>() < 0.01);
        CHECK(difference.mean({0, 1, 2, 4}).diff().abs().max().item<double>() < 0.01);
        CHECK(torch::equal(tiled, decode(*model, latents)));
    }

    TEST_CASE("a tiled stream can be interrupted, stored and resumed anywhere") {
        const auto model = load_starter();
        REQUIRE(model->save_memory(MemorySaving::TileDecoder));
        const torch::Tensor latents = latent_noise({5, 0, 0}, {1, 16, 3, 40, 36});
        const torch::Tensor whole = decode(*model, latents);
        for (int64_t cut = 1; cut < 3; ++cut) {
            CausalCache cache;
            const torch::Tensor first = decode(*model, latents.slice(2, 0, cut), cache);
            CausalCache resumed = CausalCache::from_named_tensors(cache.named_tensors());
            CHECK(torch::equal(torch::cat({first, decode(*model, latents.slice(2, cut), resumed)}, 2), whole));
        }
    }

    TEST_CASE("pictures no larger than a tile keep their bytes") {
        const auto model = load_starter();
        const torch::Tensor latents = latent_noise({6, 0, 0}, {1, 16, 2, 12, 20});
        const torch::Tensor whole = decode(*model, latents);
        REQUIRE(model->save_memory(MemorySaving::TileDecoder));
        CHECK(torch::equal(decode(*model, latents), whole));
    }
}
