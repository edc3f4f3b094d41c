// SPDX-License-Identifier: Apache-2.0
// The queue with a real process on the other side: progress, takes, pause, abort, failures, and a worker that dies.
#include "tests/ui/ui_fixture.h"
#include "ui/main_window/main_window.h"

#include <QLabel>
#include <QSignalSpy>
#include <QtTest>

#include <csignal>

namespace longtake::ui {

namespace {

constexpr int kPatience = 20000; // milliseconds; only ever reached by a failure

RenderJob jobFor(std::initializer_list<const char*> shots) {
    RenderJob job;
    job.title = QStringLiteral("job");
    for (const char* shot : shots) {
        job.shots.push_back(ShotId{shot});
    }
    return job;
}

void saveFilm(StudioFixture& fixture, int shots) {
    fixture.useFilm(sampleFilm(shots));
    QVERIFY(fixture.studio().document.save(fixture.studio().document.filePath()));
}

} // namespace

class QueueTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsInTheQueueIsNotOfferedAgain() {
        ShotStates states;
        states.setPlanned({{ShotId{"a"}, {RenderState::Stale, false, 0, {}, 3}},
                           {ShotId{"b"}, {RenderState::Missing, false, 0, {}, 4}},
                           {ShotId{"c"}, {RenderState::Fresh, false, 0, {}, 5}},
                           {ShotId{"d"}, {RenderState::Stale, true, 0, {}, 6}}});
        QCOMPARE(states.staleCount(), 2);
        QCOMPARE(states.staleSeconds(), 7.0);
        states.setWorking(ShotId{"a"}, {RenderState::Queued, false, 0, {}, 0});
        QCOMPARE(states.staleCount(), 1);
        QCOMPARE(states.staleSeconds(), 4.0);
        states.clearWorking(ShotId{"a"});
        QCOMPARE(states.staleCount(), 2);
    }

