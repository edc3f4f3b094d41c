// SPDX-License-Identifier: Apache-2.0
// Takes as a person handles them: going back to an earlier take brings its branch, and space is freed without losing
// what is shown.
#include "core/base/atomic_file.h"
#include "core/cache/take_store.h"
#include "tests/ui/ui_fixture.h"
#include "ui/bridge/qt_convert.h"
#include "ui/main_window/main_window.h"
#include "ui/panels/take_delegate.h"
#include "ui/panels/takes_panel.h"

#include <QListView>
#include <QtTest>

namespace longtake::ui {

namespace {

/// A film of four shots, the third after a cut, with a data folder beside it.
class FilmWithTakes {
public:
    FilmWithTakes() {
        Project film = sampleFilm(4);
        film.shots[2].seam.kind = SeamKind::Continue;
        film.shots[3].seam.kind = SeamKind::Cut;
        fixture.useFilm(film);
        if (!studio().document.save(studio().document.filePath())) {
            qFatal("the film could not be saved");
        }
    }

    Studio& studio() { return fixture.studio(); }
    const Shot& shot(size_t index) { return studio().document.project().shots[index]; }

    TakeId add(const char* shot, int64_t seed, const TakeId& continuesFrom = {}) {
        TakeStore store(data_folder_of(toPath(studio().document.filePath())));
        Receipt receipt;
        receipt.shot = ShotId{shot};
        receipt.serial = ++serial_;
        receipt.recipe.prompt = shot;
        receipt.recipe.seed = seed;
        receipt.continues_from = continuesFrom;
        if (const Receipt* before = studio().session.takes().find(continuesFrom)) {
            receipt.context_sha256 = latents_checksum(*before);
        }
        Result<NewTake> take = store.begin(shot_key(receipt.recipe));
        const bool isWritten = take &&
                               write_file_atomically(take->file(kLatentsFile), "latents " + std::to_string(serial_)) &&
                               write_file_atomically(take->file(kFramesFile), std::string(1000, 'f'));
        const Result<Receipt> stored = isWritten ? store.commit(std::move(*take), receipt) : Result<Receipt>(Error{});
        if (!stored) {
            qFatal("no take was made: %s", stored.error().message.c_str());
        }
        studio().session.reloadTakes();
        return stored->take;
    }

    StudioFixture fixture;

private:
    int64_t serial_ = 0;
};

} // namespace

class TakesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void choosingATakeBringsItsBranch() {
        FilmWithTakes film;
        const TakeId one = film.add("s1", 1);
        const TakeId two = film.add("s1", 2);
        const TakeId afterOne = film.add("s2", 1, one);
        const TakeId afterTwo = film.add("s2", 2, two);
        const TakeId thirdAfterOne = film.add("s3", 1, afterOne);
        const TakeId beyondTheCut = film.add("s4", 1);
        for (const auto& [shot, take] :
             {std::pair("s1", two), std::pair("s2", afterTwo), std::pair("s4", beyondTheCut)}) {
            film.studio().document.showTake(ShotId{shot}, take);
        }
        const int steps = film.studio().document.undoStack().count();
        film.studio().session.chooseTake(ShotId{"s1"}, one);
        QCOMPARE(film.shot(0).chosen_take, one);
        QCOMPARE(film.shot(1).chosen_take, afterOne);
        QCOMPARE(film.shot(2).chosen_take, thirdAfterOne);
        QCOMPARE(film.shot(3).chosen_take, beyondTheCut);
        QCOMPARE(film.studio().document.undoStack().count(), steps + 1);
        film.studio().document.undoStack().undo();
        QCOMPARE(film.shot(0).chosen_take, two);
        QCOMPARE(film.shot(1).chosen_take, afterTwo);
    }

    void aPinnedShotEndsTheBranch() {
        FilmWithTakes film;
        const TakeId one = film.add("s1", 1);
        const TakeId afterOne = film.add("s2", 1, one);
        const TakeId kept = film.add("s2", 7);
        film.studio().editor.changeShots({ShotId{"s2"}}, QStringLiteral("pin"), {}, [&](Shot& shot) {
            shot.chosen_take = kept;
            shot.is_pinned = true;
        });
        film.studio().session.chooseTake(ShotId{"s1"}, one);
        QCOMPARE(film.shot(0).chosen_take, one);
        QCOMPARE(film.shot(1).chosen_take, kept);
    }

    void freeingSpaceKeepsWhatIsShown() {
        FilmWithTakes film;
        const TakeId shown = film.add("s1", 1);
        const TakeId deleted = film.add("s1", 2);
        film.studio().document.showTake(ShotId{"s1"}, shown);
        film.studio().editor.deleteTake(ShotId{"s1"}, deleted);
        FilmSession& session = film.studio().session;
        QVERIFY(session.takeBytes() > 2000);
        QCOMPARE(session.removableBytes(0, false), 0);
        QVERIFY(session.removableBytes(0, true) > 1000);
        QVERIFY(session.freeSpace(0, true) > 1000);
        QVERIFY(session.takes().find(shown) != nullptr);
        QVERIFY(session.takes().find(deleted) == nullptr);
        QCOMPARE(session.freeSpace(1, true), 0); // over the limit, but needed
    }

    void theTakeUnderTheMouseMoves() {
        FilmWithTakes film;
        film.add("s1", 1);
        MainWindow& window = film.fixture.window();
        film.studio().selection.selectOnly(ShotId{"s1"});
        auto* grid = window.findChild<QListView*>(QStringLiteral("takesGrid"));
        auto* delegate = qobject_cast<TakeDelegate*>(grid->itemDelegate());
        const QModelIndex first = grid->model()->index(0, 0);
        QTest::mouseMove(grid->viewport(), grid->visualRect(first).center());
        QMouseEvent move(QEvent::MouseMove, grid->visualRect(first).center(),
                         grid->viewport()->mapToGlobal(grid->visualRect(first).center()), Qt::NoButton, Qt::NoButton,
                         Qt::NoModifier);
        QApplication::sendEvent(grid->viewport(), &move);
        QCOMPARE(delegate->moving(), first);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(grid->viewport(), &leave);
        QVERIFY(!delegate->moving().isValid());
    }
};

} // namespace longtake::ui

std::unique_ptr<QObject> make_takes_test() {
    return std::make_unique<longtake::ui::TakesTest>();
}

#include "test_takes.moc"
