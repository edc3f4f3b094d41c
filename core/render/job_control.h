// SPDX-License-Identifier: Apache-2.0
// How a running job is told what to do by another thread. A request stops the sampling within one step; the job then
// asks what was wanted.
#pragma once

#include "core/film/worker_protocol.h"

#include <mutex>
#include <optional>
#include <stop_token>

namespace longtake {

enum class JobOutcome { Done, Failed, Cancelled, Paused };

class JobControl {
public:
    /// Any thread. Pause, Cancel and Reseed stop the shot being sampled; StopAfterShot lets it finish. A later Cancel
    /// overrides anything, nothing overrides a Cancel.
    void request(request::JobAction action);

    /// Render thread: the token for the next shot. Already stopped when something is pending.
    std::stop_token begin_shot();
    /// Render thread: what was asked for since the last call, if anything; asked once.
    std::optional<request::JobAction> take_request();
    /// Render thread: what was asked for, left in place.
    std::optional<request::JobAction> pending() const;

private:
    mutable std::mutex mutex_;
    std::stop_source stop_;
    std::optional<request::JobAction> pending_;
};

} // namespace longtake
