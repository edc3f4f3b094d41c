// SPDX-License-Identifier: Apache-2.0
#include "core/cache/render_plan.h"

#include "core/cache/shot_recipe.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace longtake {

namespace {

/// As people count: the shot at `index` is number index + 1.
int64_t number_of(size_t index) {
    return static_cast<int64_t>(index) + 1;
}

/// Plans the shots in film order; each looks only at the shots before it.
class Planner {
public:
    explicit Planner(const PlanInputs& inputs);
    RenderPlan run();

private:
    void plan_shot(size_t index);
    /// The shot before, when the shot at `index` continues from it.
    const PlannedShot* upstream_of(size_t index) const;
    /// The take that `shot` shows once everything is rendered is known only if it is not rendered now.
    const Receipt* settled_take(const PlannedShot& shot) const;
    UpstreamUse make_upstream(size_t index, const PlannedShot& before) const;
    DraftRecipe draft(size_t index, int64_t variation) const;
    /// Why the shot at `index` cannot continue from the one before it; empty when it can.
    std::optional<PlanReason> upstream_obstacle(size_t index) const;

    bool is_usable(const Receipt* take) const;
    bool fits(const Receipt& take, size_t index, const std::string& key) const;
    /// Another take that shows exactly what is asked for, the newest first; null when there is none.
    const Receipt* find_fitting(size_t index, const std::string& key) const;
    void judge(size_t index, const Receipt* chosen, std::vector<PlanReason> obstacles);
    std::vector<PlanReason> changes_since(size_t index, const Receipt& take) const;
    PlanReason why_missing(const Shot& shot) const;
    void add_cost(size_t index);

