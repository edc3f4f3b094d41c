// SPDX-License-Identifier: Apache-2.0
// The worker's jobs: waiting in order, one running, some paused. Every method may be called from any thread.
#pragma once

#include "core/film/worker_protocol.h"
#include "core/render/job_control.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace longtake {

struct QueuedJob {
    request::Render request;
    std::shared_ptr<JobControl> control;
};

class JobQueue {
public:
    /// Position in the queue (0: next); nothing when a job of this id is already there.
    std::optional<int64_t> add(const request::Render& request);

    /// Blocks until a job may run or the queue is closed (then nothing). The job counts as running until finish().
    std::optional<QueuedJob> take_next();
    /// The running job ended; a paused one keeps its place and waits for Resume.
    void finish(const JobId& job, JobOutcome outcome);

    /// What a control did.
    enum class Controlled { NoSuchJob, Waiting, Running };
    /// Acts on a waiting job at once; a running one is told through its control.
    Controlled control(const JobId& job, request::JobAction action);

    /// Running first, then paused and waiting ones in order.
    std::vector<JobId> jobs() const;
    /// No further job is given out; the running one is asked to pause, so that it leaves a checkpoint.
    void close();
    bool is_closed() const;
    /// Takes the jobs that wait or are paused out of the queue, in order.
    std::vector<QueuedJob> drain();

private:
    struct Entry {
        QueuedJob job;
        bool is_paused = false;
    };

    std::deque<Entry>::iterator find(const JobId& job);

    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Entry> waiting_;
    std::optional<QueuedJob> running_;
    bool is_closed_ = false;
};

} // namespace longtake
