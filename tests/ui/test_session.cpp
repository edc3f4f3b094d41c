// SPDX-License-Identifier: Apache-2.0
// A person's session in the real window: write a story by keyboard, render, look, edit, undo, save, close, reopen.
#include "core/safety/provenance.h"
#include "tests/ui/ui_fixture.h"
#include "ui/bridge/qt_convert.h"
#include "ui/main_window/actions.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/recent_films.h"
#include "ui/panels/hint_bar.h"
#include "ui/panels/preview_player.h"
#include "ui/panels/prompt_edit.h"
#include "ui/timeline/timeline_view.h"

#include <QAction>
#include <QDesktopServices>
#include <QDockWidget>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTabBar>
#include <QTimer>
#include <QToolButton>
#include <QTreeWidget>
#include <QtTest>

namespace longtake::ui {

namespace {

constexpr int kPatience = 20000;

/// Stands in for the system's file manager.
class FolderOpener : public QObject {
    Q_OBJECT
public:
    Q_SLOT void open(const QUrl& url) { opened = url; }
    QUrl opened;
};

} // namespace

class SessionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void writeRenderEditUndoSaveReopen() {
        StudioFixture fixture(QStringLiteral("fake_worker"));
        Studio& studio = fixture.studio();
        fixture.useFilm(Project{});
        MainWindow& window = fixture.window();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto* prompt = window.findChild<PromptEdit*>(QStringLiteral("promptEdit"));
        const QStringList story = {QStringLiteral("a lion walks in the city"),
                                   QStringLiteral("a shark swims in the sea"), QStringLiteral("a robot waves")};
        for (const QString& line : story) {
            QTest::keyClick(&window, Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
            QTRY_VERIFY(prompt->hasFocus());
            QTest::keyClicks(prompt, line);
        }
        QCOMPARE(studio.document.project().shots.size(), 3U);
        QCOMPARE(studio.document.project().shots[1].prompt, story[1].toStdString());
        QVERIFY(studio.document.save(studio.document.filePath()));

        // Ctrl+Enter in the text renders this shot.
        QTest::keyClick(prompt, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!studio.document.project().shots[2].chosen_take.is_empty(), kPatience);
        window.player().seek(studio.document.timeline().shots[2].start_frame);
        QTRY_VERIFY_WITH_TIMEOUT(!window.player().currentImage().isNull(), kPatience);

        // Everything can be undone down to the empty film, and done again, without losing the take.
        const Project written = studio.document.project();
        while (studio.document.undoStack().canUndo()) {
            studio.document.undoStack().undo();
        }
        QVERIFY(studio.document.project().shots.empty());
        while (studio.document.undoStack().canRedo()) {
            studio.document.undoStack().redo();
        }
        QCOMPARE(studio.document.project().shots.size(), 3U);
        QCOMPARE(studio.document.project().shots[2].prompt, written.shots[2].prompt);
        QTRY_COMPARE(studio.session.takes().takes().size(), 1U);

        QVERIFY(studio.document.save(studio.document.filePath()));
        const Project saved = studio.document.project();
        window.openFilm(studio.document.filePath());
        QVERIFY(studio.document.project() == saved);
    }

    void renderingIsNoChangeToAskAbout() {
        StudioFixture fixture(QStringLiteral("fake_worker"));
        Studio& studio = fixture.studio();
        fixture.useFilm(sampleFilm(2));
        MainWindow& window = fixture.window();
        const QString path = studio.document.filePath();
        QVERIFY(studio.document.save(path));
        QTRY_VERIFY(window.actions().action(QStringLiteral("render.stale"))->isEnabled());
        window.actions().action(QStringLiteral("render.stale"))->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(
            !studio.document.project().shots[1].chosen_take.is_empty() && studio.queue.openCount() == 0, kPatience);
        QVERIFY(!window.isWindowModified());
        QVERIFY(window.close()); // a question would wait here for ever
        const Project shown = studio.document.project();
        window.openFilm(path);
        QVERIFY(studio.document.project() == shown);

        // What a person did is asked about.
        window.show();
        studio.editor.setFrames({ShotId{"s1"}}, 40);
        bool isAsked = false;
        QTimer::singleShot(0, &window, [&isAsked] {
            auto* question = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            QVERIFY(question != nullptr);
            isAsked = true;
            question->button(QMessageBox::Cancel)->click();
        });
        QVERIFY(!window.close());
        QVERIFY(isAsked);
    }

