// SPDX-License-Identifier: Apache-2.0
// What a model states about itself and what it was made for, asked of the command line program (`longtake model info`):
// reading that takes the engine, which the window does not link. Each folder is read once, one after the other.
#pragma once

#include <QHash>
#include <QObject>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace longtake::ui {

struct ModelFigures {
    QString licence; ///< empty: not stated
    QString size;    ///< "160x96": empty when the model cannot be read
    QString rate;    ///< frames per second: "16"
    qint64 steps = 0;
    double guidance = 0;
};

class ModelInfo : public QObject {
    Q_OBJECT
public:
    explicit ModelInfo(QString program, QObject* parent = nullptr);
    ~ModelInfo() override;

    /// Null until it was read; known() tells when.
    const ModelFigures* find(const QString& folder) const;
    /// Reads it unless it was or will be.
    void ask(const QString& folder);
    /// Reads it anew the next time it is asked for: its files may have changed.
    void forget(const QString& folder) { known_.remove(folder); }

Q_SIGNALS:
    void known(const QString& folder);

private:
    void askNext();
    void take();

    QString program_;
    QStringList waiting_; ///< the first is being read
    QHash<QString, ModelFigures> known_;
    QProcess process_;
};

} // namespace longtake::ui
