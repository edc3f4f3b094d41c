// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/film_export.h"

#include "core/cache/take_store.h"
#include "core/film/shown_film.h"
#include "core/project/project_path.h"
#include "ui/bridge/qt_convert.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace longtake::ui {

namespace {

std::filesystem::path fileOfShot(const QString& target, size_t index) {
    const QFileInfo info(target);
    return toPath(info.dir().filePath(QStringLiteral("%1 %2.%3")
                                          .arg(info.completeBaseName())
                                          .arg(index + 1, 3, 10, QLatin1Char('0'))
                                          .arg(info.suffix())));
}

/// One request a file.
std::vector<ExportRequest>
requestsFor(const Project& film, ShownFilm shown, const ExportOrder& order, const std::string& program) {
    ExportRequest whole;
    whole.target = toPath(order.target);
    whole.timeline = std::move(shown.timeline);
    whole.segments = std::move(shown.segments);
    whole.size = order.size;
    whole.rate = film.frame_rate;
    whole.settings = order.settings.value_or(segment_settings());
    whole.provenance = std::move(shown.provenance);
    whole.provenance.program = program;
    if (order.scope == ExportScope::WholeFilm) {
        return {whole};
    }
    if (order.scope == ExportScope::MarkedRange) {
        const int64_t last = whole.timeline.total_frames - 1; // takes may be shorter than the film now asks for
        whole.range = FrameRange{std::min(order.range.first, last), std::min(order.range.last, last)};
        return {whole};
    }
    std::vector<ExportRequest> files;
    for (size_t index = 0; index < whole.timeline.shots.size(); ++index) {
        const TimelineShot& shot = whole.timeline.shots[index];
        files.push_back(whole);
        files.back().target = fileOfShot(order.target, index);
        files.back().range = FrameRange{shot.start_frame, shot.start_frame + shot.frames - 1};
    }
    return files;
}

Result<ExportReport> exportAll(const Project& film,
                               const std::filesystem::path& filmPath,
                               const ExportOrder& order,
                               const std::string& program,
                               const ExportProgress& progress,
                               const std::stop_token& stop) {
    TakeStore store(data_folder_of(filmPath));
    Result<ShownFilm> shown = show_film(film, store);
    if (!shown) {
        return shown.error();
    }
    const std::vector<ExportRequest> requests = requestsFor(film, std::move(*shown), order, program);
    ExportReport all;
    for (size_t index = 0; index < requests.size(); ++index) {
        const auto files = static_cast<int64_t>(requests.size());
        const auto share = [&](int64_t done, int64_t total) {
            progress(static_cast<int64_t>(index) * total + done, files * total);
        };
        Result<ExportReport> made = export_film(requests[index], share, stop);
        if (!made) {
            return made;
        }
        all.frames += made->frames;
        all.copied_frames += made->copied_frames;
    }
    return all;
}

} // namespace

FilmExport::~FilmExport() = default; // std::jthread asks it to stop and joins

bool FilmExport::start(Project film, const QString& filmPath, ExportOrder order) {
    if (isRunning()) {
        return false;
    }
    target_ = order.target;
    isOver_ = false;
    clock_.start();
    const std::string program =
        toCore(QStringLiteral("Longtake %1").arg(QCoreApplication::applicationVersion()).trimmed());
    thread_ = std::jthread([this, film = std::move(film), path = toPath(filmPath), order = std::move(order),
                            program](const std::stop_token& stop) {
        int64_t lastPercent = -1;
        const ExportProgress progress = [this, &lastPercent](int64_t done, int64_t total) {
            const int64_t percent = total == 0 ? 100 : done * 100 / total;
            if (std::exchange(lastPercent, percent) != percent) {
                QMetaObject::invokeMethod(this, [this, percent] { tellProgress(percent); });
            }
        };
        const Result<ExportReport> result = guard(
            "exporting", ErrorCode::Internal, [&] { return exportAll(film, path, order, program, progress, stop); });
        QMetaObject::invokeMethod(this, [this, result] { report(result); });
    });
    return true;
}

void FilmExport::stop() {
    thread_.request_stop();
}

void FilmExport::tellProgress(int64_t percent) {
    const double share = static_cast<double>(percent) / 100;
    const double spent = static_cast<double>(clock_.elapsed()) / 1000;
    Q_EMIT progressed(share, share > 0 ? spent / share - spent : 0);
}

void FilmExport::report(const Result<ExportReport>& result) {
    isOver_ = true;
    if (result) {
        Q_EMIT finished(target_, result->frames, result->copied_frames);
    } else if (result.error().code == ErrorCode::Cancelled) {
        Q_EMIT stopped();
    } else {
        Q_EMIT failed(toQt(result.error().message), toQt(result.error().hint));
    }
}

} // namespace longtake::ui
