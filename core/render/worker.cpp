// SPDX-License-Identifier: Apache-2.0
#include "core/render/worker.h"

#include "core/base/process.h"

#include <deque>
#include <istream>
#include <mutex>
#include <ostream>
#include <thread>
#include <utility>

namespace longtake {

namespace {

template <typename... Cases> struct Overloaded : Cases... { using Cases::operator()...; };
template <typename... Cases> Overloaded(Cases...) -> Overloaded<Cases...>;

event::JobState state_of(JobOutcome outcome) {
    switch (outcome) {
    case JobOutcome::Done: return event::JobState::Done;
    case JobOutcome::Failed: return event::JobState::Failed;
    case JobOutcome::Cancelled: return event::JobState::Cancelled;
    case JobOutcome::Paused: return event::JobState::Paused;
    }
    return event::JobState::Failed;
}

/// The next line of the input; of one that is too long only as much as shows that it is. False at the end.
bool read_line(std::istream& in, std::string& line) {
    line.clear();
    constexpr auto kEnd = std::istream::traits_type::eof();
    auto letter = in.rdbuf()->sbumpc();
    const bool is_there = letter != kEnd;
    for (; letter != kEnd && letter != '\n'; letter = in.rdbuf()->sbumpc()) {
        if (line.size() <= kLongestWorkerLine) {
            line += static_cast<char>(letter);
        }
    }
    return is_there;
}

class Worker {
public:
    Worker(std::istream& in, std::ostream& out, const WorkerParts& parts)
        : in_(in)
        , out_(out)
        , parts_(parts) {}

    void run(const std::string& version) {
        send(event::Ready{version, process_id()});
        std::thread reader([this] { read_requests(); });
        while (auto job = queue_.take_next()) {
            run_job(*job);
        }
        reader.join();
        dismiss_waiting();
    }

private:
    void send(const WorkerEvent& event) {
        const std::lock_guard lock(output_mutex_);
        out_ << to_line(event) << '\n' << std::flush;
    }

    EventSink sink() {
        return [this](const WorkerEvent& event) { send(event); };
    }

    void run_job(const QueuedJob& job) {
        const JobId id = job.request.job;
        if (is_load(id)) {
            parts_.load(next_load(), sink());
            queue_.finish(id, JobOutcome::Done);
            return;
        }
        send(event::JobChanged{id, event::JobState::Running, 0, 0});
        int64_t takes = 0;
        int64_t failures = 0;
        const EventSink count_and_send = [&](const WorkerEvent& event) {
            takes += std::holds_alternative<event::TakeDone>(event) ? 1 : 0;
            failures += std::holds_alternative<event::ShotFailed>(event) ? 1 : 0;
            send(event);
        };
        const JobOutcome outcome = parts_.render(job.request, *job.control, count_and_send);
        if (outcome == JobOutcome::Paused) {
            parts_.release();
        }
        queue_.finish(id, outcome);
        const bool is_last = outcome == JobOutcome::Paused && queue_.is_closed();
        send(event::JobChanged{id, is_last ? event::JobState::Cancelled : state_of(outcome), takes, failures,
                               is_last ? "the worker ends; rendering again goes on at the step this had reached" : ""});
    }

    /// Jobs that will not run any more must not be waited for.
    void dismiss_waiting() {
        for (const QueuedJob& job : queue_.drain()) {
            if (is_load(job.request.job)) {
                const Error error{
                    ErrorCode::Cancelled, "the model '" + next_load().model + "' was not loaded: the worker ends", {}};
                send(event::Failed{{}, error});
            } else {
                send(event::JobChanged{job.request.job, event::JobState::Cancelled, 0, 0, "the worker ends"});
            }
        }
    }

    request::Load next_load() {
        const std::lock_guard lock(loads_mutex_);
        request::Load load = loads_.front();
        loads_.pop_front();
        return load;
    }

    void read_requests() {
        for (std::string line; read_line(in_, line);) {
            if (line.empty()) {
                continue;
            }
            auto read = parse_request(line);
            if (!read) {
                send(event::Failed{{}, read.error()});
                continue;
            }
            if (std::holds_alternative<request::Quit>(*read)) {
                break;
            }
            answer(*read);
        }
        queue_.close();
    }

    void answer(const WorkerRequest& request) {
        std::visit(Overloaded{
                       [&](const request::Load& load) { add_load(load); },
                       [&](const request::Render& render) { add_job(render); },
                       [&](const request::Preview& preview) { parts_.preview(preview, sink()); },
                       [&](const request::Control& control) { control_job(control); },
                       [&](const request::Status&) { report_status(); },
                       [&](const request::CountTokens& count) { send(parts_.count_tokens(count)); },
                       [&](const request::Quit&) {},
                   },
                   request);
    }

    /// Models are loaded on the render thread, between jobs: a load is a job of its own at the front.
    void add_load(const request::Load& load) {
        request::Render marker;
        {
            const std::lock_guard lock(loads_mutex_);
            loads_.push_back(load);
            marker.job = {kLoadPrefix + std::to_string(++load_count_)};
        }
        marker.is_front = true;
        queue_.add(marker);
    }

    static bool is_load(const JobId& job) { return job.value.starts_with(kLoadPrefix); }

    void add_job(const request::Render& render) {
        if (is_load(render.job)) {
            send(event::Failed{render.job, bad_input("a job's name cannot begin with " + std::string(kLoadPrefix))});
            return;
        }
        // Announced before it can start, so that "queued" always comes before "running".
        const std::lock_guard lock(output_mutex_);
        const auto position = queue_.add(render);
        const WorkerEvent event =
            position ? WorkerEvent(event::Queued{render.job, *position, render.shots, 0})
                     : WorkerEvent(
                           event::Failed{render.job, bad_input("there is already a job '" + render.job.value + "'")});
        out_ << to_line(event) << '\n' << std::flush;
    }

    void control_job(const request::Control& control) {
        switch (queue_.control(control.job, control.action)) {
        case JobQueue::Controlled::NoSuchJob:
            send(event::Failed{control.job, bad_input("there is no job '" + control.job.value + "'")});
            break;
        case JobQueue::Controlled::Waiting: report_waiting(control); break;
        case JobQueue::Controlled::Running: break; // the job says itself what became of it
        }
    }

    void report_waiting(const request::Control& control) {
        if (control.action == request::JobAction::Cancel) {
            send(event::JobChanged{control.job, event::JobState::Cancelled, 0, 0});
        } else if (control.action == request::JobAction::Pause) {
            send(event::JobChanged{control.job, event::JobState::Paused, 0, 0});
        } else {
            send(event::JobChanged{control.job, event::JobState::Waiting, 0, 0});
        }
    }

    void report_status() {
        std::vector<JobId> jobs = queue_.jobs();
        std::erase_if(jobs, is_load);
        send(event::StatusReport{parts_.model_name(), jobs, resident_bytes()});
    }

    static constexpr const char* kLoadPrefix = "#load-";

    std::istream& in_;
    std::ostream& out_;
    const WorkerParts& parts_;
    JobQueue queue_;
    std::mutex output_mutex_;
    std::mutex loads_mutex_;
    std::deque<request::Load> loads_;
    int64_t load_count_ = 0;
};

} // namespace

void run_worker(std::istream& in, std::ostream& out, const std::string& version, const WorkerParts& parts) {
    Worker(in, out, parts).run(version);
}

} // namespace longtake
