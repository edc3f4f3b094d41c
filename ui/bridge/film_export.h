// SPDX-License-Identifier: Apache-2.0
// One export running beside the window: on a thread of its own, with progress, time left and a stop that leaves no file.
#pragma once

#include "core/film/exporter.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include <stop_token>
#include <thread>

namespace longtake::ui {

class FilmExport : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Stops and waits.
    ~FilmExport() override;

    bool isRunning() const { return thread_.joinable() && !isOver_; }
    QString target() const { return target_; }
    /// Refused while one runs.
    bool start(ExportRequest request);
    void stop();

Q_SIGNALS:
    void progressed(double share, double secondsLeft);
    void finished(const QString& target, qint64 frames, qint64 copiedFrames);
    void failed(const QString& message, const QString& hint);
    void stopped();

private:
    void report(const Result<ExportReport>& result);

    std::jthread thread_;
    QElapsedTimer clock_;
    QString target_;
    bool isOver_ = true;
};

} // namespace longtake::ui
