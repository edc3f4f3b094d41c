// SPDX-License-Identifier: Apache-2.0
// Films whose seams are known because they were made here: a pan that goes on, a cut, a jump, a colour step, a freeze,
// a pulse. What the measures say about them is what they are for.
#include "core/base/atomic_file.h"
#include "core/media/image_ops.h"
#include "core/media/measures/film_report.h"
#include "core/media/measures/flicker_measure.h"
#include "core/media/measures/plot.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_pictures.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <functional>

using namespace longtake;

namespace {

constexpr Size kSize{160, 96};
constexpr int64_t kFrames = 48;
constexpr int64_t kSeam = 24;

FilmSeries film(const std::function<Frame(int64_t)>& picture, int64_t frames = kFrames) {
    SeriesBuilder builder(16.0);
    for (int64_t index = 0; index < frames; ++index) {
        builder.add(picture(index));
    }
    return builder.take();
}

double pan(int64_t index) {
    return 1.5 * static_cast<double>(index);
}

SeamFigures seam_of(const FilmSeries& series, const char* kind = "continue") {
    const auto seams = measure_seams(series, {{kSeam, kind}});
    REQUIRE(seams.size() == 1);
    return seams.front();
}

} // namespace

TEST_SUITE("media.measures") {
    TEST_CASE("a continuous pan has a seam like every other frame") {
        const FilmSeries series = film([](int64_t index) { return picture_at(kSize, pan(index)); });
        const SeamFigures seam = seam_of(series);
        CHECK(seam.ratio == doctest::Approx(1.0).epsilon(0.1));
        CHECK(seam.warped_ratio == doctest::Approx(1.0).epsilon(0.25));
        CHECK(seam.lab_jump < 1.0);
        CHECK(seam.motion_before == doctest::Approx(1.5).epsilon(0.1));
        CHECK(seam.motion_after == doctest::Approx(1.5).epsilon(0.1));
        CHECK(seam.flow_jump < 0.1);
        CHECK(seam.flow_direction > 0.99);
        CHECK(find_cuts(series).empty());
        CHECK(frozen_share(series) == 0.0);
    }

    TEST_CASE("flow is in pixels of the film, also where it is computed smaller") {
        const Size large{960, 720};
        const FilmSeries series = film(
            [&](int64_t index) {
                return resize(picture_at({320, 240}, pan(index)), large);
            },
            6);
        CHECK(series.pairs[3].motion == doctest::Approx(4.5).epsilon(0.1));
        CHECK(series.pairs[3].flow_x == doctest::Approx(-4.5).epsilon(0.1));
    }

    TEST_CASE("a hard cut stands out, at its frame and nowhere else") {
        const FilmSeries series = film([](int64_t index) {
            return index < kSeam ? picture_at(kSize, pan(index)) : picture_at(kSize, 900.0 + pan(index), 400.0);
        });
        const SeamFigures seam = seam_of(series, "cut");
        CHECK(seam.ratio >= 3.0);
        CHECK(seam.warped_ratio >= 3.0);
        CHECK(find_cuts(series) == std::vector<int64_t>{kSeam});
    }

    TEST_CASE("a jump of k pixels grows with k; the warped ratio forgives the motion") {
        double last = 1.2;
        for (const double jump : {2.0, 4.0, 6.0}) {
            CAPTURE(jump);
            const FilmSeries series =
                film([&](int64_t index) { return picture_at(kSize, pan(index) + (index < kSeam ? 0.0 : jump)); });
            const SeamFigures seam = seam_of(series);
            CHECK(seam.ratio > last);
            CHECK(seam.warped_ratio < seam.ratio);
            last = seam.ratio;
        }
    }

    TEST_CASE("a colour step is a jump of colour and not of motion") {
        const FilmSeries series =
            film([](int64_t index) { return picture_at(kSize, pan(index), 0.0, index < kSeam ? 0.0 : 12.0); });
        const SeamFigures seam = seam_of(series);
        CHECK(seam.lab_jump > 3.0);
        CHECK(seam.warped_ratio > 3.0);
        CHECK(seam.flow_direction > 0.99);
        const auto drift = measure_drift(series, {{kSeam, "continue"}});
        REQUIRE(drift.size() == 1);
        CHECK(drift.front().delta_e == doctest::Approx(seam.lab_jump).epsilon(0.3));
        CHECK(drift.front().lightness_per_s > 0.5);
    }

    TEST_CASE("a film that freezes at the seam is found out, although its ratios are small") {
        const FilmSeries series = film([](int64_t index) { return picture_at(kSize, pan(std::min(index, kSeam))); });
        CHECK(frozen_share(series) == doctest::Approx(23.0 / 47.0));
        const auto drift = worst_of(measure_drift(series, {{kSeam, "continue"}}));
        CHECK(drift.motion_ratio < 0.2);
        CHECK(drift.frozen_share > 0.4);
        CHECK(seam_of(series).motion_after < 0.1);
    }

    TEST_CASE("a film that turns back at the seam is found out") {
        const FilmSeries series =
            film([](int64_t index) { return picture_at(kSize, pan(index < kSeam ? index : 2 * kSeam - index)); });
        CHECK(seam_of(series).flow_direction < -0.9);
        CHECK(seam_of(series).flow_jump > 1.0);
    }

    TEST_CASE("a film that loses sharpness along the chain is found out") {
        const FilmSeries series = film([](int64_t index) {
            const Frame sharp = picture_at(kSize, pan(index));
            return index < kSeam ? sharp : resize(resize(sharp, {20, 12}), kSize);
        });
        CHECK(worst_of(measure_drift(series, {})).sharpness_ratio < 0.6);
        CHECK(seam_of(series).sharpness_ratio < 0.6);
        // With a cut between them the two halves are two sequences, each as sharp as it began.
        CHECK(worst_of(measure_drift(series, {{kSeam, "cut"}})).sharpness_ratio == doctest::Approx(1.0).epsilon(0.1));
    }

    TEST_CASE("a pulse every four frames is told from one every eight, also behind a cut") {
        const auto pulsing = [](int64_t period) {
            return film([=](int64_t index) {
                const int64_t in_stream = index < kSeam + 1 ? index : index - kSeam - 1;
                const double step = 4.0 * static_cast<double>((in_stream + period - 1) / period % 2);
                const double left = index < kSeam + 1 ? 0.0 : 700.0;
                return picture_at(kSize, left + pan(index), 0.0, step);
            });
        };
        const std::vector<SeamPlace> places = {{kSeam + 1, "cut"}};
        CHECK(period_pulse(pulsing(4), places, 4) > 2.0);
        CHECK(period_pulse(pulsing(8), places, 8) > 2.0);
        const FilmSeries calm = film([](int64_t index) { return picture_at(kSize, pan(index)); });
        CHECK(period_pulse(calm, {}, 4) < 1.2);
        CHECK(period_pulse(calm, {}, 8) < 1.3);
    }

    TEST_CASE("the flicker score is VBench's") {
        const auto grey = [](uint8_t level) { return plain_picture(kSize, level, level, level); };
        CHECK(temporal_flicker_score(film([&](int64_t) { return grey(90); })) == doctest::Approx(1.0));
        const FilmSeries flickering =
            film([&](int64_t index) { return grey(static_cast<uint8_t>(index % 2 == 0 ? 100 : 151)); });
        CHECK(temporal_flicker_score(flickering) == doctest::Approx((255.0 - 51.0) / 255.0));
    }

    TEST_CASE("tiny, short and odd films do no harm") {
        for (const Size size : {Size{1, 1}, Size{2, 7}, Size{16, 16}, Size{33, 500}}) {
            CAPTURE(to_string(size));
            const FilmSeries series =
                film([&](int64_t index) { return picture_at(size, static_cast<double>(index)); }, 3);
            CHECK(series.pairs.size() == 2);
            CHECK(make_report(series, {{0, "cut"}, {1, "cut"}, {99, "cut"}}).seams.size() == 1);
        }
        const FilmReport lonely = make_report(film([](int64_t) { return picture_at(kSize, 0.0); }, 1), {{0, "cut"}});
        CHECK(lonely.seams.empty());
        CHECK(lonely.flicker == 1.0);
        CHECK(make_report(film([](int64_t) { return Frame(); }, 0), {}).sequences.empty());
    }

    TEST_CASE("a plot is written as SVG or PNG, whatever the film") {
        const TemporaryFolder folder;
        const FilmSeries pan_film = film([](int64_t index) { return picture_at(kSize, pan(index)); });
        const FilmSeries empty = film([](int64_t) { return Frame(); }, 0);
        for (const FilmSeries& series : {pan_film, empty}) {
            REQUIRE(write_plot(folder.path() / "plot.svg", series, {{kSeam, "cut"}}));
            REQUIRE(write_plot(folder.path() / "plot.png", series, {{kSeam, "cut"}}));
            const std::string svg = *read_file(folder.path() / "plot.svg");
            CHECK(svg.starts_with("<svg"));
            CHECK(svg.find("stroke-dasharray") != std::string::npos);
            CHECK(svg.find("nan") == std::string::npos);
            CHECK(svg.find("inf") == std::string::npos);
            CHECK(read_image(folder.path() / "plot.png"));
        }
        CHECK_FALSE(write_plot(folder.path() / "plot.pdf", pan_film, {}));
    }

    TEST_CASE("the report holds what programs rely on") {
        const FilmSeries series = film([](int64_t index) { return picture_at(kSize, pan(index)); });
        const FilmReport report = make_report(series, {{kSeam, "continue"}});
        const auto json = nlohmann::json::parse(to_json(report, series));
        for (const char* key : {"seams", "drift", "flicker", "frozen_share", "pulse_4", "pulse_8", "cuts"}) {
            CAPTURE(key);
            CHECK(json.contains(key));
        }
        for (const char* key : {"frame", "kind", "ratio", "warped_ratio", "lab_jump"}) {
            CAPTURE(key);
            CHECK(json.at("seams").at(0).contains(key));
        }
        CHECK(to_table(report, series).find("continue") != std::string::npos);
    }
}
