// SPDX-License-Identifier: Apache-2.0
#include "core/base/atomic_file.h"
#include "core/cache/cost_estimate.h"
#include "core/cache/timing_history.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

#include <limits>

using namespace longtake;

namespace {

constexpr Size kSmall{160, 96};
constexpr Size kLarge{320, 192};

double true_seconds(int64_t tokens) {
    const auto count = static_cast<double>(tokens);
    return 1e-4 * count + 2e-8 * count * count;
}

} // namespace

TEST_SUITE("cache.timing_history") {
    TEST_CASE("two constants are found again and carry over to lengths never measured") {
        TimingHistory history;
        for (const int64_t tokens : {500, 2000, 4000}) {
            history.add_step("m", "cpu", kSmall, tokens, 2, 2.0 * true_seconds(tokens));
        }
        for (const int64_t tokens : {500, 1000, 3000, 12000}) {
            CAPTURE(tokens);
            CHECK(*history.pass_s("m", "cpu", kSmall, tokens) == doctest::Approx(true_seconds(tokens)).epsilon(1e-6));
            CHECK(*history.pass_s("m", "cpu", kLarge, tokens) == doctest::Approx(true_seconds(tokens)).epsilon(1e-6));
        }
        CHECK_FALSE(history.pass_s("m", "cuda:0", kSmall, 500));
        CHECK_FALSE(history.pass_s("other", "cpu", kSmall, 500));
        CHECK(history.usual_device("m") == "cpu");
        CHECK(history.usual_device("other").empty());
    }

    TEST_CASE("one length is scaled; noise never gives a negative time") {
        TimingHistory history;
        history.add_step("m", "cpu", kSmall, 1000, 1, 2.0);
        CHECK(*history.pass_s("m", "cpu", kSmall, 500) == doctest::Approx(1.0));
        history.add_step("m", "cpu", kSmall, 1100, 1, 1.0);
        history.add_step("m", "cpu", kSmall, 4000, 1, 1.5);
        for (const int64_t tokens : {1, 100, 10'000, 1'000'000}) {
            CHECK(*history.pass_s("m", "cpu", kSmall, tokens) > 0.0);
        }
    }

    TEST_CASE("the mean follows the machine") {
        TimingHistory history;
        for (int count = 0; count < 200; ++count) {
            history.add_step("m", "cpu", kSmall, 1000, 1, 4.0);
        }
        for (int count = 0; count < 400; ++count) {
            history.add_step("m", "cpu", kSmall, 1000, 1, 1.0);
        }
        CHECK(*history.pass_s("m", "cpu", kSmall, 1000) < 1.1);
    }

    TEST_CASE("decoding scales with pixels from the nearest size") {
        TimingHistory history;
        history.add_decoding("m", "cpu", kSmall, 100, 10.0);
        CHECK(*history.frame_s("m", "cpu", kLarge) == doctest::Approx(0.4));
        history.add_decoding("m", "cpu", kLarge, 100, 30.0);
        CHECK(*history.frame_s("m", "cpu", kLarge) == doctest::Approx(0.3));
    }

    TEST_CASE("a history is kept; one that is damaged, absurd or missing is empty") {
        const TemporaryFolder folder;
        const auto file = folder.path() / "new" / "timings.json";
        TimingHistory history;
        history.add_step("m", "cpu", kSmall, 1000, 2, 0.3);
        history.add_decoding("m", "cpu", kSmall, 33, 1.0);
        history.add_step("m", "cpu", kSmall, 1000, 1, -1.0);
        history.add_step("m", "cpu", kSmall, 1000, 1, std::numeric_limits<double>::quiet_NaN());
        REQUIRE(history.save(file));
        CHECK(TimingHistory::load(file) == history);
        CHECK(TimingHistory::load(folder.path() / "none.json") == TimingHistory());
        for (const char* text : {"", "{}", "[1]", "{\"timings\":[{}]}", "{\"timings\":3}"}) {
            CAPTURE(text);
            REQUIRE(write_file_atomically(file, text));
            CHECK(TimingHistory::load(file) == TimingHistory());
        }
    }

    TEST_CASE("the estimate uses what was measured, and says when it guesses") {
        ModelFacts model;
        model.weights_hash = "m";
        model.size_multiple = {16, 16};
        model.parameter_count = 1'000'000;
        model.hidden_size = 64;
        model.weight_bytes = 4'000'000;
        const ShotWork work{kSmall, 33, {{0, 9}, {2, 7}}, 10, 5.0};
        TimingHistory history;
        CHECK_FALSE(estimate_cost(work, model, history, "cpu").is_measured);
        CHECK(estimate_cost(work, model, history, "cpu").seconds > 0.0);
        const int64_t tokens = token_count(model, kSmall, 9);
        CHECK(tokens == 9 * 10 * 6);
        history.add_step("m", "cpu", kSmall, tokens, 2, 0.5);
        history.add_decoding("m", "cpu", kSmall, 1, 0.1);
        const Cost cost = estimate_cost(work, model, history, "cpu");
        CHECK(cost.is_measured);
        CHECK(cost.seconds == doctest::Approx(2 * 10 * 0.5 + 33 * 0.1));
        CHECK(cost.memory_bytes > model.weight_bytes);
        ShotWork unguided = work;
        unguided.guidance = 1.0;
        CHECK(estimate_cost(unguided, model, history, "cpu").seconds == doctest::Approx(10 * 0.5 + 33 * 0.1));
    }
}
