// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/ui_fixture.h"
#include "ui/main_window/main_window.h"
#include "ui/timeline/timeline_view.h"

#include <QAccessible>
#include <QApplication>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

#include <algorithm>
#include <set>

namespace longtake::ui {

namespace {

QPoint middleOf(const TimelineView& view, int shot) {
    const QRectF card = view.layout().cardRect(shot);
    return QPoint(static_cast<int>(card.center().x()), static_cast<int>(card.top() + 8));
}

void drag(QWidget* widget, QPoint from, QPoint to) {
    QTest::mousePress(widget, Qt::LeftButton, {}, from);
    for (int i = 1; i <= 4; ++i) {
        const QPoint point = from + (to - from) * i / 4;
        QMouseEvent move(QEvent::MouseMove, point, widget->mapToGlobal(point), Qt::NoButton, Qt::LeftButton,
                         Qt::NoModifier);
        QApplication::sendEvent(widget, &move);
    }
    QTest::mouseRelease(widget, Qt::LeftButton, {}, to);
}

size_t coloursOf(const QImage& picture) {
    std::set<QRgb> colours;
    for (int x = 0; x < picture.width(); ++x) {
        for (int y = 0; y < picture.height(); y += 4) {
            colours.insert(picture.pixel(x, y));
        }
    }
    return colours.size();
}

} // namespace

class TimelineViewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void clickingSelectsAndSeeks() {
        StudioFixture fixture;
        fixture.useFilm(sampleFilm(6));
        TimelineView& view = fixture.window().timeline();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, middleOf(view, 2));
        QCOMPARE(fixture.studio().selection.current().value, std::string("s3"));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ShiftModifier, middleOf(view, 4));
        QCOMPARE(fixture.studio().selection.shots().size(), 3U);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ControlModifier, middleOf(view, 3));
        QCOMPARE(fixture.studio().selection.shots().size(), 2U);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, middleOf(view, 4));
        QCOMPARE(fixture.studio().selection.shots().size(), 1U);
        const int64_t frame = fixture.studio().selection.playhead();
        QVERIFY(frame >= view.layout().shots()[4].startFrame && frame < view.layout().shots()[5].startFrame);
    }

    void draggingReorders() {
        StudioFixture fixture;
        fixture.useFilm(sampleFilm(6));
        TimelineView& view = fixture.window().timeline();
        const QRectF target = view.layout().cardRect(3);
        drag(view.viewport(), middleOf(view, 0),
             QPoint(static_cast<int>(target.right()) - 3, static_cast<int>(target.top() + 8)));
        QCOMPARE(fixture.studio().document.project().shots[3].id.value, std::string("s1"));
        QCOMPARE(fixture.studio().document.undoStack().undoText(), QStringLiteral("move shot 1"));
    }

    void draggingAnEdgeRetimesToALegalCount() {
        StudioFixture fixture;
        fixture.useFilm(sampleFilm(6));
        TimelineView& view = fixture.window().timeline();
        const QRectF card = view.layout().cardRect(1);
        const QPoint edge(static_cast<int>(card.right()) - 2, static_cast<int>(card.top()) + 4);
        drag(view.viewport(), edge, edge + QPoint(static_cast<int>(9 * view.layout().pixelsPerFrame()), 0));
        const int64_t frames = fixture.studio().document.timeline().shots[1].frames;
        QCOMPARE(frames % 4, 0);
        QVERIFY(frames > 16);
        QCOMPARE(fixture.studio().document.undoStack().count(), 1);
    }

    void scrubbingTheRulerMovesThePlayhead() {
        StudioFixture fixture;
        fixture.useFilm(sampleFilm(6));
        TimelineView& view = fixture.window().timeline();
        view.setSnapping(false);
        drag(view.viewport(), QPoint(20, 6), QPoint(200, 6));
        QCOMPARE(fixture.studio().selection.playhead(), view.layout().frameAt(200));
    }

    void droppedPicturesBecomeKeyframes() {
        StudioFixture fixture;
        fixture.useFilm(sampleFilm(3));
        QImage picture(16, 16, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QVERIFY(picture.save(fixture.file(QStringLiteral("ship.png"))));
        TimelineView& view = fixture.window().timeline();
        const QRectF card = view.layout().cardRect(1);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(fixture.file(QStringLiteral("ship.png")))});
        // Qt delivers a drop only to the widget that took the drag.
        QDragEnterEvent enter(QPoint(static_cast<int>(card.right()) - 10, static_cast<int>(card.top()) + 10),
                              Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(view.viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(card.right() - 10, card.top() + 10), Qt::CopyAction, &data, Qt::LeftButton,
                        Qt::NoModifier);
        QApplication::sendEvent(view.viewport(), &drop);
        const auto& keyframes = fixture.studio().document.project().shots[1].keyframes;
        QCOMPARE(keyframes.size(), 1U);
        QCOMPARE(keyframes[0].image, std::string("ship.png"));
        QCOMPARE(keyframes[0].place, KeyframePlace::Last);
    }

    void aScreenReaderFindsEveryShot() {
        StudioFixture fixture;
        fixture.useFilm(sampleFilm(5));
        TimelineView& view = fixture.window().timeline();
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(list != nullptr);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), 5);
        for (int i = 0; i < 5; ++i) {
            QVERIFY(list->child(i)->text(QAccessible::Name).contains(QStringLiteral("shot %1").arg(i + 1)));
        }
        list->child(3)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(fixture.studio().selection.current().value, std::string("s4"));
        QVERIFY(list->child(3)->state().selected);
        QCOMPARE(list->indexOfChild(list->child(2)), 2);
    }

    void aThousandShotsArePaintedAtEveryScale() { // how fast is printed, not judged: the machine may be busy
        StudioFixture fixture;
        QElapsedTimer clock;
        clock.start();
        fixture.useFilm(sampleFilm(1000));
        TimelineView& view = fixture.window().timeline();
        view.viewport()->grab();
        const double opened = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        std::vector<double> paints;
        for (double scale : {0.02, 0.1, 1.0, 4.0}) {
            view.zoom(scale / view.layout().pixelsPerFrame());
            QVERIFY(coloursOf(view.viewport()->grab().toImage()) > 4);
            for (int i = 0; i < 15; ++i) {
                view.horizontalScrollBar()->setValue(i * 37);
                clock.start();
                view.viewport()->grab();
                paints.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
            }
        }
        std::sort(paints.begin(), paints.end());
        qInfo("1000 shots: opened in %.0f ms; a paint takes %.1f ms (median), %.1f ms (most)", opened,
              paints[paints.size() / 2], paints.back());
    }
};

} // namespace longtake::ui

std::unique_ptr<QObject> make_timeline_view_test() {
    return std::make_unique<longtake::ui::TimelineViewTest>();
}

#include "test_timeline_view.moc"
