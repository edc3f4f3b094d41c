// SPDX-License-Identifier: Apache-2.0
// What every verb that renders needs: a film read from disk, the model it asks for (loaded when it is first needed),
// and the pieces a render job is given.
#pragma once

#include "app/cli/arguments.h"
#include "core/base/model_facts.h"
#include "core/base/result.h"
#include "core/models/family.h"
#include "core/project/presets.h"
#include "core/project/project_file.h"
#include "core/render/render_job.h"
#include "core/safety/content_filter.h"

#include <filesystem>
#include <memory>
#include <string>

namespace longtake {

/// How to compute, as typed: --device, --dtype, --threads.
struct DeviceChoice {
    std::string device = "auto";
    std::string dtype = "auto";
    int64_t threads = 0; ///< 0: physical cores

    bool operator==(const DeviceChoice&) const = default;
};

/// The model of this process: one at a time, loaded when it is asked for.
class ModelSession {
public:
    /// The model in `folder`, loading it unless it is the one that is loaded.
    Result<VideoModel*> use(const std::filesystem::path& folder, const DeviceChoice& choice);
    void release();

    const VideoModel* loaded() const { return model_.get(); }
    const std::filesystem::path& folder() const { return folder_; }
    double load_s() const { return load_s_; }

private:
    std::filesystem::path folder_;
    DeviceChoice choice_;
    std::unique_ptr<VideoModel> model_;
    double load_s_ = 0;
};

/// A film ready to be planned and rendered.
struct OpenFilm {
    std::filesystem::path path;
    LoadedProject loaded;
    Presets presets;
    std::filesystem::path model_folder;
    ModelFacts facts;
    SafetyLevel safety = SafetyLevel::Careful;
};

/// Reads the film at `path`, or `text` in its place when that is not empty, and looks its model up (`model` instead of
/// the film's own when given).
Result<OpenFilm> open_film(const std::filesystem::path& path, const std::string& text, const std::string& model);

/// The pieces of a job on `film` without previews. `session` must outlive it.
RenderParts render_parts(const OpenFilm& film, ModelSession& session, const DeviceChoice& choice);

/// The film with the takes a job leaves it: shots that are not pinned show what was made.
Project with_takes(Project project, const std::map<ShotId, TakeId>& shown);

/// Writes into the film's file which take each shot shows, and nothing else: edits made in it since it was opened stay,
/// and so does a take that was chosen since. Does nothing when nothing changes or the file is read-only.
Result<void> save_shown_takes(const OpenFilm& film, const std::map<ShotId, TakeId>& shown);

} // namespace longtake
