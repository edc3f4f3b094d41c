// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/render_queue.h"

#include "ui/bridge/qt_convert.h"
#include "ui/bridge/worker_client.h"
#include "ui/document/shot_states.h"

#include <QCoreApplication>

#include <algorithm>

namespace longtake::ui {

namespace {

constexpr size_t kKeptSteps = 200;

} // namespace

QString jobStateText(JobState state) {
    switch (state) {
    case JobState::Waiting: return QCoreApplication::translate("RenderQueue", "waiting");
    case JobState::Running: return QCoreApplication::translate("RenderQueue", "running");
    case JobState::Paused: return QCoreApplication::translate("RenderQueue", "paused");
    case JobState::Done: return QCoreApplication::translate("RenderQueue", "done");
    case JobState::Failed: return QCoreApplication::translate("RenderQueue", "failed");
    case JobState::Cancelled: break;
    }
    return QCoreApplication::translate("RenderQueue", "stopped");
}

double RenderJob::progress() const {
    if (state == JobState::Done) {
        return 1.0;
    }
    const auto all = static_cast<double>(std::max<size_t>(1, shots.size()) * static_cast<size_t>(takes));
    const double inShot = steps == 0
                              ? 0.0
                              : (static_cast<double>(window) + static_cast<double>(step) / static_cast<double>(steps)) /
                                    static_cast<double>(std::max<int64_t>(1, windows));
    return std::clamp((static_cast<double>(takesMade) + inShot) / all, 0.0, 1.0);
}

RenderQueue::RenderQueue(WorkerClient& worker, ShotStates& states, QObject* parent)
    : QAbstractTableModel(parent)
    , worker_(worker)
    , states_(states) {
    connect(&worker_, &WorkerClient::eventReceived, this, [this](const WorkerEvent& event) { handle(event); });
    connect(&worker_, &WorkerClient::stateChanged, this, [this](WorkerState state) {
        if (state == WorkerState::Ready) {
            loadedModel_.clear();
            if (!previewMemory_.isEmpty()) {
                worker_.send(request::Preview{true, toCore(previewMemory_)});
            }
            prepareModel(wantedModel_);
            dispatch();
        }
    });
    connect(&worker_, &WorkerClient::died, this, [this](const QString& what, bool isFinal) {
        returnRunning();
        Q_EMIT problem(
            what, isFinal ? tr("Rendering stops until the program is started again. The film and all takes are safe.")
                          : tr("Another one is being started and goes on where this one stopped."));
    });
}

void RenderQueue::setDevice(const QString& device, int threads) {
    if (device != device_ || threads != threads_) {
        device_ = device;
        threads_ = threads;
        loadedModel_.clear(); // loaded anew with the next job
    }
}

void RenderQueue::setPreviewMemory(const QString& name) {
    previewMemory_ = name;
    if (worker_.state() == WorkerState::Ready) {
        worker_.send(request::Preview{true, toCore(name)});
    }
}

RenderJob* RenderQueue::find(const JobId& id) {
    const auto found = std::find_if(jobs_.begin(), jobs_.end(), [&](const RenderJob& job) { return job.id == id; });
    return found == jobs_.end() ? nullptr : &*found;
}

const RenderJob* RenderQueue::running() const {
    const auto found = std::find_if(jobs_.begin(), jobs_.end(), [](const RenderJob& job) {
        return job.state == JobState::Running || job.state == JobState::Paused;
    });
    return found == jobs_.end() ? nullptr : &*found;
}

int RenderQueue::openCount() const {
    return static_cast<int>(
        std::count_if(jobs_.begin(), jobs_.end(), [](const RenderJob& job) { return !job.isOver(); }));
}

double RenderQueue::secondsLeft() const {
    double seconds = 0;
    for (const RenderJob& job : jobs_) {
        if (job.state == JobState::Waiting) {
            seconds += job.costSeconds;
        } else if (!job.isOver()) {
            seconds += job.secondsLeft;
        }
    }
    return seconds;
}

void RenderQueue::rowChanged(const RenderJob& job) {
    const auto row = static_cast<int>(&job - jobs_.data());
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    Q_EMIT progressed();
}

void RenderQueue::markShots(const RenderJob& job, bool isWaiting) {
    for (const ShotId& shot : job.shots) {
        if (isWaiting) {
            states_.setWorking(shot, {RenderState::Queued, false, 0, {}, 0});
        } else {
            states_.clearWorking(shot);
        }
    }
}

void RenderQueue::add(RenderJob job, bool isFront) {
    job.id = JobId{"job" + std::to_string(++lastNumber_)};
    auto place = jobs_.end();
    if (isFront) {
        place = std::find_if(jobs_.begin(), jobs_.end(),
                             [](const RenderJob& one) { return one.state == JobState::Waiting; });
    }
    const auto row = static_cast<int>(place - jobs_.begin());
    markShots(job, true);
    beginInsertRows({}, row, row);
    jobs_.insert(place, std::move(job));
    endInsertRows();
    Q_EMIT jobsChanged();
    dispatch();
}

void RenderQueue::move(int row, int direction) {
    const int other = row + direction;
    const auto isWaiting = [this](int place) {
        return place >= 0 && place < rowCount() && jobs_[static_cast<size_t>(place)].state == JobState::Waiting;
    };
    if (!isWaiting(row) || !isWaiting(other)) {
        return;
    }
    beginMoveRows({}, row, row, {}, direction > 0 ? other + 1 : other);
    std::swap(jobs_[static_cast<size_t>(row)], jobs_[static_cast<size_t>(other)]);
    endMoveRows();
    Q_EMIT jobsChanged();
}

void RenderQueue::remove(int row) {
    if (row < 0 || row >= rowCount()) {
        return;
    }
    const RenderJob& job = jobs_[static_cast<size_t>(row)];
    if (job.state == JobState::Running || job.state == JobState::Paused) {
        worker_.send(request::Control{job.id, request::JobAction::Cancel});
        return; // its JobChanged event ends it
    }
    markShots(job, false);
    beginRemoveRows({}, row, row);
    jobs_.erase(jobs_.begin() + row);
    endRemoveRows();
    Q_EMIT jobsChanged();
}

void RenderQueue::setTakes(int row, int64_t takes) {
    if (row >= 0 && row < rowCount() && jobs_[static_cast<size_t>(row)].state == JobState::Waiting) {
        RenderJob& job = jobs_[static_cast<size_t>(row)];
        job.costSeconds =
            job.costSeconds / static_cast<double>(std::max<int64_t>(1, job.takes)) * static_cast<double>(takes);
        job.takes = takes;
        rowChanged(job);
    }
}

void RenderQueue::retry(int row) {
    if (row < 0 || row >= rowCount() || !jobs_[static_cast<size_t>(row)].isOver()) {
        return;
    }
    const RenderJob& old = jobs_[static_cast<size_t>(row)];
    RenderJob again;
    again.title = old.title;
    again.shots = old.shots;
    again.takes = old.takes;
    again.isForced = old.isForced;
    again.costSeconds = old.costSeconds;
    remove(row);
    add(std::move(again), false);
}

void RenderQueue::clearFinished() {
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (jobs_[static_cast<size_t>(row)].isOver()) {
            remove(row);
        }
    }
}

