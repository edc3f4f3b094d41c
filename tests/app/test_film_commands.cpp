// SPDX-License-Identifier: Apache-2.0
// measure and verify on files made here, through the command line as a person or a program would use it.
#include "app/cli/command.h"
#include "core/base/atomic_file.h"
#include "core/media/video_encoder.h"
#include "core/safety/provenance.h"
#include "tests/app/captured_output.h"
#include "tests/core/cache/take_fixtures.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/test_pictures.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace longtake;
namespace fs = std::filesystem;

namespace {

constexpr Size kSize{96, 64};

/// A pan with a cut at frame 20; says so in its provenance if asked to.
void make_film(const fs::path& path, bool has_provenance) {
    EncoderSettings settings;
    settings.preset = "veryfast";
    if (has_provenance) {
        Provenance provenance;
        provenance.program = "Longtake test";
        provenance.model = "starter";
        provenance.shots = {{"s1", 0, 20, "cut", "t1", "k1", "a fox", "", 1, 2, 3.5, "unipc"},
                            {"s2", 20, 20, "cut", "t2", "k2", "a lion", "", 1, 2, 3.5, "unipc"}};
        add_provenance(settings, provenance);
    }
    auto encoder = VideoEncoder::create(path, kSize, {16, 1}, settings);
    REQUIRE(encoder);
    for (int64_t index = 0; index < 40; ++index) {
        REQUIRE(encoder->write(picture_at(kSize, (index < 20 ? 0.0 : 900.0) + static_cast<double>(index))));
    }
    REQUIRE(encoder->finish());
}

} // namespace

TEST_SUITE("cli.film_commands") {
    TEST_CASE("measure knows the seams the file tells, those given, and finds those nobody tells") {
        const TemporaryFolder folder;
        const std::string film = (folder.path() / "film.mp4").string();
        make_film(film, true);
        const auto told = run_captured({"measure", film, "--json"});
        REQUIRE(told.code == 0);
        auto json = nlohmann::json::parse(told.out);
        REQUIRE(json.at("seams").size() == 1);
        CHECK(json["seams"][0]["frame"] == 20);
        CHECK(json["seams"][0]["kind"] == "cut");
        CHECK(json["seams"][0]["ratio"].get<double>() > 3.0);
        json = nlohmann::json::parse(run_captured({"measure", film, "--json", "--seams", "10,20:continue"}).out);
        CHECK(json["seams"][0]["kind"] == "unknown");
        CHECK(json["seams"][0]["ratio"].get<double>() < 1.5);
        CHECK(json["seams"][1]["kind"] == "continue");
        make_film(film, false);
        json = nlohmann::json::parse(run_captured({"measure", film, "--json"}).out);
        CHECK(json["seams"].empty());
        CHECK(json["cuts"] == nlohmann::json::parse("[20]"));
        CHECK(run_captured({"measure", film}).out.find("abruptly at 20") != std::string::npos);
    }

    TEST_CASE("measure draws, and refuses what it cannot read or write") {
        const TemporaryFolder folder;
        const std::string film = (folder.path() / "film.mp4").string();
        make_film(film, true);
        const std::string plot = (folder.path() / "plot.svg").string();
        CHECK(run_captured({"measure", film, "--plot", plot}).code == 0);
        CHECK(fs::exists(plot));
        CHECK(run_captured({"measure", film, "--plot", (folder.path() / "plot.pdf").string()}).code == 2);
        CHECK(run_captured({"measure", (folder.path() / "none.mp4").string()}).code == 2);
        for (const char* seams : {"", "x", "0", "-3", "4,", "4:fade", "1e3"}) {
            CAPTURE(seams);
            const auto refused = run_captured({"measure", film, "--seams", seams});
            CHECK(refused.code == 2);
            CHECK(refused.err.find("--seams") != std::string::npos);
        }
    }

    TEST_CASE("verify reads the recipe of a film back") {
        const TemporaryFolder folder;
        const std::string film = (folder.path() / "film.mp4").string();
        make_film(film, true);
        const auto shown = run_captured({"verify", film});
        CHECK(shown.code == 0);
        CHECK(shown.out.find("a lion") != std::string::npos);
        CHECK(shown.out.find("trainedAlgorithmicMedia") != std::string::npos);
        const auto json = nlohmann::json::parse(run_captured({"verify", film, "--json"}).out);
        CHECK(json.at("shots").at(1).at("prompt") == "a lion");
        CHECK(json.at("ai_generated") == true);
        make_film(film, false);
        const auto refused = run_captured({"verify", film});
        CHECK(refused.code == 2);
        CHECK(refused.err.find("no provenance") != std::string::npos);
    }

    TEST_CASE("verify checks a take and sets a damaged one aside") {
        const TemporaryFolder folder;
        TakeStore store(folder.path() / "film.t2vdata");
        const auto receipt = put_take(store, plain_receipt("a fox"));
        REQUIRE(receipt);
        const fs::path take = store.take_folder(receipt->take);
        const auto sound = run_captured({"verify", take.string() + "/"});
        CHECK(sound.code == 0);
        CHECK(sound.out.find("a fox") != std::string::npos);
        CHECK(nlohmann::json::parse(run_captured({"verify", take.string(), "--json"}).out).at("shot") == "s1");
        REQUIRE(write_file_atomically(take / kLatentsFile, "other"));
        const auto damaged = run_captured({"verify", take.string()});
        CHECK(damaged.code == 2);
        CHECK(damaged.err.find(kLatentsFile) != std::string::npos);
        CHECK_FALSE(fs::exists(take));
        CHECK(run_captured({"verify", folder.path().string()}).code == 2);
    }
}
