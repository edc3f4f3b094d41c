// SPDX-License-Identifier: Apache-2.0
#include "core/render/render_job.h"

#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "core/cache/failure_notes.h"
#include "core/cache/shot_recipe.h"
#include "core/project/leftovers.h"
#include "core/render/abandoned_checkpoints.h"
#include "core/render/provenance_facts.h"
#include "core/render/shot_maker.h"
#include "core/render/take_recorder.h"
#include "core/sampling/memory_ladder.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>
#include <utility>

namespace longtake {

namespace {

using Clock = std::chrono::steady_clock;

constexpr uintmax_t kLargestImage = uintmax_t{256} << 20;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// One take being made.
struct Task {
    JobId job;
    const Shot* shot = nullptr;
    ShotRecipe recipe;
    std::string key;
    TakeId continues_from;
    int64_t windows = 1;
    double seconds_after = 0; ///< planned cost of the job's shots behind this one
    Clock::time_point started = Clock::now();
    Clock::time_point checkpointed = Clock::now();
    int64_t steps_since_checkpoint = 0;
    double step_s = 0; ///< mean so far
    int64_t steps_done = 0;
    std::optional<PartialShot> reached; ///< after the last step
};

enum class TaskEnd { Made, Failed, Cancelled, Paused, Reseed };

/// A latent for every frame it stands for, so that an estimate lies in its shot where its frames will: [1, C, T, h, w]
/// -> [1, C, F, h, w]. The first latent of a stream may be a single frame.
torch::Tensor per_frame(const torch::Tensor& clean, int64_t per_latent, bool is_first_single) {
    torch::Tensor counts = torch::full({clean.size(2)}, per_latent, torch::kLong);
    if (is_first_single) {
        counts[0] = 1;
    }
    return clean.repeat_interleave(counts.to(clean.device()), 2);
}

} // namespace

Result<std::string> keyframe_hash(const std::filesystem::path& project_folder, const std::string& image) {
    auto bytes = read_file(project_folder / std::filesystem::u8path(image), kLargestImage);
    if (!bytes) {
        return bytes.error();
    }
    return sha256_hex(*bytes);
}

Result<KeyframeFiles> keyframe_files(const Shot& shot, const std::filesystem::path& project_folder) {
    KeyframeFiles files;
    for (const Keyframe& keyframe : shot.keyframes) {
        auto hash = keyframe_hash(project_folder, keyframe.image);
        if (!hash) {
            return hash.error();
        }
        files[*hash] = project_folder / std::filesystem::u8path(keyframe.image);
    }
    return files;
}

class RenderJob::Run {
public:
    Run(Project project, const std::filesystem::path& project_file, RenderParts parts)
        : project_(std::move(project))
        , folder_(project_file.parent_path())
        , parts_(std::move(parts))
        , store_(data_folder_of(project_file))
        , checkpoints_(store_.folder() / kCheckpointFolder)
        , timings_(TimingHistory::load(parts_.timings_file)) {}

    JobOutcome run(const RenderOrder& order, JobControl& control, const EventSink& send) {
        store_.remove_leftovers();
        remove_abandoned_files(parts_.timings_file.parent_path());
        if (auto planned = plan_again(); !planned) {
            send(event::Failed{order.job, planned.error()});
            return JobOutcome::Failed;
        }
        checkpoints_.remove_leftovers(finished_keys());
        for (const QuarantinedTake& take : index_.quarantined()) {
            send(event::Warning{order.job, "take " + take.take.value + " was set aside: " + take.reason});
        }
        auto steps = steps_of(order);
        if (!steps) {
            send(event::Failed{order.job, steps.error()});
            return JobOutcome::Failed;
        }
        return run_steps(order, *steps, control, send);
    }

    std::map<ShotId, TakeId> shown_takes() const {
        std::map<ShotId, TakeId> shown;
        for (const PlannedShot& shot : plan_.shots) {
            if (!shot.take.is_empty()) {
                shown[shot.id] = shot.take;
            }
        }
        return shown;
    }

