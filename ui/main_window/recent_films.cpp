// SPDX-License-Identifier: Apache-2.0
#include "ui/main_window/recent_films.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QSettings>

namespace longtake::ui {

namespace {

constexpr qsizetype kMost = 9; // each has a digit to type in the menu
constexpr const char* kKey = "files/recent";

} // namespace

RecentFilms::RecentFilms(QSettings& settings, QObject* parent)
    : QObject(parent)
    , settings_(settings) {}

QStringList RecentFilms::films() const {
    QStringList films = settings_.value(QLatin1String(kKey)).toStringList();
    films.removeIf([](const QString& film) { return !QFileInfo::exists(film); });
    return films;
}

void RecentFilms::remember(const QString& path) {
    QStringList films = settings_.value(QLatin1String(kKey)).toStringList();
    const QString film = QFileInfo(path).absoluteFilePath();
    films.removeAll(film);
    films.prepend(film);
    settings_.setValue(QLatin1String(kKey), QStringList(films.mid(0, kMost)));
}

void RecentFilms::clear() {
    settings_.remove(QLatin1String(kKey));
}

void RecentFilms::offerIn(QMenu& menu) {
    fill(menu);
    connect(&menu, &QMenu::aboutToShow, this, [this, &menu] { fill(menu); });
}

void RecentFilms::fill(QMenu& menu) {
    menu.clear();
    int number = 0;
    for (const QString& film : films()) {
        const QFileInfo info(film);
        QString name =
            QStringLiteral("%1  ·  %2").arg(info.completeBaseName(), QDir::toNativeSeparators(info.absolutePath()));
        name.replace(QLatin1Char('&'), QLatin1String("&&"));
        const QAction* action = menu.addAction(QStringLiteral("&%1  %2").arg(++number).arg(name));
        connect(action, &QAction::triggered, this, [this, film] { Q_EMIT chosen(film); });
    }
    if (number == 0) {
        menu.addAction(tr("No film opened yet"))->setEnabled(false);
        return;
    }
    menu.addSeparator();
    connect(menu.addAction(tr("&Clear this list")), &QAction::triggered, this, [this] { clear(); });
}

} // namespace longtake::ui
