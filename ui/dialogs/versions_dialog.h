// SPDX-License-Identifier: Apache-2.0
// Other versions of the film: its backups, newest first, with what changed in numbers; and the recovery question after
// a crash.
#pragma once

#include "core/project/backups.h"

#include <QDialog>
#include <QString>

class QListWidget;
class QLabel;

namespace longtake::ui {

class VersionsDialog : public QDialog {
    Q_OBJECT
public:
    VersionsDialog(const QString& filmPath, QWidget* parent);

    /// The text of the version chosen; empty for none.
    QString chosenText() const { return text_; }

private:
    void describe();

    std::vector<Backup> backups_;
    QListWidget* list_;
    QLabel* description_;
    QString text_;
};

enum class RecoveryChoice { Recover, OpenSaved, Later };

/// Asks what to do with edits a crash left behind.
RecoveryChoice askRecovery(QWidget* parent, const QString& film, const QString& time, bool isBaseChanged);

} // namespace longtake::ui
