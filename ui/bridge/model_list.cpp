// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/model_list.h"

#include "ui/bridge/end_process.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace longtake::ui {

ModelList::ModelList(QString program, QObject* parent)
    : QObject(parent)
    , program_(std::move(program)) {
    process_.setStandardInputFile(QProcess::nullDevice());
    connect(&process_, &QProcess::finished, this, [this](int exitCode) { take(exitCode); });
}

ModelList::~ModelList() {
    endProcess(process_, *this);
}

void ModelList::ask() {
    if (!program_.isEmpty() && process_.state() == QProcess::NotRunning) {
        process_.start(program_, {QStringLiteral("model"), QStringLiteral("list"), QStringLiteral("--json")});
    }
}

void ModelList::take(int exitCode) {
    if (exitCode != 0) {
        Q_EMIT failed(QString::fromUtf8(process_.readAllStandardError()).trimmed());
        return;
    }
    std::vector<AddedModel> models;
    for (const QJsonValue& value :
         QJsonDocument::fromJson(process_.readAllStandardOutput()).object().value(QLatin1String("models")).toArray()) {
        const QJsonObject model = value.toObject();
        if (!model.value(QLatin1String("shipped")).toBool()) {
            models.push_back(
                {model.value(QLatin1String("name")).toString(), model.value(QLatin1String("folder")).toString()});
        }
    }
    Q_EMIT listed(models);
}

} // namespace longtake::ui
