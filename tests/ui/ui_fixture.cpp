// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/ui_fixture.h"

#include "ui/main_window/main_window.h"

#include <QApplication>
#include <QDir>
#include <QMetaEnum>
#include <QThread>

#include <algorithm>

namespace longtake::ui {

Project sampleFilm(int count) {
    Project film;
    film.title = "Sample";
    film.size = Size{64, 48};
    film.scenes = {{SceneId{"one"}, "First scene", "", "", {}}, {SceneId{"two"}, "Second scene", "", "", {}}};
    for (int i = 0; i < count; ++i) {
        Shot shot;
        shot.id = ShotId{"s" + std::to_string(i + 1)};
        shot.prompt = "shot " + std::to_string(i + 1);
        shot.length = FrameCount{16};
        shot.scene = SceneId{i < count / 2 ? "one" : "two"};
        shot.seam.kind = i == 2 ? SeamKind::Cut : i == 4 ? SeamKind::Dissolve : SeamKind::Continue;
        film.shots.push_back(std::move(shot));
    }
    return film;
}

StudioFixture::StudioFixture(const QString& worker, const QStringList& workerArguments) {
    const QString program =
        worker.isEmpty() ? QString() : QDir(qEnvironmentVariable("LONGTAKE_BIN_DIR")).filePath(worker);
    studio_ = std::make_unique<Studio>(*qApp, folder_.filePath(QStringLiteral("studio.ini")), program, workerArguments);
    studio_->settings.setValue(QStringLiteral("look/language"), QStringLiteral("en"));
}

StudioFixture::~StudioFixture() = default;

MainWindow& StudioFixture::window() {
    if (!studio_->hasWindow()) {
        studio_->rebuildWindow();
    }
    return studio_->window();
}

void StudioFixture::useFilm(const Project& film, const QString& name) {
    studio_->document.reset(film, name.isEmpty() ? QString() : file(name));
}

namespace {

int depth = 0; // of events that deliver others
double slowestMilliseconds = 0;
QString slowest;

} // namespace

bool WatchedApplication::notify(QObject* receiver, QEvent* event) {
    if (QThread::currentThread() != thread() || depth > 0) {
        return QApplication::notify(receiver, event);
    }
    // Both may be gone afterwards.
    const char* kind = receiver->metaObject()->className();
    const QString name = receiver->objectName();
    const int type = event->type();
    QElapsedTimer clock;
    clock.start();
    ++depth;
    const bool isDone = QApplication::notify(receiver, event);
    --depth;
    const double milliseconds = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    if (milliseconds > slowestMilliseconds) {
        slowestMilliseconds = milliseconds;
        const char* typeName = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
        slowest = QStringLiteral("%1 ms: %2 '%3' %4")
                      .arg(milliseconds, 0, 'f', 0)
                      .arg(QLatin1String(kind), name, QLatin1String(typeName));
    }
    return isDone;
}

QString WatchedApplication::slowestEvent() {
    return slowest;
}

void WatchedApplication::restart() {
    slowestMilliseconds = 0;
    slowest.clear();
}

StallMeter::StallMeter() {
    timer_.setTimerType(Qt::PreciseTimer);
    QObject::connect(&timer_, &QTimer::timeout, &timer_, [this] {
        longest_ = std::max(longest_, static_cast<double>(clock_.nsecsElapsed()) / 1e6 - timer_.interval());
        clock_.start();
    });
    clock_.start();
    timer_.start(5);
}

void StallMeter::restart() {
    longest_ = 0;
    clock_.start();
}

} // namespace longtake::ui
