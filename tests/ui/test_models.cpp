// SPDX-License-Identifier: Apache-2.0
// Qt's model tester watches every item model through a session of edits.
#include "tests/ui/ui_fixture.h"
#include "ui/bridge/model_check.h"
#include "ui/bridge/model_info.h"
#include "ui/bridge/model_list.h"
#include "ui/bridge/qt_convert.h"
#include "ui/bridge/reveal_file.h"
#include "ui/document/model_card.h"
#include "ui/panels/continuity_panel.h"
#include "ui/panels/shot_list_model.h"
#include "ui/panels/takes_panel.h"

#include <QAbstractItemModelTester>
#include <QCryptographicHash>
#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QtTest>

#include <algorithm>

namespace longtake::ui {

namespace {

constexpr int kPatience = 60000; // milliseconds; only ever reached by a failure

/// Sets a variable for this process and those it starts; the former value comes back.
class EnvironmentVariable {
public:
    EnvironmentVariable(const char* name, const QByteArray& value)
        : name_(name)
        , wasSet_(qEnvironmentVariableIsSet(name))
        , former_(qgetenv(name)) {
        qputenv(name, value);
    }
    ~EnvironmentVariable() {
        if (wasSet_) {
            qputenv(name_, former_);
        } else {
            qunsetenv(name_);
        }
    }
    EnvironmentVariable(const EnvironmentVariable&) = delete;
    EnvironmentVariable& operator=(const EnvironmentVariable&) = delete;

private:
    const char* name_;
    bool wasSet_;
    QByteArray former_;
};

} // namespace

class ModelsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shotListFollowsTheFilm() {
        StudioFixture fixture;
        Studio& studio = fixture.studio();
        ShotListModel model(studio.document, studio.editor, studio.states);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        studio.document.reset(sampleFilm(5), {});
        QCOMPARE(model.rowCount(), 5);
        studio.editor.addShot(2, QStringLiteral("new one"));
        QCOMPARE(model.index(2, ShotListModel::Text).data().toString(), QStringLiteral("new one"));
        studio.editor.removeShots({ShotId{"s1"}, ShotId{"s5"}});
        QCOMPARE(model.rowCount(), 4);
        studio.editor.moveShots({ShotId{"s4"}}, 0);
        QVERIFY(model.setData(model.index(1, ShotListModel::Text), QStringLiteral("typed")));
        QCOMPARE(studio.document.project().shots[1].prompt, std::string("typed"));
        QVERIFY(model.setData(model.index(1, ShotListModel::Length), 2.0));
        QVERIFY(model.setData(model.index(1, ShotListModel::Seam), static_cast<int>(SeamKind::Cut)));
        QVERIFY(!model.setData(model.index(0, ShotListModel::Seam), static_cast<int>(SeamKind::Dissolve)));
        studio.states.setWorking(ShotId{"s2"}, {RenderState::Rendering, false, 0.5, {}, 0});
        studio.states.setPlanned({{ShotId{"s2"}, {RenderState::Fresh, false, 0, {}, 0}}});
        while (studio.document.undoStack().canUndo()) {
            studio.document.undoStack().undo();
        }
        QCOMPARE(model.rowCount(), 5);
        studio.document.reset(Project{}, {});
        QCOMPARE(model.rowCount(), 0);
    }

    void everyRowCanBeRead() {
        StudioFixture fixture;
        ShotListModel model(fixture.studio().document, fixture.studio().editor, fixture.studio().states);
        fixture.useFilm(sampleFilm(3));
        const QString spoken = model.index(1, ShotListModel::Text).data(Qt::AccessibleTextRole).toString();
        for (const char* part : {"2", "shot 2", "Continue", "not rendered"}) {
            QVERIFY2(spoken.contains(QLatin1String(part)), qPrintable(spoken));
        }
    }

