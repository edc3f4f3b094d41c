// SPDX-License-Identifier: Apache-2.0
// Memory that runs out: the ladder is climbed one rung at a time, in words, and the picture never changes.
#include "core/sampling/memory_ladder.h"

#include "tests/core/render/faulty_model.h"
#include "tests/core/render/small_studio.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

using namespace longtake;

TEST_SUITE("render.memory_ladder") {
    TEST_CASE("each rung is tried once, in order, until the attempt fits") {
        FaultyModel model(tiny_model());
        for (size_t needed = 0; needed <= 3; ++needed) {
            CAPTURE(needed);
            model.saved.clear();
            size_t attempts = 0;
            std::vector<std::string> warnings;
            const auto attempt = [&]() -> Result<int> {
                ++attempts;
                return model.saved.size() >= needed ? Result<int>(7)
                                                    : Result<int>(Error{ErrorCode::OutOfMemory, "memory ran out", ""});
            };
            const auto result = with_memory_ladder<int>(
                model, attempt, [&](const std::string& text) { warnings.push_back(text); });
            CHECK(static_cast<bool>(result) == (needed <= 2));
            CHECK(attempts == std::min<size_t>(needed, 2) + 1);
            CHECK(warnings.size() == std::min<size_t>(needed, 2));
        }
        CHECK((model.saved == std::vector<MemorySaving>{MemorySaving::TileDecoder, MemorySaving::OffloadParts}));
    }

    TEST_CASE("other errors are not retried, and rungs a model does not have are skipped") {
        FaultyModel model(tiny_model());
        size_t attempts = 0;
        const auto broken = with_memory_ladder<int>(
            model,
            [&]() -> Result<int> {
                ++attempts;
                return bad_input("no");
            },
            [](const std::string&) {});
        CHECK_FALSE(broken);
        CHECK(attempts == 1);
        model.possible = {MemorySaving::OffloadParts};
        size_t rung = 0;
        CHECK(climb_memory_ladder(model, rung).find("idle parts") != std::string::npos);
        CHECK(climb_memory_ladder(model, rung).empty());
    }

    TEST_CASE("a shot that runs out of memory in sampling or decoding is made on the next rung, in the same bytes") {
        SmallStudio whole;
        whole.film.shots.resize(1);
        REQUIRE(whole.render() == JobOutcome::Done);
        struct Case {
            size_t in_denoising;
            size_t in_decoding;
        };
        for (const Case& scarce : {Case{1, 0}, Case{0, 1}, Case{0, 2}, Case{1, 2}}) {
            CAPTURE(scarce.in_denoising);
            CAPTURE(scarce.in_decoding);
            FaultyModel model(tiny_model());
            model.denoise_savings_needed = scarce.in_denoising;
            model.decode_savings_needed = scarce.in_decoding;
            SmallStudio studio;
            studio.film.shots.resize(1);
            studio.model = [&] { return Result<VideoModel*>(&model); };
            CHECK(studio.render() == JobOutcome::Done);
            CHECK(studio.warnings.size() == std::max(scarce.in_denoising, scarce.in_decoding));
            CHECK(studio.latents_of("a") == whole.latents_of("a"));
            CHECK((studio.frames_of("a") == whole.frames_of("a")));
            for (const auto& sizes : model.decoded) {
                CHECK(sizes[3] == 96);
                CHECK(sizes[4] == 128);
            }
        }
    }

    TEST_CASE("when no rung helps, the shot fails with a way out, and nothing of it is stored") {
        FaultyModel model(tiny_model());
        model.decode_savings_needed = 3;
        SmallStudio studio;
        studio.film.shots.resize(1);
        studio.model = [&] { return Result<VideoModel*>(&model); };
        CHECK(studio.render() == JobOutcome::Failed);
        CHECK((studio.failed == std::vector<std::string>{"a"}));
        CHECK(studio.warnings.size() == 2);
        CHECK(studio.takes_of("a") == 0);
    }
}
