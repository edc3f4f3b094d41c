// SPDX-License-Identifier: Apache-2.0
// Shows a file to the person where it lies: selected in the system's file manager, else at least its folder.
#pragma once

#include <QString>
#include <QStringList>

namespace longtake::ui {

struct RevealCommand {
    QString program;
    QStringList arguments;
    bool tellsFailure; ///< an exit code other than 0 means that nothing was shown (not so for Windows' Explorer)
};

/// What this system selects `file` with. On Linux the file manager is asked over D-Bus (org.freedesktop.FileManager1).
RevealCommand revealCommand(const QString& file);

/// Returns at once. `openFolder` is called with the file's folder when the command cannot be started or fails.
void revealFile(const QString& file, void (*openFolder)(const QString& folder));
/// The same, with the desktop's way to open a folder.
void revealFile(const QString& file);

} // namespace longtake::ui
