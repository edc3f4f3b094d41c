// SPDX-License-Identifier: Apache-2.0
// One export running beside the window, on a thread of its own: the film as its takes are now becomes a file, or one
// file a shot, with progress, time left and a stop that leaves no file.
#pragma once

#include "core/film/exporter.h"
#include "core/project/project.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include <optional>
#include <stop_token>
#include <thread>

namespace longtake::ui {

enum class ExportScope { WholeFilm, MarkedRange, EachShot };

/// What a person chose.
struct ExportOrder {
    QString target;
    ExportScope scope = ExportScope::WholeFilm;
    FrameRange range; ///< of MarkedRange
    Size size;
    std::optional<EncoderSettings> settings; ///< empty: as the takes are stored, so that unchanged shots are copied
};

class FilmExport : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Stops and waits.
    ~FilmExport() override;

    bool isRunning() const { return thread_.joinable() && !isOver_; }
    QString target() const { return target_; }
    /// Exports `film` from the takes beside `filmPath`. Refused while one runs.
    bool start(Project film, const QString& filmPath, ExportOrder order);
    void stop();

Q_SIGNALS:
    void progressed(double share, double secondsLeft);
    void finished(const QString& target, qint64 frames, qint64 copiedFrames);
    void failed(const QString& message, const QString& hint);
    void stopped();

private:
    void tellProgress(int64_t percent);
    void report(const Result<ExportReport>& result);

    std::jthread thread_;
    QElapsedTimer clock_;
    QString target_;
    bool isOver_ = true;
};

} // namespace longtake::ui
