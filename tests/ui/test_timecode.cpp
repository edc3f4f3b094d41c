// SPDX-License-Identifier: Apache-2.0
#include "ui/timeline/timecode.h"

#include <QtTest>

#include <memory>

namespace longtake::ui {

class TimecodeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFrameReadsBack() {
        for (const FrameRate rate : {FrameRate{16, 1}, FrameRate{24000, 1001}, FrameRate{25, 1}, FrameRate{60, 1}}) {
            for (int64_t frame = 0; frame < 200000; frame += 37) {
                QCOMPARE(frameFromTimecode(timecode(frame, rate), rate), std::optional<int64_t>(frame));
            }
        }
    }

    void shortFormsAreFramesAndSeconds() {
        const FrameRate rate{16, 1};
        QCOMPARE(frameFromTimecode(QStringLiteral("12"), rate), std::optional<int64_t>(12));
        QCOMPARE(frameFromTimecode(QStringLiteral("2:08"), rate), std::optional<int64_t>(40));
        QCOMPARE(frameFromTimecode(QStringLiteral(" 1:00:00 "), rate), std::optional<int64_t>(960));
    }

    void nonsenseIsRefused() {
        const FrameRate rate{16, 1};
        for (const char* text : {"", "abc", "1:2:3:4:5", "-3", "1::2"}) {
            QVERIFY2(!frameFromTimecode(QLatin1String(text), rate), text);
        }
    }

    void clocksCarryOver() {
        QCOMPARE(clockText(0.2), QStringLiteral("0:01"));
        QCOMPARE(clockText(100), QStringLiteral("1:40"));
        QCOMPARE(clockText(3599.6), QStringLiteral("1:00:00"));
    }
};

} // namespace longtake::ui

std::unique_ptr<QObject> make_timecode_test() {
    return std::make_unique<longtake::ui::TimecodeTest>();
}

#include "test_timecode.moc"
