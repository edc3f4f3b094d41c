// SPDX-License-Identifier: Apache-2.0
#include "ui/document/film_planner.h"

#include "core/cache/file_checksum.h"
#include "core/cache/render_plan.h"
#include "ui/bridge/qt_convert.h"
#include "ui/document/film_session.h"
#include "ui/document/plan_words.h"
#include "ui/document/project_document.h"
#include "ui/document/shot_states.h"

namespace longtake::ui {

namespace {

constexpr int kPauseMilliseconds = 120; ///< of typing before the plan is made anew

RenderState stateOf(longtake::ShotState state) {
    switch (state) {
    case longtake::ShotState::Fresh:
    case longtake::ShotState::Pinned: return RenderState::Fresh;
    case longtake::ShotState::Stale: return RenderState::Stale;
    case longtake::ShotState::Failed: return RenderState::Failed;
    case longtake::ShotState::Missing: break;
    }
    return RenderState::Missing;
}

} // namespace

FilmPlanner::FilmPlanner(const ProjectDocument& document,
                         const FilmSession& session,
                         ShotStates& states,
                         QObject* parent)
    : QObject(parent)
    , document_(document)
    , session_(session)
    , states_(states)
    , cameraText_([](const Shot& shot) { return shot.camera; }) {
    later_.setSingleShot(true);
    later_.setInterval(kPauseMilliseconds);
    connect(&later_, &QTimer::timeout, this, [this] { planNow(); });
    connect(&document_, &ProjectDocument::changed, &later_, qOverload<>(&QTimer::start));
    connect(&session_, &FilmSession::takesChanged, &later_, qOverload<>(&QTimer::start));
}

void FilmPlanner::setModel(const ModelFacts& facts, const std::string& device) {
    facts_ = facts;
    device_ = device;
    planNow();
}

Result<std::string> FilmPlanner::hashOf(const std::string& image) {
    const std::filesystem::path path = toPath(document_.folder()) / image;
    std::error_code failure;
    const auto written = std::filesystem::last_write_time(path, failure);
    if (failure) {
        return bad_input(image + " cannot be read: " + failure.message());
    }
    auto& known = imageHashes_[path.string()];
    if (known.second.empty() || known.first != written) {
        Result<FileChecksum> checksum = checksum_file(path);
        if (!checksum) {
            return checksum.error();
        }
        known = {written, checksum->sha256};
    }
    return known.second;
}

void FilmPlanner::planWithoutModel() {
    std::map<ShotId, ShotStatus> planned;
    for (const Shot& shot : document_.project().shots) {
        const bool hasTake = session_.takes().find(shot.chosen_take) != nullptr;
        planned[shot.id] = {hasTake ? RenderState::Fresh : RenderState::Missing, shot.is_pinned, 0, {}, 0};
    }
    states_.setPlanned(std::move(planned));
}

void FilmPlanner::planNow() {
    later_.stop();
    if (!facts_) {
        planWithoutModel();
        return;
    }
    const TimingHistory timings = TimingHistory::load(timingsFile_);
    const PlanInputs inputs{document_.project(),
                            session_.takes(),
                            *facts_,
                            timings,
                            device_,
                            cameraText_,
                            [this](const std::string& image) { return hashOf(image); },
                            objection_};
    std::map<ShotId, ShotStatus> planned;
    std::map<ShotId, TakeId> fitting;
    for (const PlannedShot& shot : make_plan(inputs).shots) {
        const Shot* shown = document_.project().find(shot.id);
        const bool isDeleted = document_.project().deleted_takes.contains(shot.take);
        if (shown != nullptr && shown->chosen_take.is_empty() && !shot.take.is_empty() &&
            shot.state == longtake::ShotState::Fresh && !isDeleted) {
            fitting[shot.id] = shot.take;
        }
        QStringList reasons;
        for (const PlanReason& reason : shot.reasons) {
            reasons.append(planWords(reason));
        }
        ShotStatus state{stateOf(shot.state), shot.state == longtake::ShotState::Pinned, 0,
                         reasons.join(QStringLiteral("; ")), shot.cost.seconds};
        planned[shot.id] = std::move(state);
    }
    states_.setPlanned(std::move(planned));
    for (const auto& [shot, take] : fitting) {
        Q_EMIT takeFits(shot, take);
    }
}

} // namespace longtake::ui
