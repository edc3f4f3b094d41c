// SPDX-License-Identifier: Apache-2.0
// Checks a model folder thoroughly by the command line program (`longtake model check`): every header of every weight
// file against what the model needs. The window itself cannot, for it knows no torch.
#pragma once

#include <QObject>
#include <QProcess>
#include <QString>

namespace longtake::ui {

class ModelCheck : public QObject {
    Q_OBJECT
public:
    explicit ModelCheck(QString program, QObject* parent = nullptr);

    bool isRunning() const { return process_.state() != QProcess::NotRunning; }
    /// Answers with finished(); refused while one runs.
    void start(const QString& folder);

Q_SIGNALS:
    /// What the program said, for people; `isSound` when it found nothing wrong.
    void finished(const QString& folder, bool isSound, const QString& text);

private:
    QString program_;
    QString folder_;
    QProcess process_;
};

} // namespace longtake::ui
