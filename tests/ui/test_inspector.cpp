// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/ui_fixture.h"
#include "ui/main_window/main_window.h"
#include "ui/panels/prompt_edit.h"
#include "ui/panels/shot_inspector.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QtTest>

namespace longtake::ui {

namespace {

template <typename Control> Control* child(MainWindow& window, const char* name) {
    auto* found = window.findChild<Control*>(QLatin1String(name));
    Q_ASSERT_X(found != nullptr, "child", name);
    return found;
}

} // namespace

class InspectorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsExactlyTheTextThatIsSampled() {
        StudioFixture fixture;
        Project film = sampleFilm(2);
        film.characters = {{"Ana", "a tall robot", "", {}}};
        film.look.style = "soft light";
        film.look.negative = "rain";
        film.scenes[0].description = "In the city";
        film.shots[0].prompt = "@Ana waves";
        fixture.useFilm(film);
        MainWindow& window = fixture.window();
        fixture.studio().selection.selectOnly(ShotId{"s1"});
        const QString shown = child<QLabel>(window, "exactTextLabel")->text();
        for (const char* part : {"a tall robot", "soft light", "In the city", "rain"}) {
            QVERIFY2(shown.contains(QLatin1String(part)), qPrintable(shown));
        }
        QVERIFY(!shown.contains(QLatin1Char('@')));
    }

    void countsTheTokensAndSaysWhatIsCut() {
        StudioFixture fixture(QStringLiteral("fake_worker"));
        Project film = sampleFilm(2);
        film.scenes.clear();
        film.shots[0].scene = film.shots[1].scene = {};
        film.shots[0].prompt = "a lion walks";
        film.shots[1].prompt = "one two three four five six seven eight nine ten eleven twelve thirteen";
        fixture.useFilm(film);
        MainWindow& window = fixture.window();
        Studio& studio = fixture.studio();
        studio.selection.selectOnly(ShotId{"s1"});
        const auto* tokens = child<QLabel>(window, "tokensLabel");
        QTRY_COMPARE(tokens->text(), QStringLiteral("4 of 12 tokens"));
        QVERIFY(!tokens->property("warning").toBool());

        studio.selection.selectOnly(ShotId{"s2"});
        QTRY_VERIFY(tokens->text().contains(QStringLiteral("14 of 12 tokens")));
        QVERIFY2(tokens->text().contains(QStringLiteral("“twelve thirteen”")), qPrintable(tokens->text()));
        QVERIFY(tokens->property("warning").toBool());

        auto* prompt = child<PromptEdit>(window, "promptEdit");
        prompt->setFocus();
        prompt->selectAll();
        QTest::keyClicks(prompt, QStringLiteral("a shark"));
        QTRY_COMPARE(tokens->text(), QStringLiteral("3 of 12 tokens"));

        studio.editor.changeFilm(QStringLiteral("model"), {}, [](Project& changed) { changed.model = "broken"; });
        QTRY_VERIFY(tokens->text().contains(QStringLiteral("no tokenizer")));
    }

    void changesGoToAllSelectedShots() {
        StudioFixture fixture;
        fixture.useFilm(sampleFilm(4));
        MainWindow& window = fixture.window();
        fixture.studio().selection.select({ShotId{"s1"}, ShotId{"s3"}}, ShotId{"s1"});
        child<QSpinBox>(window, "stepsSpinBox")->setValue(7);
        child<QComboBox>(window, "seamComboBox")->activated(static_cast<int>(SeamKind::Dissolve));
        const Project& now = fixture.studio().document.project();
        QCOMPARE(now.shots[0].steps, std::optional<int64_t>(7));
        QCOMPARE(now.shots[2].steps, std::optional<int64_t>(7));
        QVERIFY(!now.shots[1].steps);
        QCOMPARE(now.shots[2].seam.kind, SeamKind::Dissolve);
        QVERIFY(child<QLabel>(window, "shotTitleLabel")->text().contains(QLatin1Char('2')));
        fixture.studio().document.undoStack().undo();
        fixture.studio().document.undoStack().undo();
        QVERIFY(fixture.studio().document.project() == sampleFilm(4));
    }

