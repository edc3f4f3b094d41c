// SPDX-License-Identifier: Apache-2.0
// The worker in conversation: every test speaks lines and waits for the events a window would wait for.
#include "core/render/worker.h"
#include "tests/support/line_streams.h"

#include <doctest/doctest.h>

#include <atomic>
#include <condition_variable>
#include <istream>
#include <mutex>
#include <ostream>
#include <thread>

using namespace longtake;
using request::JobAction;

namespace {

/// A worker whose jobs run until they are told to end: by a control, or by finish_jobs().
class Conversation {
public:
    Conversation() {
        parts_.load = [](const request::Load& load, const EventSink& send) {
            send(event::Loaded{load.model, "cpu", "float32", 1, 0, 0});
        };
        parts_.render = [this](const request::Render& render, JobControl& control, const EventSink& send) {
            return run_job(render, control, send);
        };
        parts_.preview = [](const request::Preview&, const EventSink&) {};
        parts_.count_tokens = [](const request::CountTokens& count) {
            return event::TokensCounted{count.serial, static_cast<int64_t>(count.text.size()), 512, {}, {}};
        };
        parts_.release = [this] { ++releases_; };
        parts_.model_name = [] { return std::string("starter"); };
        thread_ = std::thread([this] {
            std::istream in(&input_);
            std::ostream out(&output_);
            run_worker(in, out, "test", parts_);
        });
        next<event::Ready>();
    }
    ~Conversation() {
        input_.close();
        thread_.join();
    }

    void say(const WorkerRequest& request) { input_.say(to_line(request)); }
    void end_input() { input_.close(); }
    void say_raw(const std::string& line) { input_.say(line); }
    void render(const std::string& job, bool waits, bool is_front = false) {
        request::Render request;
        request.job = {job};
        request.project_path = waits ? "wait" : "go";
        request.is_front = is_front;
        say(request);
    }
    void control(const std::string& job, JobAction action) { say(request::Control{{job}, action}); }

    /// The next event of this kind; others before it are skipped.
    template <typename Kind> Kind next() {
        const std::string line = output_.wait_for([](const std::string& text) {
            const auto read = parse_event(text);
            return read && std::holds_alternative<Kind>(*read);
        });
        return std::get<Kind>(*parse_event(line));
    }
    event::JobChanged next_change() { return next<event::JobChanged>(); }
    int releases() const { return releases_; }

private:
    JobOutcome run_job(const request::Render& render, JobControl& control, const EventSink& send) {
        std::stop_token token = control.begin_shot();
        if (render.project_path == "wait") {
            std::mutex mutex;
            std::condition_variable_any stopped;
            std::unique_lock lock(mutex);
            stopped.wait(lock, token, [] { return false; });
            return control.take_request() == JobAction::Pause ? JobOutcome::Paused : JobOutcome::Cancelled;
        }
        send(event::TakeDone{render.job, {"s1"}, {"t1"}, 1.0});
        send(event::ShotFailed{render.job, {"s2"}, bad_input("no")});
        return JobOutcome::Done;
    }

    LineInput input_;
    LineOutput output_;
    WorkerParts parts_;
    std::atomic<int> releases_{0};
    std::thread thread_;
};

} // namespace