    void takesFollowTheSelection() {
        StudioFixture fixture;
        Studio& studio = fixture.studio();
        TakesModel model(studio.document, studio.session, studio.selection);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        fixture.useFilm(sampleFilm(3));
        studio.selection.selectOnly(ShotId{"s2"});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.takeAt(0).value, std::string());
    }

    void seamsStandWithTheWorstFirst() {
        StudioFixture fixture;
        SeamModel model(fixture.studio().document);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        SeamFigures smooth;
        smooth.kind = "continue";
        smooth.ratio = 1.0;
        SeamFigures jumpy = smooth;
        jumpy.ratio = 1.9;
        SeamFigures cut;
        cut.kind = "cut";
        cut.ratio = 9;
        model.setSeams({cut, smooth, jumpy});
        QCOMPARE(model.seamAt(0).ratio, 1.9);
        QCOMPARE(model.seamAt(2).kind, std::string("cut"));
        QVERIFY(model.index(0, SeamModel::Ratio).data().toString() !=
                model.index(1, SeamModel::Ratio).data().toString());
        model.setSeams({});
        QCOMPARE(model.rowCount(), 0);
    }

    void aModelIsCheckedByItsChecksums() {
        const QString program = QDir(qEnvironmentVariable("LONGTAKE_BIN_DIR")).filePath(QStringLiteral("longtake"));
        if (!QFile::exists(program)) {
            QSKIP("longtake was not built");
        }
        QTemporaryDir folder;
        const QString starter =
            QDir(qEnvironmentVariable("LONGTAKE_RESOURCES")).filePath(QStringLiteral("models/starter"));
        QVERIFY(QProcess::execute(QStringLiteral("cp"), {QStringLiteral("-r"), starter, folder.path()}) == 0);
        const QString model = folder.filePath(QStringLiteral("starter"));
        QFile config(model + QStringLiteral("/model_index.json"));
        QVERIFY(config.open(QIODevice::ReadOnly));
        const QByteArray digits = QCryptographicHash::hash(config.readAll(), QCryptographicHash::Sha256).toHex();
        const auto list = [&model](const QByteArray& line) {
            QFile sums(model + QStringLiteral("/SHA256SUMS"));
            return sums.open(QIODevice::WriteOnly) && sums.write(line + "\n") > 0;
        };
        ModelCheck check(program);
        QSignalSpy finished(&check, &ModelCheck::finished);
        QSignalSpy progressed(&check, &ModelCheck::progressed);
        QVERIFY(list(digits + "  model_index.json"));
        check.start(model);
        QVERIFY(finished.wait(kPatience));
        QVERIFY2(finished[0][1].toBool(), qPrintable(finished[0][2].toString()));
        QVERIFY(finished[0][2].toString().contains(QStringLiteral("1 files")));
        QCOMPARE(progressed.last()[0].toDouble(), 1.0);

        QVERIFY(list(QByteArray(64, '0') + "  model_index.json"));
        check.start(model);
        QVERIFY(finished.wait(kPatience));
        QVERIFY(!finished[1][1].toBool());
        QVERIFY(finished[1][2].toString().contains(QStringLiteral("model_index.json is damaged")));

        check.start(model);
        check.stop();
        QVERIFY(finished.wait(kPatience));
        QVERIFY(finished[2][2].toString().isEmpty());
    }

    void whatAModelStatesIsReadByTheProgram() {
        const QString program = QDir(qEnvironmentVariable("LONGTAKE_BIN_DIR")).filePath(QStringLiteral("longtake"));
        if (!QFile::exists(program)) {
            QSKIP("longtake was not built");
        }
        QTemporaryDir empty;
        const QString starter =
            QDir(qEnvironmentVariable("LONGTAKE_RESOURCES")).filePath(QStringLiteral("models/starter"));
        ModelInfo info(program);
        QSignalSpy known(&info, &ModelInfo::known);
        QVERIFY(info.find(starter) == nullptr);
        for (const QString& folder : {starter, starter, empty.path()}) {
            info.ask(folder);
        }
        QTRY_COMPARE_WITH_TIMEOUT(known.count(), 2, kPatience);
        QCOMPARE(info.find(starter)->licence, QStringLiteral("apache-2.0"));
        QCOMPARE(info.find(starter)->size, QStringLiteral("160x96"));
        QVERIFY(info.find(starter)->steps > 0 && info.find(starter)->guidance > 0);
        QVERIFY(info.find(empty.path())->size.isEmpty());

        ModelInfo nothing(empty.filePath(QStringLiteral("no program")));
        QSignalSpy answered(&nothing, &ModelInfo::known);
        nothing.ask(starter);
        QTRY_COMPARE_WITH_TIMEOUT(answered.count(), 1, kPatience);
        QVERIFY(nothing.find(starter)->licence.isEmpty());
    }

    void aModelOfOnesOwnIsNamedByItsFolder() {
        StudioFixture fixture;
        FilmSession& session = fixture.studio().session;
        QTemporaryDir folder;
        QFile index(folder.filePath(QStringLiteral("model_index.json")));
        QVERIFY(index.open(QIODevice::WriteOnly) && index.write(R"({"_class_name": "WanPipeline"})") > 0);
        index.close();
        session.setModelFolders({folder.path()});
        QCOMPARE(session.models().front().calledInFilms, QStringLiteral("starter")); // ships with the program
        QCOMPARE(session.models().back().calledInFilms, QDir(folder.path()).absolutePath());
        Project film = sampleFilm(1);
        film.model = toCore(session.models().back().calledInFilms);
        fixture.useFilm(film);
        QVERIFY(session.model() == &session.models().back());
    }

    void modelsAddedByNameAreListed() {
        const QString program = QDir(qEnvironmentVariable("LONGTAKE_BIN_DIR")).filePath(QStringLiteral("longtake"));
        if (!QFile::exists(program)) {
            QSKIP("longtake was not built");
        }
        StudioFixture fixture;
        FilmSession& session = fixture.studio().session;
        QTemporaryDir config;
        QTemporaryDir folder;
        const EnvironmentVariable elsewhere("LONGTAKE_CONFIG", config.path().toUtf8());
        const QString starter =
            QDir(qEnvironmentVariable("LONGTAKE_RESOURCES")).filePath(QStringLiteral("models/starter"));
        QVERIFY(QProcess::execute(QStringLiteral("cp"), {QStringLiteral("-r"), starter, folder.path()}) == 0);
        const QString copy = QDir(folder.filePath(QStringLiteral("starter"))).canonicalPath();
        QVERIFY(QProcess::execute(program, {QStringLiteral("model"), QStringLiteral("add"), copy,
                                            QStringLiteral("--name"), QStringLiteral("mine")}) == 0);
        ModelList list(program);
        QObject::connect(&list, &ModelList::listed, &session, &FilmSession::setAddedModels);
        QSignalSpy listed(&list, &ModelList::listed);
        session.setModelFolders({copy}); // listed once, by its name
        list.ask();
        list.ask();
        QVERIFY(listed.wait(kPatience));
        QCOMPARE(listed.count(), 1);
        QCOMPARE(session.models().front().calledInFilms, QStringLiteral("starter"));
        QCOMPARE(session.models().back().calledInFilms, QStringLiteral("mine"));
        QCOMPARE(session.models().back().folder, copy);
        QVERIFY(session.models().back().origin == ModelOrigin::Added);
        QCOMPARE(std::count_if(session.models().begin(), session.models().end(),
                               [&](const ModelCard& card) { return card.folder == copy; }),
                 1);
        Project film = sampleFilm(1);
        film.model = "mine";
        fixture.useFilm(film);
        QVERIFY(session.model() == &session.models().back());

        QFile damaged(config.filePath(QStringLiteral("models.json")));
        QVERIFY(damaged.open(QIODevice::WriteOnly | QIODevice::Truncate) && damaged.write("[") > 0);
        damaged.close();
        QSignalSpy failed(&list, &ModelList::failed);
        list.ask();
        QVERIFY(failed.wait(kPatience));
        QVERIFY2(failed[0][0].toString().contains(QStringLiteral("models.json")), qPrintable(failed[0][0].toString()));
        QCOMPARE(session.models().back().calledInFilms, QStringLiteral("mine")); // what was known stays
    }

    void aFileIsShownSelectedOrElseItsFolder() {
#ifdef Q_OS_LINUX
        const RevealCommand command = revealCommand(QStringLiteral("/films/a, b.mp4"));
        QVERIFY(command.arguments.contains(QStringLiteral("array:string:file:///films/a%2C%20b.mp4")));
        QTemporaryDir folder;
        const QString manager = folder.filePath(command.program);
        const auto answer = [&manager](const char* script) {
            QFile file(manager);
            return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(script) > 0 &&
                   file.setPermissions(QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner);
        };
        static QStringList opened;
        opened.clear();
        const auto openFolder = [](const QString& path) { opened.append(path); };
        const EnvironmentVariable path("PATH", folder.path().toUtf8());
        revealFile(QStringLiteral("/films/a.mp4"), openFolder); // there is no such program
        QTRY_COMPARE(opened, QStringList{QStringLiteral("/films")});
        QVERIFY(answer("#!/bin/sh\nexit 1\n")); // no file manager answers
        revealFile(QStringLiteral("/more/b.mp4"), openFolder);
        QTRY_COMPARE(opened.size(), 2);
        QCOMPARE(opened.back(), QStringLiteral("/more"));
        QVERIFY(answer("#!/bin/sh\n: > \"$0.done\"\n"));
        revealFile(QStringLiteral("/films/c.mp4"), openFolder);
        QTRY_VERIFY(QFile::exists(manager + QStringLiteral(".done")));
        QVERIFY(answer("#!/bin/sh\nexit 1\n"));
        revealFile(QStringLiteral("/last/d.mp4"), openFolder);
        QTRY_COMPARE(opened.back(), QStringLiteral("/last"));
        QCOMPARE(opened.size(), 3); // not that of the one that was shown
#else
        QSKIP("asks the real file manager here");
#endif
    }

    void aFileThatGitLfsDidNotFetchIsNamed() {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("vae")));
        const auto write = [&folder](const char* name, const char* text) {
            QFile file(folder.filePath(QLatin1String(name)));
            return file.open(QIODevice::WriteOnly) && file.write(text) > 0;
        };
        QVERIFY(
            write("model_index.json", R"({"_class_name": "WanPipeline", "vae": ["diffusers", "AutoencoderKLWan"]})"));
        QVERIFY(write("vae/model.safetensors", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n"));
        const Result<ModelCard> card = readModelCard(folder.path());
        QVERIFY(card);
        QVERIFY(card->missing.join(QLatin1Char(' ')).contains(QStringLiteral("vae/model.safetensors (not fetched")));
    }

    void queueKeepsItsOrder() {
        StudioFixture fixture;
        RenderQueue& queue = fixture.studio().queue;
        const QAbstractItemModelTester tester(&queue, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto add = [&queue](const char* title, bool isFront) {
            RenderJob job;
            job.title = QLatin1String(title);
            job.shots = {ShotId{title}};
            queue.add(std::move(job), isFront);
        };
        add("one", false);
        add("two", false);
        add("three", true);
        const auto titles = [&queue] {
            QStringList all;
            for (const RenderJob& job : queue.jobs()) {
                all.append(job.title);
            }
            return all.join(QLatin1Char(' '));
        };
        QCOMPARE(titles(), QStringLiteral("three one two"));
        queue.move(2, -1);
        QCOMPARE(titles(), QStringLiteral("three two one"));
        queue.move(0, -1);
        queue.move(2, 1);
        QCOMPARE(titles(), QStringLiteral("three two one"));
        queue.setTakes(2, 4);
        QCOMPARE(queue.jobs()[2].takes, 4);
        QVERIFY(queue.index(2, RenderQueue::Title).data().toString().contains(QLatin1Char('4')));
        const QByteArray saved = queue.save();
        queue.remove(1);
        QCOMPARE(titles(), QStringLiteral("three one"));
        queue.reset();
        QCOMPARE(queue.rowCount(), 0);
        queue.restore(saved);
        QCOMPARE(titles(), QStringLiteral("three two one"));
        queue.restore("not json at all");
        QCOMPARE(queue.rowCount(), 3);
    }
};

} // namespace longtake::ui

std::unique_ptr<QObject> make_models_test() {
    return std::make_unique<longtake::ui::ModelsTest>();
}

#include "test_models.moc"
