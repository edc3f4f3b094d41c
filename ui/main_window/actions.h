// SPDX-License-Identifier: Apache-2.0
// The table's rows as QActions with the person's keys: who wants a command asks for it here by id.
#pragma once

#include "ui/main_window/action_table.h"

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>

class QAction;
class QSettings;
class QWidget;

namespace longtake::ui {

class Theme;

/// Two commands that ask for the same key.
struct KeyConflict {
    QKeySequence keys;
    QString firstId;
    QString secondId;
};

using KeyBindings = QHash<QString, QList<QKeySequence>>;

/// The keys of a preset: the table with the preset's overrides.
KeyBindings bindingsOf(const KeyPreset& preset);
QList<KeyConflict> conflictsIn(const KeyBindings& bindings);

class Actions : public QObject {
    Q_OBJECT
public:
    /// Adds every action to `window`, so that its keys work wherever the focus is inside it.
    Actions(QWidget& window, const Theme& theme);

    QAction* action(const QString& id) const;
    QStringList ids() const { return order_; }
    /// Enables each action whose needs are all met by `facts`.
    void updateEnabled(Needs facts);

    const KeyBindings& bindings() const { return bindings_; }
    void setBindings(const KeyBindings& bindings);
    /// Settings hold only what differs from the default preset.
    void load(const QSettings& settings);
    void save(QSettings& settings) const;

    /// The text without its accelerator mark, in the language in force.
    QString plainText(const QString& id) const;
    /// Another text for a command, in menus and on buttons.
    void setText(const QString& id, const QString& text);
    void retranslate();

private:
    void updateIcons();

    const Theme& theme_;
    QStringList order_;
    QHash<QString, QAction*> actions_;
    KeyBindings bindings_;
};

} // namespace longtake::ui
