// SPDX-License-Identifier: Apache-2.0
#include "core/render/remake.h"

#include "tests/core/render/faulty_model.h"
#include "tests/core/render/small_studio.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace longtake;

namespace {

Result<Remake> remake(const SmallStudio& studio, const Receipt& receipt, std::stop_token stop = {}) {
    TakeStore store = studio.store();
    return remake_take(tiny_model(), store, receipt, {}, {}, stop);
}

} // namespace

TEST_SUITE("render.remake") {
    TEST_CASE("every take of a chain is made again to the same bytes, and nothing is left of it") {
        SmallStudio studio;
        studio.film.shots.resize(3);
        REQUIRE(studio.render() == JobOutcome::Done);
        for (const char* shot : {"a", "b", "c"}) {
            CAPTURE(std::string(shot));
            const auto again = remake(studio, studio.receipt_of(shot));
            REQUIRE_MESSAGE(again, again.error().message);
            CHECK(again->is_same());
            CHECK(again->latents_error == 0.0);
            CHECK(std::isinf(again->frames_psnr_db));
            CHECK(again->other_conditions.empty());
        }
        const auto takes = std::filesystem::directory_iterator(studio.store().folder() / "takes");
        CHECK(std::distance(begin(takes), end(takes)) == 3);
    }

    TEST_CASE("a take that is not what its receipt says is found, and by how much") {
        SmallStudio studio;
        studio.film.shots.resize(2);
        REQUIRE(studio.render() == JobOutcome::Done);
        Receipt other = studio.receipt_of("b");
        other.recipe.seed += 1;
        const auto again = remake(studio, other);
        REQUIRE(again);
        CHECK_FALSE(again->has_same_latents);
        CHECK_FALSE(again->has_same_frames);
        CHECK(again->latents_error > 0.01);
        CHECK(again->frames_psnr_db < 60.0);
    }

    TEST_CASE("other conditions are named") {
        SmallStudio studio;
        studio.film.shots.resize(1);
        REQUIRE(studio.render() == JobOutcome::Done);
        Receipt receipt = studio.receipt_of("a");
        receipt.made_with.device = "cuda:0";
        receipt.made_with.libraries["libtorch"] = "1.0";
        const auto again = remake(studio, receipt);
        REQUIRE(again);
        REQUIRE(again->other_conditions.size() == 2);
        CHECK(again->other_conditions[0] == "cpu instead of cuda:0");
        CHECK(again->other_conditions[1].find("instead of libtorch 1.0") != std::string::npos);
    }

    TEST_CASE("a chain whose decoder began to work in tiles is made again to the same bytes, and other conditions are "
              "named") {
        auto loaded = load_video_model(tiny_model_folder(), {});
        REQUIRE(loaded);
        FaultyModel small(**loaded);
        small.passes_savings_on = true;
        SmallStudio studio;
        studio.film.size = {320, 96}; // wider than a tile
        studio.film.shots.resize(2);
        studio.model = [&] {
            small.decode_savings_needed = 0;
            return Result<VideoModel*>(&small);
        };
        studio.react = [&](const WorkerEvent& event, JobControl&) {
            if (std::holds_alternative<event::TakeDone>(event)) {
                small.decode_savings_needed = 1; // from the second shot on
            }
        };
        REQUIRE(studio.render() == JobOutcome::Done);
        CHECK(studio.receipt_of("a").made_with.memory_savings.empty());
        const Receipt tiled = studio.receipt_of("b");
        CHECK((tiled.made_with.memory_savings == std::vector<std::string>{"tiled-decoder"}));

        auto fresh = load_video_model(tiny_model_folder(), {});
        REQUIRE(fresh);
        TakeStore store = studio.store();
        const auto again = remake_take(**fresh, store, tiled, {}, {}, {});
        REQUIRE_MESSAGE(again, again.error().message);
        CHECK(again->is_same());
        CHECK(again->other_conditions.empty());

        Receipt denies = tiled;
        denies.made_with.memory_savings.clear();
        const auto whole = remake(studio, denies);
        REQUIRE(whole);
        CHECK_FALSE(whole->is_same()); // other pixels where tiles overlap, and another latent of the frame handed over
        CHECK(whole->frames_psnr_db > 20.0);

        FaultyModel poor(tiny_model());
        poor.decode_savings_needed = 1;
        const auto saving = remake_take(poor, store, studio.receipt_of("a"), {}, {}, {});
        REQUIRE_MESSAGE(saving, saving.error().message);
        REQUIRE(saving->other_conditions.size() == 1);
        CHECK(saving->other_conditions[0] == "with the decoder working in tiles instead of all of the model at once");
    }

    TEST_CASE("a missing parent and a cancel are errors") {
        SmallStudio studio;
        studio.film.shots.resize(2);
        REQUIRE(studio.render() == JobOutcome::Done);
        const Receipt receipt = studio.receipt_of("b");
        std::stop_source stop;
        stop.request_stop();
        CHECK(remake(studio, receipt, stop.get_token()).error().code == ErrorCode::Cancelled);
        studio.forget_take("a");
        const auto orphan = remake(studio, receipt);
        REQUIRE_FALSE(orphan);
        CHECK(orphan.error().message.find(receipt.continues_from.value) != std::string::npos);
    }
}
