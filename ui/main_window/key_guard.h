// SPDX-License-Identifier: Apache-2.0
// Keeps single-key commands from firing while a text field has the focus, and navigation keys with the list that has
// it. Also remembers whether K is held, for stepping by frames with K + J and K + L.
#pragma once

#include <QKeyEvent>
#include <QObject>

class QWidget;

namespace longtake::ui {

/// Whether `focus` itself needs this key, so that no command may take it.
bool keepsKey(const QWidget* focus, const QKeyEvent& event);

class KeyGuard : public QObject {
    Q_OBJECT
public:
    /// Watches the whole application.
    explicit KeyGuard(QObject* parent);

    bool isStopKeyHeld() const { return isStopKeyHeld_; }
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool isStopKeyHeld_ = false;
};

} // namespace longtake::ui
