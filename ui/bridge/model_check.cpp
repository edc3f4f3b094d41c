// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/model_check.h"

#include "ui/bridge/end_process.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <algorithm>

namespace longtake::ui {

namespace {

constexpr int kPatience = 2000; // milliseconds a stopped check may take

} // namespace

ModelCheck::ModelCheck(QString program, QObject* parent)
    : QObject(parent)
    , program_(std::move(program)) {
    process_.setProcessChannelMode(QProcess::MergedChannels);
    connect(&process_, &QProcess::readyRead, this, [this] { read(); });
    connect(&process_, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        read();
        said_.append(QString::fromUtf8(process_.readAll())); // a last line without its end
        const QString text = isStopped_ ? QString() : said_.join(QLatin1Char('\n')).trimmed();
        Q_EMIT finished(folder_, status == QProcess::NormalExit && code == 0, text);
    });
    connect(&process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            Q_EMIT finished(folder_, false, process_.errorString());
        }
    });
}

ModelCheck::~ModelCheck() {
    endProcess(process_, *this);
}

void ModelCheck::read() {
    while (process_.canReadLine()) {
        const QByteArray line = process_.readLine();
        const QJsonObject progress = QJsonDocument::fromJson(line).object();
        if (progress.isEmpty()) {
            said_.append(QString::fromUtf8(line).trimmed());
        } else {
            Q_EMIT progressed(progress.value(QLatin1String("done")).toDouble() /
                              std::max(1.0, progress.value(QLatin1String("total")).toDouble()));
        }
    }
}

void ModelCheck::start(const QString& folder) {
    if (!isRunning()) {
        folder_ = folder;
        said_.clear();
        isStopped_ = false;
        process_.start(program_, {QStringLiteral("model"), QStringLiteral("check"), folder,
                                  QStringLiteral("--progress"), QStringLiteral("json")});
    }
}

void ModelCheck::stop() {
    isStopped_ = true;
    process_.terminate();
    QTimer::singleShot(kPatience, this, [this] {
        if (isStopped_ && isRunning()) {
            process_.kill();
        }
    });
}

} // namespace longtake::ui
