// SPDX-License-Identifier: Apache-2.0
// From a film, its takes and a model's facts to what has to be rendered: for each shot whether its take still shows
// what the film asks for, why not, and what rendering will cost. Only stale shots render; a cut or dissolve
// stops the chain; a pinned take is kept although stale. Pure: reads nothing from disk, needs no torch.
#pragma once

#include "core/base/model_facts.h"
#include "core/base/stream_windows.h"
#include "core/cache/cost_estimate.h"
#include "core/cache/shot_key.h"
#include "core/cache/take_index.h"
#include "core/cache/timing_history.h"
#include "core/project/project.h"
#include "core/project/timeline.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longtake {

enum class ShotState {
    Fresh,   ///< has a take that shows what the film asks for
    Stale,   ///< has a take that shows something else
    Missing, ///< has no take
    Pinned,  ///< its take is kept, whether or not it is stale
    Failed,  ///< cannot be rendered as it stands, or the last attempt at exactly this failed
};

std::string_view to_string(ShotState state);

struct PlannedShot {
    ShotId id;
    SeamKind seam = SeamKind::Cut; ///< as it acts: the first shot of a film begins with a cut
    ShotState state = ShotState::Missing;
    std::vector<PlanReason> reasons; ///< for a fresh shot only when another take than the chosen one is used
    int64_t start_frame = 0;         ///< of the film
    int64_t frames = 0;              ///< on the model's grid
    TakeId take; ///< what the film shows here now: chosen, or an earlier one that fits; may be empty
    bool needs_render = false;
    bool is_blocked = false; ///< cannot be rendered until the film changes; reasons say why
    ShotRecipe recipe;       ///< what rendering would use
    std::string key;         ///< shot_key(recipe)
    /// For a shot that continues: the take it would continue from, empty while that is still to be rendered.
    TakeId continues_from;
    std::vector<StreamWindow> windows;
    Cost cost; ///< of rendering it now; zero when it needs none
};

struct RenderPlan {
    Timeline timeline;
    std::vector<PlannedShot> shots;
    FrameRate frame_rate;
    Cost total; ///< seconds and disk add up; memory is the largest

    /// Indices of the shots that need rendering, in an order that respects what continues from what.
    std::vector<size_t> steps() const;
    /// The same for some shots alone, with the stale shots they continue from. Unknown ids are an error that lists
    /// them.
    Result<std::vector<size_t>> steps_for(const std::vector<ShotId>& wanted) const;
};

/// What make_plan has to look up elsewhere.
struct PlanInputs {
    const Project& project;
    const TakeIndex& takes;
    const ModelFacts& model;
    const TimingHistory& timings;
    std::string device; ///< whose timings count; empty: the one this model ran on most
    /// What the shot's camera adds to its prompt.
    std::function<std::string(const Shot&)> camera_text;
    /// SHA-256 of a keyframe image (path as in the film), or why it cannot be read.
    std::function<Result<std::string>(const std::string& image)> image_hash;
    /// Why a text must not be rendered, in words; empty when it may. Not set: every text may.
    std::function<std::string(const std::string& prompt)> objection = {};
};

/// `inputs.project` has passed validate().
RenderPlan make_plan(const PlanInputs& inputs);

} // namespace longtake