    const PlanInputs& inputs_;
    const Project& project_;
    RenderPlan plan_;
    std::string device_;
};

Planner::Planner(const PlanInputs& inputs)
    : inputs_(inputs)
    , project_(inputs.project)
    , device_(inputs.device.empty() ? inputs.timings.usual_device(inputs.model.weights_hash) : inputs.device) {
    plan_.timeline = make_timeline(project_, inputs.model.grid());
    plan_.frame_rate = project_.frame_rate;
    plan_.total.is_measured = true;
    plan_.shots.reserve(project_.shots.size());
}

RenderPlan Planner::run() {
    for (size_t index = 0; index < project_.shots.size(); ++index) {
        plan_shot(index);
    }
    return std::move(plan_);
}

void Planner::plan_shot(size_t index) {
    const Shot& shot = project_.shots[index];
    PlannedShot planned;
    planned.id = shot.id;
    planned.seam = seam_before(project_, index);
    planned.start_frame = plan_.timeline.shots[index].start_frame;
    planned.frames = plan_.timeline.shots[index].frames;
    plan_.shots.push_back(std::move(planned));

    const Receipt* chosen = inputs_.takes.find(shot.chosen_take);
    chosen = is_usable(chosen) ? chosen : nullptr;
    DraftRecipe made = draft(index, chosen == nullptr ? 0 : chosen->recipe.variation);
    PlannedShot& result = plan_.shots.back();
    result.key = shot_key(made.recipe);
    if (std::string objection = inputs_.objection ? inputs_.objection(made.recipe.prompt) : std::string();
        !objection.empty()) {
        made.obstacles.push_back({.kind = PlanReason::Kind::Refused, .detail = std::move(objection)});
    }
    result.recipe = std::move(made.recipe);
    judge(index, chosen, std::move(made.obstacles));
    if (result.needs_render) {
        add_cost(index);
    }
}

const PlannedShot* Planner::upstream_of(size_t index) const {
    return seam_before(project_, index) == SeamKind::Continue ? &plan_.shots[index - 1] : nullptr;
}

const Receipt* Planner::settled_take(const PlannedShot& shot) const {
    return shot.needs_render || shot.is_blocked ? nullptr : inputs_.takes.find(shot.take);
}

UpstreamUse Planner::make_upstream(size_t index, const PlannedShot& before) const {
    const Seam& seam = project_.shots[index].seam;
    const Receipt* take = settled_take(before);
    const int64_t wanted = seam.context_latents > 0 ? seam.context_latents : inputs_.model.context_latents;
    UpstreamUse upstream;
    upstream.key = take == nullptr ? before.key : take->key;
    upstream.context_latents = std::clamp<int64_t>(wanted, 1, std::max<int64_t>(1, inputs_.model.window_latents - 1));
    upstream.blend_latents = seam.blend_latents.value_or(inputs_.model.blend_latents);
    if (upstream.blend_latents > 0) {
        upstream.blend_from = take == nullptr ? before.recipe.prompt : take->recipe.prompt;
    }
    if (project_.drift_help > 0) {
        const size_t first = plan_.timeline.sequences[plan_.timeline.shots[index].sequence].first_shot;
        const Receipt* first_take = settled_take(plan_.shots[first]);
        upstream.drift_anchor = first_take == nullptr ? plan_.shots[first].key : first_take->key;
    }
    return upstream;
}

DraftRecipe Planner::draft(size_t index, int64_t variation) const {
    const RecipeSources sources{project_, inputs_.model, inputs_.camera_text, inputs_.image_hash};
    DraftRecipe made = make_recipe(sources, project_.shots[index], {plan_.timeline.shots[index].frames}, variation);
    if (const PlannedShot* before = upstream_of(index)) {
        made.recipe.upstream = make_upstream(index, *before);
    }
    return made;
}

std::optional<PlanReason> Planner::upstream_obstacle(size_t index) const {
    const PlannedShot* before = upstream_of(index);
    if (before == nullptr) {
        return std::nullopt;
    }
    PlanReason reason{.kind = PlanReason::Kind::UpstreamBlocked, .shot = number_of(index - 1)};
    if (before->is_blocked) {
        return reason;
    }
    const Receipt* take = settled_take(*before);
    if (take == nullptr) {
        return std::nullopt;
    }
    const ShotRecipe& recipe = plan_.shots[index].recipe;
    if (take->recipe.size != recipe.size) {
        reason.kind = PlanReason::Kind::UpstreamSize;
        reason.before = to_string(take->recipe.size);
        reason.now = to_string(recipe.size);
        return reason;
    }
    if (take->recipe.model_hash != recipe.model_hash) {
        reason.kind = PlanReason::Kind::UpstreamModel;
        return reason;
    }
    const auto stream = inputs_.takes.stream_of(take->take);
    if (!stream) {
        reason.kind = PlanReason::Kind::UpstreamStream;
        reason.detail = stream.error().message;
        return reason;
    }
    return std::nullopt;
}

bool Planner::is_usable(const Receipt* take) const {
    return take != nullptr && !project_.deleted_takes.contains(take->take);
}

bool Planner::fits(const Receipt& take, size_t index, const std::string& key) const {
    if (take.key != key) {
        return false;
    }
    const PlannedShot* before = upstream_of(index);
    const Receipt* upstream = before == nullptr ? nullptr : settled_take(*before);
    return upstream == nullptr || take.context_sha256 == latents_checksum(*upstream);
}

const Receipt* Planner::find_fitting(size_t index, const std::string& key) const {
    for (const Receipt* take : inputs_.takes.with_key(key)) {
        if (is_usable(take) && fits(*take, index, key)) {
            return take;
        }
    }
    return nullptr;
}

void Planner::judge(size_t index, const Receipt* chosen, std::vector<PlanReason> obstacles) {
    const Shot& shot = project_.shots[index];
    PlannedShot& planned = plan_.shots[index];
    const bool is_chosen_fitting = chosen != nullptr && fits(*chosen, index, planned.key);
    if (chosen != nullptr) {
        planned.take = chosen->take;
    }
    if (shot.is_pinned && chosen != nullptr) {
        planned.state = ShotState::Pinned;
        if (!is_chosen_fitting) {
            planned.reasons = changes_since(index, *chosen);
        }
        return;
    }
    if (is_chosen_fitting) {
        planned.state = ShotState::Fresh;
        return;
    }
    if (const Receipt* other = find_fitting(index, planned.key)) {
        planned.state = ShotState::Fresh;
        planned.take = other->take;
        planned.reasons = {{.kind = PlanReason::Kind::OtherTake, .take = other->take}};
        return;
    }
    planned.state = chosen == nullptr ? ShotState::Missing : ShotState::Stale;
    planned.reasons = chosen == nullptr ? std::vector<PlanReason>{why_missing(shot)} : changes_since(index, *chosen);
    if (const auto obstacle = upstream_obstacle(index)) {
        obstacles.push_back(*obstacle);
    }
    if (!obstacles.empty()) {
        planned.state = ShotState::Failed;
        planned.is_blocked = true;
        planned.reasons = std::move(obstacles);
        return;
    }
    planned.needs_render = true;
    const auto failure = inputs_.takes.failures().find(shot.id);
    if (failure != inputs_.takes.failures().end() && failure->second.key == planned.key) {
        planned.state = ShotState::Failed;
        planned.reasons.insert(planned.reasons.begin(),
                               {.kind = PlanReason::Kind::AttemptFailed, .detail = failure->second.message});
    }
}

std::vector<PlanReason> Planner::changes_since(size_t index, const Receipt& take) const {
    const PlannedShot* before = upstream_of(index);
    const UpstreamShot upstream{number_of(index) - 1, before != nullptr && before->needs_render};
    auto changes = describe_changes(take.recipe, plan_.shots[index].recipe, upstream);
    if (changes.empty()) {
        changes.push_back({.kind = PlanReason::Kind::UpstreamOtherBits, .shot = upstream.number});
    }
    return changes;
}

PlanReason Planner::why_missing(const Shot& shot) const {
    if (shot.chosen_take.is_empty()) {
        return {.kind = PlanReason::Kind::NotRendered};
    }
    if (project_.deleted_takes.contains(shot.chosen_take)) {
        return {.kind = PlanReason::Kind::TakeDeleted};
    }
    for (const QuarantinedTake& take : inputs_.takes.quarantined()) {
        if (take.take == shot.chosen_take) {
            return {.kind = PlanReason::Kind::TakeDamaged, .take = take.take, .detail = take.reason};
        }
    }
    return {.kind = PlanReason::Kind::TakeGone, .take = shot.chosen_take};
}

void Planner::add_cost(size_t index) {
    PlannedShot& planned = plan_.shots[index];
    const ModelFacts& model = inputs_.model;
    const bool continues = planned.recipe.upstream.has_value();
    const int64_t before_frames = plan_.timeline.shots[index].sequence_frame;
    const int64_t available = continues ? shot_latents({before_frames}, false, model.temporal_compression) : 0;
    const int64_t context = continues ? planned.recipe.upstream->context_latents : model.context_latents;
    const auto is_first = [](const KeyframeUse& keyframe) { return keyframe.frame == 0; };
    const bool begins_with_still =
        model.begins_with_still && !planned.recipe.is_loop &&
        std::none_of(planned.recipe.keyframes.begin(), planned.recipe.keyframes.end(), is_first);
    planned.windows = plan_windows(shot_latents({planned.frames}, continues, model.temporal_compression), available,
                                   {model.temporal_compression, model.window_latents, context, begins_with_still});
    if (const PlannedShot* before = upstream_of(index)) {
        planned.continues_from = settled_take(*before) == nullptr ? TakeId{} : before->take;
    }
    planned.cost =
        estimate_cost({project_.size, planned.frames, planned.windows, planned.recipe.steps, planned.recipe.guidance},
                      model, inputs_.timings, device_);
    plan_.total.seconds += planned.cost.seconds;
    plan_.total.disk_bytes += planned.cost.disk_bytes;
    plan_.total.memory_bytes = std::max(plan_.total.memory_bytes, planned.cost.memory_bytes);
    plan_.total.is_measured = plan_.total.is_measured && planned.cost.is_measured;
}

} // namespace