void RenderQueue::reset() {
    abort();
    beginResetModel();
    for (const RenderJob& job : jobs_) {
        markShots(job, false);
    }
    jobs_.clear();
    endResetModel();
    Q_EMIT jobsChanged();
}

void RenderQueue::control(request::JobAction action) {
    if (const RenderJob* job = running()) {
        worker_.send(request::Control{job->id, action});
    }
}

void RenderQueue::setPaused(bool isPaused) {
    isPaused_ = isPaused;
    control(isPaused ? request::JobAction::Pause : request::JobAction::Resume);
    if (!isPaused) {
        dispatch();
    }
    Q_EMIT jobsChanged();
}

void RenderQueue::stopAfterShot() {
    control(request::JobAction::StopAfterShot);
}

void RenderQueue::abort() {
    control(request::JobAction::Cancel);
}

void RenderQueue::abortAndReseed() {
    control(request::JobAction::Reseed);
}

void RenderQueue::prepareModel(const QString& model) {
    wantedModel_ = model;
    if (worker_.state() == WorkerState::Ready && !model.isEmpty() && model != loadedModel_) {
        worker_.send(request::Load{toCore(model), toCore(device_), "auto", threads_});
        loadedModel_ = model;
    }
}

void RenderQueue::dispatch() {
    if (isPaused_ || running() != nullptr || worker_.state() != WorkerState::Ready || !filmSource_) {
        return;
    }
    const auto next =
        std::find_if(jobs_.begin(), jobs_.end(), [](const RenderJob& job) { return job.state == JobState::Waiting; });
    if (next == jobs_.end()) {
        return;
    }
    const FilmForWorker film = filmSource_();
    prepareModel(film.model);
    next->state = JobState::Running;
    next->secondsLeft = next->costSeconds;
    request::Render render;
    render.job = next->id;
    render.project_path = toCore(film.projectPath);
    render.film = toCore(film.unsavedText);
    render.shots = next->shots;
    render.takes = next->takes;
    render.is_forced = next->isForced;
    render.safety = film.safety;
    worker_.send(render);
    rowChanged(*next);
    Q_EMIT jobsChanged();
}

void RenderQueue::returnRunning() {
    loadedModel_.clear();
    for (RenderJob& job : jobs_) {
        if (job.state == JobState::Running || job.state == JobState::Paused) {
            job.state = JobState::Waiting; // shots already finished are fresh and will be skipped
            if (!job.shot.is_empty()) {
                Q_EMIT shotEnded(job.shot);
            }
            job.shot = {};
            job.step = 0;
            markShots(job, true);
            rowChanged(job);
        }
    }
    Q_EMIT jobsChanged();
}

