// SPDX-License-Identifier: Apache-2.0
#include "core/media/video_encoder.h"
#include "ui/bridge/qt_convert.h"
#include "ui/panels/frame_server.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

namespace longtake::ui {

namespace {

constexpr int kFrames = 40;

/// A video whose frame n is grey of brightness 20 + 5 n.
void writeRamp(const QString& path) {
    Result<VideoEncoder> encoder = VideoEncoder::create(toPath(path), Size{64, 48}, FrameRate{16, 1});
    QVERIFY(encoder);
    for (int i = 0; i < kFrames; ++i) {
        QVERIFY(encoder->write(Frame(Size{64, 48}, std::vector<uint8_t>(64 * 48 * 3, static_cast<uint8_t>(20 + 5 * i)))));
    }
    QVERIFY(encoder->finish());
}

int brightness(const QImage& image) { return qGray(image.pixel(32, 24)); }

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

std::unique_ptr<QObject> make_frame_server_test() { return std::make_unique<longtake::ui::FrameServerTest>(); }

#include "test_frame_server.moc"