    const RenderTimings& spent() const { return spent_; }

private:
    Result<void> plan_again() {
        auto index = store_.load();
        if (!index) {
            return index.error();
        }
        index_ = std::move(*index);
        plan_ = make_plan({project_,
                           index_,
                           parts_.facts,
                           timings_,
                           {},
                           parts_.camera_text,
                           [this](const std::string& image) { return keyframe_hash(folder_, image); },
                           parts_.objection});
        return {};
    }

    std::set<std::string> finished_keys() const {
        std::set<std::string> keys;
        for (const Shot& shot : project_.shots) {
            for (const Receipt* take : index_.of_shot(shot.id)) {
                if (!project_.deleted_takes.contains(take->take)) {
                    keys.insert(take->key);
                }
            }
        }
        return keys;
    }

    /// Indices into the film. A plan's shots keep their places while the job runs.
    Result<std::vector<size_t>> steps_of(const RenderOrder& order) const {
        auto steps = order.shots.empty() ? Result<std::vector<size_t>>(plan_.steps()) : plan_.steps_for(order.shots);
        if (!steps || !(order.is_forced || order.takes > 1)) {
            return steps;
        }
        std::set<size_t> wanted(steps->begin(), steps->end());
        for (size_t i = 0; i < plan_.shots.size(); ++i) {
            if (is_asked_for(order, plan_.shots[i].id) && !plan_.shots[i].is_blocked) {
                wanted.insert(i);
            }
        }
        return std::vector<size_t>(wanted.begin(), wanted.end());
    }

    static bool is_asked_for(const RenderOrder& order, const ShotId& shot) {
        return order.shots.empty() || std::find(order.shots.begin(), order.shots.end(), shot) != order.shots.end();
    }

    JobOutcome
    run_steps(const RenderOrder& order, const std::vector<size_t>& steps, JobControl& control, const EventSink& send) {
        report_blocked(order, send);
        for (size_t s = 0; s < steps.size(); ++s) {
            seconds_after_ = 0;
            for (size_t later = s + 1; later < steps.size(); ++later) {
                seconds_after_ += plan_.shots[steps[later]].cost.seconds * static_cast<double>(order.takes);
            }
            const TaskEnd end = run_shot(order, steps[s], control, send);
            if (end == TaskEnd::Cancelled || end == TaskEnd::Paused) {
                return end == TaskEnd::Paused ? JobOutcome::Paused : JobOutcome::Cancelled;
            }
            if (control.pending() == request::JobAction::StopAfterShot) {
                control.take_request();
                return JobOutcome::Cancelled;
            }
        }
        return failed_.empty() ? JobOutcome::Done : JobOutcome::Failed;
    }

    /// Shots that cannot be rendered as the film stands are failures that are known before work begins.
    void report_blocked(const RenderOrder& order, const EventSink& send) {
        for (const PlannedShot& shot : plan_.shots) {
            if (shot.is_blocked && is_asked_for(order, shot.id)) {
                failed_.insert(shot.id);
                send(event::ShotFailed{
                    order.job, shot.id,
                    bad_input(shot.reasons.empty() ? "it cannot be rendered" : to_string(shot.reasons.front()))});
            }
        }
    }

