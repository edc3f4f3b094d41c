// SPDX-License-Identifier: Apache-2.0
// Frames come in order, a stream cut anywhere goes on to the same bytes, and stopping leaves a state to go on from.
#include "core/sampling/frame_stream.h"

#include "core/nn/noise.h"
#include "tests/support/fake_video_model.h"

#include <doctest/doctest.h>
#include <torch/torch.h>

namespace longtake {

namespace {

torch::Tensor latents() {
    return latent_noise({8, 0, 0}, {1, 4, 6, 2, 2});
}

FrameSink collect(std::vector<torch::Tensor>& frames) {
    return [&frames](const torch::Tensor& some) -> Result<void> {
        frames.push_back(some);
        return {};
    };
}

torch::Tensor whole() {
    FakeVideoModel model;
    std::vector<torch::Tensor> frames;
    REQUIRE(FrameStream(model).decode(latents(), collect(frames)));
    return torch::cat(frames, 2);
}

} // namespace

TEST_SUITE("sampling.frame_stream") {
    TEST_CASE("the first latent gives one frame, later ones four") {
        CHECK(whole().sizes() == at::IntArrayRef({1, 3, 21, 8, 8}));
    }

    TEST_CASE("a stream cut after any latent goes on to the same bytes") {
        const torch::Tensor expected = whole();
        for (int64_t cut = 1; cut < 6; ++cut) {
            FakeVideoModel model;
            std::vector<torch::Tensor> frames;
            FrameStream first(model);
            REQUIRE(first.decode(latents().slice(2, 0, cut), collect(frames)));
            FrameStream second(model, CausalCache::from_named_tensors(first.state().named_tensors()));
            REQUIRE(second.decode(latents().slice(2, cut), collect(frames)));
            CHECK(torch::equal(torch::cat(frames, 2), expected));
        }
    }

    TEST_CASE("stopping leaves a state to go on from") {
        FakeVideoModel model;
        std::stop_source source;
        std::vector<torch::Tensor> frames;
        FrameStream stream(model);
        const auto stopped = stream.decode(
            latents(),
            [&](const torch::Tensor& some) -> Result<void> {
                frames.push_back(some);
                if (frames.size() == 3) {
                    source.request_stop();
                }
                return {};
            },
            source.get_token());
        REQUIRE_FALSE(stopped);
        CHECK(stopped.error().code == ErrorCode::Cancelled);
        CHECK(model.decoded == 3);
        REQUIRE(stream.decode(latents().slice(2, 3), collect(frames)));
        CHECK(torch::equal(torch::cat(frames, 2), whole()));
    }

    TEST_CASE("an error of the sink ends the stream") {
        FakeVideoModel model;
        const auto failed = FrameStream(model).decode(
            latents(), [](const torch::Tensor&) -> Result<void> { return bad_input("disk full"); });
        REQUIRE_FALSE(failed);
        CHECK(failed.error().message == "disk full");
        CHECK(model.decoded == 1);
    }

    TEST_CASE("frames become numbers in [0, 1] and bytes") {
        const torch::Tensor frames = torch::tensor({-1.5F, -1.0F, 0.0F, 1.0F, 2.0F, 0.5F}).view({1, 3, 1, 1, 2});
        CHECK(torch::equal(frames_to_unit(frames),
                           torch::tensor({0.0F, 0.0F, 0.5F, 1.0F, 1.0F, 0.75F}).view({1, 3, 1, 2})));
        CHECK(frames_to_bytes(frames).sizes() == at::IntArrayRef({1, 1, 2, 3}));
        CHECK(frames_to_bytes(frames)[0][0][1][2].item<int>() == 191);
    }
}

} // namespace longtake
