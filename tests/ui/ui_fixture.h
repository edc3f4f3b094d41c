// SPDX-License-Identifier: Apache-2.0
// What the window's tests share: films to work on, a studio with a fake or no worker, and a clock for the event loop.
#pragma once

#include "app/studio/studio.h"
#include "core/project/project.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>

#include <memory>

namespace longtake::ui {

/// A film with `count` shots "shot 1" …, two scenes, one cut and one dissolve.
Project sampleFilm(int count);

/// A studio in a temporary folder. `worker` is a program beside the tests ("fake_worker"), or empty.
class StudioFixture {
public:
    explicit StudioFixture(const QString& worker = {}, const QStringList& workerArguments = {});
    ~StudioFixture();

    Studio& studio() { return *studio_; }
    MainWindow& window();
    QString file(const QString& name) const { return folder_.filePath(name); }
    /// Puts a film into the studio as if it were opened from `name`.
    void useFilm(const Project& film, const QString& name = QStringLiteral("film.t2vproj"));

private:
    QTemporaryDir folder_;
    std::unique_ptr<Studio> studio_;
};

/// The application of the tests: it knows which event took longest, and what received it.
class WatchedApplication : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override;
    /// "37 ms: QTimer 'later' Timer" since the last restart().
    static QString slowestEvent();
    static void restart();
};

/// Measures how long the event loop was ever kept from running while it lives.
class StallMeter {
public:
    StallMeter();
    double longestMilliseconds() const { return longest_; }
    void restart();

private:
    QTimer timer_;
    QElapsedTimer clock_;
    double longest_ = 0;
};

} // namespace longtake::ui