    TaskEnd run_shot(const RenderOrder& order, size_t index, JobControl& control, const EventSink& send) {
        const PlannedShot& planned = plan_.shots[index];
        if (planned.seam == SeamKind::Continue && failed_.contains(plan_.shots[index - 1].id)) {
            failed_.insert(planned.id);
            send(event::ShotFailed{
                order.job, planned.id,
                bad_input("the shot it continues from was not rendered", "Mend that shot and render again.")});
            return TaskEnd::Failed;
        }
        if (const std::string objection = parts_.objection ? parts_.objection(planned.recipe.prompt) : std::string();
            !objection.empty()) {
            failed_.insert(planned.id);
            send(event::ShotFailed{order.job, planned.id, bad_input(objection)});
            return TaskEnd::Failed;
        }
        // What is planned changes with every take that is made, so what is needed of it is kept here.
        const bool replaces_shown = planned.needs_render;
        const int64_t first = planned.recipe.variation;
        const bool makes_others = order.is_forced && !replaces_shown;
        const int64_t unused = makes_others ? unused_variation(planned.id) : 0;
        // A shot that is only continued from gets no variations.
        const int64_t wanted = is_asked_for(order, planned.id) ? order.takes : 1;
        TaskEnd end = TaskEnd::Made;
        int64_t takes = 0;
        for (int64_t n = 0; takes < wanted; ++n) {
            Task task = make_task(order.job, index, makes_others ? unused + n : nth_variation(first, n));
            if (!order.is_forced && has_take(task)) {
                ++takes;
                continue;
            }
            end = make_one(task, control, send, takes == 0 && replaces_shown);
            if (end != TaskEnd::Made && end != TaskEnd::Reseed) {
                break;
            }
            takes += end == TaskEnd::Made ? 1 : 0;
        }
        return end;
    }

    /// The variation the film shows first, then 0, 1, 2, ... without it.
    static int64_t nth_variation(int64_t first, int64_t n) { return n == 0 ? first : n <= first ? n - 1 : n; }

    /// Behind all that exist.
    int64_t unused_variation(const ShotId& shot) const {
        int64_t next = 1;
        for (const Receipt* take : index_.of_shot(shot)) {
            next = std::max(next, take->recipe.variation + 1);
        }
        return next;
    }

    bool has_take(const Task& task) const {
        const auto takes = index_.of_shot(task.shot->id);
        const Receipt* upstream = index_.find(task.continues_from);
        return std::any_of(takes.begin(), takes.end(), [&](const Receipt* take) {
            const bool continues_it = upstream == nullptr || take->context_sha256 == latents_checksum(*upstream);
            return take->key == task.key && continues_it && !project_.deleted_takes.contains(take->take);
        });
    }

    Task make_task(const JobId& job, size_t index, int64_t variation) const {
        const PlannedShot& planned = plan_.shots[index];
        Task task;
        task.job = job;
        task.shot = &project_.shots[index];
        task.recipe = as_variation(planned.recipe, project_, *task.shot, variation);
        task.key = shot_key(task.recipe);
        if (planned.seam == SeamKind::Continue) {
            task.continues_from = plan_.shots[index - 1].take;
        }
        task.windows = std::max<int64_t>(1, static_cast<int64_t>(planned.windows.size()));
        task.seconds_after = seconds_after_;
        return task;
    }

    TaskEnd make_one(Task& task, JobControl& control, const EventSink& send, bool becomes_shown) {
        const std::stop_token stop = control.begin_shot();
        const ShotId shot = task.shot->id;
        auto made = make_take(task, stop, send);
        if (!made && made.error().code == ErrorCode::Cancelled) {
            return end_of_request(control.take_request(), task, send);
        }
        if (!made) {
            fail(task, made.error(), send);
            return TaskEnd::Failed;
        }
        clear_failure(store_.folder(), shot);
        checkpoints_.remove(task.key);
        if (becomes_shown) {
            project_.find(shot)->chosen_take = made->take;
        }
        if (auto planned = plan_again(); !planned) {
            fail(task, planned.error(), send);
            return TaskEnd::Failed;
        }
        forget_abandoned(shot);
        if (auto saved = timings_.save(parts_.timings_file); !saved) {
            send(event::Warning{task.job, saved.error().message});
        }
        send(event::TakeDone{task.job, shot, made->take, seconds_since(task.started)});
        return TaskEnd::Made;
    }

    /// The shot was finished under the key planned now, so it is not gone back to what it was begun as.
    void forget_abandoned(const ShotId& shot) const {
        for (const StoredCheckpoint& checkpoint : abandoned_checkpoints(checkpoints_, project_, plan_, index_)) {
            if (checkpoint.shot == shot) {
                checkpoints_.remove(checkpoint.key);
            }
        }
    }

