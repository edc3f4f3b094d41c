// SPDX-License-Identifier: Apache-2.0
// Checks a model folder thoroughly by the command line program (`longtake model check`): every header of every weight
// file against what the model needs, and every file against the checksum that came with it. The window itself cannot,
// for it knows no torch; and so gigabytes are read beside it.
#pragma once

#include <QObject>
#include <QProcess>
#include <QString>

namespace longtake::ui {

class ModelCheck : public QObject {
    Q_OBJECT
public:
    explicit ModelCheck(QString program, QObject* parent = nullptr);
    /// Ends a running check.
    ~ModelCheck() override;

    bool isRunning() const { return process_.state() != QProcess::NotRunning; }
    /// Answers with finished(); refused while one runs.
    void start(const QString& folder);
    /// Ends a running check; finished() comes with nothing said.
    void stop();
    const QString& folder() const { return folder_; }

Q_SIGNALS:
    /// Of all bytes that have checksums.
    void progressed(double share);
    /// What the program said, for people; `isSound` when it found nothing wrong.
    void finished(const QString& folder, bool isSound, const QString& text);

private:
    void read();

    QString program_;
    QStringList said_;
    bool isStopped_ = false;
    QString folder_;
    QProcess process_;
};

} // namespace longtake::ui
