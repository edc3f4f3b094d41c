// SPDX-License-Identifier: Apache-2.0
#include "app/cli/render_events.h"

#include <array>
#include <cstdio>
#include <iostream>

namespace longtake {

void RenderEvents::show(const WorkerEvent& event) {
    if (std::holds_alternative<event::Step>(event)) {
        steps_done_ += 1;
        first_step_s_ = steps_done_ == 1
                            ? std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count()
                            : first_step_s_;
    } else if (std::holds_alternative<event::TakeDone>(event)) {
        takes_made_ += 1;
    } else if (const auto* failed = std::get_if<event::ShotFailed>(&event)) {
        failures_ += 1;
        failure_ = failure_ ? failure_ : failed->error;
    } else if (const auto* job_failed = std::get_if<event::Failed>(&event)) {
        failure_ = failure_ ? failure_ : job_failed->error;
    }
    if (as_json_) {
        std::cout << to_line(event) << std::endl;
    } else {
        show_for_people(event);
    }
}

void RenderEvents::show_for_people(const WorkerEvent& event) {
    if (const auto* started = std::get_if<event::ShotStarted>(&event)) {
        progress_.show(shot_name(started->shot) +
                       (started->is_resumed ? ": going on where it stopped" : ": beginning"));
    } else if (const auto* step = std::get_if<event::Step>(&event)) {
        progress_.show(step_text(*step));
    } else if (const auto* decoded = std::get_if<event::FramesDecoded>(&event)) {
        progress_.show(shot_name(decoded->shot) + ": frame " + std::to_string(decoded->done) + "/" +
                       std::to_string(decoded->total));
    } else if (const auto* take = std::get_if<event::TakeDone>(&event)) {
        say(shot_name(take->shot) + ": take " + take->take.value + " in " + duration_text(take->seconds));
    } else if (const auto* failed = std::get_if<event::ShotFailed>(&event)) {
        say(shot_name(failed->shot) + " failed: " + failed->error.message +
            (failed->error.hint.empty() ? "" : "\n  " + failed->error.hint));
    } else if (const auto* warning = std::get_if<event::Warning>(&event)) {
        say("warning: " + warning->message);
    }
}

std::string RenderEvents::shot_name(const ShotId& shot) const {
    for (size_t i = 0; i < project_.shots.size(); ++i) {
        if (project_.shots[i].id == shot) {
            return "shot " + std::to_string(i + 1) + "/" + std::to_string(project_.shots.size());
        }
    }
    return "shot " + shot.value;
}

std::string RenderEvents::step_text(const event::Step& step) const {
    std::array<char, 32> seconds{};
    std::snprintf(seconds.data(), seconds.size(), ", %.2f s a step, ", step.step_s);
    return shot_name(step.shot) + ": step " + std::to_string(step.window * step.steps + step.step) + "/" +
           std::to_string(step.windows * step.steps) + seconds.data() + duration_text(step.shot_eta_s) +
           " left, film " + duration_text(step.job_eta_s);
}

void RenderEvents::say(const std::string& line) {
    progress_.clear();
    std::cerr << line << '\n';
}

} // namespace longtake