    void rendersAndShowsTheTakes() {
        StudioFixture fixture(QStringLiteral("fake_worker"));
        saveFilm(fixture, 3);
        fixture.window();
        Studio& studio = fixture.studio();
        const QSignalSpy takes(&studio.queue, &RenderQueue::takeFinished);
        const QSignalSpy previews(&studio.queue, &RenderQueue::previewReady);
        studio.queue.add(jobFor({"s1", "s2"}), false);
        QCOMPARE(studio.states.of(ShotId{"s2"}).state, RenderState::Queued);
        QTRY_COMPARE_WITH_TIMEOUT(takes.count(), 2, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(studio.queue.openCount(), 0, kPatience);
        const Shot& shot = studio.document.project().shots[0];
        QTRY_VERIFY(!shot.chosen_take.is_empty());
        QVERIFY(QFile::exists(studio.session.videoOf(shot)));
        QVERIFY(QFile::exists(studio.session.thumbnailOf(shot)));
        QVERIFY(previews.count() > 0);
        QCOMPARE(studio.document.undoStack().count(), 0); // rendering is no edit
    }

    void aDeadWorkerIsReplacedAndGoesOn() {
        StudioFixture helper;
        const QString marker = helper.file(QStringLiteral("died"));
        StudioFixture fixture(QStringLiteral("fake_worker"),
                              {QStringLiteral("--die-in-step"), QStringLiteral("5"), marker});
        saveFilm(fixture, 3);
        fixture.window();
        Studio& studio = fixture.studio();
        const QSignalSpy died(&studio.worker, &WorkerClient::died);
        studio.queue.add(jobFor({"s1", "s2", "s3"}), false);
        QTRY_COMPARE_WITH_TIMEOUT(died.count(), 1, kPatience);
        QVERIFY(!died.at(0).at(1).toBool());
        QTRY_COMPARE_WITH_TIMEOUT(studio.queue.openCount(), 0, kPatience);
        QCOMPARE(studio.queue.jobs().front().state, JobState::Done);
        for (const Shot& shot : studio.document.project().shots) {
            QTRY_VERIFY(!shot.chosen_take.is_empty());
        }
    }

    void aKilledWorkerLosesNothing() {
        StudioFixture fixture(QStringLiteral("fake_worker"), {QStringLiteral("--step-ms"), QStringLiteral("15")});
        saveFilm(fixture, 4);
        fixture.window();
        Studio& studio = fixture.studio();
        const QSignalSpy takes(&studio.queue, &RenderQueue::takeFinished);
        const QSignalSpy died(&studio.worker, &WorkerClient::died);
        studio.queue.add(jobFor({"s1", "s2", "s3", "s4"}), false);
        QTRY_COMPARE_WITH_TIMEOUT(takes.count(), 1, kPatience);
        ::kill(static_cast<pid_t>(studio.worker.processId()), SIGKILL);
        studio.editor.addShot(4, QStringLiteral("written while it was dead"));
        QTRY_COMPARE_WITH_TIMEOUT(died.count(), 1, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(studio.queue.openCount(), 0, kPatience);
        QCOMPARE(studio.document.project().shots.size(), 5U);
        for (int i = 0; i < 4; ++i) {
            QTRY_VERIFY(!studio.document.project().shots[static_cast<size_t>(i)].chosen_take.is_empty());
        }
    }

    void aProgramThatIsNoWorkerIsGivenUpOn() {
        StudioFixture fixture(QStringLiteral("no_such_program"));
        Studio& studio = fixture.studio();
        const QSignalSpy died(&studio.worker, &WorkerClient::died);
        QTRY_VERIFY_WITH_TIMEOUT(died.count() > 0 && died.last().at(1).toBool(), kPatience);
        QCOMPARE(studio.worker.state(), WorkerState::Absent);
        QVERIFY(died.last().at(0).toString().contains(QStringLiteral("no_such_program")));
    }

    void pausingAbortingAndStopping() {
        StudioFixture fixture(QStringLiteral("fake_worker"), {QStringLiteral("--step-ms"), QStringLiteral("10")});
        saveFilm(fixture, 3);
        fixture.window();
        Studio& studio = fixture.studio();
        const QSignalSpy steps(&studio.queue, &RenderQueue::progressed);
        const QSignalSpy drained(&studio.queue, &RenderQueue::drained);
        auto* state = fixture.window().findChild<QLabel*>(QStringLiteral("shotStateLabel"));
        studio.selection.selectOnly(ShotId{"s1"});
        studio.queue.add(jobFor({"s1", "s2"}), false);
        QTRY_VERIFY_WITH_TIMEOUT(studio.queue.running() != nullptr && studio.queue.running()->step > 1, kPatience);
        QVERIFY2(state->text().contains(QStringLiteral("rendering")), qPrintable(state->text()));
        studio.queue.setPaused(true);
        studio.queue.abort();
        QTRY_COMPARE_WITH_TIMEOUT(studio.queue.jobs().front().state, JobState::Cancelled, kPatience);
        QVERIFY2(!state->text().contains(QStringLiteral("rendering")), qPrintable(state->text()));
        QCOMPARE(drained.count(), 0); // nobody needs to be told what they did themselves
        studio.queue.setPaused(false);
        const QSignalSpy takes(&studio.queue, &RenderQueue::takeFinished);
        studio.queue.add(jobFor({"s1", "s2", "s3"}), false);
        QTRY_VERIFY_WITH_TIMEOUT(studio.queue.running() != nullptr && studio.queue.running()->step > 1, kPatience);
        studio.queue.stopAfterShot();
        QTRY_COMPARE_WITH_TIMEOUT(studio.queue.openCount(), 0, kPatience);
        QCOMPARE(takes.count(), 1);
    }

    void aFailedShotSaysWhyAndTheOthersGoOn() {
        StudioFixture fixture(QStringLiteral("fake_worker"), {QStringLiteral("--fail"), QStringLiteral("s2")});
        saveFilm(fixture, 3);
        fixture.window();
        Studio& studio = fixture.studio();
        studio.queue.add(jobFor({"s1", "s2", "s3"}), false);
        QTRY_COMPARE_WITH_TIMEOUT(studio.queue.openCount(), 0, kPatience);
        QCOMPARE(studio.queue.jobs().front().state, JobState::Failed);
        QCOMPARE(studio.states.of(ShotId{"s2"}).state, RenderState::Failed);
        QVERIFY(studio.states.of(ShotId{"s2"}).reason.contains(QStringLiteral("out of memory")));
        QTRY_VERIFY(!studio.document.project().shots[2].chosen_take.is_empty());
    }

    void theWindowNeverStallsWhileRendering() {
        StudioFixture fixture(QStringLiteral("fake_worker"), {QStringLiteral("--step-ms"), QStringLiteral("4")});
        saveFilm(fixture, 6);
        fixture.window();
        QTest::qWait(300); // the first paint is no part of rendering
        Studio& studio = fixture.studio();
        StallMeter meter;
        studio.queue.add(jobFor({"s1", "s2", "s3", "s4", "s5", "s6"}), false);
        QTRY_COMPARE_WITH_TIMEOUT(studio.queue.openCount(), 0, kPatience);
        qInfo("longest stall of the event loop while 6 shots were rendered: %.0f ms", meter.longestMilliseconds());
        QTRY_COMPARE(studio.session.takes().takes().size(), 6U); // they are read beside the window
    }
};

} // namespace longtake::ui

std::unique_ptr<QObject> make_queue_test() {
    return std::make_unique<longtake::ui::QueueTest>();
}

#include "test_queue.moc"
