// SPDX-License-Identifier: Apache-2.0
// Every intent of FilmEditor: do, undo, redo; the film is compared by ==.
#include "tests/ui/ui_fixture.h"
#include "ui/bridge/qt_convert.h"
#include "ui/document/shot_clipboard.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <functional>
#include <set>

namespace longtake::ui {

namespace {

struct Parts {
    ProjectDocument document;
    Selection selection;
    FilmEditor editor{document, selection};

    Parts() { document.reset(sampleFilm(6), {}); }
    std::vector<ShotId> ids(std::initializer_list<int> numbers) const {
        std::vector<ShotId> found;
        for (int number : numbers) {
            found.push_back(document.project().shots[static_cast<size_t>(number)].id);
        }
        return found;
    }
    std::vector<std::string> order() const {
        std::vector<std::string> found;
        for (const Shot& shot : document.project().shots) {
            found.push_back(shot.id.value);
        }
        return found;
    }
};

using Intent = std::function<void(Parts&)>;

const std::vector<std::pair<const char*, Intent>>& intents() {
    static const std::vector<std::pair<const char*, Intent>> all = {
        {"add first", [](Parts& p) { p.editor.addShot(0, QStringLiteral("new")); }},
        {"add last", [](Parts& p) { p.editor.addShot(99, QStringLiteral("new")); }},
        {"remove",
         [](Parts& p) {
             p.editor.removeShots(p.ids({1, 3}));
         }},
        {"duplicate",
         [](Parts& p) {
             p.editor.duplicateShots(p.ids({2, 3}));
         }},
        {"move forward",
         [](Parts& p) {
             p.editor.moveShots(p.ids({0, 1}), 4);
         }},
        {"move back", [](Parts& p) { p.editor.moveShots(p.ids({5}), 0); }},
        {"nudge", [](Parts& p) { p.editor.nudgeShots(p.ids({2}), 1); }},
        {"split", [](Parts& p) { p.editor.splitAt(p.document.timeline().shots[2].start_frame + 5); }},
        {"merge",
         [](Parts& p) {
             p.editor.mergeShots(p.ids({1, 2, 3}));
         }},
        {"frames",
         [](Parts& p) {
             p.editor.setFrames(p.ids({0, 4}), 40);
         }},
        {"seconds", [](Parts& p) { p.editor.setSeconds(p.ids({0}), 3.5); }},
        {"longer", [](Parts& p) { p.editor.stepLength(p.ids({1}), 1); }},
        {"trim head", [](Parts& p) { p.editor.trimHeadTo(p.document.timeline().shots[1].start_frame + 8); }},
        {"trim tail", [](Parts& p) { p.editor.trimTailTo(p.document.timeline().shots[1].start_frame + 8); }},
        {"prompt",
         [](Parts& p) {
             p.editor.changeShots(p.ids({1}), QStringLiteral("x"), {}, [](Shot& s) { s.prompt = "other"; });
         }},
        {"seam",
         [](Parts& p) {
             p.editor.changeShots(p.ids({1, 3}), QStringLiteral("x"), {},
                                  [](Shot& s) { s.seam.kind = SeamKind::Dissolve; });
         }},
        {"settings",
         [](Parts& p) {
             p.editor.changeShots(p.ids({2}), QStringLiteral("x"), {}, [](Shot& s) {
                 s.seed = 5;
                 s.steps = 12;
                 s.guidance = 3.0;
                 s.negative = "rain";
                 s.camera = "push_in";
                 s.is_loop = true;
                 s.narration = "voice";
                 s.notes = "note";
                 s.keyframes.push_back({"a.png", KeyframePlace::Last, 0, {}});
             });
         }},
        {"scene",
         [](Parts& p) {
             p.editor.makeScene(p.ids({4, 5}), QStringLiteral("Third"));
         }},
        {"rename scene", [](Parts& p) { p.editor.renameScene(SceneId{"one"}, QStringLiteral("Renamed")); }},
        {"describe scene", [](Parts& p) { p.editor.describeScene(SceneId{"one"}, QStringLiteral("at night")); }},
        {"character",
         [](Parts& p) {
             p.editor.setCharacter({}, {"Ana", "a tall robot", "", {}});
         }},
        {"title",
         [](Parts& p) { p.editor.changeFilm(QStringLiteral("x"), {}, [](Project& f) { f.title = "Other"; }); }},
        {"film settings",
         [](Parts& p) {
             p.editor.changeFilm(QStringLiteral("x"), {}, [](Project& f) {
                 f.size = Size{320, 192};
                 f.frame_rate = FrameRate{24, 1};
                 f.seed = 9;
                 f.steps = 20;
                 f.guidance = 2.0;
                 f.model = "other";
                 f.look.style = "soft light";
             });
         }},
        {"choose take", [](Parts& p) { p.editor.chooseTake(p.ids({1}).front(), TakeId{"t1"}); }},
        {"rate take", [](Parts& p) { p.editor.rateTake(TakeId{"t1"}, 4); }},
        {"delete take", [](Parts& p) { p.editor.deleteTake(p.ids({1}).front(), TakeId{"t1"}); }},
    };
    return all;
}

} // namespace

class DocumentTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSecondSessionMayOnlyRead() {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("film.t2vproj"));
        ProjectDocument first;
        first.reset(sampleFilm(2), {});
        QVERIFY(first.save(file));
        ProjectDocument second;
        QVERIFY(!second.open(file));
        QVERIFY(second.project().shots.empty());
        QVERIFY(second.open(file, OpenHow::ReadOnly));
        QVERIFY(second.isReadOnly());
        QVERIFY(!second.save(file));
        QVERIFY(second.save(folder.filePath(QStringLiteral("copy.t2vproj"))));
        QVERIFY(!second.isReadOnly());
        // The first session goes on as before, also after it opened its own film again.
        QVERIFY(first.open(file));
        QVERIFY(!first.isReadOnly());
        QVERIFY(first.save(file));
        first.reset(Project{}, {});
        QVERIFY(second.open(file));
        QVERIFY(!second.isAfterCrash());
    }

    void aFilmOfACrashedSessionOpens() {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("film.t2vproj"));
        {
            ProjectDocument crashed;
            crashed.reset(sampleFilm(2), {});
            QVERIFY(crashed.save(file));
        }
        QFile lock(toQt(lock_path(toPath(file))));
        QVERIFY(lock.open(QIODevice::WriteOnly) && lock.write("torn") > 0);
        lock.close();
        ProjectDocument document;
        QVERIFY(document.open(file));
        QVERIFY(document.isAfterCrash());
        QVERIFY(!document.isReadOnly());
    }

    void everyIntentUndoesAndRedoes() {
        for (const auto& [name, intent] : intents()) {
            Parts parts;
            const Project before = parts.document.project();
            intent(parts);
            const Project after = parts.document.project();
            QVERIFY2(!(after == before), name);
            QVERIFY2(parts.document.undoStack().count() == 1, name);
            QVERIFY2(!parts.document.undoStack().undoText().isEmpty(), name);
            parts.document.undoStack().undo();
            QVERIFY2(parts.document.project() == before, name);
            parts.document.undoStack().redo();
            QVERIFY2(parts.document.project() == after, name);
        }
    }

    void randomSessionsUndoToTheBeginning() {
        for (quint32 seed = 1; seed <= 20; ++seed) {
            Parts parts;
            QRandomGenerator random(seed);
            std::vector<Project> states{parts.document.project()};
            for (int i = 0; i < 40 && parts.document.project().shots.size() >= 6; ++i) {
                const auto& [name, intent] = intents()[random.bounded(static_cast<quint32>(intents().size()))];
                const int steps = parts.document.undoStack().count();
                intent(parts);
                if (parts.document.undoStack().count() > steps) {
                    states.push_back(parts.document.project());
                }
            }
            for (size_t i = states.size(); i-- > 1;) {
                QVERIFY(parts.document.project() == states[i]);
                parts.document.undoStack().undo();
            }
            QVERIFY(parts.document.project() == states.front());
            while (parts.document.undoStack().canRedo()) {
                parts.document.undoStack().redo();
            }
            QVERIFY(parts.document.project() == states.back());
        }
    }

    void typingIsOneStepUntilSomethingElseHappens() {
        Parts parts;
        const auto type = [&](const char* text) {
            parts.editor.changeShots(parts.ids({0}), QStringLiteral("edit text"), QStringLiteral("prompt:s1"),
                                     [&](Shot& shot) { shot.prompt = text; });
        };
        type("a");
        type("ab");
        type("abc");
        QCOMPARE(parts.document.undoStack().count(), 1);
        parts.document.endMerging();
        type("abcd");
        QCOMPARE(parts.document.undoStack().count(), 2);
        parts.document.undoStack().undo();
        QCOMPARE(parts.document.project().shots[0].prompt, std::string("abc"));
        parts.document.undoStack().undo();
        QCOMPARE(parts.document.project().shots[0].prompt, std::string("shot 1"));
    }

    void anEditThatChangesNothingIsNoStep() {
        Parts parts;
        parts.editor.changeShots(parts.ids({0}), QStringLiteral("x"), {}, [](Shot&) {});
        parts.editor.moveShots(parts.ids({2}), 2);
        QCOMPARE(parts.document.undoStack().count(), 0);
    }

    void movingPutsShotsWhereTheyWereDropped() {
        Parts parts;
        parts.editor.moveShots(parts.ids({0, 1}), 4);
        QCOMPARE(parts.order(), (std::vector<std::string>{"s3", "s4", "s1", "s2", "s5", "s6"}));
        parts.editor.moveShots(parts.ids({5, 0}), 2);
        QCOMPARE(parts.order(), (std::vector<std::string>{"s4", "s3", "s6", "s1", "s2", "s5"}));
    }

    void splittingKeepsTheFilmAsLong() {
        Parts parts;
        const int64_t length = parts.document.timeline().total_frames;
        parts.editor.splitAt(parts.document.timeline().shots[2].start_frame + 8);
        QCOMPARE(parts.document.project().shots.size(), 7U);
        QVERIFY(std::abs(parts.document.timeline().total_frames - length) <= 4);
        parts.editor.mergeShots(parts.ids({2, 3}));
        QCOMPARE(parts.document.project().shots.size(), 6U);
        QCOMPARE(parts.document.project().shots[2].prompt, std::string("shot 3"));
    }

    void aFinishedTakeSurvivesUndo() {
        Parts parts;
        parts.editor.setFrames(parts.ids({1}), 40);
        parts.document.showTake(ShotId{"s2"}, TakeId{"made"});
        parts.document.undoStack().undo();
        QCOMPARE(parts.document.project().shots[1].chosen_take.value, std::string("made"));
        QVERIFY(parts.document.isAheadOfFile());
    }

    void aFinishedTakeIsKeptWithoutAsking() {
        QTemporaryDir folder;
        Parts parts;
        const QString path = folder.filePath(QStringLiteral("film.t2vproj"));
        QVERIFY(parts.document.save(path));
        parts.document.showTake(ShotId{"s2"}, TakeId{"made"});
        QVERIFY(!parts.document.isModified());
        QVERIFY(parts.document.keepTakes());
        QVERIFY(!parts.document.isAheadOfFile());
        ProjectDocument other;
        QVERIFY(other.open(path, OpenHow::ReadOnly));
        QCOMPARE(other.project().shots[1].chosen_take, TakeId{"made"});

        // With edits of a person's the take waits for their save.
        parts.editor.setFrames(parts.ids({1}), 40);
        parts.document.showTake(ShotId{"s3"}, TakeId{"later"});
        QVERIFY(parts.document.keepTakes());
        QVERIFY(parts.document.isModified());
        QVERIFY(other.open(path, OpenHow::ReadOnly));
        QVERIFY(other.project().shots[2].chosen_take.is_empty());
    }

    void aTakeIsNotKeptOverAFileThatSomebodyElseChanged() {
        QTemporaryDir folder;
        Parts parts;
        const QString path = folder.filePath(QStringLiteral("film.t2vproj"));
        QVERIFY(parts.document.save(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append) && file.write("# mine\n") > 0);
        file.close();
        parts.document.showTake(ShotId{"s2"}, TakeId{"made"});
        QVERIFY(!parts.document.keepTakes());
        QVERIFY(parts.document.isModified()); // now it is asked about
        QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().endsWith("# mine\n"));
    }

    void pastedShotsAreNewShots() {
        Parts parts;
        const std::unique_ptr<QMimeData> data =
            toClipboard({parts.document.project().shots[0], parts.document.project().shots[1]});
        parts.editor.insertCopies(fromClipboard(*data), 1);
        QCOMPARE(parts.document.project().shots.size(), 8U);
        QCOMPARE(parts.document.project().shots[1].prompt, std::string("shot 1"));
        std::set<ShotId> ids;
        for (const Shot& shot : parts.document.project().shots) {
            QVERIFY(ids.insert(shot.id).second);
        }
        QMimeData text;
        text.setText(QStringLiteral("a lion\n\n a shark \n"));
        QCOMPARE(fromClipboard(text).size(), 2U);
    }

    void savingAndOpeningGivesTheSameFilm() {
        QTemporaryDir folder;
        Parts parts;
        const QString path = folder.filePath(QStringLiteral("film.t2vproj"));
        parts.editor.setFrames(parts.ids({1}), 40);
        QVERIFY(parts.document.isModified());
        QVERIFY(parts.document.save(path));
        QVERIFY(!parts.document.isModified());
        ProjectDocument other;
        QVERIFY(other.open(path, OpenHow::ReadOnly));
        QVERIFY(other.project() == parts.document.project());
        const QString nowhere = folder.filePath(QStringLiteral("missing/film.t2vproj"));
        QVERIFY(!parts.document.save(nowhere));
        QVERIFY(!other.open(nowhere));
        QVERIFY(other.project() == parts.document.project());
    }
};

} // namespace longtake::ui

std::unique_ptr<QObject> make_document_test() {
    return std::make_unique<longtake::ui::DocumentTest>();
}

#include "test_document.moc"
