// SPDX-License-Identifier: Apache-2.0
// `longtake worker`: reads request lines, writes event lines, runs one job at a time on the calling thread. Garbage on
// the input is answered with an event and forgotten; the end of the input is a Quit.
#pragma once

#include "core/film/worker_protocol.h"
#include "core/render/job_queue.h"

#include <functional>
#include <iosfwd>
#include <string>

namespace longtake {

using EventSink = std::function<void(const WorkerEvent&)>;

/// What the worker needs from the rest of the program. All are called on the render thread except those marked.
struct WorkerParts {
    std::function<void(const request::Load&, const EventSink&)> load;
    std::function<JobOutcome(const request::Render&, JobControl&, const EventSink&)> render;
    /// Any thread: previews on or off from now.
    std::function<void(const request::Preview&, const EventSink&)> preview;
    /// Any thread: how much of a text a model reads.
    std::function<event::TokensCounted(const request::CountTokens&)> count_tokens;
    /// Frees the device's memory when a job was paused.
    std::function<void()> release;
    /// Any thread: name of the loaded model, for status.
    std::function<std::string()> model_name;
};

/// Runs until Quit or the end of `in`. A running job is checkpointed first; every job has had its last event then.
void run_worker(std::istream& in, std::ostream& out, const std::string& version, const WorkerParts& parts);

} // namespace longtake
