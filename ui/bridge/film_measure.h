// SPDX-License-Identifier: Apache-2.0
// Measures the film beside the window: every frame read once, the figures of seams and drift at the end.
#pragma once

#include "core/media/measures/film_report.h"
#include "core/media/measures/film_series.h"
#include "core/project/project.h"
#include "core/project/timeline.h"

#include <QObject>

#include <filesystem>
#include <memory>
#include <thread>
#include <vector>

namespace longtake::ui {

struct MeasuredFilm {
    FilmSeries series;
    FilmReport report;
};

class FilmMeasure : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Measures a film whose shots all have a segment; a running measurement is given up.
    void start(const Timeline& timeline,
               std::vector<SeamPlace> seams,
               std::vector<std::filesystem::path> segments,
               Size size,
               FrameRate rate);

Q_SIGNALS:
    void progressed(double share);
    void finished(std::shared_ptr<const longtake::ui::MeasuredFilm> film);
    void failed(const QString& message, const QString& hint);

private:
    int run_ = 0; ///< tells the events of a given-up measurement from the current one's
    std::jthread thread_;
};

/// The seams of a film as the measures want them.
std::vector<SeamPlace> seamPlaces(const Project& project, const Timeline& timeline);

} // namespace longtake::ui
