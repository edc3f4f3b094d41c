// SPDX-License-Identifier: Apache-2.0
// Helpers for building panels: every control gets an object name (for tests and style) and a name for screen readers.
#pragma once

#include "ui/theme/palette.h"

#include <QBoxLayout>
#include <QFrame>
#include <QLabel>
#include <QString>
#include <QWidget>

namespace longtake::ui {

inline constexpr int kQuestionIcon = 48; ///< of message boxes: the program's own icon, not the style's

/// Names a control for programs and for people.
template <typename Control> Control* named(Control* control, const char* objectName, const QString& accessibleName) {
    control->setObjectName(QLatin1String(objectName));
    control->setAccessibleName(accessibleName);
    return control;
}

/// A small grey caption above or before a field; `buddy` gets its accelerator.
inline QLabel* caption(const QString& text, QWidget* buddy = nullptr) {
    auto* label = new QLabel(text);
    label->setProperty("muted", true);
    label->setBuddy(buddy);
    return label;
}

inline QLabel* heading(const QString& text) {
    auto* label = new QLabel(text);
    label->setProperty("heading", true);
    return label;
}

/// A grey sentence that wraps.
inline QLabel* note(const QString& text) {
    QLabel* label = caption(text);
    label->setWordWrap(true);
    return label;
}

inline QFrame* separator() {
    auto* line = new QFrame;
    line->setProperty("separator", true);
    line->setFixedHeight(1);
    return line;
}

/// Caption over field, as one widget.
inline QWidget* field(const QString& text, QWidget* control) {
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpace1);
    layout->addWidget(caption(text, control));
    layout->addWidget(control);
    return box;
}

} // namespace longtake::ui
