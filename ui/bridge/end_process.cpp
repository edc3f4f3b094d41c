// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/end_process.h"

#include <QProcess>

namespace longtake::ui {

void endProcess(QProcess& process, const QObject& owner) {
    constexpr int kPatience = 2000; // milliseconds the program may take to die
    process.disconnect(&owner);
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished(kPatience);
    }
}

} // namespace longtake::ui