    TaskEnd end_of_request(std::optional<request::JobAction> action, const Task& task, const EventSink& send) {
        if (action == request::JobAction::Reseed) {
            checkpoints_.remove(task.key);
            return TaskEnd::Reseed;
        }
        if (task.reached) {
            write_checkpoint(task, *task.reached, send);
        }
        return action == request::JobAction::Pause ? TaskEnd::Paused : TaskEnd::Cancelled;
    }

    void fail(const Task& task, const Error& error, const EventSink& send) {
        failed_.insert(task.shot->id);
        if (auto noted = record_failure(store_.folder(), task.shot->id, {task.key, error.message}); !noted) {
            send(event::Warning{task.job, noted.error().message});
        }
        send(event::ShotFailed{task.job, task.shot->id, error});
    }

    Result<ShotMaker*> maker() {
        if (maker_ == nullptr) {
            auto model = parts_.model();
            if (!model) {
                return model.error();
            }
            model_ = *model;
            maker_ = std::make_unique<ShotMaker>(*model_, store_);
        }
        return maker_.get();
    }

    Result<Receipt> make_take(Task& task, const std::stop_token& stop, const EventSink& send) {
        if (stop.stop_requested()) {
            return Error{ErrorCode::Cancelled, "cancelled", {}};
        }
        auto maker = this->maker();
        if (!maker) {
            return maker.error();
        }
        auto images = keyframe_files(*task.shot, folder_);
        if (!images) {
            return images.error();
        }
        const int64_t context = task.recipe.upstream ? task.recipe.upstream->context_latents : 0;
        auto stream = (*maker)->stream_behind(task.continues_from, index_, context);
        if (!stream) {
            return stream.error();
        }
        const auto attempt = [&] { return render_and_store(task, *stream, *images, stop, send); };
        const auto warn = [&](const std::string& text) {
            stream->decoder.reset(); // made for a decoder that saved less memory; the next attempt makes its own
            send(event::Warning{task.job, text});
        };
        return with_memory_ladder<Receipt>(*model_, attempt, warn);
    }

    Result<Receipt> render_and_store(Task& task,
                                     const StreamEnd& stream,
                                     const KeyframeFiles& images,
                                     const std::stop_token& stop,
                                     const EventSink& send) {
        auto recorder = TakeRecorder::begin(store_, task.key, task.recipe.size, project_.frame_rate);
        if (!recorder) {
            return recorder.error();
        }
        const auto checkpoint = checkpoints_.load(task.key);
        send(event::ShotStarted{task.job, task.shot->id, task.windows, task.recipe.steps, task.recipe.frames.value,
                                checkpoint.has_value()});
        ShotObserver observer;
        observer.on_step = [&](const ShotStep& step) { report_step(task, step, send); };
        double encode_s = 0;
        observer.on_frames = [&](const torch::Tensor& frames) -> Result<void> {
            const auto begin = Clock::now();
            if (auto added = recorder->add(frames); !added) {
                return added;
            }
            encode_s += seconds_since(begin);
            send(event::FramesDecoded{task.job, task.shot->id, recorder->frame_count(), task.recipe.frames.value});
            return {};
        };
        auto shot = maker_->make(task.recipe, stream, images, observer, stop, checkpoint ? &*checkpoint : nullptr);
        if (!shot) {
            return shot.error();
        }
        spent_.text_s += shot->text_s;
        spent_.denoise_s += shot->denoise_s;
        spent_.decode_s += shot->decode_s - encode_s; // frames are encoded while they are decoded
        spent_.encode_s += encode_s;
        if (shot->dropped_tokens > 0) {
            send(event::Warning{task.job, "the text of shot " + task.shot->id.value +
                                              " is longer than the model reads: its last " +
                                              std::to_string(shot->dropped_tokens) + " tokens were left out"});
        }
        timings_.add_decoding(parts_.facts.weights_hash, model_->policy().device.str(), task.recipe.size,
                              task.recipe.frames.value, shot->decode_s);
        Receipt receipt;
        receipt.shot = task.shot->id;
        receipt.serial = index_.next_serial();
        receipt.created_at = utc_now();
        receipt.recipe = task.recipe;
        receipt.key = task.key;
        receipt.continues_from = stream.take;
        receipt.context_sha256 = stream.latents_file_sha256;
        receipt.prompt_tokens = shot->text_tokens;
        receipt.negative_tokens = shot->negative_tokens;
        receipt.made_with = made_with(*model_, parts_.program);
        receipt.safety = parts_.safety;
        receipt.render_s = seconds_since(task.started);
        auto stored = std::move(*recorder).commit(store_, shot->latents, std::move(receipt));
        if (stored) {
            maker_->remember(*stored, stream, std::move(*shot));
        }
        return stored;
    }

