// SPDX-License-Identifier: Apache-2.0
// For the destructors of objects that ask the command line program something: it must not outlive who asked.
#pragma once

class QObject;
class QProcess;

namespace longtake::ui {

/// Ends `process`, of which `owner` hears no more.
void endProcess(QProcess& process, const QObject& owner);

} // namespace longtake::ui
