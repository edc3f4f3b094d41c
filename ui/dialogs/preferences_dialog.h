// SPDX-License-Identifier: Apache-2.0
// Preferences: look and language, rendering, keys with their conflicts, models. Nothing takes effect before OK.
#pragma once

#include "ui/main_window/actions.h"

#include <QDialog>

class QComboBox;
class QKeySequenceEdit;
class QLabel;
class QSettings;
class QSpinBox;
class QTabWidget;
class QTreeWidget;

namespace longtake::ui {

class FilmSession;
class StoragePage;

class PreferencesDialog : public QDialog {
    Q_OBJECT
public:
    PreferencesDialog(QSettings& settings, Actions& actions, FilmSession& session, QWidget* parent);

    /// Theme or language differ from before: the window must be built anew.
    bool needsRebuild() const { return needsRebuild_; }

    /// Opens on the list of keys.
    void showKeys();
    void accept() override;

private:
    QWidget* buildLook();
    QWidget* buildRendering();
    QWidget* buildKeys();
    void fillKeys();
    void showConflicts();
    void takeKey();

    QSettings& settings_;
    Actions& actions_;
    KeyBindings bindings_;
    bool needsRebuild_ = false;
    QTabWidget* tabs_ = nullptr;
    QComboBox* theme_ = nullptr;
    QComboBox* language_ = nullptr;
    QComboBox* device_ = nullptr;
    QSpinBox* threads_ = nullptr;
    QComboBox* safety_ = nullptr;
    StoragePage* storage_ = nullptr;
    QComboBox* preset_ = nullptr;
    QTreeWidget* keys_ = nullptr;
    QKeySequenceEdit* key_ = nullptr;
    QLabel* conflicts_ = nullptr;
};

/// Languages the window speaks: code and the language's own name.
const QList<std::pair<QString, QString>>& languages();

} // namespace longtake::ui
