// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/model_info.h"

#include "ui/bridge/end_process.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace longtake::ui {

ModelInfo::ModelInfo(QString program, QObject* parent)
    : QObject(parent)
    , program_(std::move(program)) {
    connect(&process_, &QProcess::finished, this, [this] { take(); });
    connect(&process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            take();
        }
    });
}

ModelInfo::~ModelInfo() {
    endProcess(process_, *this);
}

const ModelFigures* ModelInfo::find(const QString& folder) const {
    const auto found = known_.constFind(folder);
    return found == known_.constEnd() ? nullptr : &*found;
}

void ModelInfo::ask(const QString& folder) {
    if (program_.isEmpty() || known_.contains(folder) || waiting_.contains(folder)) {
        return;
    }
    waiting_.append(folder);
    if (waiting_.size() == 1) {
        askNext();
    }
}

void ModelInfo::askNext() {
    if (!waiting_.isEmpty()) {
        process_.start(program_,
                       {QStringLiteral("model"), QStringLiteral("info"), waiting_.front(), QStringLiteral("--json")});
    }
}

void ModelInfo::take() {
    const QJsonObject said = QJsonDocument::fromJson(process_.readAllStandardOutput()).object();
    const QJsonObject limits = said.value(QLatin1String("limits")).toObject();
    ModelFigures figures;
    figures.licence = said.value(QLatin1String("licence")).toString();
    figures.size = limits.value(QLatin1String("default_size")).toString();
    figures.rate = limits.value(QLatin1String("fps")).toString();
    figures.steps = limits.value(QLatin1String("default_steps")).toInteger();
    figures.guidance = limits.value(QLatin1String("default_guidance")).toDouble();
    const QString folder = waiting_.takeFirst();
    known_.insert(folder, figures);
    Q_EMIT known(folder);
    askNext();
}

} // namespace longtake::ui
