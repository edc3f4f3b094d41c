// SPDX-License-Identifier: Apache-2.0
// A render job's events for people (a progress line, a line per shot, on stderr) or for programs (the worker's own
// lines, on stdout).
#pragma once

#include "app/cli/progress_line.h"
#include "core/film/worker_protocol.h"
#include "core/project/project.h"

#include <chrono>
#include <optional>
#include <string>

namespace longtake {

class RenderEvents {
public:
    RenderEvents(const Project& project, bool as_json)
        : project_(project)
        , as_json_(as_json) {}

    void show(const WorkerEvent& event);

    int64_t takes_made() const { return takes_made_; }
    int64_t steps_done() const { return steps_done_; }
    /// From the beginning to the first step, whose clean estimate can be shown; 0 when there was none.
    double first_step_s() const { return first_step_s_; }
    /// The first failure of a shot or of the whole job.
    const std::optional<Error>& failure() const { return failure_; }
    int64_t failures() const { return failures_; }

private:
    void show_for_people(const WorkerEvent& event);
    std::string shot_name(const ShotId& shot) const;
    std::string step_text(const event::Step& step) const;
    void say(const std::string& line);

    const Project& project_;
    bool as_json_;
    ProgressLine progress_;
    int64_t takes_made_ = 0;
    int64_t steps_done_ = 0;
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
    double first_step_s_ = 0;
    int64_t failures_ = 0;
    std::optional<Error> failure_;
};

} // namespace longtake
