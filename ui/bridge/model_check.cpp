// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/model_check.h"

namespace longtake::ui {

ModelCheck::ModelCheck(QString program, QObject* parent)
    : QObject(parent)
    , program_(std::move(program)) {
    process_.setProcessChannelMode(QProcess::MergedChannels);
    connect(&process_, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        Q_EMIT finished(folder_, status == QProcess::NormalExit && code == 0, QString::fromUtf8(process_.readAll()).trimmed());
    });
    connect(&process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            Q_EMIT finished(folder_, false, process_.errorString());
        }
    });
}

void ModelCheck::start(const QString& folder) {
    if (!isRunning()) {
        folder_ = folder;
        process_.start(program_, {QStringLiteral("model"), QStringLiteral("check"), folder});
    }
}

} // namespace longtake::ui
