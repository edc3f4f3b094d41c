// SPDX-License-Identifier: Apache-2.0
#include "core/film/farm_job.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <set>

using namespace longtake;

namespace {

PlannedShot planned(const std::string& id, SeamKind seam, bool needs_render = true) {
    PlannedShot shot;
    shot.id = {id};
    shot.seam = seam;
    shot.needs_render = needs_render;
    shot.cost.memory_bytes = int64_t{1} << 30;
    return shot;
}

/// a b c | d e, of which a is fresh.
RenderPlan some_plan() {
    RenderPlan plan;
    plan.shots = {planned("a", SeamKind::Cut, false), planned("b", SeamKind::Continue),
                  planned("c", SeamKind::Continue), planned("d", SeamKind::Dissolve), planned("e", SeamKind::Continue)};
    return plan;
}

/// Steps name each other before they are depended on, once, and never themselves: what a scheduler insists on.
void check_template(const nlohmann::json& job) {
    CHECK(job.at("specificationVersion") == "jobtemplate-2023-09");
    CHECK(job.at("name").get<std::string>().size() <= 128);
    CHECK_FALSE(job.at("name").get<std::string>().empty());
    std::set<std::string> known;
    for (const auto& step : job.at("steps")) {
        for (const auto& dependency : step.value("dependencies", nlohmann::json::array())) {
            CHECK(known.contains(dependency.at("dependsOn")));
        }
        CHECK(step.at("name").get<std::string>().size() <= 64);
        CHECK(known.insert(step.at("name")).second);
    }
}

} // namespace

TEST_SUITE("film.farm_job") {
    TEST_CASE("a task per sequence with what must be rendered in it, and the film behind all of them") {
        const auto job = make_farm_job(some_plan(), "Two days", FarmStep::Sequence);
        REQUIRE(job);
        REQUIRE(job->tasks.size() == 2);
        CHECK(job->tasks[0].name == "sequence-001");
        CHECK(job->tasks[0].shots == "b..c");
        CHECK(job->tasks[1].shots == "d..e");
        CHECK(job->tasks[0].behind.empty());
        CHECK(job->tasks[1].behind.empty());
        const auto text =
            nlohmann::json::parse(to_open_job_description(*job, {"/a/film.t2vproj", "/a/film.mp4", true}));
        check_template(text);
        REQUIRE(text["steps"].size() == 3);
        CHECK(text["steps"][0]["script"]["actions"]["onRun"]["args"][3] == "b..c");
        CHECK(text["steps"][2]["dependencies"].size() == 2);
        for (const auto& parameter : text["parameterDefinitions"]) {
            CHECK(parameter.contains("default") == (parameter["type"] == "STRING"));
        }
        const auto values = nlohmann::json::parse(to_open_job_parameters({"/a/film.t2vproj", "/a/film.mp4", true}));
        CHECK(values == nlohmann::json{{"Film", "/a/film.t2vproj"}, {"Output", "/a/film.mp4"}});
        CHECK(text["steps"][0]["hostRequirements"]["amounts"][0]["min"] == 1024);
        CHECK(text["steps"][0]["hostRequirements"]["amounts"][1]["name"] == "amount.worker.gpu");
    }

    TEST_CASE("a task per shot waits for the shot it continues from") {
        const auto job = make_farm_job(some_plan(), "Two days", FarmStep::Shot);
        REQUIRE(job);
        REQUIRE(job->tasks.size() == 4);
        CHECK(job->tasks[0].shots == "b");
        CHECK(job->tasks[0].behind.empty()); // a is there
        CHECK(job->tasks[1].behind == std::vector<size_t>{0});
        CHECK(job->tasks[2].behind.empty()); // a dissolve begins anew
        CHECK(job->tasks[3].behind == std::vector<size_t>{2});
        check_template(nlohmann::json::parse(to_open_job_description(*job, {"f", "o", false})));
    }

    TEST_CASE("a fresh film is only written, a blocked one refused, an odd title harmless") {
        RenderPlan plan = some_plan();
        for (PlannedShot& shot : plan.shots) {
            shot.needs_render = false;
        }
        const auto fresh = make_farm_job(plan, "{{Param.Film}}\n\x1b", FarmStep::Sequence);
        REQUIRE(fresh);
        CHECK(fresh->tasks.empty());
        const auto text = nlohmann::json::parse(to_open_job_description(*fresh, {"f", "o", false}));
        check_template(text);
        CHECK(text["name"].get<std::string>().find("{{") == std::string::npos);
        CHECK_FALSE(text["steps"][0].contains("dependencies"));
        CHECK(make_farm_job(plan, "", FarmStep::Shot)->name == "film");
        CHECK(make_farm_job(plan, std::string(127, 'x') + "日", FarmStep::Shot)->name == std::string(127, 'x'));
        plan.shots[1].is_blocked = true;
        plan.shots[1].reasons = {{.kind = PlanReason::Kind::NoKeyframe, .number = 0, .model = "tiny"}};
        const auto blocked = make_farm_job(plan, "x", FarmStep::Sequence);
        REQUIRE_FALSE(blocked);
        CHECK(blocked.error().message.find("b: the model tiny cannot pin an image at frame 0") != std::string::npos);
    }

    TEST_CASE("the Slurm script chains jobs by their numbers and quotes what people name") {
        const auto job = make_farm_job(some_plan(), "x", FarmStep::Shot);
        REQUIRE(job);
        const std::string script = to_slurm_script(*job, {"/a/it's $HOME.t2vproj", "/a/out.mp4", true});
        CHECK(script.find("'/a/it'\\''s $HOME.t2vproj'") != std::string::npos);
        CHECK(script.find("job2=$(submit shot-003 \"$job1\"") != std::string::npos);
        CHECK(script.find("film=$(submit film \"$job1:$job2:$job3:$job4\"") != std::string::npos);
        CHECK(script.find("--kill-on-invalid-dep=yes") != std::string::npos);
        CHECK(script.find("--gpus=1") != std::string::npos);
    }
}
