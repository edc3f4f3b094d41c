// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/reveal_file.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QUrl>

namespace longtake::ui {

RevealCommand revealCommand(const QString& file) {
#if defined(Q_OS_WIN)
    return {QStringLiteral("explorer"), {QStringLiteral("/select,"), QDir::toNativeSeparators(file)}, false};
#elif defined(Q_OS_MACOS)
    return {QStringLiteral("open"), {QStringLiteral("-R"), file}, true};
#else
    QByteArray address = QUrl::fromLocalFile(file).toEncoded();
    address.replace(',', "%2C"); // dbus-send parts the items of an array by commas
    return {QStringLiteral("dbus-send"),
            {QStringLiteral("--session"), QStringLiteral("--print-reply"),
             QStringLiteral("--dest=org.freedesktop.FileManager1"), QStringLiteral("/org/freedesktop/FileManager1"),
             QStringLiteral("org.freedesktop.FileManager1.ShowItems"),
             QStringLiteral("array:string:") + QString::fromLatin1(address), QStringLiteral("string:")},
            true};
#endif
}

void revealFile(const QString& file, void (*openFolder)(const QString& folder)) {
    const RevealCommand command = revealCommand(file);
    const QString folder = QFileInfo(file).absolutePath();
    auto* process = new QProcess;
    QObject::connect(process, &QProcess::errorOccurred, process,
                     [process, folder, openFolder](QProcess::ProcessError error) {
                         if (error == QProcess::FailedToStart) {
                             openFolder(folder);
                             process->deleteLater();
                         }
                     });
    QObject::connect(process, &QProcess::finished, process,
                     [process, folder, openFolder, tellsFailure = command.tellsFailure](int exitCode) {
                         if (tellsFailure && exitCode != 0) {
                             openFolder(folder);
                         }
                         process->deleteLater();
                     });
    process->start(command.program, command.arguments);
}

void revealFile(const QString& file) {
    revealFile(file, [](const QString& folder) { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
}

} // namespace longtake::ui
