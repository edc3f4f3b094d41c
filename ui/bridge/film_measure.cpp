// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/film_measure.h"

#include "core/film/film_reader.h"
#include "ui/bridge/qt_convert.h"

namespace longtake::ui {

std::vector<SeamPlace> seamPlaces(const Project& project, const Timeline& timeline) {
    std::vector<SeamPlace> places;
    for (size_t i = 1; i < timeline.shots.size(); ++i) {
        const SeamKind kind = seam_before(project, i);
        places.push_back({timeline.shots[i].start_frame, kind == SeamKind::Continue ? "continue"
                                                         : kind == SeamKind::Cut    ? "cut"
                                                                                    : "dissolve"});
    }
    return places;
}

void FilmMeasure::start(const Timeline& timeline,
                        std::vector<SeamPlace> seams,
                        std::vector<std::filesystem::path> segments,
                        Size size,
                        FrameRate rate) {
    const int run = ++run_;
    thread_ = std::jthread([this, run, timeline, seams = std::move(seams), segments = std::move(segments), size,
                            rate](std::stop_token stop) {
        const auto tell = [this, run](auto what) {
            QMetaObject::invokeMethod(this, [this, run, what] {
                if (run == run_) {
                    what();
                }
            });
        };
        FilmReader reader(timeline, segments, size);
        SeriesBuilder builder(rate.per_second());
        const int64_t count = reader.frame_count();
        for (int64_t i = 0; i < count; ++i) {
            if (stop.stop_requested()) {
                return;
            }
            const Result<Frame> frame = reader.read(i);
            if (!frame) {
                tell([this, error = frame.error()] { Q_EMIT failed(toQt(error.message), toQt(error.hint)); });
                return;
            }
            builder.add(*frame);
            if (i % 16 == 0) {
                tell([this, share = static_cast<double>(i) / static_cast<double>(count)] { Q_EMIT progressed(share); });
            }
        }
        auto film = std::make_shared<MeasuredFilm>();
        film->series = builder.take();
        film->report = make_report(film->series, seams);
        tell([this, film] { Q_EMIT finished(film); });
    });
}

} // namespace longtake::ui
