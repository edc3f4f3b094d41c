// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/ui_fixture.h"
#include "ui/timeline/timeline_layout.h"

#include <QRandomGenerator>
#include <QtTest>

namespace longtake::ui {

namespace {

TimelineLayout layoutOf(const Project& film) {
    TimelineLayout layout;
    layout.setViewSize(900, 240);
    layout.setFrameRate(film.frame_rate);
    layout.setShots(laneShots(film, make_timeline(film, FrameGrid{4})));
    return layout;
}

} // namespace

class TimelineLayoutTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cardsTouchAndCoverTheFilm() {
        const TimelineLayout layout = layoutOf(sampleFilm(9));
        QCOMPARE(layout.cardRect(0).left(), layout.xOf(0));
        for (int i = 1; i < 9; ++i) {
            QCOMPARE(layout.cardRect(i).left(), layout.cardRect(i - 1).right());
            QCOMPARE(layout.stripRect(i).top(), layout.cardRect(i).bottom());
        }
        QCOMPARE(layout.cardRect(8).right(), layout.xOf(layout.totalFrames()));
    }

    void framesAndPixelsAreInverse() {
        TimelineLayout layout = layoutOf(sampleFilm(30));
        for (double scale : {0.5, 1.0, 3.3, 17.0}) {
            layout.setPixelsPerFrame(scale);
            layout.setScroll(layout.contentWidth() / 3);
            for (int64_t frame = 0; frame < layout.totalFrames(); ++frame) {
                QCOMPARE(layout.frameAt(layout.xOf(frame) + scale / 2), frame);
            }
        }
    }

    void zoomKeepsWhatIsUnderTheCursor() {
        TimelineLayout layout = layoutOf(sampleFilm(200));
        layout.setScroll(500);
        QRandomGenerator random(7);
        for (int i = 0; i < 200; ++i) {
            const double x = random.bounded(900);
            const double frame = (x + layout.scroll()) / layout.pixelsPerFrame();
            layout.zoomAround(x, random.bounded(2) == 0 ? 1.25 : 0.8);
            const bool isAtAnEnd =
                layout.scroll() == 0 || layout.scroll() >= layout.contentWidth() - layout.viewWidth() - 1e-6;
            if (!isAtAnEnd) {
                QVERIFY(std::abs((x + layout.scroll()) / layout.pixelsPerFrame() - frame) < 1e-6);
            }
        }
    }

    void visibleShotsAreThoseThatTouchTheView() {
        TimelineLayout layout = layoutOf(sampleFilm(1000));
        for (double scroll : {0.0, 1234.0, 20000.0, 1e9}) {
            layout.setScroll(scroll);
            const auto [first, last] = layout.visibleShots();
            for (int i = 0; i < 1000; ++i) {
                const QRectF card = layout.cardRect(i);
                if (card.right() > 0 && card.left() < layout.viewWidth()) {
                    QVERIFY(i >= first && i < last);
                }
            }
            QVERIFY(last - first < 60);
        }
    }

    void everyPlaceIsHitAsWhatItIs() {
        const TimelineLayout layout = layoutOf(sampleFilm(6));
        for (int i = 0; i < 6; ++i) {
            const QRectF card = layout.cardRect(i);
            const TimelineHit middle = layout.hitTest(QPointF(card.center().x(), card.top() + 6));
            QCOMPARE(middle.area, TimelineArea::Card);
            QCOMPARE(middle.shot, i);
            const TimelineHit end = layout.hitTest(QPointF(card.right() - 2, card.top() + 3));
            QCOMPARE(end.area, TimelineArea::CardEnd);
            QCOMPARE(end.shot, i);
            QCOMPARE(layout.hitTest(layout.stripRect(i).center()).area, TimelineArea::Strip);
            QCOMPARE(layout.hitTest(layout.narrationRect(i).center()).area, TimelineArea::Narration);
            if (i > 0) {
                const TimelineHit seam = layout.hitTest(layout.seamRect(i).center());
                QCOMPARE(seam.area, TimelineArea::Seam);
                QCOMPARE(seam.shot, i);
            }
        }
        QCOMPARE(layout.hitTest(QPointF(40, 5)).area, TimelineArea::Ruler);
        QCOMPARE(layout.hitTest(QPointF(layout.xOf(layout.totalFrames()) + 60, 100)).area, TimelineArea::Nothing);
    }

    void retimingGivesLegalCounts() {
        const TimelineLayout layout = layoutOf(sampleFilm(6));
        const FrameGrid grid{4};
        for (int shot = 0; shot < 6; ++shot) {
            for (double x = 0; x < 900; x += 7) {
                const int64_t frames = layout.lengthAt(shot, x, grid).value;
                const bool begins = layout.shots()[static_cast<size_t>(shot)].beginsSequence;
                QVERIFY(frames >= 1);
                QCOMPARE(frames % 4, begins ? 1 : 0);
            }
            // Dropping the end where it is changes nothing.
            const QRectF card = layout.cardRect(shot);
            QCOMPARE(layout.lengthAt(shot, card.right(), grid).value, layout.shots()[static_cast<size_t>(shot)].frames);
        }
    }

    void scenesBecomeBands() {
        const TimelineLayout layout = layoutOf(sampleFilm(8));
        const std::vector<SceneBand> bands = layout.sceneBands();
        QCOMPARE(bands.size(), 2U);
        QCOMPARE(bands[0].firstShot, 0);
        QCOMPARE(bands[0].lastShot, 3);
        QCOMPARE(bands[0].rect.right(), bands[1].rect.left());
    }

    void rulerLabelsNeverCollide() {
        TimelineLayout layout = layoutOf(sampleFilm(300));
        for (double scale = 0.01; scale < 40; scale *= 1.7) {
            layout.setPixelsPerFrame(scale);
            double previous = -1e9;
            int majors = 0;
            for (const RulerTick& tick : layout.rulerTicks()) {
                if (tick.isMajor) {
                    QVERIFY(tick.x - previous > 70);
                    previous = tick.x;
                    ++majors;
                }
            }
            QVERIFY(majors >= 1);
        }
    }

    void insertionFollowsTheMiddleOfCards() {
        const TimelineLayout layout = layoutOf(sampleFilm(5));
        for (int i = 0; i < 5; ++i) {
            const QRectF card = layout.cardRect(i);
            QCOMPARE(layout.insertionIndexAt(card.left() + 1), i);
            QCOMPARE(layout.insertionIndexAt(card.right() - 1), i + 1);
        }
    }

    void snapTakesTheNearestWithinReach() {
        TimelineLayout layout = layoutOf(sampleFilm(5));
        layout.setPixelsPerFrame(2);
        const int64_t seam = layout.shots()[2].startFrame;
        QCOMPARE(layout.snap(seam + 2, 8, {}).frame, seam);
        QCOMPARE(layout.snap(seam + 6, 8, {}).frame, seam + 6);
        QCOMPARE(layout.snap(seam + 6, 8, {seam + 7}).frame, seam + 7);
    }

    void anEmptyFilmHasNothingToHit() {
        TimelineLayout layout;
        layout.setShots({});
        QCOMPARE(layout.totalFrames(), 0);
        QCOMPARE(layout.visibleShots(), std::pair(0, 0));
        QCOMPARE(layout.hitTest(QPointF(50, 100)).shot, -1);
        layout.fit();
        QVERIFY(!layout.rulerTicks().empty());
    }
};

} // namespace longtake::ui

std::unique_ptr<QObject> make_timeline_layout_test() {
    return std::make_unique<longtake::ui::TimelineLayoutTest>();
}

#include "test_timeline_layout.moc"
