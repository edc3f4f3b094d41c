// SPDX-License-Identifier: Apache-2.0
// Preferences: what takes of the open film weigh, how much they may, and where the program keeps what it can make
// again.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;
class QSpinBox;

namespace longtake::ui {

class FilmSession;

class StoragePage : public QWidget {
    Q_OBJECT
public:
    StoragePage(QSettings& settings, FilmSession& session, QWidget* parent = nullptr);

    /// Writes the settings. The cache's place is used from the next start on.
    void save();

private:
    void describe();

    QSettings& settings_;
    FilmSession& session_;
    QSpinBox* limit_;
    QLabel* takes_;
    QPushButton* free_;
    QLineEdit* cache_;
};

} // namespace longtake::ui
