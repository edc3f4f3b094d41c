// SPDX-License-Identifier: Apache-2.0
// Ctrl+/: every command by name, with its key; type, Enter, done.
#pragma once

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace longtake::ui {

class Actions;

class ActionPalette : public QDialog {
    Q_OBJECT
public:
    ActionPalette(const Actions& actions, QWidget* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter(const QString& text);
    void run();

    const Actions& actions_;
    QLineEdit* text_;
    QListWidget* list_;
};

} // namespace longtake::ui
