// SPDX-License-Identifier: Apache-2.0
// The arithmetic of `longtake bench`, and that every size it offers describes a model.
#include "app/cli/bench_report.h"
#include "app/cli/bench_sizes.h"
#include "core/models/wan/wan_config.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace longtake {

namespace {

Json report(double denoise, double decode, double first_step, int64_t peak) {
    return {{"timings_s", {{"denoise", denoise}, {"decode", decode}, {"first_step", first_step}}},
            {"cpu_s", {{"sample", 2 * denoise}, {"decode", 2 * decode}, {"total", 2 * first_step}}},
            {"peak_rss_bytes", peak}};
}

bool mentions(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_SUITE("cli.bench") {
    TEST_CASE("the best of each figure is kept") {
        Json best;
        keep_best(best, report(3, 2, 1, 500));
        keep_best(best, report(2, 4, 1.5, 400));
        CHECK(best == report(2, 2, 1, 400));
    }

    TEST_CASE("ratios are times as fast, for memory times as much") {
        const Json ratios = bench_ratios(report(2, 1, 0.5, 400), report(3, 4, 5, 800));
        CHECK(ratios["denoise"] == 1.5);
        CHECK(ratios["decode"] == 4.0);
        CHECK(ratios["first_step"] == 10.0);
        CHECK(ratios["cpu_sample"] == 1.5);
        CHECK(ratios["cpu_decode"] == 4.0);
        CHECK(ratios["peak_memory"] == 0.5);
    }

    TEST_CASE("the table judges the gates") {
        Json ours = report(2, 1, 0.5, 400'000'000);
        ours.update({{"model", "tiny"},
                     {"size", "64x64"},
                     {"frames", 5},
                     {"steps", 2},
                     {"dtype", "fp32"},
                     {"vae_dtype", "fp32"},
                     {"threads", 2},
                     {"cpu", "some"}});
        CHECK_FALSE(mentions(bench_table(ours), "gate"));
        ours["reference"] = report(3, 1.2, 5, 800'000'000);
        ours["ratios"] = bench_ratios(ours, ours["reference"]);
        const std::string table = bench_table(ours);
        CHECK(mentions(table, "denoise            1.50 times as fast     gate >= 1.0  met"));
        CHECK(mentions(table, "decode             1.20 times as fast     gate >= 1.5  MISSED"));
        CHECK(mentions(table, "by computing time: text and denoise 1.50, decode 1.20, all 10.00 times as fast"));
        CHECK(mentions(table, "peak_memory        0.50 times the memory  gate <= 0.8  met"));
    }

    TEST_CASE("every size is a model that can be described") {
        for (const BenchSize& size : bench_sizes()) {
            CAPTURE(size.name);
            const auto transformer = read_wan_transformer_config(size.model.transformer, size.name);
            const auto vae = read_wan_vae_config(size.model.vae, size.name);
            REQUIRE(transformer);
            REQUIRE(vae);
            CHECK(transformer->in_channels == vae->z_dim);
            CHECK(transformer->text_dim == size.model.text_encoder["d_model"].get<int64_t>());
            CHECK(size.size.width % (vae->spatial_factor() * 2) == 0);
            CHECK(size.size.height % (vae->spatial_factor() * 2) == 0);
            CHECK((size.frames.value - 1) % vae->temporal_factor() == 0);
        }
        CHECK(find_bench_size("wan-1.3b"));
        const auto unknown = find_bench_size("huge");
        REQUIRE_FALSE(unknown);
        CHECK(mentions(unknown.error().hint, "wan-5b-vae"));
    }
}

} // namespace longtake
