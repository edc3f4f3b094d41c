// SPDX-License-Identifier: Apache-2.0
#include "core/media/video_encoder.h"
#include "tests/ui/ui_fixture.h"
#include "ui/bridge/qt_convert.h"
#include "ui/panels/frame_server.h"
#include "ui/panels/preview_player.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>
#include <QVideoFrame>
#include <QVideoSink>

#include <algorithm>

namespace longtake::ui {

namespace {

constexpr int kFrames = 40;

/// A video whose frame n is grey of brightness 20 + 5 n.
void writeRamp(const QString& path) {
    Result<VideoEncoder> encoder = VideoEncoder::create(toPath(path), Size{64, 48}, FrameRate{16, 1});
    QVERIFY(encoder);
    for (int i = 0; i < kFrames; ++i) {
        QVERIFY(
            encoder->write(Frame(Size{64, 48}, std::vector<uint8_t>(64 * 48 * 3, static_cast<uint8_t>(20 + 5 * i)))));
    }
    QVERIFY(encoder->finish());
}

int brightness(const QImage& image) {
    return qGray(image.pixel(32, 24));
}

constexpr int kRate = 16;

int numberOf(const QVideoFrame& frame) {
    return frame.isValid() ? qRound(static_cast<double>(frame.startTime()) * kRate / 1e6) : -1;
}

/// A film of one shot that shows the ramp.
struct RampPlayer {
    QTemporaryDir folder;
    Theme theme;
    ProjectDocument document;
    Selection selection;
    ShotStates states;
    PreviewPlayer player{document, selection, states, theme};

    RampPlayer() {
        const QString path = folder.filePath(QStringLiteral("ramp.mp4"));
        writeRamp(path);
        Project film = sampleFilm(1);
        film.shots[0].length = FrameCount{kFrames};
        film.frame_rate = FrameRate{kRate, 1};
        document.reset(film, {});
        player.setVideoSource([path](const Shot&) { return path; });
    }
};

} // namespace

class FrameServerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void framesAreExactInAnyOrder() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("ramp.mp4"));
        writeRamp(path);
        FrameServer server;
        for (int index : {0, 39, 7, 8, 9, 20, 3, 38}) {
            server.want({{path, index}});
            QTRY_VERIFY(!server.find({path, index}).isNull());
            QVERIFY(std::abs(brightness(server.find({path, index})) - (20 + 5 * index)) <= 3);
        }
    }

    void thePlayersSinkGetsTheVeryFrameUnderThePlayhead() {
        RampPlayer ramp;
        QVideoSink& sink = ramp.player.surface().sink();
        for (int index : {39, 0, 7, 8, 7, 20, 38, 3}) {
            ramp.player.seek(index);
            QTRY_COMPARE(numberOf(sink.videoFrame()), index);
            QVERIFY(std::abs(brightness(toImage(sink.videoFrame())) - (20 + 5 * index)) <= 3);
            QVERIFY(toImage(sink.videoFrame()) == ramp.player.currentImage());
        }
    }

    void theEstimateOfAnEarlierWindowStaysBeforeTheNext() {
        RampPlayer ramp;
        const auto strip = [](int64_t first, int count, int grey) {
            QImage picture(64, 48, QImage::Format_RGB888);
            picture.fill(qRgb(grey, grey, grey));
            return LiveStrip{std::vector<QImage>(static_cast<size_t>(count), picture), first, QStringLiteral("step")};
        };
        const auto shownAt = [&ramp](int64_t frame) {
            ramp.player.seek(frame);
            return brightness(ramp.player.currentImage());
        };
        const ShotId shot = ramp.document.project().shots[0].id;
        ramp.player.setLiveStrip(shot, strip(0, 21, 50));
        ramp.player.setLiveStrip(shot, strip(0, 21, 60));
        QCOMPARE(shownAt(20), 60);
        ramp.player.setLiveStrip(shot, strip(21, 20, 90));
        ramp.player.setLiveStrip(shot, strip(21, 20, 100)); // takes the place of its own window alone
        QCOMPARE(shownAt(0), 60);
        QCOMPARE(shownAt(20), 60);
        QCOMPARE(shownAt(21), 100);
        QCOMPARE(shownAt(40), 100);
        ramp.player.clearLiveStrip(shot);
        QTRY_VERIFY(std::abs(shownAt(3) - 35) <= 3);
    }

    void aShotLongerThanItsTakeHoldsTheLastFrame() {
        RampPlayer ramp;
        const auto frames = static_cast<int>(ramp.document.timeline().total_frames);
        QVERIFY(frames > kFrames);
        QVideoSink& sink = ramp.player.surface().sink();
        for (int index : {frames - 1, 5, frames - 1}) { // what is behind the end is no damage of the file
            ramp.player.seek(index);
            QTRY_COMPARE(numberOf(sink.videoFrame()), index);
            QVERIFY(std::abs(brightness(toImage(sink.videoFrame())) - (20 + 5 * std::min(index, kFrames - 1))) <= 3);
        }
    }

    void playingSendsEachFrameUnderItsOwnTime() {
        RampPlayer ramp;
        QTRY_COMPARE(numberOf(ramp.player.surface().sink().videoFrame()), 0);
        std::vector<int> numbers;
        QObject::connect(
            &ramp.player.surface().sink(), &QVideoSink::videoFrameChanged, &ramp.player,
            [&numbers](const QVideoFrame& frame) {
                numbers.push_back(numberOf(frame));
                QVERIFY(std::abs(brightness(toImage(frame)) - (20 + 5 * std::min(numbers.back(), kFrames - 1))) <= 3);
            });
        ramp.player.togglePlay();
        QTRY_VERIFY_WITH_TIMEOUT(!ramp.player.isPlaying(), 60000);
        QTRY_COMPARE(numberOf(ramp.player.surface().sink().videoFrame()),
                     static_cast<int>(ramp.document.timeline().total_frames) - 1);
        QVERIFY(std::is_sorted(numbers.begin(), numbers.end()));
    }

    void whatIsNoLongerWantedIsNotDecoded() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("ramp.mp4"));
        writeRamp(path);
        FrameServer server;
        const QSignalSpy ready(&server, &FrameServer::frameReady);
        std::vector<FrameAddress> all;
        for (int i = 0; i < kFrames; ++i) {
            all.push_back({path, i});
        }
        server.want(all);
        server.want({{path, 5}});
        QTRY_VERIFY(!server.find({path, 5}).isNull());
        QVERIFY(ready.count() <= 2);
    }

    void aDamagedFileIsSaidOnce() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("broken.mp4"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("this is no film");
        file.close();
        FrameServer server;
        const QSignalSpy unreadable(&server, &FrameServer::unreadable);
        server.want({{path, 0}, {path, 1}});
        QTRY_VERIFY(unreadable.count() >= 1);
        server.want({{path, 2}});
        QTest::qWait(20);
        QCOMPARE(unreadable.count(), 1);
    }
};

} // namespace longtake::ui

std::unique_ptr<QObject> make_frame_server_test() {
    return std::make_unique<longtake::ui::FrameServerTest>();
}

#include "test_frame_server.moc"