TEST_SUITE("render.worker") {
    TEST_CASE("a job is queued, runs, and its last event counts takes and failures") {
        Conversation worker;
        worker.render("a", false);
        CHECK(worker.next<event::Queued>().position == 0);
        CHECK(worker.next_change() == event::JobChanged{{"a"}, event::JobState::Running, 0, 0});
        CHECK(worker.next_change() == event::JobChanged{{"a"}, event::JobState::Done, 1, 1});
    }

    TEST_CASE("garbage is answered and the next line still works") {
        Conversation worker;
        for (const std::string& line : {std::string("nonsense"), std::string("{}"), std::string(100000, '['),
                                        std::string("\xFF\xFE\0{", 4), std::string(kLongestWorkerLine + 10, 'x')}) {
            worker.say_raw(line);
            CHECK(worker.next<event::Failed>().error.code == ErrorCode::BadInput);
        }
        worker.say(request::Status{});
        CHECK(worker.next<event::StatusReport>().model == "starter");
    }

    TEST_CASE("a paused job frees the memory, lets others through and goes on when told") {
        Conversation worker;
        worker.render("a", true);
        CHECK(worker.next_change().state == event::JobState::Running);
        worker.render("b", false);
        worker.control("a", JobAction::Pause);
        CHECK(worker.next_change() == event::JobChanged{{"a"}, event::JobState::Paused, 0, 0});
        CHECK(worker.releases() == 1);
        CHECK(worker.next_change() == event::JobChanged{{"b"}, event::JobState::Running, 0, 0});
        CHECK(worker.next_change().state == event::JobState::Done);
        worker.control("a", JobAction::Resume);
        CHECK(worker.next_change() == event::JobChanged{{"a"}, event::JobState::Waiting, 0, 0});
        CHECK(worker.next_change() == event::JobChanged{{"a"}, event::JobState::Running, 0, 0});
        worker.control("a", JobAction::Cancel);
        CHECK(worker.next_change() == event::JobChanged{{"a"}, event::JobState::Cancelled, 0, 0});
    }

    TEST_CASE("waiting jobs are reordered and cancelled") {
        Conversation worker;
        worker.render("a", true);
        CHECK(worker.next_change().state == event::JobState::Running);
        worker.render("b", false);
        worker.render("c", false);
        worker.render("d", false, true);
        worker.control("b", JobAction::Cancel);
        CHECK(worker.next_change() == event::JobChanged{{"b"}, event::JobState::Cancelled, 0, 0});
        worker.say(request::Status{});
        CHECK((worker.next<event::StatusReport>().jobs == std::vector<JobId>{{"a"}, {"d"}, {"c"}}));
        worker.control("a", JobAction::Cancel);
        CHECK(worker.next_change().state == event::JobState::Cancelled);
    }

    TEST_CASE("a job twice, a control of no job and a stolen name are refused") {
        Conversation worker;
        worker.render("a", true);
        worker.render("a", true);
        CHECK(worker.next<event::Failed>().job == JobId{"a"});
        worker.control("ghost", JobAction::Pause);
        CHECK(worker.next<event::Failed>().job == JobId{"ghost"});
        worker.render("#load-1", false);
        CHECK(worker.next<event::Failed>().job == JobId{"#load-1"});
    }

    TEST_CASE("tokens are counted while a job runs") {
        Conversation worker;
        worker.render("a", true);
        CHECK(worker.next_change().state == event::JobState::Running);
        worker.say(request::CountTokens{7, "starter", "abc"});
        CHECK(worker.next<event::TokensCounted>() == event::TokensCounted{7, 3, 512, {}, {}});
        worker.say_raw(R"({"v":1,"type":"count_tokens","text":"no model"})");
        CHECK(worker.next<event::Failed>().error.code == ErrorCode::BadInput);
    }

    TEST_CASE("loads happen in order, between jobs") {
        Conversation worker;
        worker.say(request::Load{"first"});
        worker.say(request::Load{"second"});
        CHECK(worker.next<event::Loaded>().model == "first");
        CHECK(worker.next<event::Loaded>().model == "second");
    }

    TEST_CASE("at quit, and at the end of the input, every job has a last event that says why") {
        for (const bool has_quit : {true, false}) {
            CAPTURE(has_quit);
            Conversation worker;
            worker.render("paused", true);
            CHECK(worker.next_change().state == event::JobState::Running);
            worker.control("paused", JobAction::Pause);
            CHECK(worker.next_change().state == event::JobState::Paused);
            worker.render("running", true);
            CHECK(worker.next_change().state == event::JobState::Running);
            worker.render("waiting", false);
            worker.say(request::Load{"other"});
            has_quit ? worker.say(request::Quit{}) : worker.end_input();
            const event::JobChanged running = worker.next_change();
            CHECK(running.job == JobId{"running"});
            CHECK(running.state == event::JobState::Cancelled);
            CHECK(running.reason.find("goes on at the step") != std::string::npos);
            const event::Failed load = worker.next<event::Failed>();
            CHECK(load.error.code == ErrorCode::Cancelled);
            CHECK(load.error.message.find("'other'") != std::string::npos);
            for (const char* job : {"paused", "waiting"}) {
                const event::JobChanged change = worker.next_change();
                CHECK(change == event::JobChanged{{job}, event::JobState::Cancelled, 0, 0, "the worker ends"});
            }
        }
    }
}
