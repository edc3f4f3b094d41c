// SPDX-License-Identifier: Apache-2.0
// The queue a person can leave alone overnight: jobs with their order, progress and honest time left. The worker gets
// one job at a time, so waiting jobs can be reordered, edited and dropped here; a worker that dies is given its job
// again.
#pragma once

#include "core/film/worker_protocol.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QString>

#include <deque>
#include <vector>

namespace longtake::ui {

class ShotStates;
class WorkerClient;

using JobState = event::JobState;

struct RenderJob {
    JobId id;
    QString title; ///< "Shot 4", "3 shots"
    std::vector<ShotId> shots;
    int64_t takes = 1;
    bool isForced = false;
    JobState state = JobState::Waiting;
    double costSeconds = 0; ///< what the plan expects; 0 when unknown
    // What is known while it runs:
    ShotId shot;
    int64_t step = 0;
    int64_t steps = 0;
    int64_t window = 0;
    int64_t windows = 1;
    double secondsLeft = 0;
    int64_t takesMade = 0;
    std::vector<double> stepSeconds; ///< the last 200 steps
    Error error;

    bool isOver() const { return state == JobState::Done || state == JobState::Failed || state == JobState::Cancelled; }
    double progress() const;
};

/// What the worker needs of the film when a job is given to it.
struct FilmForWorker {
    QString projectPath;
    QString unsavedText; ///< the film as .t2vproj text when it has unsaved edits
    QString model;
    SafetyLevel safety = SafetyLevel::Careful;
};

class RenderQueue : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Title, State, Progress, TimeLeft, ColumnCount };

    RenderQueue(WorkerClient& worker, ShotStates& states, QObject* parent = nullptr);

    /// Called when a job is handed to the worker: edits made while it waited are part of it.
    void setFilmSource(std::function<FilmForWorker()> source) { filmSource_ = std::move(source); }
    void setDevice(const QString& device, int threads);
    void setPreviewMemory(const QString& name);

    /// Has the film's model loaded, so that the first render begins at once and the plan knows the model.
    void prepareModel(const QString& model);
    void add(RenderJob job, bool isFront);
    void move(int row, int direction);
    void remove(int row);
    void retry(int row);
    /// How many takes a waiting job makes.
    void setTakes(int row, int64_t takes);
    void clearFinished();
    void setPaused(bool isPaused);
    bool isPaused() const { return isPaused_; }
    void stopAfterShot();
    void abort();
    void abortAndReseed();

    const std::vector<RenderJob>& jobs() const { return jobs_; }
    const RenderJob* running() const;
    int openCount() const;
    /// Of the running and all waiting jobs.
    double secondsLeft() const;

    /// Unfinished jobs as JSON, to survive a restart of the program.
    QByteArray save() const;
    void restore(const QByteArray& saved);
    /// Drops everything: another film was opened.
    void reset();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// Something a status line shows has changed.
    void progressed();
    void jobsChanged();
    void takeFinished(const longtake::ShotId& shot, const longtake::TakeId& take);
    void shotStarted(const longtake::ShotId& shot);
    void shotEnded(const longtake::ShotId& shot);
    void previewReady(const longtake::ShotId& shot, qint64 firstFrame);
    void modelLoaded(const longtake::event::Loaded& loaded);
    /// The last open job ended by itself: how many jobs in the list are done, how many failed.
    void drained(int done, int failed);
    void problem(const QString& message, const QString& hint);

private:
    void handle(const WorkerEvent& event);
    void handleStep(const event::Step& step);
    void handleJobChanged(const event::JobChanged& change);
    void dispatch();
    void returnRunning();
    RenderJob* find(const JobId& id);
    void rowChanged(const RenderJob& job);
    void markShots(const RenderJob& job, bool isWaiting);
    void control(request::JobAction action);

    WorkerClient& worker_;
    ShotStates& states_;
    std::function<FilmForWorker()> filmSource_;
    std::vector<RenderJob> jobs_;
    QString wantedModel_;
    QString loadedModel_;
    QString device_ = QStringLiteral("auto");
    int threads_ = 0;
    QString previewMemory_;
    bool isPaused_ = false;
    int64_t lastNumber_ = 0;
};

QString jobStateText(JobState state);

} // namespace longtake::ui
