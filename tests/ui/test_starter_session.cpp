// SPDX-License-Identifier: Apache-2.0
// One session with the real worker and the real starter model: write a story, render, edit, undo and redo everything,
// swap takes, export, close and reopen, kill the worker in the middle and go on. Asserts what a person would see.
#include "core/media/video_reader.h"
#include "core/safety/provenance.h"
#include "tests/ui/ui_fixture.h"
#include "ui/bridge/qt_convert.h"
#include "ui/main_window/actions.h"
#include "ui/main_window/main_window.h"
#include "ui/panels/preview_player.h"
#include "ui/panels/prompt_edit.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>
#include <QtTest>

#include <csignal>

namespace longtake::ui {

namespace {

constexpr int kPatience = 120000; // milliseconds; a machine with nothing else to do needs a hundredth of it
constexpr int64_t kFrames = 5;

/// Two short shots, the second continuing the first, at few steps.
void makeQuick(Studio& studio) {
    std::vector<ShotId> ids;
    for (const Shot& shot : studio.document.project().shots) {
        ids.push_back(shot.id);
    }
    studio.editor.changeShots(ids, QStringLiteral("make quick"), {}, [](Shot& shot) {
        shot.length = FrameCount{kFrames};
        shot.steps = 4;
    });
}

bool isRendered(const Studio& studio) {
    const auto& shots = studio.document.project().shots;
    return std::none_of(shots.begin(), shots.end(), [](const Shot& shot) { return shot.chosen_take.is_empty(); });
}

} // namespace

class StarterSessionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        qputenv("GOMP_SPINCOUNT", "1000"); // as in all tests: idle threads shall not take the processors
        if (!QFile::exists(QDir(qEnvironmentVariable("LONGTAKE_BIN_DIR")).filePath(QStringLiteral("longtake")))) {
            QSKIP("longtake was not built");
        }
    }

    void aWholeSession() {
        StudioFixture fixture(QStringLiteral("longtake"), {QStringLiteral("worker")});
        Studio& studio = fixture.studio();
        studio.queue.setDevice(QStringLiteral("cpu"), 1);
        fixture.useFilm(Project{});
        MainWindow& window = fixture.window();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        writeStory(window);
        QCOMPARE(studio.document.project().shots.size(), 2U);
        makeQuick(studio);
        QVERIFY(studio.document.save(studio.document.filePath()));

        StallMeter meter;
        WatchedApplication::restart();
        QSignalSpy previews(&studio.queue, &RenderQueue::previewReady);
        QAction* render = window.actions().action(QStringLiteral("render.stale"));
        QTRY_VERIFY(render->isEnabled());
        render->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(isRendered(studio) && studio.queue.openCount() == 0, kPatience);
        QVERIFY(previews.count() > 0);
        qInfo("longest stall of the event loop while the starter rendered 2 shots: %.0f ms (%d threads for all); "
              "slowest event: %s",
              meter.longestMilliseconds(), QThread::idealThreadCount(), qPrintable(WatchedApplication::slowestEvent()));
        window.player().seek(studio.document.timeline().shots[1].start_frame);
        QTRY_VERIFY_WITH_TIMEOUT(!window.player().currentImage().isNull(), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(studio.states.of(studio.document.project().shots[1].id).state, RenderState::Fresh,
                                  kPatience);

        changeAndSeeWhatIsStale(studio);
        swapTakes(studio);
        undoAndRedoEverything(studio);
        exportMp4(window, fixture.file(QStringLiteral("out.mp4")));
        exportWhatIsOutOfDate(studio, fixture.file(QStringLiteral("newest.mp4")));

        // A crash before the next autosave forgets which take was shown; the plan finds it again.
        studio.editor.chooseTake(studio.document.project().shots[0].id, {});
        QTRY_VERIFY_WITH_TIMEOUT(!studio.document.project().shots[0].chosen_take.is_empty(), kPatience);

        QVERIFY(studio.document.save(studio.document.filePath()));
        const Project saved = studio.document.project();
        window.openFilm(studio.document.filePath());
        QVERIFY(studio.document.project() == saved);
        QTRY_COMPARE(studio.session.takes().takes().size(), 4U);
    }

    void theWorkerIsKilledAndTheRenderGoesOn() {
        StudioFixture fixture(QStringLiteral("longtake"), {QStringLiteral("worker")});
        Studio& studio = fixture.studio();
        studio.queue.setDevice(QStringLiteral("cpu"), 1);
        Project film;
        film.shots.resize(1);
        film.shots[0].id = ShotId{"one"};
        film.shots[0].prompt = "a red car moves to the right in the city";
        film.shots[0].length = FrameCount{kFrames};
        film.shots[0].steps = 12;
        fixture.useFilm(film);
        MainWindow& window = fixture.window();
        QVERIFY(studio.document.save(studio.document.filePath()));
        QSignalSpy died(&studio.worker, &WorkerClient::died);
        bool isKilled = false;
        QObject::connect(&studio.queue, &RenderQueue::progressed, &window, [&studio, &isKilled] {
            const RenderJob* job = studio.queue.running();
            if (!isKilled && job != nullptr && job->step >= 2) {
                isKilled = true;
                ::kill(static_cast<pid_t>(studio.worker.processId()), SIGKILL);
            }
        });
        QAction* render = window.actions().action(QStringLiteral("render.stale"));
        QTRY_VERIFY(render->isEnabled());
        render->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(died.count(), 1, kPatience);
        QVERIFY(window.findChild<QWidget*>(QStringLiteral("noticeBar"))->isVisible());
        studio.editor.addShot(1, QStringLiteral("written while it was dead"));
        QTRY_VERIFY_WITH_TIMEOUT(
            studio.queue.openCount() == 0 && !studio.document.project().shots[0].chosen_take.is_empty(), kPatience);
        QCOMPARE(studio.document.project().shots.size(), 2U);
    }

private:
    static void writeStory(MainWindow& window) {
        auto* prompt = window.findChild<PromptEdit*>(QStringLiteral("promptEdit"));
        for (const char* line : {"a red car moves to the right in the city", "a red car jumps in the city"}) {
            QTest::keyClick(&window, Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
            QTRY_VERIFY(prompt->hasFocus());
            QTest::keyClicks(prompt, QString::fromLatin1(line));
        }
    }

    /// Another text in shot 2 leaves shot 1 as it is; undo makes both fresh again.
    static void changeAndSeeWhatIsStale(Studio& studio) {
        const ShotId first = studio.document.project().shots[0].id;
        const ShotId second = studio.document.project().shots[1].id;
        studio.editor.changeShots({second}, QStringLiteral("edit text"), {},
                                  [](Shot& shot) { shot.prompt = "a whale jumps in the sea"; });
        QTRY_COMPARE_WITH_TIMEOUT(studio.states.of(second).state, RenderState::Stale, kPatience);
        QVERIFY(!studio.states.of(second).reason.isEmpty());
        QCOMPARE(studio.states.of(first).state, RenderState::Fresh);
        studio.document.undoStack().undo();
        QTRY_COMPARE_WITH_TIMEOUT(studio.states.of(second).state, RenderState::Fresh, kPatience);
    }

    /// A second take of shot 2 by "New take with new seed", then back to the first one.
    static void swapTakes(Studio& studio) {
        const ShotId second = studio.document.project().shots[1].id;
        const TakeId before = studio.document.project().shots[1].chosen_take;
        studio.selection.selectOnly(second);
        studio.window().actions().action(QStringLiteral("render.new_take"))->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(
            studio.document.project().shots[1].chosen_take != before && studio.queue.openCount() == 0, kPatience);
        const TakeId after = studio.document.project().shots[1].chosen_take;
        QVERIFY(studio.session.videoOf(before) != studio.session.videoOf(after));
        studio.session.chooseTake(second, before);
        QCOMPARE(studio.document.project().shots[1].chosen_take, before);
        studio.document.undoStack().undo();
        QCOMPARE(studio.document.project().shots[1].chosen_take, after);
    }

    static void undoAndRedoEverything(Studio& studio) {
        const Project now = studio.document.project();
        QUndoStack& stack = studio.document.undoStack();
        while (stack.canUndo()) {
            stack.undo();
        }
        QVERIFY(studio.document.project().shots.empty());
        QTRY_COMPARE(studio.session.takes().takes().size(), 3U); // undo never loses a render
        while (stack.canRedo()) {
            stack.redo();
        }
        QCOMPARE(studio.document.project().shots.size(), now.shots.size());
        QCOMPARE(studio.document.project().shots[1].prompt, now.shots[1].prompt);
        for (const Shot& shot : now.shots) { // takes are chosen outside the undo stack
            studio.document.showTake(shot.id, shot.chosen_take);
        }
    }

    static void exportMp4(MainWindow& window, const QString& file) {
        QTimer::singleShot(0, &window, [file] {
            QWidget* dialog = QApplication::activeModalWidget();
            QVERIFY(dialog != nullptr);
            dialog->findChild<QLineEdit*>(QStringLiteral("exportFile"))->setText(file);
            auto* start = dialog->findChild<QPushButton*>(QStringLiteral("exportStart"));
            QVERIFY(start->isEnabled());
            start->click();
        });
        window.actions().action(QStringLiteral("file.export"))->trigger();
        const auto* notice = window.findChild<QLabel*>(QStringLiteral("noticeLabel"));
        QTRY_VERIFY_WITH_TIMEOUT(notice->text().contains(QStringLiteral("out.mp4")), kPatience);
        QVERIFY2(QFile::exists(file), qPrintable(notice->text()));
        Result<VideoReader> reader = VideoReader::open(toPath(file));
        QVERIFY(reader);
    }

    /// The dialog names the shot that is out of date; asked to, it renders that shot alone and exports what came of it.
    static void exportWhatIsOutOfDate(Studio& studio, const QString& file) {
        MainWindow& window = studio.window();
        const ShotId second = studio.document.project().shots[1].id;
        const TakeId before = studio.document.project().shots[1].chosen_take;
        studio.editor.changeShots({second}, QStringLiteral("edit text"), {},
                                  [](Shot& shot) { shot.prompt = "a red car stands in the city"; });
        QTRY_COMPARE_WITH_TIMEOUT(studio.states.of(second).state, RenderState::Stale, kPatience);
        QTimer::singleShot(0, &window, [file] {
            QWidget* dialog = QApplication::activeModalWidget();
            QVERIFY(dialog != nullptr);
            dialog->findChild<QLineEdit*>(QStringLiteral("exportFile"))->setText(file);
            const QString said = dialog->findChild<QLabel*>(QStringLiteral("exportPrice"))->text();
            QVERIFY2(said.contains(QStringLiteral("out of date: 2\n")) && said.contains(QStringLiteral("in about")),
                     qPrintable(said));
            QVERIFY(dialog->findChild<QPushButton*>(QStringLiteral("exportStart"))->isEnabled()); // as it is, too
            dialog->findChild<QPushButton*>(QStringLiteral("exportRenderFirst"))->click();
        });
        window.actions().action(QStringLiteral("file.export"))->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), kPatience);
        const TakeId after = studio.document.project().shots[1].chosen_take;
        QVERIFY(after != before);
        const Result<Provenance> said = read_provenance(toPath(file));
        QVERIFY(said && said->shots.size() == 2 && said->shots[1].take == after.value);
    }
};

} // namespace longtake::ui

std::unique_ptr<QObject> make_starter_session_test() {
    return std::make_unique<longtake::ui::StarterSessionTest>();
}

#include "test_starter_session.moc"
