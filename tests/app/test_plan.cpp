// SPDX-License-Identifier: Apache-2.0
// plan through the command line, with the bundled model's facts; no weights are loaded.
#include "core/base/atomic_file.h"
#include "core/project/project_file.h"
#include "tests/app/captured_output.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <sstream>

using namespace longtake;

namespace {

constexpr const char* kFilm = "longtake: 1\n"
                              "shots:\n"
                              "- {id: a, prompt: a lion walks, length: 2 s}\n"
                              "- {id: a-very-long-name-of-a-shot, prompt: the lion stops, length: 1 s}\n"
                              "- {id: c, prompt: a whale, length: 1 s, seam: cut}\n";

} // namespace

TEST_SUITE("cli.plan") {
    TEST_CASE("a new film is missing all its shots, and the numbers add up") {
        const TemporaryFolder folder;
        const std::string film = (folder.path() / "film.t2vproj").string();
        REQUIRE(write_file_atomically(film, kFilm));
        const auto run = run_captured({"plan", film, "--json"});
        REQUIRE_MESSAGE(run.code == 0, run.err);
        const auto plan = nlohmann::json::parse(run.out);
        REQUIRE(plan.at("shots").size() == 3);
        CHECK(plan["to_render"] == 3);
        int64_t next = 0;
        double cost = 0;
        for (const auto& shot : plan["shots"]) {
            CHECK(shot["state"] == "missing");
            CHECK_FALSE(shot["reasons"].empty());
            CHECK(shot["start_frame"] == next);
            CHECK(shot["cost_s"].get<double>() > 0.0);
            next += shot["frames"].get<int64_t>();
            cost += shot["cost_s"].get<double>();
        }
        CHECK(plan["total_frames"] == next);
        CHECK(plan["fps"] == 16.0);
        CHECK(plan["cost_s"].get<double>() == doctest::Approx(cost));
        CHECK(plan["shots"][1]["seam"] == "continue");
        CHECK(plan["shots"][2]["seam"] == "cut");
        CHECK(plan["memory_bytes"].get<int64_t>() > 0);
        CHECK(plan["disk_bytes"].get<int64_t>() > 0);
    }

    TEST_CASE("the table for people has a line a shot whose columns stay apart") {
        const TemporaryFolder folder;
        const std::string film = (folder.path() / "film.t2vproj").string();
        REQUIRE(write_file_atomically(film, kFilm));
        const auto run = run_captured({"plan", film});
        REQUIRE(run.code == 0);
        std::istringstream lines(run.out);
        std::string line;
        std::getline(lines, line);
        std::getline(lines, line);
        CHECK(line.find("a-very-long-name-of-a-shot  continue  missing") != std::string::npos);
        CHECK(run.out.find("3 to render") != std::string::npos);
    }

    TEST_CASE("a film or model that is not there has its own exit code") {
        const TemporaryFolder folder;
        const std::string film = (folder.path() / "film.t2vproj").string();
        CHECK(run_captured({"plan", film}).code == 2);
        REQUIRE(write_file_atomically(film, kFilm));
        const auto run = run_captured({"plan", film, "--model", "no-such-model"});
        CHECK(run.code == 3);
        CHECK(run.err.find("no-such-model") != std::string::npos);
    }
}
