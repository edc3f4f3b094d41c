// SPDX-License-Identifier: Apache-2.0
#include "core/render/job_control.h"

#include <utility>

namespace longtake {

namespace {

bool stops_the_shot(request::JobAction action) {
    return action == request::JobAction::Pause || action == request::JobAction::Cancel ||
           action == request::JobAction::Reseed;
}

} // namespace

void JobControl::request(request::JobAction action) {
    const std::lock_guard lock(mutex_);
    if (pending_ == request::JobAction::Cancel) {
        return;
    }
    if (action == request::JobAction::Resume || action == request::JobAction::MoveToFront) {
        return; // the queue's business
    }
    pending_ = action;
    if (stops_the_shot(action)) {
        stop_.request_stop();
    }
}

std::stop_token JobControl::begin_shot() {
    const std::lock_guard lock(mutex_);
    if (!pending_ || !stops_the_shot(*pending_)) {
        stop_ = std::stop_source();
    }
    return stop_.get_token();
}

std::optional<request::JobAction> JobControl::take_request() {
    const std::lock_guard lock(mutex_);
    return std::exchange(pending_, std::nullopt);
}

std::optional<request::JobAction> JobControl::pending() const {
    const std::lock_guard lock(mutex_);
    return pending_;
}

} // namespace longtake
