// SPDX-License-Identifier: Apache-2.0
#include "ui/main_window/key_guard.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTextEdit>

namespace longtake::ui {

namespace {

bool isTextField(const QWidget* widget) {
    return qobject_cast<const QLineEdit*>(widget) != nullptr || qobject_cast<const QTextEdit*>(widget) != nullptr ||
           qobject_cast<const QPlainTextEdit*>(widget) != nullptr ||
           qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
           qobject_cast<const QComboBox*>(widget) != nullptr ||
           qobject_cast<const QKeySequenceEdit*>(widget) != nullptr;
}

bool isArrow(int key) {
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down;
}

bool isNavigation(int key) {
    return isArrow(key) || key == Qt::Key_Home || key == Qt::Key_End || key == Qt::Key_PageUp ||
           key == Qt::Key_PageDown;
}

/// Ctrl with these keys is text editing, not a command on shots.
bool isTextEditing(int key) {
    return isNavigation(key) || key == Qt::Key_A || key == Qt::Key_C || key == Qt::Key_V || key == Qt::Key_X ||
           key == Qt::Key_Backspace || key == Qt::Key_Delete || key == Qt::Key_Insert;
}

} // namespace

bool keepsKey(const QWidget* focus, const QKeyEvent& event) {
    if (focus == nullptr) {
        return false;
    }
    const Qt::KeyboardModifiers modifiers =
        event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier | Qt::GroupSwitchModifier);
    if (isTextField(focus)) {
        const bool isFunctionKey = event.key() >= Qt::Key_F1 && event.key() <= Qt::Key_F35;
        if (modifiers == Qt::NoModifier) {
            return !isFunctionKey;
        }
        return modifiers == Qt::ControlModifier && isTextEditing(event.key());
    }
    if (modifiers != Qt::NoModifier) {
        return false;
    }
    if (qobject_cast<const QAbstractItemView*>(focus) != nullptr) {
        return isNavigation(event.key()) || event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    }
    if (qobject_cast<const QAbstractSlider*>(focus) != nullptr || qobject_cast<const QTabBar*>(focus) != nullptr) {
        return isNavigation(event.key());
    }
    if (qobject_cast<const QAbstractButton*>(focus) != nullptr) {
        return event.key() == Qt::Key_Space || event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    }
    return false;
}

KeyGuard::KeyGuard(QObject* parent)
    : QObject(parent) {
    qApp->installEventFilter(this);
}

bool KeyGuard::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        isStopKeyHeld_ = isStopKeyHeld_ || key->key() == Qt::Key_K;
        const auto* widget = qobject_cast<const QWidget*>(watched);
        if (widget != nullptr && keepsKey(widget, *key)) {
            event->accept();
            return true;
        }
    } else if (event->type() == QEvent::KeyRelease) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_K && !key->isAutoRepeat()) {
            isStopKeyHeld_ = false;
        }
    } else if (event->type() == QEvent::ApplicationDeactivate) {
        isStopKeyHeld_ = false;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace longtake::ui
