// SPDX-License-Identifier: Apache-2.0
// Keeps the states of all shots true while the person edits: asks core's plan a moment after each change. Until the
// worker has told the model's facts, a shot with a take counts as up to date and one without as missing.
#pragma once

#include "core/base/model_facts.h"
#include "core/cache/timing_history.h"
#include "core/project/project.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace longtake::ui {

class FilmSession;
class ProjectDocument;
class ShotStates;

class FilmPlanner : public QObject {
    Q_OBJECT
public:
    FilmPlanner(const ProjectDocument& document,
                const FilmSession& session,
                ShotStates& states,
                QObject* parent = nullptr);

    /// What the worker says of the model it loaded, and where this machine's timings are kept.
    void setModel(const ModelFacts& facts, const std::string& device);
    void setTimingsFile(const std::filesystem::path& file) { timingsFile_ = file; }
    void setCameraText(std::function<std::string(const Shot&)> text) { cameraText_ = std::move(text); }
    /// As PlanInputs::objection.
    void setObjection(std::function<std::string(const std::string& prompt)> objection) {
        objection_ = std::move(objection);
    }
    /// Plans at once instead of a moment later.
    void planNow();

Q_SIGNALS:
    /// A shot that shows nothing has a take of an earlier render that is exactly what it would become.
    void takeFits(const longtake::ShotId& shot, const longtake::TakeId& take);

private:
    void planWithoutModel();
    Result<std::string> hashOf(const std::string& image);

    const ProjectDocument& document_;
    const FilmSession& session_;
    ShotStates& states_;
    QTimer later_;
    std::optional<ModelFacts> facts_;
    std::string device_;
    std::filesystem::path timingsFile_;
    std::function<std::string(const Shot&)> cameraText_;
    std::function<std::string(const std::string& prompt)> objection_;
    std::map<std::string, std::pair<std::filesystem::file_time_type, std::string>> imageHashes_;
};

} // namespace longtake::ui