    void lengthShowsSecondsFramesAndWhatIsLegal() {
        StudioFixture fixture;
        fixture.useFilm(sampleFilm(3));
        MainWindow& window = fixture.window();
        fixture.studio().selection.selectOnly(ShotId{"s1"});
        child<QSpinBox>(window, "framesSpinBox")->setValue(30);
        QVERIFY(child<QLabel>(window, "legalFramesLabel")->text().contains(QStringLiteral("29")));
        QCOMPARE(fixture.studio().document.timeline().shots[0].frames, 29);
        QCOMPARE(child<QDoubleSpinBox>(window, "secondsSpinBox")->value(), 1.88);
    }

    void lookingAtAShotChangesNothing() {
        StudioFixture fixture;
        Project film = sampleFilm(5);
        film.shots[1].camera = "a camera nobody knows";
        film.shots[1].seed = 77;
        film.shots[2].guidance = 0.0;
        fixture.useFilm(film);
        fixture.window();
        for (const Shot& shot : film.shots) {
            fixture.studio().selection.selectOnly(shot.id);
        }
        fixture.studio().selection.select({ShotId{"s1"}, ShotId{"s2"}, ShotId{"s3"}}, ShotId{"s2"});
        QVERIFY(fixture.studio().document.project() == film);
        QCOMPARE(fixture.studio().document.undoStack().count(), 0);
    }

    void unknownWordsAreMarkedAndKnownOnesCompleted() {
        StudioFixture fixture;
        Project film = sampleFilm(1);
        film.characters = {{"Ana", "a robot", "", {}}};
        film.shots[0].prompt = "a lion juggles quietly, @Ana looks";
        fixture.useFilm(film);
        MainWindow& window = fixture.window();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        fixture.studio().selection.selectOnly(ShotId{"s1"});
        ModelCard card;
        card.vocabulary = QStringList{QStringLiteral("a"), QStringLiteral("lion"), QStringLiteral("looks"),
                                      QStringLiteral("alien spaceship")};
        window.inspector().setModel(card);
        auto* prompt = child<PromptEdit>(window, "promptEdit");
        QCOMPARE(prompt->unknownCount(), 2);
        prompt->setFocus();
        prompt->moveCursor(QTextCursor::End);
        QTest::keyClicks(prompt, QStringLiteral(" alie"));
        auto* completer = prompt->findChild<QCompleter*>();
        QTRY_VERIFY(completer->popup()->isVisible());
        QCOMPARE(completer->currentCompletion(), QStringLiteral("alien spaceship"));
    }

    void everyControlHasANameForPeopleAndPrograms() {
        StudioFixture fixture;
        fixture.useFilm(sampleFilm(3));
        MainWindow& window = fixture.window();
        fixture.studio().selection.selectOnly(ShotId{"s2"});
        QStringList nameless;
        for (QWidget* control : window.findChildren<QWidget*>()) {
            const bool isControl =
                qobject_cast<QAbstractButton*>(control) != nullptr || qobject_cast<QLineEdit*>(control) != nullptr ||
                qobject_cast<QAbstractSpinBox*>(control) != nullptr || qobject_cast<QComboBox*>(control) != nullptr ||
                qobject_cast<QAbstractItemView*>(control) != nullptr;
            const QString parent = control->parent() == nullptr ? QString() : control->parent()->objectName();
            const bool isQtsOwn =
                control->objectName().startsWith(QLatin1String("qt_")) || parent.startsWith(QLatin1String("qt_")) ||
                parent.startsWith(QLatin1String("dock.")) ||
                qobject_cast<QAbstractSpinBox*>(control->parent()) != nullptr ||
                qobject_cast<QComboBox*>(control->parent()) != nullptr || control->parent()->inherits("QHeaderView") ||
                control->inherits("QHeaderView") || control->inherits("QTableCornerButton") ||
                control->parent()->inherits("QTabBar") || control->parent()->inherits("QToolBar") ||
                control->parent()->inherits("QMenuBar") || control->window()->inherits("QComboBoxPrivateContainer") ||
                control->inherits("QComboBoxListView");
            const auto* button = qobject_cast<QAbstractButton*>(control);
            const bool hasName =
                !control->accessibleName().isEmpty() || (button != nullptr && !button->text().isEmpty());
            if (isControl && !isQtsOwn && (!hasName || control->objectName().isEmpty())) {
                nameless.append(
                    QStringLiteral("%1 in %2").arg(QLatin1String(control->metaObject()->className()), parent));
            }
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral("; "))));
    }
};

} // namespace longtake::ui

std::unique_ptr<QObject> make_inspector_test() {
    return std::make_unique<longtake::ui::InspectorTest>();
}

#include "test_inspector.moc"
