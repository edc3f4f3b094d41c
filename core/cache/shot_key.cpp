// SPDX-License-Identifier: Apache-2.0
#include "core/cache/shot_key.h"

#include "core/base/hash.h"

#include <string_view>

namespace longtake {

namespace {

/// One labelled value of a recipe. Two recipes have the same labels in the same order.
struct Field {
    std::string label;
    std::string value;
    bool is_shown = true;     ///< short enough to say what it was and is
    bool is_upstream = false; ///< means nothing where a sequence begins
};

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
    return {
        {"render version", std::to_string(recipe.render_version)},
        {"model", recipe.model_hash, false},
        {"adapters", adapter_text(recipe.adapters), false},
        {"prompt", recipe.prompt, false},
        {"negative prompt", recipe.negative, false},
        {"sampler", recipe.sampler},
        {"seed", std::to_string(recipe.seed)},
        {"steps", std::to_string(recipe.steps)},
        {"guidance", number_text(recipe.guidance)},
        {"size", to_string(recipe.size)},
        {"length", std::to_string(recipe.frames.value) + " frames"},
        {"frame rate", recipe.frame_rate ? to_string(*recipe.frame_rate) : "not used"},
        {"drift help", number_text(recipe.drift_help)},
        {"loop", recipe.is_loop ? "on" : "off"},
        {"keyframes", keyframe_text(recipe.keyframes), false},
        {"beginning", recipe.upstream ? "continues" : "new sequence"},
        {"upstream", upstream.key, false, true},
        {"context", std::to_string(upstream.context_latents) + " latents", true, true},
        {"prompt blend", std::to_string(upstream.blend_latents) + " latents", true, true},
        {"the prompt it blends from", upstream.blend_from, false, true},
        {"drift anchor", upstream.drift_anchor, false, true},
    };
}

std::string phrase(const Field& before, const Field& now, const UpstreamWords& upstream) {
    if (now.label == "beginning") {
        return now.value == "continues" ? "now continues from " + upstream.name : "now begins a new sequence";
    }
    if (now.label == "upstream") {
        return upstream.name + ", which it continues from, " +
               (upstream.will_be_rendered ? "will be re-rendered" : "was re-rendered");
    }
    if (now.label == "drift anchor") {
        return "the first shot of the sequence, which drift help looks at, changed";
    }
    return now.label + (now.is_shown ? " changed from " + before.value + " to " + now.value : " changed");
}

} // namespace

std::string shot_key(const ShotRecipe& recipe) {
    FieldHash hash;
    for (const Field& field : fields_of(recipe)) {
        hash.field(field.label, std::string_view(field.value));
    }
    return hash.hex();
}

std::vector<std::string>
describe_changes(const ShotRecipe& before, const ShotRecipe& now, const UpstreamWords& upstream) {
    const std::vector<Field> old_fields = fields_of(before);
    const std::vector<Field> new_fields = fields_of(now);
    const bool begins_differently = before.upstream.has_value() != now.upstream.has_value();
    std::vector<std::string> phrases;
    for (size_t index = 0; index < new_fields.size(); ++index) {
        const bool is_implied = begins_differently && new_fields[index].is_upstream;
        if (old_fields[index].value != new_fields[index].value && !is_implied) {
            phrases.push_back(phrase(old_fields[index], new_fields[index], upstream));
        }
    }
    return phrases;
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
