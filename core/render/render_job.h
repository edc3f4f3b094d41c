// SPDX-License-Identifier: Apache-2.0
// A film's stale shots become takes: the plan's steps in order, each checkpointed while it runs and on disk the moment
// it is done. `longtake render` and the worker run the same job. Running it again does only what is left.
#pragma once

#include "core/base/model_facts.h"
#include "core/cache/render_plan.h"
#include "core/cache/take_store.h"
#include "core/film/worker_protocol.h"
#include "core/models/family.h"
#include "core/render/checkpoint_pace.h"
#include "core/render/job_control.h"
#include "core/render/worker.h"

#include <torch/types.h>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace longtake {

/// What a job is given from outside. Callbacks run on the render thread.
struct RenderParts {
    ModelFacts facts;
    /// The loaded model; called when the first shot must be rendered, so that a film with nothing to do loads none.
    std::function<Result<VideoModel*>()> model;
    std::function<std::string(const Shot&)> camera_text;
    /// As in PlanInputs; asked again before every take, for takes that are made although nothing is stale.
    std::function<std::string(const std::string& prompt)> objection = {};
    std::filesystem::path timings_file;
    std::string program; ///< "longtake 0.1.0", for receipts
    std::string safety;  ///< name of the level that `objection` judges by, for receipts
    /// Shows the clean estimate of a step, [1, C, F, h, w] with one latent for each frame; empty for no previews.
    /// `first_frame` is of the shot.
    std::function<void(const JobId&, const ShotId&, int64_t first_frame, const torch::Tensor& clean)> preview;
    CheckpointPace checkpoints;
};

struct RenderOrder {
    JobId job;
    std::vector<ShotId> shots; ///< empty: all of the film
    int64_t takes = 1;         ///< variations by seed that each shot is to have; those it has are not made again
    bool is_forced = false;    ///< `takes` more variations of shots that are fresh
};

/// Where the time of a job's takes went.
struct RenderTimings {
    double text_s = 0;
    double denoise_s = 0;
    double decode_s = 0;
    double encode_s = 0; ///< frames into segments
};

class RenderJob {
public:
    /// `project` has passed validate(); its takes live beside `project_file`.
    RenderJob(Project project, const std::filesystem::path& project_file, RenderParts parts);
    ~RenderJob();
    RenderJob(const RenderJob&) = delete;
    RenderJob& operator=(const RenderJob&) = delete;

    /// Runs until done, cancelled or paused; after Paused, a new job with the same order goes on where this one
    /// stopped. Events are sent for every shot. Failures of single shots do not end the job; what does not depend on
    /// them is still rendered, and the outcome is Failed.
    JobOutcome run(const RenderOrder& order, JobControl& control, const EventSink& send);

    /// The take each shot shows now: what was chosen before, what was found to fit, what was made.
    std::map<ShotId, TakeId> shown_takes() const;
    /// Of all takes made so far.
    RenderTimings timings() const;

private:
    class Run;

    std::unique_ptr<Run> run_;
};

/// The images a film's keyframes name, by content hash.
Result<std::map<std::string, std::filesystem::path>> keyframe_files(const Shot& shot,
                                                                    const std::filesystem::path& project_folder);

/// SHA-256 of the file of a keyframe; what PlanInputs::image_hash wants.
Result<std::string> keyframe_hash(const std::filesystem::path& project_folder, const std::string& image);

} // namespace longtake
