// SPDX-License-Identifier: Apache-2.0
// Copies for recovery are written beside the window: one at a time, the newest state wins, nothing is lost at the end.
// A disk that hangs is a write that waits to be let go.
#include "tests/ui/ui_fixture.h"
#include "ui/bridge/qt_convert.h"
#include "ui/document/autosave_writer.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <semaphore>

namespace longtake::ui {

namespace {

AutosaveState stateOf(const char* title) {
    AutosaveState state;
    state.project.title = title;
    return state;
}

/// A disk on which every write waits until it is let through.
struct SlowDisk {
    std::vector<std::string> written;
    std::atomic<int> running = 0;
    std::atomic<int> mostRunning = 0;
    std::counting_semaphore<> begun{0};
    std::counting_semaphore<> allowed{0};

    AutosaveWriter::Write write() {
        return [this](const AutosaveState& state) {
            mostRunning = std::max(mostRunning.load(), ++running);
            begun.release();
            allowed.acquire();
            written.push_back(state.project.title);
            --running;
            return Result<void>();
        };
    }
};

void ignore(const Result<void>&) {}

} // namespace

class AutosaveWriterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theNewestStateWinsAndNothingWaitsForTheDisk() {
        SlowDisk disk;
        AutosaveWriter writer(disk.write(), ignore);
        writer.hand(stateOf("first"));
        disk.begun.acquire();
        for (const char* title : {"second", "third", "fourth"}) {
            writer.hand(stateOf(title)); // would never return if it waited for the first
        }
        disk.allowed.release(2);
        QVERIFY(writer.finish());
        QCOMPARE(disk.written, (std::vector<std::string>{"first", "fourth"}));
        QCOMPARE(disk.mostRunning.load(), 1);
    }

    void endingWritesWhatWaits() {
        SlowDisk disk;
        {
            AutosaveWriter writer(disk.write(), ignore);
            writer.hand(stateOf("first"));
            disk.begun.acquire();
            writer.hand(stateOf("last"));
            disk.allowed.release(2);
        }
        QCOMPARE(disk.written, (std::vector<std::string>{"first", "last"}));
    }

    void droppingForgetsWhatWaits() {
        SlowDisk disk;
        AutosaveWriter writer(disk.write(), ignore);
        writer.hand(stateOf("first"));
        disk.begun.acquire();
        writer.hand(stateOf("outdated"));
        disk.allowed.release(2);
        writer.drop();
        const size_t count = disk.written.size(); // "outdated" may have begun already; nothing comes later
        QVERIFY(writer.finish());
        QCOMPARE(disk.written.size(), count);
    }

    void aFailureIsReportedAndTheNextWriteIsTried() {
        std::vector<bool> reports;
        int writes = 0;
        AutosaveWriter writer(
            [&writes](const AutosaveState&) -> Result<void> {
                if (++writes == 1) {
                    throw std::runtime_error("disk full");
                }
                return {};
            },
            [&reports](const Result<void>& written) { reports.push_back(static_cast<bool>(written)); });
        writer.hand(stateOf("first"));
        const Result<void> first = writer.finish();
        QVERIFY(!first && first.error().message.find("disk full") != std::string::npos);
        writer.hand(stateOf("second"));
        QVERIFY(writer.finish());
        QCOMPARE(reports, (std::vector<bool>{false, true}));
    }

    void editsComeBackAndASaveForgetsThem() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("film.t2vproj"));
        ProjectDocument document;
        Selection selection;
        FilmEditor editor{document, selection};
        document.reset(sampleFilm(3), {});
        QVERIFY(document.save(path));
        for (int i = 0; i < 25; ++i) {
            document.autosaveIfDue();
            QVERIFY(!document.findRecovery().newest); // not yet
            editor.addShot(0, QString::number(i));
        }
        document.autosaveIfDue();
        const Recovery found = document.findRecovery();
        QVERIFY(found.newest);
        const Project edited = document.project();
        ProjectDocument other;
        QVERIFY(other.open(path, OpenHow::ReadOnly));
        QVERIFY(other.takeRecovery(*found.newest));
        QVERIFY(other.project() == edited);

        // A save right behind an autosave leaves nothing older to be offered.
        QVERIFY(document.autosaveNow());
        QVERIFY(document.save(path));
        QVERIFY(!document.findRecovery().newest);
    }

    void aDiskThatTakesNothingIsSaidAndTriedAgain() {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray config = qgetenv("LONGTAKE_CONFIG");
        qputenv("LONGTAKE_CONFIG", QFile::encodeName(file.fileName())); // where a film that was never saved is kept
        ProjectDocument document;
        Selection selection;
        FilmEditor editor{document, selection};
        QSignalSpy failed(&document, &ProjectDocument::failed);
        const auto editAndKeep = [&] {
            for (int i = 0; i < 25; ++i) {
                editor.addShot(0, QString::number(i));
            }
            document.autosaveIfDue();
        };
        editAndKeep();
        QTRY_COMPARE(failed.count(), 1);
        editAndKeep();
        QTRY_COMPARE(failed.count(), 2);
        config.isNull() ? qunsetenv("LONGTAKE_CONFIG") : qputenv("LONGTAKE_CONFIG", config);
    }
};

} // namespace longtake::ui

std::unique_ptr<QObject> make_autosave_writer_test() {
    return std::make_unique<longtake::ui::AutosaveWriterTest>();
}

#include "test_autosave_writer.moc"
