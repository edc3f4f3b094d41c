// SPDX-License-Identifier: Apache-2.0
// The worker process seen from the window: starts it, sends requests, turns its lines into events, and when it dies
// says so and starts another. The window itself never loads a model.
#pragma once

#include "core/film/worker_protocol.h"

#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTimer>

namespace longtake::ui {

enum class WorkerState {
    Absent,   ///< not started, or given up on
    Starting, ///< no Ready line yet
    Ready,
};

class WorkerClient : public QObject {
    Q_OBJECT
public:
    /// `program` with `arguments` is started by start(); LONGTAKE_WORKER in the environment of main() may name another.
    WorkerClient(QString program, QStringList arguments, QObject* parent = nullptr);
    /// Asks the worker to quit, waits a moment, then kills it.
    ~WorkerClient() override;

    void start();
    const QString& program() const { return program_; }
    WorkerState state() const { return state_; }
    qint64 processId() const { return process_.processId(); }
    /// Sent at once, or kept until the worker is ready.
    void send(const WorkerRequest& request);

Q_SIGNALS:
    void eventReceived(const longtake::WorkerEvent& event);
    void stateChanged(longtake::ui::WorkerState state);
    /// The worker ended without being asked to; another one is being started unless `isFinal`.
    void died(const QString& what, bool isFinal);
    /// A line of the worker that is no event (a version mismatch, for instance).
    void misunderstood(const QString& message);

private:
    void readLines();
    void handleEnd(const QString& what);
    void setState(WorkerState state);

    static constexpr int kMostRestarts = 3; ///< without a finished shot in between
    QString program_;
    QStringList arguments_;
    QProcess process_;
    QTimer restart_;
    QByteArray unread_;
    std::vector<WorkerRequest> waiting_;
    WorkerState state_ = WorkerState::Absent;
    int restarts_ = 0;
    bool isQuitting_ = false;
};

} // namespace longtake::ui
