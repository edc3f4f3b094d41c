// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/worker_client.h"

#include <QCoreApplication>

namespace longtake::ui {

namespace {

constexpr int kRestartDelay = 500;      // milliseconds; doubles with every attempt
constexpr int kPatienceAtQuit = 3000;   // milliseconds a worker may take to write its checkpoint
constexpr int kPatienceAfterKill = 500; // milliseconds

} // namespace

WorkerClient::WorkerClient(QString program, QStringList arguments, QObject* parent)
    : QObject(parent)
    , program_(std::move(program))
    , arguments_(std::move(arguments)) {
    process_.setProcessChannelMode(QProcess::SeparateChannels);
    restart_.setSingleShot(true);
    connect(&restart_, &QTimer::timeout, this, [this] { start(); });
    connect(&process_, &QProcess::readyReadStandardOutput, this, [this] { readLines(); });
    // The worker's stderr is for people who started it by hand; left unread the pipe would fill up and stop it.
    connect(&process_, &QProcess::readyReadStandardError, this, [this] { process_.readAllStandardError(); });
    connect(&process_, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        handleEnd(status == QProcess::CrashExit ? tr("The renderer stopped unexpectedly.")
                                                : tr("The renderer ended with code %1.").arg(code));
    });
    connect(&process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            handleEnd(tr("The renderer %1 could not be started: %2").arg(program_, process_.errorString()));
        }
    });
}

WorkerClient::~WorkerClient() {
    isQuitting_ = true;
    if (process_.state() == QProcess::NotRunning) {
        return;
    }
    process_.disconnect(this);
    process_.write(QByteArray::fromStdString(to_line(WorkerRequest{request::Quit{}}) + "\n"));
    process_.closeWriteChannel();
    if (!process_.waitForFinished(kPatienceAtQuit)) {
        process_.kill();
        process_.waitForFinished(kPatienceAfterKill);
    }
}

void WorkerClient::start() {
    if (process_.state() != QProcess::NotRunning) {
        return;
    }
    unread_.clear();
    setState(WorkerState::Starting);
    process_.start(program_, arguments_);
}

void WorkerClient::send(const WorkerRequest& request) {
    if (state_ != WorkerState::Ready) {
        waiting_.push_back(request);
        return;
    }
    process_.write(QByteArray::fromStdString(to_line(request) + "\n"));
}

void WorkerClient::setState(WorkerState state) {
    if (state != state_) {
        state_ = state;
        Q_EMIT stateChanged(state);
    }
}

void WorkerClient::readLines() {
    unread_ += process_.readAllStandardOutput();
    if (unread_.size() > static_cast<qsizetype>(kLongestWorkerLine)) {
        unread_.clear();
        Q_EMIT misunderstood(tr("The renderer sent a line that is too long."));
        return;
    }
    for (qsizetype end = unread_.indexOf('\n'); end >= 0; end = unread_.indexOf('\n')) {
        const QByteArray line = unread_.left(end);
        unread_.remove(0, end + 1);
        const Result<WorkerEvent> event =
            parse_event(std::string_view(line.constData(), static_cast<size_t>(line.size())));
        if (!event) {
            Q_EMIT misunderstood(QString::fromStdString(event.error().message));
            continue;
        }
        if (std::holds_alternative<event::Ready>(*event)) {
            setState(WorkerState::Ready);
            for (const WorkerRequest& request : std::exchange(waiting_, {})) {
                send(request);
            }
        }
        if (std::holds_alternative<event::TakeDone>(*event)) {
            restarts_ = 0;
        }
        Q_EMIT eventReceived(*event);
    }
}

void WorkerClient::handleEnd(const QString& what) {
    if (isQuitting_) {
        return;
    }
    waiting_.clear();
    setState(WorkerState::Absent);
    const bool isFinal = restarts_ >= kMostRestarts;
    if (!isFinal) {
        restart_.start(kRestartDelay << restarts_);
        ++restarts_;
    }
    Q_EMIT died(what, isFinal);
}

} // namespace longtake::ui
