// SPDX-License-Identifier: Apache-2.0
#include "app/studio/screenshots.h"

#include "app/studio/studio.h"
#include "ui/dialogs/action_palette.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/lock_question.h"
#include "ui/dialogs/new_film_dialog.h"
#include "ui/dialogs/preferences_dialog.h"
#include "ui/dialogs/versions_dialog.h"
#include "ui/main_window/actions.h"
#include "ui/main_window/main_window.h"
#include "ui/panels/preview_player.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTabWidget>
#include <QTableView>
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

constexpr int kPatienceMilliseconds = 30000;

/// Lets the program work until `isDone`.
void waitFor(const std::function<bool()>& isDone) {
    QElapsedTimer clock;
    clock.start();
    while (!isDone() && clock.elapsed() < kPatienceMilliseconds) {
        settle();
    }
}

/// The queue with some jobs in it; nothing renders without a worker.
void shootQueue(Studio& studio, MainWindow& window, const std::function<void(QWidget&, const QString&)>& shoot) {
    const auto& shots = studio.document.project().shots;
    for (size_t i = 0; i < std::min<size_t>(3, shots.size()); ++i) {
        RenderJob job;
        job.title = MainWindow::tr("Shot %1").arg(i + 1);
        job.shots = {shots[i].id};
        job.takes = i == 1 ? 4 : 1;
        job.costSeconds = 8;
        studio.queue.add(std::move(job), false);
    }
    window.dock(QStringLiteral("queue"))->raise();
    window.findChild<QTableView*>(QStringLiteral("queueTable"))->selectRow(0);
    shoot(window, QStringLiteral("panel-queue"));
    studio.queue.reset();
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
    for (const char* panel : {"characters", "history", "film", "models", "list"}) {
        window.dock(QLatin1String(panel))->raise();
        shoot(window, QStringLiteral("panel-%1").arg(QLatin1String(panel)));
    }
    window.dock(QStringLiteral("drift"))->raise();
    waitFor([&window] { return window.findChild<QWidget*>(QStringLiteral("driftCurves"))->isVisible(); });
    shoot(window, QStringLiteral("panel-drift"));
    window.applyLayout(WindowLayout::Editing);
    if (studio.document.project().shots.size() > 1) {
        window.player().seek(studio.document.timeline().shots[1].start_frame);
        QAction* continuity = window.actions().action(QStringLiteral("view.continuity"));
        continuity->trigger();
        shoot(window, QStringLiteral("continuity"));
        continuity->trigger();
    }
    shootQueue(studio, window, shoot);
    const auto shootDialog = [&](QDialog& dialog, const QString& name) {
        dialog.show();
        shoot(dialog, name);
        dialog.close();
    };
    const auto shootModal = [&](const QString& name, const std::function<void()>& ask) {
        QTimer::singleShot(0, &window, [&] {
            if (QWidget* question = QApplication::activeModalWidget()) {
                shoot(*question, name);
                question->close();
            }
        });
        ask();
    };
    shootModal(QStringLiteral("dialog-recovery"), [&] { askRecovery(&window, studio.document.displayTitle(), QStringLiteral("2026-11-21 09:30:00"), false); });
    shootModal(QStringLiteral("dialog-lock"), [&] {
        askLocked(&window, studio.document.displayTitle(), {LockVerdict::OtherMachine, LockOwner{{0, "studio-3", {}}, "ana", "2026-11-21 09:30:00"}});
    });
    VersionsDialog versions(studio.document.filePath(), &window);
    shootDialog(versions, QStringLiteral("dialog-versions"));
    NewFilmDialog newFilm(exampleFilms(), &window);
    shootDialog(newFilm, QStringLiteral("dialog-new-film"));
    ExportDialog exporting(studio.document, studio.session, studio.selection, studio.states, &window);
    shootDialog(exporting, QStringLiteral("dialog-export"));
    PreferencesDialog preferences(studio.settings, window.actions(), studio.session, &window);
    auto* tabs = preferences.findChild<QTabWidget*>(QStringLiteral("preferencesTabs"));
    for (const char* page : {"look", "rendering", "storage", "keys"}) {
        shootDialog(preferences, QStringLiteral("dialog-preferences-%1").arg(QLatin1String(page)));
        tabs->setCurrentIndex(tabs->currentIndex() + 1);
    }
    ActionPalette palette(window.actions(), &window);
    shootDialog(palette, QStringLiteral("dialog-palette"));
    return isWritten ? 0 : 1;
}

} // namespace longtake::ui
