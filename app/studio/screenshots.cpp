// SPDX-License-Identifier: Apache-2.0
#include "app/studio/screenshots.h"

#include "app/studio/studio.h"
#include "core/project/reimport.h"
#include "core/project/story.h"
#include "ui/bridge/qt_convert.h"
#include "ui/dialogs/action_palette.h"
#include "ui/dialogs/content_question.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/lock_question.h"
#include "ui/dialogs/new_film_dialog.h"
#include "ui/dialogs/preferences_dialog.h"
#include "ui/dialogs/story_changes_dialog.h"
#include "ui/dialogs/versions_dialog.h"
#include "ui/main_window/actions.h"
#include "ui/main_window/main_window.h"
#include "ui/panels/hint_bar.h"
#include "ui/panels/preview_player.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTableView>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>

namespace longtake::ui {

namespace {

constexpr int kSettleMilliseconds = 400; ///< for thumbnails and frames to be decoded and painted

/// Lets the program work for a moment.
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

/// What is photographed, and where the pictures go.
struct Camera {
    Studio& studio;
    MainWindow& window;
    QDir folder;
    bool isWritten = true;

    void shoot(QWidget& widget, const QString& name) {
        settle();
        isWritten = widget.grab().save(folder.filePath(name + QStringLiteral(".png"))) && isWritten;
    }
    void shootDialog(QDialog& dialog, const QString& name) {
        dialog.show();
        shoot(dialog, name);
        dialog.close();
    }
    /// `ask` waits for an answer: the question is photographed, then cancelled.
    void shootModal(const QString& name, const std::function<void()>& ask) {
        QTimer::singleShot(0, &window, [this, name] {
            if (QWidget* question = QApplication::activeModalWidget()) {
                shoot(*question, name);
                question->close();
            }
        });
        ask();
    }
};

void shootLayouts(Camera& camera) {
    MainWindow& window = camera.window;
    const std::pair<WindowLayout, const char*> layouts[] = {{WindowLayout::Editing, "editing"},
                                                            {WindowLayout::Focus, "focus"},
                                                            {WindowLayout::Writing, "writing"},
                                                            {WindowLayout::Review, "review"}};
    for (const auto& [layout, name] : layouts) {
        window.applyLayout(layout);
        camera.shoot(window, QLatin1String(name));
    }
    window.applyLayout(WindowLayout::Editing);
    for (const char* panel : {"characters", "history", "film", "models", "list"}) {
        window.dock(QLatin1String(panel))->raise();
        camera.shoot(window, QStringLiteral("panel-%1").arg(QLatin1String(panel)));
    }
    window.dock(QStringLiteral("drift"))->raise();
    waitFor([&window] { return window.findChild<QWidget*>(QStringLiteral("driftCurves"))->isVisible(); });
    camera.shoot(window, QStringLiteral("panel-drift"));
    window.applyLayout(WindowLayout::Editing);
    auto* fold = window.findChild<QToolButton*>(QStringLiteral("advancedFold"));
    fold->click();
    camera.shoot(window, QStringLiteral("panel-shot-advanced"));
    fold->click();
    window.findChild<HintBar*>(QStringLiteral("hintBar"))->begin();
    window.tell(MainWindow::tr("The film is open for reading only."),
                MainWindow::tr("Save it under another name to change it."));
    camera.shoot(window, QStringLiteral("hints"));
    window.findChild<HintBar*>(QStringLiteral("hintBar"))->hide();
    window.findChild<QWidget*>(QStringLiteral("noticeBar"))->hide();
}

/// Seam under the glass, two takes of a shot.
void shootPlayer(Camera& camera) {
    const auto& places = camera.studio.document.timeline().shots;
    if (places.size() < 2) {
        return;
    }
    camera.window.player().seek(places[1].start_frame);
    for (const char* id : {"view.continuity", "view.compare_wipe", "view.compare_side"}) {
        QAction* action = camera.window.actions().action(QLatin1String(id));
        if (action->isEnabled()) {
            action->trigger();
            camera.shoot(camera.window, QString::fromLatin1(id).section(QLatin1Char('.'), 1));
            action->trigger();
        }
    }
}

/// The queue with some jobs in it; nothing renders without a worker.
void shootQueue(Camera& camera) {
    const auto& shots = camera.studio.document.project().shots;
    for (size_t i = 0; i < std::min<size_t>(3, shots.size()); ++i) {
        RenderJob job;
        job.title = MainWindow::tr("Shot %1").arg(i + 1);
        job.shots = {shots[i].id};
        job.takes = i == 1 ? 4 : 1;
        job.costSeconds = 8;
        camera.studio.queue.add(std::move(job), false);
    }
    camera.window.dock(QStringLiteral("queue"))->raise();
    camera.window.findChild<QTableView*>(QStringLiteral("queueTable"))->selectRow(0);
    camera.shoot(camera.window, QStringLiteral("panel-queue"));
    camera.studio.queue.reset();
}

/// What is asked before something is lost or rendered.
void shootQuestions(Camera& camera) {
    Studio& studio = camera.studio;
    MainWindow& window = camera.window;
    camera.shootModal(QStringLiteral("dialog-recovery"), [&] {
        askRecovery(&window, studio.document.displayTitle(), localTime("2026-11-21 09:30:00"), false);
    });
    camera.shootModal(QStringLiteral("dialog-lock"), [&] {
        askLocked(&window, studio.document.displayTitle(),
                  {LockVerdict::OtherMachine, LockOwner{{0, "studio-3", {}}, "ana", "2026-11-21 09:30:00"}});
    });
    camera.shootModal(QStringLiteral("dialog-about"),
                      [&] { window.actions().action(QStringLiteral("help.about"))->trigger(); });
    if (studio.document.project().shots.empty()) {
        return;
    }
    Project film = studio.document.project();
    film.shots[0].prompt = "a gory battle";
    camera.shootModal(QStringLiteral("dialog-content"), [&] {
        askAboutContent(
            &window, film, {film.shots[0].id}, [](const Shot&) { return std::string(); }, SafetyLevel::Careful);
    });
    studio.editor.setFrames({film.shots[0].id}, 41);
    camera.shootModal(QStringLiteral("dialog-unsaved"), [&] { (void)window.mayLeaveFilm(); });
    studio.document.undoStack().undo();
}

void shootDialogs(Camera& camera) {
    Studio& studio = camera.studio;
    MainWindow& window = camera.window;
    VersionsDialog versions(studio.document.filePath(), &window);
    camera.shootDialog(versions, QStringLiteral("dialog-versions"));
    NewFilmDialog newFilm(exampleFilms(), &window);
    camera.shootDialog(newFilm, QStringLiteral("dialog-new-film"));
    ExportDialog exporting(studio.document, studio.session, studio.selection, studio.states, &window);
    camera.shootDialog(exporting, QStringLiteral("dialog-export"));
    const Story story = parse_story(
        "# Morning\na red car moves to the right in the city\n# Evening\na whale jumps in the sea\n", "story.txt");
    StoryChangesDialog changes(studio.document, compare_with_story(studio.document.project(), story), &window);
    camera.shootDialog(changes, QStringLiteral("dialog-story"));
    PreferencesDialog preferences(studio.settings, window.actions(), studio.session, &window);
    auto* tabs = preferences.findChild<QTabWidget*>(QStringLiteral("preferencesTabs"));
    for (const char* page : {"look", "rendering", "storage", "keys"}) {
        camera.shootDialog(preferences, QStringLiteral("dialog-preferences-%1").arg(QLatin1String(page)));
        tabs->setCurrentIndex(tabs->currentIndex() + 1);
    }
    ActionPalette palette(window.actions(), &window);
    camera.shootDialog(palette, QStringLiteral("dialog-palette"));
}

} // namespace

int makeScreenshots(QApplication& application, const ScreenshotOptions& options) {
    QTemporaryDir home;
    Studio studio(application, home.filePath(QStringLiteral("studio.ini")), {});
    studio.settings.setValue(QStringLiteral("look/theme"), options.theme);
    studio.settings.setValue(QStringLiteral("look/language"),
                             options.language.isEmpty() ? QStringLiteral("en") : options.language);
    studio.rebuildWindow();
    MainWindow& window = studio.window();
    const QStringList sides = options.size.split(QLatin1Char('x'));
    window.resize(sides.value(0).toInt(), sides.value(1).toInt());
    if (!options.film.isEmpty()) {
        window.openFilm(QDir::current().absoluteFilePath(options.film));
    }
    const auto& shots = studio.document.project().shots;
    if (!shots.empty()) {
        studio.selection.selectOnly(shots[std::min<size_t>(1, shots.size() - 1)].id);
    }
    QDir().mkpath(options.folder);
    Camera camera{studio, window, QDir(options.folder)};
    shootLayouts(camera);
    shootPlayer(camera);
    shootQueue(camera);
    shootQuestions(camera);
    shootDialogs(camera);
    return camera.isWritten ? 0 : 1;
}

} // namespace longtake::ui