    void report_step(Task& task, const ShotStep& step, const EventSink& send) {
        const StepReport& report = step.step;
        task.steps_done += 1;
        task.step_s += (report.seconds - task.step_s) / static_cast<double>(task.steps_done);
        const int64_t passes = task.recipe.guidance > 1.0 ? 2 : 1;
        const LatentShape shape{step.clean.size(1), report.clean.size(2), step.clean.size(3), step.clean.size(4)};
        timings_.add_step(parts_.facts.weights_hash, model_->policy().device.str(), task.recipe.size,
                          model_->token_count(shape), passes, report.seconds);
        save_checkpoint(task, step, send);
        if (parts_.preview) {
            const bool starts_stream = !task.recipe.upstream;
            const int64_t per_latent = parts_.facts.temporal_compression;
            const int64_t first_frame =
                step.first_latent * per_latent - (starts_stream && step.first_latent > 0 ? per_latent - 1 : 0);
            const bool is_first_single = starts_stream && step.first_latent == 0;
            parts_.preview(task.job, task.shot->id, first_frame, per_frame(step.clean, per_latent, is_first_single));
        }
        const int64_t steps_left = (step.windows - step.window) * report.steps - report.step;
        const double shot_eta_s = static_cast<double>(steps_left) * task.step_s;
        send(event::Step{task.job, task.shot->id, step.window, step.windows, report.step, report.steps, report.sigma,
                         report.seconds, shot_eta_s, shot_eta_s + task.seconds_after});
    }

    void save_checkpoint(Task& task, const ShotStep& step, const EventSink& send) {
        task.reached = step.state;
        const CheckpointPace& pace = parts_.checkpoints;
        const bool is_due = (pace.steps > 0 && ++task.steps_since_checkpoint >= pace.steps) ||
                            seconds_since(task.checkpointed) >= pace.seconds;
        if (is_due) {
            task.checkpointed = Clock::now();
            task.steps_since_checkpoint = 0;
            write_checkpoint(task, step.state, send);
        }
    }

    void write_checkpoint(const Task& task, const PartialShot& state, const EventSink& send) const {
        auto saved = checkpoints_.save(task.key, task.shot->id, task.recipe.variation, state);
        if (!saved) {
            send(event::Warning{task.job, "no checkpoint could be written: " + saved.error().message});
        }
    }

    Project project_;
    std::filesystem::path folder_;
    RenderParts parts_;
    TakeStore store_;
    CheckpointStore checkpoints_;
    TimingHistory timings_;
    TakeIndex index_;
    RenderPlan plan_;
    VideoModel* model_ = nullptr;
    std::unique_ptr<ShotMaker> maker_;
    std::set<ShotId> failed_;
    RenderTimings spent_;
    double seconds_after_ = 0;
};

RenderJob::RenderJob(Project project, const std::filesystem::path& project_file, RenderParts parts)
    : run_(std::make_unique<Run>(std::move(project), project_file, std::move(parts))) {}

RenderJob::~RenderJob() = default;

JobOutcome RenderJob::run(const RenderOrder& order, JobControl& control, const EventSink& send) {
    return run_->run(order, control, send);
}

std::map<ShotId, TakeId> RenderJob::shown_takes() const {
    return run_->shown_takes();
}

RenderTimings RenderJob::timings() const {
    return run_->spent();
}

} // namespace longtake
