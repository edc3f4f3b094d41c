// SPDX-License-Identifier: Apache-2.0
// Memory running out at every point of the work: each saving is tried once and in order, other errors are never
// retried.
#include "core/sampling/memory_ladder.h"

#include "core/nn/device.h"
#include "core/sampling/frame_stream.h"
#include "tests/support/fake_video_model.h"

#include <doctest/doctest.h>

#include <new>

namespace longtake {

namespace {

/// Decodes `latents`; memory suffices for whatever passes `allows`.
Result<torch::Tensor> decode(FakeVideoModel& model,
                             const torch::Tensor& latents,
                             std::vector<std::string>& warnings,
                             const std::function<bool(const FakeVideoModel&)>& allows) {
    model.before_decode = [&] {
        if (!allows(model)) {
            throw std::bad_alloc();
        }
    };
    const auto attempt = [&]() -> Result<torch::Tensor> {
        std::vector<torch::Tensor> frames;
        FrameStream stream(model);
        const auto keep = [&](const torch::Tensor& more) -> Result<void> {
            frames.push_back(more);
            return {};
        };
        if (auto decoded = stream.decode(latents, keep); !decoded) {
            return decoded.error();
        }
        return torch::cat(frames, 2);
    };
    return with_memory_ladder<torch::Tensor>(model, attempt,
                                             [&](const std::string& text) { warnings.push_back(text); });
}

} // namespace

TEST_SUITE("sampling.memory_ladder") {
    TEST_CASE("savings are turned on one by one until the work fits, and each attempt begins afresh") {
        const std::vector<MemorySaving> order = {MemorySaving::TileDecoder, MemorySaving::OffloadParts};
        const torch::Tensor latents = torch::linspace(-1, 1, 4 * 3 * 16).view({1, 4, 3, 4, 4});
        FakeVideoModel plain;
        std::vector<std::string> none;
        const auto whole = decode(plain, latents, none, [](const FakeVideoModel&) { return true; });
        REQUIRE(whole);
        for (size_t needed = 0; needed <= 2; ++needed) {
            for (size_t fails_at = 0; fails_at < 3; ++fails_at) {
                FakeVideoModel model;
                std::vector<std::string> warnings;
                size_t attempt_began = 0;
                const auto frames = decode(model, latents, warnings, [&](const FakeVideoModel& asked) {
                    if (asked.savings.size() >= needed || asked.decoded - attempt_began < fails_at) {
                        return true;
                    }
                    attempt_began = asked.decoded;
                    return false;
                });
                REQUIRE(frames);
                CHECK(torch::equal(*frames, *whole));
                CHECK((model.savings ==
                       std::vector<MemorySaving>(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(needed))));
                CHECK(warnings.size() == needed);
            }
        }
    }

    TEST_CASE("when no saving helps the error says what can, and the ladder is not climbed twice") {
        FakeVideoModel model;
        std::vector<std::string> warnings;
        const auto nothing_fits = [](const FakeVideoModel&) { return false; };
        const auto failed = decode(model, torch::zeros({1, 4, 2, 4, 4}), warnings, nothing_fits);
        REQUIRE_FALSE(failed);
        CHECK(failed.error().code == ErrorCode::OutOfMemory);
        CHECK_FALSE(failed.error().hint.empty());
        CHECK(warnings.size() == 2);
        CHECK_FALSE(decode(model, torch::zeros({1, 4, 2, 4, 4}), warnings, nothing_fits));
        CHECK(warnings.size() == 2);
    }

    TEST_CASE("savings have names that turn them on again") {
        FakeVideoModel poor;
        poor.save_memory(MemorySaving::OffloadParts);
        CHECK((memory_savings_of(poor) == std::vector<std::string>{"offloaded-parts"}));
        poor.save_memory(MemorySaving::TileDecoder);
        FakeVideoModel again;
        apply_memory_savings(again, {"offloaded-parts", "of a later version", "tiled-decoder"});
        CHECK((again.savings == std::vector<MemorySaving>{MemorySaving::TileDecoder, MemorySaving::OffloadParts}));
        CHECK(memory_savings_in_words({}).empty());
        CHECK(memory_savings_in_words({"tiled-decoder", "of a later version"}) ==
              "with the decoder working in tiles and of a later version");
    }

    TEST_CASE("other errors end at once") {
        FakeVideoModel model;
        int attempts = 0;
        const auto failed = with_memory_ladder<int>(
            model,
            [&]() -> Result<int> {
                ++attempts;
                return bad_input("no");
            },
            [](const std::string&) {});
        CHECK_FALSE(failed);
        CHECK(attempts == 1);
        CHECK(model.savings.empty());
    }
}

} // namespace longtake
