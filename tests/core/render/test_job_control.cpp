// SPDX-License-Identifier: Apache-2.0
#include "core/render/job_control.h"
#include "core/render/job_queue.h"

#include <doctest/doctest.h>

using namespace longtake;
using request::JobAction;

namespace {

request::Render job_of(const std::string& id, bool is_front = false) {
    request::Render render;
    render.job = {id};
    render.project_path = "film.t2vproj";
    render.is_front = is_front;
    return render;
}

} // namespace

TEST_SUITE("render.job_control") {
    TEST_CASE("cancel stops the shot and cannot be overridden") {
        JobControl control;
        const std::stop_token token = control.begin_shot();
        CHECK_FALSE(token.stop_requested());
        control.request(JobAction::Cancel);
        CHECK(token.stop_requested());
        control.request(JobAction::StopAfterShot);
        CHECK(control.begin_shot().stop_requested());
        CHECK(control.take_request() == JobAction::Cancel);
        CHECK_FALSE(control.take_request());
    }

    TEST_CASE("stop after this shot lets the shot finish") {
        JobControl control;
        const std::stop_token token = control.begin_shot();
        control.request(JobAction::StopAfterShot);
        CHECK_FALSE(token.stop_requested());
        CHECK(control.pending() == JobAction::StopAfterShot);
    }

    TEST_CASE("after a reseed the next shot has a fresh token") {
        JobControl control;
        control.request(JobAction::Reseed);
        CHECK(control.begin_shot().stop_requested());
        CHECK(control.take_request() == JobAction::Reseed);
        CHECK_FALSE(control.begin_shot().stop_requested());
    }

    TEST_CASE("jobs run in order, the front one first, and no id twice") {
        JobQueue queue;
        CHECK(queue.add(job_of("a")) == 0);
        CHECK(queue.add(job_of("b")) == 1);
        CHECK(queue.add(job_of("c", true)) == 0);
        CHECK_FALSE(queue.add(job_of("a")));
        CHECK(queue.take_next()->request.job == JobId{"c"});
        CHECK_FALSE(queue.add(job_of("c")));
        CHECK((queue.jobs() == std::vector<JobId>{{"c"}, {"a"}, {"b"}}));
        queue.finish({"c"}, JobOutcome::Done);
        CHECK(queue.control({"b"}, JobAction::MoveToFront) == JobQueue::Controlled::Waiting);
        CHECK(queue.take_next()->request.job == JobId{"b"});
        CHECK(queue.control({"c"}, JobAction::Cancel) == JobQueue::Controlled::NoSuchJob);
    }

    TEST_CASE("a paused job waits for resume and others go on") {
        JobQueue queue;
        queue.add(job_of("a"));
        queue.add(job_of("b"));
        const auto running = queue.take_next();
        CHECK(queue.control({"a"}, JobAction::Pause) == JobQueue::Controlled::Running);
        CHECK(running->control->pending() == JobAction::Pause);
        queue.finish({"a"}, JobOutcome::Paused);
        CHECK(queue.take_next()->request.job == JobId{"b"});
        queue.finish({"b"}, JobOutcome::Done);
        CHECK(queue.control({"a"}, JobAction::Resume) == JobQueue::Controlled::Waiting);
        const auto again = queue.take_next();
        CHECK(again->request.job == JobId{"a"});
        CHECK_FALSE(again->control->pending());
    }

    TEST_CASE("closing gives out nothing more and asks the running job for a checkpoint") {
        JobQueue queue;
        queue.add(job_of("a"));
        queue.add(job_of("b"));
        const auto running = queue.take_next();
        queue.close();
        CHECK(running->control->pending() == JobAction::Pause);
        CHECK_FALSE(queue.take_next());
    }
}
