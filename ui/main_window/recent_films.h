// SPDX-License-Identifier: Apache-2.0
// Films opened last, kept in the settings: the program begins with the newest, a menu offers the others.
#pragma once

#include <QObject>
#include <QStringList>

class QMenu;
class QSettings;

namespace longtake::ui {

class RecentFilms : public QObject {
    Q_OBJECT
public:
    explicit RecentFilms(QSettings& settings, QObject* parent = nullptr);

    /// The newest first; films that are gone are left out.
    QStringList films() const;
    void remember(const QString& path);
    void clear();
    /// Fills `menu` whenever it is about to be shown.
    void offerIn(QMenu& menu);

Q_SIGNALS:
    void chosen(const QString& path);

private:
    void fill(QMenu& menu);

    QSettings& settings_;
};

} // namespace longtake::ui
