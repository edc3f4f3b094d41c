// SPDX-License-Identifier: Apache-2.0
#include "core/render/job_queue.h"

#include <algorithm>

namespace longtake {

std::deque<JobQueue::Entry>::iterator JobQueue::find(const JobId& job) {
    return std::find_if(waiting_.begin(), waiting_.end(),
                        [&](const Entry& entry) { return entry.job.request.job == job; });
}

std::optional<int64_t> JobQueue::add(const request::Render& request) {
    const std::lock_guard lock(mutex_);
    if (find(request.job) != waiting_.end() || (running_ && running_->request.job == request.job)) {
        return std::nullopt;
    }
    Entry entry{{request, std::make_shared<JobControl>()}, false};
    int64_t position = 0;
    if (request.is_front) {
        waiting_.push_front(std::move(entry));
    } else {
        position = static_cast<int64_t>(waiting_.size());
        waiting_.push_back(std::move(entry));
    }
    changed_.notify_all();
    return position;
}

std::optional<QueuedJob> JobQueue::take_next() {
    std::unique_lock lock(mutex_);
    while (!is_closed_) {
        const auto next =
            std::find_if(waiting_.begin(), waiting_.end(), [](const Entry& entry) { return !entry.is_paused; });
        if (next != waiting_.end()) {
            running_ = next->job;
            waiting_.erase(next);
            return running_;
        }
        changed_.wait(lock);
    }
    return std::nullopt;
}

void JobQueue::finish(const JobId& job, JobOutcome outcome) {
    const std::lock_guard lock(mutex_);
    if (!running_ || running_->request.job != job) {
        return;
    }
    if (outcome == JobOutcome::Paused && !is_closed_) {
        // A control keeps its last request; the job that goes on starts with a clean one.
        waiting_.push_front({{running_->request, std::make_shared<JobControl>()}, true});
    }
    running_.reset();
    changed_.notify_all();
}

JobQueue::Controlled JobQueue::control(const JobId& job, request::JobAction action) {
    const std::lock_guard lock(mutex_);
    if (running_ && running_->request.job == job) {
        running_->control->request(action);
        return Controlled::Running;
    }
    const auto entry = find(job);
    if (entry == waiting_.end()) {
        return Controlled::NoSuchJob;
    }
    switch (action) {
    case request::JobAction::Pause: entry->is_paused = true; break;
    case request::JobAction::Resume: entry->is_paused = false; break;
    case request::JobAction::Cancel: waiting_.erase(entry); break;
    case request::JobAction::MoveToFront: std::rotate(waiting_.begin(), entry, entry + 1); break;
    case request::JobAction::Reseed:
    case request::JobAction::StopAfterShot: entry->job.control->request(action); break;
    }
    changed_.notify_all();
    return Controlled::Waiting;
}

std::vector<JobId> JobQueue::jobs() const {
    const std::lock_guard lock(mutex_);
    std::vector<JobId> ids;
    if (running_) {
        ids.push_back(running_->request.job);
    }
    for (const Entry& entry : waiting_) {
        ids.push_back(entry.job.request.job);
    }
    return ids;
}

void JobQueue::close() {
    const std::lock_guard lock(mutex_);
    is_closed_ = true;
    if (running_) {
        running_->control->request(request::JobAction::Pause);
    }
    changed_.notify_all();
}

bool JobQueue::is_closed() const {
    const std::lock_guard lock(mutex_);
    return is_closed_;
}

std::vector<QueuedJob> JobQueue::drain() {
    const std::lock_guard lock(mutex_);
    std::vector<QueuedJob> jobs;
    for (Entry& entry : waiting_) {
        jobs.push_back(std::move(entry.job));
    }
    waiting_.clear();
    return jobs;
}

} // namespace longtake
