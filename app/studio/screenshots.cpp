// SPDX-License-Identifier: Apache-2.0
#include "app/studio/screenshots.h"

#include "app/studio/studio.h"
#include "ui/dialogs/action_palette.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/new_film_dialog.h"
#include "ui/dialogs/preferences_dialog.h"
#include "ui/main_window/actions.h"
#include "ui/main_window/main_window.h"

#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

namespace longtake::ui {

namespace {

constexpr int kSettleMilliseconds = 400; ///< for thumbnails and frames to be decoded and painted

void settle() {
    QEventLoop loop;
    QTimer::singleShot(kSettleMilliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

int makeScreenshots(QApplication& application, const ScreenshotOptions& options) {
    QTemporaryDir home;
    Studio studio(application, home.filePath(QStringLiteral("studio.ini")), {});
    studio.settings.setValue(QStringLiteral("look/theme"), options.theme);
    studio.settings.setValue(QStringLiteral("look/language"), options.language.isEmpty() ? QStringLiteral("en") : options.language);
    studio.rebuildWindow();
    MainWindow& window = studio.window();
    const QStringList sides = options.size.split(QLatin1Char('x'));
    window.resize(sides.value(0).toInt(), sides.value(1).toInt());
    if (!options.film.isEmpty()) {
        window.openFilm(QDir::current().absoluteFilePath(options.film));
    }
    QDir().mkpath(options.folder);
    const QDir folder(options.folder);
    bool isWritten = true;
    const auto shoot = [&](QWidget& widget, const QString& name) {
        settle();
        isWritten = widget.grab().save(folder.filePath(name + QStringLiteral(".png"))) && isWritten;
    };
    if (!studio.document.project().shots.empty()) {
        studio.selection.selectOnly(studio.document.project().shots[std::min<size_t>(1, studio.document.project().shots.size() - 1)].id);
    }
    const std::pair<WindowLayout, const char*> layouts[] = {{WindowLayout::Editing, "editing"},
                                                            {WindowLayout::Focus, "focus"},
                                                            {WindowLayout::Writing, "writing"},
                                                            {WindowLayout::Review, "review"}};
    for (const auto& [layout, name] : layouts) {
        window.applyLayout(layout);
        shoot(window, QLatin1String(name));
    }
    window.applyLayout(WindowLayout::Editing);
    for (const char* panel : {"characters", "history", "film", "queue", "models", "drift"}) {
        window.dock(QLatin1String(panel))->raise();
        shoot(window, QStringLiteral("panel-%1").arg(QLatin1String(panel)));
    }
    const auto shootDialog = [&](QDialog& dialog, const QString& name) {
        dialog.show();
        shoot(dialog, name);
        dialog.close();
    };
    NewFilmDialog newFilm({}, &window);
    shootDialog(newFilm, QStringLiteral("dialog-new-film"));
    ExportDialog exporting(studio.document, studio.session, studio.selection, studio.states, &window);
    shootDialog(exporting, QStringLiteral("dialog-export"));
    PreferencesDialog preferences(studio.settings, window.actions(), &window);
    shootDialog(preferences, QStringLiteral("dialog-preferences"));
    preferences.showKeys();
    shootDialog(preferences, QStringLiteral("dialog-keys"));
    ActionPalette palette(window.actions(), &window);
    shootDialog(palette, QStringLiteral("dialog-palette"));
    return isWritten ? 0 : 1;
}

} // namespace longtake::ui
