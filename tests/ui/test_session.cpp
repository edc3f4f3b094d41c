// SPDX-License-Identifier: Apache-2.0
// A person's session in the real window: write a story by keyboard, render, look, edit, undo, save, close, reopen.
#include "tests/ui/ui_fixture.h"
#include "ui/main_window/actions.h"
#include "ui/main_window/main_window.h"
#include "ui/panels/preview_player.h"
#include "ui/panels/hint_bar.h"
#include "ui/panels/prompt_edit.h"
#include "ui/timeline/timeline_view.h"

#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTabBar>
#include <QTimer>
#include <QTreeWidget>
#include <QtTest>

namespace longtake::ui {

namespace {

constexpr int kPatience = 20000;

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
        const QStringList story = {QStringLiteral("a lion walks in the city"), QStringLiteral("a shark swims in the sea"), QStringLiteral("a robot waves")};
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
        QTRY_VERIFY_WITH_TIMEOUT(!studio.document.project().shots[1].chosen_take.is_empty() && studio.queue.openCount() == 0, kPatience);
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
            QPushButton* look = QApplication::activeModalWidget()->findChild<QPushButton*>(QStringLiteral("lockReadOnly"));
            QVERIFY(look != nullptr);
            look->click();
        });
        window.openFilm(owner.file(QStringLiteral("shared.t2vproj")));
        QVERIFY(guest.studio().document.isReadOnly());
        QVERIFY(window.findChild<QLabel*>(QStringLiteral("filmTitleLabel"))->text().contains(QStringLiteral("read only")));
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
        fixture.studio().editor.changeShots({document.project().shots[0].id}, QStringLiteral("notes"), {}, [](Shot& shot) { shot.notes = "mine"; });

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
        for (WindowLayout layout : {WindowLayout::Editing, WindowLayout::Focus, WindowLayout::Writing, WindowLayout::Review}) {
            window.applyLayout(layout);
            window.resize(1280, 720);
            QTest::qWait(50);
            QVERIFY2(window.width() <= 1280 && window.height() <= 720, qPrintable(QStringLiteral("%1x%2").arg(window.width()).arg(window.height())));
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
            QString text = QStringLiteral("picture %1,%2 %3x%4").arg(window.centralWidget()->x()).arg(window.centralWidget()->y()).arg(window.centralWidget()->width()).arg(window.centralWidget()->height());
            for (const QTabBar* row : visible) {
                text += QStringLiteral("; %1 tabs at %2,%3 %4x%5").arg(row->count()).arg(row->x()).arg(row->y()).arg(row->width()).arg(row->height());
            }
            return text;
        };
        using enum WindowLayout;
        for (WindowLayout layout : {Editing, Focus, Writing, Review, Editing, Editing, Focus, Editing}) {
            window.applyLayout(layout);
            window.dock(QStringLiteral("timeline"))->raise();
            QTest::qWait(100);
            const QList<QTabBar*> visible = rows();
            QVERIFY2(visible.size() == (layout == Focus ? 0 : layout == Writing ? 1 : 3), qPrintable(describe(visible)));
            for (const QTabBar* row : visible) {
                QVERIFY2(row->count() > 1 && !row->geometry().intersects(window.centralWidget()->geometry()), qPrintable(describe(visible)));
                const auto overlaps = [&](const QTabBar* other) { return other != row && other->geometry().intersects(row->geometry()); };
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

std::unique_ptr<QObject> make_session_test() { return std::make_unique<longtake::ui::SessionTest>(); }

#include "test_session.moc"