    void theSafetyLevelAsksOrRefuses() {
        StudioFixture fixture(QStringLiteral("fake_worker"));
        Studio& studio = fixture.studio();
        Project film = sampleFilm(2);
        film.shots[1].prompt = "a gory battle";
        fixture.useFilm(film);
        MainWindow& window = fixture.window();
        QVERIFY(studio.document.save(studio.document.filePath()));
        QAction* render = window.actions().action(QStringLiteral("render.stale"));
        QTRY_VERIFY(render->isEnabled());
        const auto answer = [&window](const char* button) {
            QTimer::singleShot(0, &window, [button] {
                QWidget* question = QApplication::activeModalWidget();
                QVERIFY(question != nullptr);
                QVERIFY(qobject_cast<QMessageBox*>(question)->text().contains(QStringLiteral("gory")));
                question->findChild<QPushButton*>(QLatin1String(button))->click();
            });
        };
        answer("contentLeaveOut");
        render->trigger();
        QCOMPARE(studio.queue.jobs().size(), 1U);
        QCOMPARE(studio.queue.jobs()[0].shots, std::vector<ShotId>{ShotId{"s1"}});
        QTRY_COMPARE_WITH_TIMEOUT(studio.queue.openCount(), 0, kPatience);

        studio.settings.setValue(QStringLiteral("render/safety"), QStringLiteral("strict"));
        studio.selection.selectOnly(ShotId{"s2"});
        QAction* renderShot = window.actions().action(QStringLiteral("render.shot"));
        renderShot->trigger();
        QCOMPARE(studio.queue.jobs().size(), 1U);
        QVERIFY(window.findChild<QLabel*>(QStringLiteral("noticeLabel"))->text().contains(QStringLiteral("gory")));

        studio.settings.setValue(QStringLiteral("render/safety"), QStringLiteral("careful"));
        answer("contentRender");
        renderShot->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!studio.document.project().shots[1].chosen_take.is_empty(), kPatience);
    }

    void aFilmThatIsOpenElsewhereIsOpenedForReading() {
        StudioFixture owner;
        owner.useFilm(sampleFilm(2));
        QVERIFY(owner.studio().document.save(owner.file(QStringLiteral("shared.t2vproj"))));
        StudioFixture guest;
        MainWindow& window = guest.window();
        QTimer::singleShot(0, &window, [] {
            QPushButton* look =
                QApplication::activeModalWidget()->findChild<QPushButton*>(QStringLiteral("lockReadOnly"));
            QVERIFY(look != nullptr);
            look->click();
        });
        window.openFilm(owner.file(QStringLiteral("shared.t2vproj")));
        QVERIFY(guest.studio().document.isReadOnly());
        QVERIFY(
            window.findChild<QLabel*>(QStringLiteral("filmTitleLabel"))->text().contains(QStringLiteral("read only")));
        QCOMPARE(guest.studio().document.project().shots.size(), 2U);
    }