std::string_view to_string(ShotState state) {
    switch (state) {
    case ShotState::Fresh: return "fresh";
    case ShotState::Stale: return "stale";
    case ShotState::Missing: return "missing";
    case ShotState::Pinned: return "pinned";
    case ShotState::Failed: return "failed";
    }
    return "unknown";
}

std::vector<size_t> RenderPlan::steps() const {
    std::vector<size_t> indices;
    for (size_t index = 0; index < shots.size(); ++index) {
        if (shots[index].needs_render) {
            indices.push_back(index);
        }
    }
    return indices;
}

Result<std::vector<size_t>> RenderPlan::steps_for(const std::vector<ShotId>& wanted) const {
    std::map<ShotId, size_t> places;
    for (size_t index = 0; index < shots.size(); ++index) {
        places.emplace(shots[index].id, index);
    }
    std::set<size_t> chosen;
    std::string unknown;
    for (const ShotId& id : wanted) {
        const auto place = places.find(id);
        if (place == places.end()) {
            unknown += (unknown.empty() ? "" : ", ") + id.value;
            continue;
        }
        for (size_t index = place->second; shots[index].needs_render && chosen.insert(index).second; --index) {
            if (shots[index].seam != SeamKind::Continue) {
                break;
            }
        }
    }
    if (!unknown.empty()) {
        return bad_input("the film has no shot " + unknown, "`longtake plan` lists the shots and their ids.");
    }
    return std::vector<size_t>(chosen.begin(), chosen.end());
}

RenderPlan make_plan(const PlanInputs& inputs) {
    return Planner(inputs).run();
}

} // namespace longtake
