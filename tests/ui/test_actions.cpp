// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/ui_fixture.h"
#include "ui/main_window/actions.h"
#include "ui/main_window/key_guard.h"
#include "ui/main_window/main_window.h"
#include "ui/panels/prompt_edit.h"
#include "ui/panels/shot_inspector.h"
#include "ui/timeline/timeline_view.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QSpinBox>
#include <QtTest>

namespace longtake::ui {

namespace {

/// QObject::receivers is protected; a derived class may name it.
struct Receivers : QObject {
    static int of(const QAction& action) { return (action.*(&Receivers::receivers))(SIGNAL(triggered(bool))); }
};

} // namespace

class ActionsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void idsAndTextsAreUnique() {
        QSet<QString> ids;
        QSet<QString> texts;
        for (const ActionRow& row : actionTable()) {
            QVERIFY2(!ids.contains(QLatin1String(row.id)), row.id);
            QVERIFY2(!texts.contains(QLatin1String(row.text)), row.text);
            ids.insert(QLatin1String(row.id));
            texts.insert(QLatin1String(row.text));
        }
    }

    void everyKeyParsesAndNoPresetHasConflicts() {
        for (const KeyPreset& preset : keyPresets()) {
            const KeyBindings bindings = bindingsOf(preset);
            for (const auto& keys : bindings) {
                for (const QKeySequence& key : keys) {
                    QVERIFY2(!key.isEmpty() && !key.toString().isEmpty(), preset.id);
                }
            }
            for (const KeyConflict& conflict : conflictsIn(bindings)) {
                QFAIL(qPrintable(
                    QStringLiteral("%1: %2 is %3 and %4")
                        .arg(QLatin1String(preset.id), conflict.keys.toString(), conflict.firstId, conflict.secondId)));
            }
            for (const KeyOverride& change : preset.overrides) {
                QVERIFY2(bindings.contains(QLatin1String(change.id)), change.id);
            }
        }
    }

    void everyActionOfTheTableDoesSomething() {
        StudioFixture fixture;
        fixture.useFilm(sampleFilm(3));
        for (const QString& id : fixture.window().actions().ids()) {
            QAction* action = fixture.window().actions().action(id);
            QVERIFY2(Receivers::of(*action) > 0, qPrintable(id));
            QVERIFY2(!action->text().isEmpty() && !action->toolTip().isEmpty(), qPrintable(id));
        }
    }

    void reboundKeysAreKept() {
        StudioFixture fixture;
        Actions& actions = fixture.window().actions();
        KeyBindings bindings = actions.bindings();
        bindings.insert(QStringLiteral("shot.split"),
                        {QKeySequence(QStringLiteral("Ctrl+Alt+S")), QKeySequence(QStringLiteral("F7"))});
        actions.setBindings(bindings);
        actions.save(fixture.studio().settings);
        fixture.studio().rebuildWindow();
        const QList<QKeySequence> keys = fixture.window().actions().action(QStringLiteral("shot.split"))->shortcuts();
        QCOMPARE(keys.size(), 2);
        QCOMPARE(keys[1], QKeySequence(QStringLiteral("F7")));
        QCOMPARE(fixture.window().actions().bindings(), bindings);
    }

    void singleKeysNeverFireInTextFields() {
        StudioFixture fixture;
        fixture.useFilm(sampleFilm(4));
        MainWindow& window = fixture.window();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        Studio& studio = fixture.studio();
        studio.selection.selectOnly(ShotId{"s2"});
        studio.selection.setPlayhead(20);
        auto* prompt = window.findChild<PromptEdit*>(QStringLiteral("promptEdit"));
        prompt->setFocus();
        prompt->selectAll();
        QTest::keyClicks(prompt, QStringLiteral("saw qjkl[]=-0nioxep?"));
        QTest::keyClick(prompt, Qt::Key_Delete);
        QTest::keyClick(prompt, Qt::Key_Left);
        QTest::keyClick(prompt, Qt::Key_Home);
        QCOMPARE(prompt->toPlainText(), QStringLiteral("saw qjkl[]=-0nioxep?"));
        QCOMPARE(studio.document.project().shots.size(), 4U);
        QCOMPARE(studio.document.project().shots[1].prompt, std::string("saw qjkl[]=-0nioxep?"));
        QCOMPARE(studio.selection.playhead(), 20);
        QVERIFY(!studio.selection.markIn());
        // The same keys on the timeline are commands.
        window.timeline().setFocus();
        QTest::keyClick(&window.timeline(), Qt::Key_I);
        QVERIFY(studio.selection.markIn().has_value());
        QTest::keyClick(&window.timeline(), Qt::Key_S);
        QCOMPARE(studio.document.project().shots.size(), 5U);
        QTest::keyClick(&window.timeline(), Qt::Key_Left);
        QCOMPARE(studio.selection.playhead(), 19);
    }

    void undoInThePromptIsTheFilmsUndo() {
        StudioFixture fixture;
        fixture.useFilm(sampleFilm(4));
        MainWindow& window = fixture.window();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        fixture.studio().selection.selectOnly(ShotId{"s1"});
        auto* prompt = window.findChild<PromptEdit*>(QStringLiteral("promptEdit"));
        prompt->setFocus();
        QTest::keyClicks(prompt, QStringLiteral("x"));
        QTest::keyClick(prompt, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(prompt->toPlainText(), QStringLiteral("shot 1"));
        QVERIFY(!fixture.studio().document.isModified());
    }

    void theGuardKnowsWhoNeedsAKey() {
        const auto press = [](int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
            return QKeyEvent(QEvent::ShortcutOverride, key, modifiers);
        };
        QLineEdit line;
        QSpinBox spin;
        QComboBox combo;
        QListView list;
        for (QWidget* text : std::initializer_list<QWidget*>{&line, &spin, &combo}) {
            QVERIFY(keepsKey(text, press(Qt::Key_Space)));
            QVERIFY(keepsKey(text, press(Qt::Key_Escape)));
            QVERIFY(keepsKey(text, press(Qt::Key_A, Qt::ControlModifier)));
            QVERIFY(!keepsKey(text, press(Qt::Key_Return, Qt::ControlModifier)));
            QVERIFY(!keepsKey(text, press(Qt::Key_F11)));
        }
        QVERIFY(keepsKey(&list, press(Qt::Key_Down)));
        QVERIFY(!keepsKey(&list, press(Qt::Key_Space)));
    }
};

} // namespace longtake::ui

std::unique_ptr<QObject> make_actions_test() {
    return std::make_unique<longtake::ui::ActionsTest>();
}

#include "test_actions.moc"
