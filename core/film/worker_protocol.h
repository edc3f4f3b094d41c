// SPDX-License-Identifier: Apache-2.0
// What the window (or a farm) and `longtake worker` say to each other: one JSON object per line, both directions.
// Requests arrive on the worker's stdin, events leave on its stdout; stderr is for people. Every line carries
// "v": kWorkerProtocolVersion and "type". Unknown keys are ignored, unknown types are answered with an error event, so
// that either side may be newer. Binary data never travels here: previews go through shared memory (preview_memory.h),
// takes through the take store.
#pragma once

#include "core/base/ids.h"
#include "core/base/model_facts.h"
#include "core/base/result.h"
#include "core/safety/content_filter.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace longtake {

constexpr int64_t kWorkerProtocolVersion = 1;
constexpr size_t kLongestWorkerLine = size_t{64} << 20;

namespace request {

/// Loads a model (a catalogue name or a folder); done once, kept until another is asked for. Answer: Loaded or Failed.
struct Load {
    std::string model;
    std::string device = "auto"; ///< auto, cpu, cuda, mps
    std::string dtype = "auto";  ///< auto, float32, bfloat16, float16
    int64_t threads = 0;         ///< 0: physical cores
    bool operator==(const Load&) const = default;
};

/// Renders shots of a film; queued behind the jobs before it. Answer: Queued, then the job's events, the
/// last a JobChanged to Done, Failed or Cancelled.
struct Render {
    JobId job;
    std::string project_path;  ///< the .t2vproj; its .t2vdata receives the takes
    std::string film;          ///< the film as .t2vproj text when it has unsaved edits; empty: read the file
    std::vector<ShotId> shots; ///< empty: all of the film
    int64_t takes = 1;         ///< variations by seed that each shot is to have, 1..64
    bool is_forced = false;    ///< that many more of shots that are fresh (with new seeds)
    bool is_front = false;     ///< before the waiting jobs
    double checkpoint_s = -1;  ///< see CheckpointPace; below 0: as the worker was started
    int64_t checkpoint_steps = -1;
    SafetyLevel safety =
        SafetyLevel::Careful; ///< shots whose text it refuses fail; what it asks about was asked before
    bool operator==(const Render&) const = default;
};

/// Live pictures of the clean estimate on or off. `memory_name` is the shared memory the window made.
struct Preview {
    bool is_on = true;
    std::string memory_name;
    bool operator==(const Preview&) const = default;
};

enum class JobAction {
    Pause, ///< keeps a checkpoint and frees the device's memory
    Resume,
    Cancel,
    Reseed,        ///< abort the shot being sampled and start it again with a new seed
    StopAfterShot, ///< finish the running shot, then end the job
    MoveToFront,
};

/// Acts on one job, waiting or running.
struct Control {
    JobId job;
    JobAction action = JobAction::Cancel;
    bool operator==(const Control&) const = default;
};

struct Status {
    bool operator==(const Status&) const = default;
};

/// How many tokens a text has for a model, and what of it the model would not read. Answered beside a running render,
/// without loading weights. Answer: TokensCounted.
struct CountTokens {
    int64_t serial = 0; ///< the asker's; comes back with the answer
    std::string model;  ///< as in Load
    std::string text;
    bool operator==(const CountTokens&) const = default;
};

/// Ends the worker, as the end of its input does: the running job leaves a checkpoint, and every job that is not over
/// is Cancelled with the reason.
struct Quit {
    bool operator==(const Quit&) const = default;
};

} // namespace request

using WorkerRequest = std::variant<request::Load,
                                   request::Render,
                                   request::Preview,
                                   request::Control,
                                   request::Status,
                                   request::CountTokens,
                                   request::Quit>;