    void aStoryComesInAndComesInAgain() {
        StudioFixture fixture;
        fixture.useFilm(Project{});
        MainWindow& window = fixture.window();
        const ProjectDocument& document = fixture.studio().document;
        const QString path = fixture.file(QStringLiteral("story.txt"));
        const auto write = [&path](const char* text) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) > 0);
        };
        write("# City\nA lion walks. [4s]\nA robot waves. [cut]\n");
        window.importStory(path);
        QCOMPARE(document.project().shots.size(), 2U);
        QCOMPARE(document.project().scenes.size(), 1U);
        QCOMPARE(document.project().shots[0].length, ShotLength(Seconds{4}));
        QCOMPARE(document.project().shots[1].seam.kind, SeamKind::Cut);
        fixture.studio().editor.changeShots({document.project().shots[0].id}, QStringLiteral("notes"), {},
                                            [](Shot& shot) { shot.notes = "mine"; });

        // The changed story shows what it changes; only that is brought in, as one step.
        write("# City\nA lion walks. [4s]\nA robot sleeps. [cut]\nThe sun goes down.\n");
        const int steps = fixture.studio().document.undoStack().count();
        QTimer::singleShot(0, &window, [] {
            QWidget* dialog = QApplication::activeModalWidget();
            QVERIFY(dialog != nullptr);
            QCOMPARE(dialog->findChild<QTreeWidget*>(QStringLiteral("storyChangesList"))->topLevelItemCount(), 2);
            dialog->findChild<QPushButton*>(QStringLiteral("storyBringIn"))->click();
        });
        window.importStory(path);
        QCOMPARE(document.project().shots.size(), 3U);
        QCOMPARE(document.project().shots[0].notes, std::string("mine"));
        QVERIFY(document.project().shots[1].prompt.find("sleeps") != std::string::npos);
        QCOMPARE(fixture.studio().document.undoStack().count(), steps + 1);
        fixture.studio().document.undoStack().undo();
        QCOMPARE(document.project().shots.size(), 2U);
    }

    void hintsComeOnceAndAreDismissedForEver() {
        StudioFixture fixture;
        MainWindow& window = fixture.window();
        auto* hints = window.findChild<HintBar*>(QStringLiteral("hintBar"));
        hints->begin();
        QVERIFY(hints->isVisible());
        auto* next = window.findChild<QPushButton*>(QStringLiteral("hintNextButton"));
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(hints->shownHint(), i);
            next->click();
        }
        QVERIFY(!hints->isVisible());
        QVERIFY(fixture.studio().settings.value(QStringLiteral("hints/seen")).toBool());
    }

    void anExportRendersFirstAndIsShownInItsFolder() {
        StudioFixture fixture(QStringLiteral("fake_worker"));
        Studio& studio = fixture.studio();
        fixture.useFilm(sampleFilm(3));
        MainWindow& window = fixture.window();
        QVERIFY(studio.document.save(studio.document.filePath()));
        studio.selection.selectOnly(ShotId{"s2"});
        QAction* renderShot = window.actions().action(QStringLiteral("render.shot"));
        QTRY_VERIFY(renderShot->isEnabled());
        renderShot->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(
            !studio.document.project().shots[1].chosen_take.is_empty() && studio.queue.openCount() == 0, kPatience);

        QTRY_COMPARE(studio.states.of(ShotId{"s2"}).state, RenderState::Fresh);
        const QString file = fixture.file(QStringLiteral("out.mp4"));
        QTimer::singleShot(0, &window, [file] {
            QWidget* dialog = QApplication::activeModalWidget();
            QVERIFY(dialog != nullptr);
            dialog->findChild<QLineEdit*>(QStringLiteral("exportFile"))->setText(file);
            QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("exportPrice"))
                        ->text()
                        .contains(QStringLiteral("without a picture: 1, 3")));
            QVERIFY(!dialog->findChild<QPushButton*>(QStringLiteral("exportStart"))->isEnabled());
            dialog->findChild<QPushButton*>(QStringLiteral("exportRenderFirst"))->click();
        });
        window.actions().action(QStringLiteral("file.export"))->trigger();
        const auto* status = window.findChild<QToolButton*>(QStringLiteral("exportStatusButton"));
        QVERIFY2(status->isVisible() && status->text().contains(QStringLiteral("2 shots")), qPrintable(status->text()));
        QVERIFY(!QFile::exists(file));
        auto* reveal = window.findChild<QToolButton*>(QStringLiteral("noticeRevealButton"));
        QTRY_VERIFY_WITH_TIMEOUT(reveal->isVisible() && QFile::exists(file), kPatience);
        const Result<Provenance> said = read_provenance(toPath(file));
        QVERIFY(said);
        QCOMPARE(said->shots.size(), 3U);
        QCOMPARE(said->shots[2].take, studio.document.project().shots[2].chosen_take.value);

        FolderOpener opener;
        QDesktopServices::setUrlHandler(QStringLiteral("file"), &opener, "open");
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", QFileInfo(file).absolutePath().toUtf8()); // no program there shows files
        reveal->click();
        qputenv("PATH", path);
        QTRY_COMPARE(opener.opened, QUrl::fromLocalFile(QFileInfo(file).absolutePath()));
        QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
    }

    void anExportThatWaitsCanBeStopped() {
        StudioFixture fixture; // without a renderer nothing is ever rendered
        Studio& studio = fixture.studio();
        fixture.useFilm(sampleFilm(2));
        MainWindow& window = fixture.window();
        QVERIFY(studio.document.save(studio.document.filePath()));
        const QString file = fixture.file(QStringLiteral("out.mp4"));
        QTimer::singleShot(0, &window, [file] {
            QWidget* dialog = QApplication::activeModalWidget();
            dialog->findChild<QLineEdit*>(QStringLiteral("exportFile"))->setText(file);
            dialog->findChild<QPushButton*>(QStringLiteral("exportRenderFirst"))->click();
        });
        window.actions().action(QStringLiteral("file.export"))->trigger();
        auto* status = window.findChild<QToolButton*>(QStringLiteral("exportStatusButton"));
        QVERIFY(status->isVisible());
        status->click();
        QVERIFY(!status->isVisible());
        // Jobs that end without a take end the wait too, and say so.
        QTimer::singleShot(0, &window, [file] {
            QWidget* dialog = QApplication::activeModalWidget();
            dialog->findChild<QLineEdit*>(QStringLiteral("exportFile"))->setText(file);
            dialog->findChild<QPushButton*>(QStringLiteral("exportRenderFirst"))->click();
        });
        window.actions().action(QStringLiteral("file.export"))->trigger();
        while (!studio.queue.jobs().empty()) {
            studio.queue.remove(0);
        }
        QTRY_VERIFY(!status->isVisible());
        QVERIFY(
            window.findChild<QLabel*>(QStringLiteral("noticeLabel"))->text().contains(QStringLiteral("not exported")));
        QVERIFY(!QFile::exists(file));
    }

    void theFilmsOpenedLastAreOffered() {
        StudioFixture fixture;
        MainWindow& window = fixture.window();
        auto* menu = window.findChild<QMenu*>(QStringLiteral("recentMenu"));
        QVERIFY(!menu->actions().constFirst()->isEnabled()); // says that there are none
        for (const char* name : {"one", "two & a half", "three"}) {
            const QString path = fixture.file(QStringLiteral("%1.t2vproj").arg(QLatin1String(name)));
            fixture.useFilm(sampleFilm(2), QString());
            QVERIFY(fixture.studio().document.save(path));
            window.openFilm(path);
        }
        QVERIFY(QFile::remove(fixture.file(QStringLiteral("one.t2vproj"))));
        Q_EMIT menu->aboutToShow();
        QVERIFY(menu->actions().at(0)->text().contains(QStringLiteral("three")));
        QVERIFY(menu->actions().at(1)->text().contains(QStringLiteral("two && a half")));
        QVERIFY(menu->actions().at(2)->isSeparator());
        menu->actions().at(1)->trigger();
        QCOMPARE(QFileInfo(fixture.studio().document.filePath()).fileName(), QStringLiteral("two & a half.t2vproj"));
        QVERIFY(window.recentFilms().films().constFirst().contains(QStringLiteral("two")));
        menu->actions().constLast()->trigger();
        QVERIFY(window.recentFilms().films().isEmpty());
    }

    void theWindowComesBackAsItWasLeft() {
        StudioFixture fixture;
        fixture.useFilm(sampleFilm(4));
        MainWindow* window = &fixture.window();
        window->applyLayout(WindowLayout::Editing);
        window->resize(1300, 800);
        window->dock(QStringLiteral("inspector"))->close();
        window->dock(QStringLiteral("drift"))->raise();
        window->resizeDocks({window->dock(QStringLiteral("takes"))}, {240}, Qt::Horizontal);
        QTest::qWait(50);
        const int width = window->dock(QStringLiteral("takes"))->width();
        QVERIFY(window->close());
        fixture.studio().rebuildWindow();
        window = &fixture.window();
        QTRY_COMPARE(window->dock(QStringLiteral("takes"))->width(), width);
        QCOMPARE(window->size(), QSize(1300, 800));
        QVERIFY(!window->dock(QStringLiteral("inspector"))->isVisible());
        QVERIFY(window->dock(QStringLiteral("list"))->isVisible() ||
                window->dock(QStringLiteral("drift"))->isVisible());

        // Another language is no reason to move anything.
        window->dock(QStringLiteral("takes"))->close();
        fixture.studio().settings.setValue(QStringLiteral("look/language"), QStringLiteral("de"));
        fixture.studio().rebuildWindow();
        QCOMPARE(fixture.window().dock(QStringLiteral("film"))->windowTitle(), QStringLiteral("Film"));
        QVERIFY(!fixture.window().dock(QStringLiteral("takes"))->isVisible());
        QCOMPARE(fixture.window().size(), QSize(1300, 800));
    }

    void theWindowTurnsForScriptsFromRightToLeft() {
        StudioFixture fixture;
        fixture.studio().settings.setValue(QStringLiteral("look/language"), QStringLiteral("he"));
        fixture.useFilm(sampleFilm(4));
        MainWindow& window = fixture.window();
        QCOMPARE(window.layoutDirection(), Qt::RightToLeft);
        QCOMPARE(window.timeline().layoutDirection(), Qt::LeftToRight); // time runs as it does everywhere
        window.applyLayout(WindowLayout::Editing);
        QCOMPARE(window.dockWidgetArea(window.dock(QStringLiteral("takes"))), Qt::RightDockWidgetArea);
        QCOMPARE(window.dockWidgetArea(window.dock(QStringLiteral("inspector"))), Qt::LeftDockWidgetArea);
        fixture.studio().settings.setValue(QStringLiteral("look/language"), QStringLiteral("de"));
        fixture.studio().rebuildWindow();
        QCOMPARE(fixture.window().layoutDirection(), Qt::LeftToRight);
        {
            QApplication::setLayoutDirection(Qt::RightToLeft); // as `-reverse` does before anything is built
            StudioFixture reversed;
            QCOMPARE(reversed.window().layoutDirection(), Qt::RightToLeft);
        }
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void layoutsShowTheirPanels() {
        StudioFixture fixture;
        fixture.useFilm(sampleFilm(4));
        MainWindow& window = fixture.window();
        window.applyLayout(WindowLayout::Focus);
        QVERIFY(!window.dock(QStringLiteral("inspector"))->isVisible());
        QVERIFY(window.dock(QStringLiteral("timeline"))->isVisible());
        window.applyLayout(WindowLayout::Writing);
        QVERIFY(window.dock(QStringLiteral("list"))->isVisible());
        window.applyLayout(WindowLayout::Editing);
        QVERIFY(window.dock(QStringLiteral("inspector"))->isVisible());
    }

    void theWindowFitsASmallScreen() {
        StudioFixture fixture;
        fixture.useFilm(sampleFilm(4));
        MainWindow& window = fixture.window();
        for (WindowLayout layout :
             {WindowLayout::Editing, WindowLayout::Focus, WindowLayout::Writing, WindowLayout::Review}) {
            window.applyLayout(layout);
            window.resize(1280, 720);
            QTest::qWait(50);
            QVERIFY2(window.width() <= 1280 && window.height() <= 720,
                     qPrintable(QStringLiteral("%1x%2").arg(window.width()).arg(window.height())));
        }
    }

    void rowsOfTabsStandBesideThePicture() {
        StudioFixture fixture;
        fixture.useFilm(sampleFilm(4));
        MainWindow& window = fixture.window();
        window.resize(1280, 720);
        const auto rows = [&window] {
            QList<QTabBar*> visible;
            for (QTabBar* row : window.findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly)) {
                if (row->isVisible() && row->geometry().intersects(window.rect())) { // Qt parks unused rows outside
                    visible.append(row);
                }
            }
            return visible;
        };
        const auto describe = [&](const QList<QTabBar*>& visible) {
            QString text = QStringLiteral("picture %1,%2 %3x%4")
                               .arg(window.centralWidget()->x())
                               .arg(window.centralWidget()->y())
                               .arg(window.centralWidget()->width())
                               .arg(window.centralWidget()->height());
            for (const QTabBar* row : visible) {
                text += QStringLiteral("; %1 tabs at %2,%3 %4x%5")
                            .arg(row->count())
                            .arg(row->x())
                            .arg(row->y())
                            .arg(row->width())
                            .arg(row->height());
            }
            return text;
        };
        using enum WindowLayout;
        for (WindowLayout layout : {Editing, Focus, Writing, Review, Editing, Editing, Focus, Editing}) {
            window.applyLayout(layout);
            window.dock(QStringLiteral("timeline"))->raise();
            QTest::qWait(100);
            const QList<QTabBar*> visible = rows();
            QVERIFY2(visible.size() == (layout == Focus     ? 0
                                        : layout == Writing ? 1
                                                            : 3),
                     qPrintable(describe(visible)));
            for (const QTabBar* row : visible) {
                QVERIFY2(row->count() > 1 && !row->geometry().intersects(window.centralWidget()->geometry()),
                         qPrintable(describe(visible)));
                const auto overlaps = [&](const QTabBar* other) {
                    return other != row && other->geometry().intersects(row->geometry());
                };
                QVERIFY2(std::none_of(visible.begin(), visible.end(), overlaps), qPrintable(describe(visible)));
            }
        }
    }

    void heldStopKeyStepsByFrames() {
        StudioFixture fixture;
        fixture.useFilm(sampleFilm(4));
        MainWindow& window = fixture.window();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.timeline().setFocus();
        window.player().seek(10);
        QTest::keyPress(&window.timeline(), Qt::Key_K);
        QTest::keyClick(&window.timeline(), Qt::Key_L);
        QTest::keyClick(&window.timeline(), Qt::Key_L);
        QTest::keyClick(&window.timeline(), Qt::Key_J);
        QTest::keyRelease(&window.timeline(), Qt::Key_K);
        QCOMPARE(window.player().position(), 11);
        QVERIFY(!window.player().isPlaying());
        QTest::keyClick(&window.timeline(), Qt::Key_L);
        QVERIFY(window.player().isPlaying());
        QTest::keyClick(&window.timeline(), Qt::Key_L);
        QCOMPARE(window.player().speed(), 2);
        QTest::keyClick(&window.timeline(), Qt::Key_Space);
        QVERIFY(!window.player().isPlaying());
    }
};

} // namespace longtake::ui

std::unique_ptr<QObject> make_session_test() {
    return std::make_unique<longtake::ui::SessionTest>();
}

#include "test_session.moc"
