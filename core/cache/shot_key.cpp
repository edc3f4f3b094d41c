// SPDX-License-Identifier: Apache-2.0
#include "core/cache/shot_key.h"

#include "core/base/hash.h"

#include <string_view>

namespace longtake {

namespace {

/// One labelled value of a recipe. Two recipes have the same fields in the same order.
struct Field {
    RecipeField field;
    std::string value;        ///< as it is hashed
    std::string shown;        ///< as PlanReason says it; empty: too long to say, or not used
    bool is_upstream = false; ///< means nothing where a sequence begins
};

/// A value that is short enough to say what it was and is.
Field plain(RecipeField field, const std::string& value) {
    return {field, value, value};
}

std::string number_text(double value) {
    // As FieldHash writes it, so that equal texts mean equal hashes.
    const std::string dump = FieldHash().field("x", value).dump();
    return dump.substr(2, dump.size() - 3);
}

std::string adapter_text(const std::vector<AdapterUse>& adapters) {
    FieldHash list;
    for (const AdapterUse& adapter : adapters) {
        list.field("hash", adapter.hash).field("strength", adapter.strength);
    }
    return list.dump();
}

std::string keyframe_text(const std::vector<KeyframeUse>& keyframes) {
    FieldHash list;
    for (const KeyframeUse& keyframe : keyframes) {
        list.field("frame", keyframe.frame).field("image", keyframe.image_hash);
    }
    return list.dump();
}

std::vector<Field> fields_of(const ShotRecipe& recipe) {
    const UpstreamUse upstream = recipe.upstream.value_or(UpstreamUse{});
    const std::string context = std::to_string(upstream.context_latents);
    const std::string blend = std::to_string(upstream.blend_latents);
    const std::string frames = std::to_string(recipe.frames.value);
    const std::string rate = recipe.frame_rate ? to_string(*recipe.frame_rate) : std::string();
    return {
        plain(RecipeField::RenderVersion, std::to_string(recipe.render_version)),
        {RecipeField::Model, recipe.model_hash, {}},
        {RecipeField::Adapters, adapter_text(recipe.adapters), {}},
        {RecipeField::Prompt, recipe.prompt, {}},
        {RecipeField::NegativePrompt, recipe.negative, {}},
        plain(RecipeField::Sampler, recipe.sampler),
        plain(RecipeField::Seed, std::to_string(recipe.seed)),
        plain(RecipeField::Steps, std::to_string(recipe.steps)),
        plain(RecipeField::Guidance, number_text(recipe.guidance)),
        plain(RecipeField::Size, to_string(recipe.size)),
        {RecipeField::Length, frames + " frames", frames},
        {RecipeField::FrameRate, rate.empty() ? "not used" : rate, rate},
        plain(RecipeField::DriftHelp, number_text(recipe.drift_help)),
        plain(RecipeField::Loop, recipe.is_loop ? "on" : "off"),
        {RecipeField::Keyframes, keyframe_text(recipe.keyframes), {}},
        {RecipeField::Beginning, recipe.upstream ? "continues" : "new sequence", {}},
        {RecipeField::Upstream, upstream.key, {}, true},
        {RecipeField::Context, context + " latents", context, true},
        {RecipeField::PromptBlend, blend + " latents", blend, true},
        {RecipeField::BlendFrom, upstream.blend_from, {}, true},
        {RecipeField::DriftAnchor, upstream.drift_anchor, {}, true},
    };
}

PlanReason reason_for(const Field& before, const Field& now, const ShotRecipe& recipe, const UpstreamShot& upstream) {
    PlanReason reason{PlanReason::Kind::Changed, now.field, before.shown, now.shown};
    if (now.field == RecipeField::Beginning) {
        reason.kind = recipe.upstream ? PlanReason::Kind::NowContinues : PlanReason::Kind::NowBegins;
    } else if (now.field == RecipeField::Upstream) {
        reason.kind =
            upstream.will_be_rendered ? PlanReason::Kind::UpstreamToRender : PlanReason::Kind::UpstreamRendered;
    } else if (now.field == RecipeField::DriftAnchor) {
        reason.kind = PlanReason::Kind::AnchorChanged;
    }
    const bool names_shot = reason.kind != PlanReason::Kind::Changed && reason.kind != PlanReason::Kind::AnchorChanged;
    reason.shot = names_shot ? upstream.number : 0;
    return reason;
}

} // namespace

std::string shot_key(const ShotRecipe& recipe) {
    FieldHash hash;
    for (const Field& field : fields_of(recipe)) {
        hash.field(to_string(field.field), std::string_view(field.value));
    }
    return hash.hex();
}

std::vector<PlanReason>
describe_changes(const ShotRecipe& before, const ShotRecipe& now, const UpstreamShot& upstream) {
    const std::vector<Field> old_fields = fields_of(before);
    const std::vector<Field> new_fields = fields_of(now);
    const bool begins_differently = before.upstream.has_value() != now.upstream.has_value();
    std::vector<PlanReason> reasons;
    for (size_t index = 0; index < new_fields.size(); ++index) {
        const bool is_implied = begins_differently && new_fields[index].is_upstream;
        if (old_fields[index].value != new_fields[index].value && !is_implied) {
            reasons.push_back(reason_for(old_fields[index], new_fields[index], now, upstream));
        }
    }
    return reasons;
}

int64_t variation_seed(int64_t base, int64_t variation) {
    return variation == 0 ? base : derived_seed(base, ShotId{"variation " + std::to_string(variation)});
}

int64_t derived_seed(int64_t film_seed, const ShotId& shot) {
    const std::string hex = FieldHash().field("film seed", film_seed).field("shot", shot.value).hex();
    // 13 digits are 52 bits: what every JSON reader keeps exactly.
    return static_cast<int64_t>(std::stoull(hex.substr(0, 13), nullptr, 16));
}

} // namespace longtake
