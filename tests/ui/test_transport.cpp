// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/transport.h"

#include <QtTest>

#include <memory>

namespace longtake::ui {

class TransportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void playsAtTheFilmsRate() {
        Transport transport;
        transport.setRange(0, 99);
        transport.setFrameRate(16);
        transport.play();
        for (int i = 0; i < 100; ++i) {
            transport.advance(0.02);
        }
        QCOMPARE(transport.frame(), 32);
    }

    void stopsOnTheLastFrame() {
        Transport transport;
        transport.setRange(10, 20);
        transport.setFrameRate(16);
        transport.seek(12);
        transport.play();
        transport.advance(100);
        QVERIFY(!transport.isPlaying());
        QCOMPARE(transport.frame(), 20);
        transport.play(); // again from the start of the range
        QCOMPARE(transport.frame(), 10);
    }

    void loopsWithoutLosingTime() {
        Transport transport;
        transport.setRange(4, 7);
        transport.setFrameRate(1);
        transport.setLooping(true);
        transport.seek(4);
        transport.play();
        transport.advance(9);
        QVERIFY(transport.isPlaying());
        QCOMPARE(transport.frame(), 5);
    }

    void shuttleDoublesAndTurnsRound() {
        Transport transport;
        transport.setRange(0, 1000);
        QList<int> speeds;
        for (int direction : {1, 1, 1, 1, 1, -1, -1, -1, -1, -1, 1}) {
            transport.shuttle(direction);
            speeds.append(transport.speed());
        }
        QCOMPARE(speeds, (QList<int>{1, 2, 4, 8, 8, -1, -2, -4, -8, -8, 1}));
    }
};

} // namespace longtake::ui

std::unique_ptr<QObject> make_transport_test() {
    return std::make_unique<longtake::ui::TransportTest>();
}

#include "test_transport.moc"
