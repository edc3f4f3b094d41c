// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/film_export.h"

#include "ui/bridge/qt_convert.h"

namespace longtake::ui {

FilmExport::~FilmExport() = default; // std::jthread asks it to stop and joins

bool FilmExport::start(ExportRequest request) {
    if (isRunning()) {
        return false;
    }
    target_ = toQt(request.target);
    isOver_ = false;
    clock_.start();
    thread_ = std::jthread([this, request = std::move(request)](std::stop_token stop) {
        int64_t lastPercent = -1;
        const ExportProgress progress = [this, &lastPercent](int64_t done, int64_t total) {
            const int64_t percent = total == 0 ? 100 : done * 100 / total;
            if (percent == lastPercent) {
                return;
            }
            lastPercent = percent;
            QMetaObject::invokeMethod(this, [this, percent] {
                const double share = static_cast<double>(percent) / 100;
                const double spent = static_cast<double>(clock_.elapsed()) / 1000;
                Q_EMIT progressed(share, share > 0 ? spent / share - spent : 0);
            });
        };
        const Result<ExportReport> result = export_film(request, progress, stop);
        QMetaObject::invokeMethod(this, [this, result] { report(result); });
    });
    return true;
}

void FilmExport::stop() { thread_.request_stop(); }

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