void RenderQueue::handleStep(const event::Step& step) {
    RenderJob* job = find(step.job);
    if (job == nullptr) {
        return;
    }
    job->shot = step.shot;
    job->step = step.step;
    job->steps = step.steps;
    job->window = step.window;
    job->windows = step.windows;
    job->secondsLeft = step.job_eta_s;
    job->stepSeconds.push_back(step.step_s);
    if (job->stepSeconds.size() > kKeptSteps) {
        job->stepSeconds.erase(job->stepSeconds.begin());
    }
    const double done = (static_cast<double>(step.window) +
                         static_cast<double>(step.step) / static_cast<double>(std::max<int64_t>(1, step.steps))) /
                        static_cast<double>(std::max<int64_t>(1, step.windows));
    states_.setWorking(step.shot, {RenderState::Rendering, false, done, {}, 0});
    rowChanged(*job);
}

void RenderQueue::handleJobChanged(const event::JobChanged& change) {
    RenderJob* job = find(change.job);
    if (job == nullptr) {
        return;
    }
    job->state = change.state == JobState::Waiting ? JobState::Running : change.state;
    job->takesMade = std::max(job->takesMade, change.takes_made);
    if (job->isOver()) {
        if (!job->shot.is_empty()) {
            Q_EMIT shotEnded(job->shot);
        }
        job->secondsLeft = 0;
        for (const ShotId& shot : job->shots) {
            if (states_.of(shot).state != RenderState::Failed) {
                states_.clearWorking(shot);
            }
        }
    }
    rowChanged(*job);
    Q_EMIT jobsChanged();
    if (job->isOver() && openCount() == 0) {
        const auto count = [this](JobState state) {
            return static_cast<int>(std::count_if(jobs_.begin(), jobs_.end(),
                                                  [state](const RenderJob& one) { return one.state == state; }));
        };
        if (job->state != JobState::Cancelled) { // who stopped it knows
            Q_EMIT drained(count(JobState::Done), count(JobState::Failed));
        }
    }
    dispatch();
}

void RenderQueue::handle(const WorkerEvent& event) {
    if (const auto* step = std::get_if<event::Step>(&event)) {
        handleStep(*step);
    } else if (const auto* change = std::get_if<event::JobChanged>(&event)) {
        handleJobChanged(*change);
    } else if (const auto* started = std::get_if<event::ShotStarted>(&event)) {
        if (RenderJob* job = find(started->job)) {
            job->shot = started->shot;
            job->step = 0;
            job->steps = started->steps;
            rowChanged(*job);
        }
        states_.setWorking(started->shot, {RenderState::Rendering, false, 0, {}, 0});
        Q_EMIT shotStarted(started->shot);
    } else if (const auto* preview = std::get_if<event::PreviewReady>(&event)) {
        Q_EMIT previewReady(preview->shot, preview->first_frame);
    } else if (const auto* queued = std::get_if<event::Queued>(&event)) {
        if (RenderJob* job = find(queued->job)) {
            job->costSeconds = queued->cost_s;
            job->secondsLeft = queued->cost_s;
            job->shots = queued->shots.empty() ? job->shots : queued->shots;
            markShots(*job, true);
            rowChanged(*job);
        }
    } else if (const auto* take = std::get_if<event::TakeDone>(&event)) {
        if (RenderJob* job = find(take->job)) {
            ++job->takesMade;
            job->step = 0;
            rowChanged(*job);
        }
        states_.clearWorking(take->shot);
        Q_EMIT shotEnded(take->shot);
        Q_EMIT takeFinished(take->shot, take->take);
    } else if (const auto* failed = std::get_if<event::ShotFailed>(&event)) {
        states_.setWorking(failed->shot, {RenderState::Failed, false, 0, messageOf(failed->error), 0});
        if (RenderJob* job = find(failed->job)) {
            job->error = failed->error;
        }
        Q_EMIT shotEnded(failed->shot);
    } else if (const auto* refused = std::get_if<event::Failed>(&event)) {
        if (RenderJob* job = find(refused->job)) {
            job->error = refused->error;
            handleJobChanged({refused->job, JobState::Failed, job->takesMade, 0, {}});
        } else {
            loadedModel_.clear();
        }
        Q_EMIT problem(toQt(refused->error.message), toQt(refused->error.hint));
    } else if (const auto* warning = std::get_if<event::Warning>(&event)) {
        Q_EMIT problem(toQt(warning->message), {});
    } else if (const auto* loaded = std::get_if<event::Loaded>(&event)) {
        Q_EMIT modelLoaded(*loaded);
    }
}

} // namespace longtake::ui
