// SPDX-License-Identifier: Apache-2.0
// How many tokens texts have for the film's model, asked of the worker, which has the tokenizer. Asks a moment after
// the last keystroke, remembers answers, and asks again when another worker or model comes.
#pragma once

#include "core/film/worker_protocol.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <optional>

namespace longtake::ui {

class WorkerClient;

struct TokenReading {
    qint64 tokens = 0; ///< its end token included
    qint64 limit = 0;
    QString dropped; ///< the end of the text, which the model does not read
    QString failure; ///< why it could not be counted
};

class TokenCounter : public QObject {
    Q_OBJECT
public:
    explicit TokenCounter(WorkerClient& worker, QObject* parent = nullptr);

    void setModel(const QString& model);
    /// These are looked at now; those not known yet are asked for, and changed() tells when the answers are there.
    void want(const QStringList& texts);
    /// Empty until the answer came.
    std::optional<TokenReading> reading(const QString& text) const;

Q_SIGNALS:
    void changed();

private:
    void askForUnknown();
    void take(const event::TokensCounted& answer);
    void forget();

    WorkerClient& worker_;
    QTimer pause_;
    QString model_;
    QStringList wanted_;
    QHash<QString, TokenReading> known_;
    QHash<qint64, QString> asked_; ///< texts by serial
    qint64 serial_ = 0;
};

} // namespace longtake::ui