namespace event {

/// First line of a worker: it is there and can be talked to.
struct Ready {
    std::string version;
    int64_t process_id = 0;
    bool operator==(const Ready&) const = default;
};

struct Loaded {
    std::string model;
    std::string device;
    std::string dtype;
    int64_t threads = 0;
    double load_s = 0;
    int64_t resident_bytes = 0;
    ModelFacts facts; ///< what the window plans with; it loads no model itself
    bool operator==(const Loaded&) const = default;
};

struct Queued {
    JobId job;
    int64_t position = 0; ///< 0: next
    std::vector<ShotId> shots;
    double cost_s = 0;
    bool operator==(const Queued&) const = default;
};

struct ShotStarted {
    JobId job;
    ShotId shot;
    int64_t windows = 1;
    int64_t steps = 0; ///< per window
    int64_t frames = 0;
    bool is_resumed = false; ///< from a checkpoint
    bool operator==(const ShotStarted&) const = default;
};

/// After every sampling step.
struct Step {
    JobId job;
    ShotId shot;
    int64_t window = 0;
    int64_t windows = 1;
    int64_t step = 0; ///< 1-based: steps done in this window
    int64_t steps = 0;
    double sigma = 0;
    double step_s = 0;
    double shot_eta_s = 0;
    double job_eta_s = 0;
    bool operator==(const Step&) const = default;
};

/// A preview strip was put into shared memory; `serial` grows by one each time.
struct PreviewReady {
    JobId job;
    ShotId shot;
    int64_t serial = 0;
    int64_t first_frame = 0; ///< of the shot
    bool operator==(const PreviewReady&) const = default;
};

/// Final frames of the shot decoded so far.
struct FramesDecoded {
    JobId job;
    ShotId shot;
    int64_t done = 0;
    int64_t total = 0;
    bool operator==(const FramesDecoded&) const = default;
};

/// A take is on disk, verified, and may be shown.
struct TakeDone {
    JobId job;
    ShotId shot;
    TakeId take;
    double seconds = 0;
    bool operator==(const TakeDone&) const = default;
};

/// One shot failed; the job goes on with those that do not depend on it.
struct ShotFailed {
    JobId job;
    ShotId shot;
    Error error;
    bool operator==(const ShotFailed&) const = default;
};

enum class JobState { Waiting, Running, Paused, Done, Failed, Cancelled };

/// A job changed its state; Done, Failed and Cancelled are its last.
struct JobChanged {
    JobId job;
    JobState state = JobState::Waiting;
    int64_t takes_made = 0;
    int64_t shots_failed = 0;
    std::string reason{}; ///< why, where nobody asked for it
    bool operator==(const JobChanged&) const = default;
};

struct StatusReport {
    std::string model;
    std::vector<JobId> jobs; ///< running first, then in order
    int64_t resident_bytes = 0;
    bool operator==(const StatusReport&) const = default;
};

struct TokensCounted {
    int64_t serial = 0;
    int64_t tokens = 0;  ///< of the whole text, its end token included
    int64_t limit = 0;   ///< the model reads no more than these
    std::string dropped; ///< the end of the text that the model does not read
    std::string failure; ///< why they could not be counted; the numbers are 0 then
    bool operator==(const TokensCounted&) const = default;
};

struct Warning {
    JobId job;
    std::string message;
    bool operator==(const Warning&) const = default;
};

/// A request could not be carried out (garbage, unknown job, failed load).
struct Failed {
    JobId job;
    Error error;
    bool operator==(const Failed&) const = default;
};

} // namespace event

using WorkerEvent = std::variant<event::Ready,
                                 event::Loaded,
                                 event::Queued,
                                 event::ShotStarted,
                                 event::Step,
                                 event::PreviewReady,
                                 event::FramesDecoded,
                                 event::TakeDone,
                                 event::ShotFailed,
                                 event::JobChanged,
                                 event::StatusReport,
                                 event::TokensCounted,
                                 event::Warning,
                                 event::Failed>;

/// One line without its newline. Text that is not valid UTF-8 is repaired with U+FFFD.
std::string to_line(const WorkerRequest& request);
std::string to_line(const WorkerEvent& event);

/// Refuses lines that are too long, not an object, of another version, of an unknown type or with wrong fields.
Result<WorkerRequest> parse_request(std::string_view line);
Result<WorkerEvent> parse_event(std::string_view line);

} // namespace longtake
