// SPDX-License-Identifier: Apache-2.0
#include "core/render/abandoned_checkpoints.h"

#include "tests/core/render/small_studio.h"

#include <doctest/doctest.h>

using namespace longtake;

namespace {

/// The film stopped in the step-th step of its first shot, which leaves a checkpoint.
struct StoppedStudio : SmallStudio {
    explicit StoppedStudio(int step, const RenderOrder& order = {{"job"}, {}, 1, false}) {
        film.shots.resize(2);
        int steps = 0;
        react = [&](const WorkerEvent& event, JobControl& control) {
            if (std::holds_alternative<event::Step>(event) && ++steps == step) {
                control.request(request::JobAction::Cancel);
            }
        };
        REQUIRE(render(order) == JobOutcome::Cancelled);
        react = nullptr;
        REQUIRE(stored() == 1);
    }

    CheckpointStore checkpoints() const { return CheckpointStore(store().folder() / kCheckpointFolder); }
    size_t stored() const { return checkpoints().list().size(); }
    size_t abandoned() {
        const auto takes = store().load();
        REQUIRE(takes);
        const RenderParts with = parts();
        const RenderPlan plan =
            make_plan({film, *takes, with.facts, {}, {}, with.camera_text, [this](const std::string& image) {
                           return keyframe_hash(folder.path(), image);
                       }});
        return abandoned_checkpoints(checkpoints(), film, plan, *takes).size();
    }
};

} // namespace

TEST_SUITE("render.abandoned_checkpoints") {
    TEST_CASE("what the film would go on with stays, and what it would not is found") {
        StoppedStudio studio(1);
        CHECK(studio.checkpoints().list().front().shot == ShotId{"a"});
        CHECK(studio.abandoned() == 0);
        Project& film = studio.film;
        const Project asked = film;
        film.shots[1].prompt = "another shot changes";
        CHECK(studio.abandoned() == 0);
        film.shots[0].prompt = "another text";
        CHECK(studio.abandoned() == 1);
        film = asked;
        film.shots[0].seed = 7;
        CHECK(studio.abandoned() == 1);
        film = asked;
        film.shots.erase(film.shots.begin());
        CHECK(studio.abandoned() == 1);
        film = asked;
        Keyframe away;
        away.image = "away.png";
        film.shots[0].keyframes = {away};
        CHECK(studio.abandoned() == 0); // the picture may come back
        REQUIRE(write_file_atomically(studio.store().folder() / kCheckpointFolder / "0f.safetensors", "damaged"));
        film = asked;
        CHECK(studio.abandoned() == 1);
    }

    TEST_CASE("another variation that was begun is not taken for abandoned") {
        StoppedStudio studio(3, {{"job"}, {{"a"}}, 2, false}); // two steps a take: the first of the second one
        CHECK(studio.checkpoints().list().front().variation == 1);
        CHECK(studio.abandoned() == 0);
    }

    TEST_CASE(
        "a shot finished under another key leaves nothing of what it was begun as; a deleted take is no finished one") {
        StoppedStudio studio(1);
        studio.film.shots[0].prompt = "another text";
        CHECK(studio.render() == JobOutcome::Done);
        CHECK(studio.stored() == 0);
        studio.film.deleted_takes[studio.film.shots[1].chosen_take] = studio.film.shots[1].id;
        studio.film.shots[1].chosen_take = {};
        bool is_resumed = false;
        studio.react = [&](const WorkerEvent& event, JobControl& control) {
            if (std::holds_alternative<event::Step>(event)) {
                control.request(request::JobAction::Cancel);
            }
        };
        CHECK(studio.render() == JobOutcome::Cancelled);
        CHECK(studio.stored() == 1);
        studio.react = [&](const WorkerEvent& event, JobControl&) {
            const auto* started = std::get_if<event::ShotStarted>(&event);
            is_resumed = is_resumed || (started != nullptr && started->is_resumed);
        };
        CHECK(studio.render() == JobOutcome::Done);
        CHECK(is_resumed);
        const TakeId shown = studio.film.shots[1].chosen_take;
        CHECK_FALSE((shown.is_empty() || studio.film.deleted_takes.contains(shown)));
    }

    TEST_CASE("checkpoints come after as many steps as asked for, whatever the time") {
        SmallStudio studio;
        studio.film.shots.resize(1);
        studio.film.steps = 5;
        studio.pace = {1e6, 2};
        std::vector<bool> is_there;
        studio.react = [&](const WorkerEvent& event, JobControl&) {
            const CheckpointStore checkpoints(studio.store().folder() / kCheckpointFolder);
            if (std::holds_alternative<event::Step>(event)) {
                is_there.push_back(!checkpoints.list().empty());
                checkpoints.remove(checkpoints.list().empty() ? std::string() : checkpoints.list().front().key);
            }
        };
        CHECK(studio.render() == JobOutcome::Done);
        CHECK((is_there == std::vector<bool>{false, true, false, true, false}));
    }
}
