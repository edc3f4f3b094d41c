// SPDX-License-Identifier: Apache-2.0
#include "core/cache/shot_recipe.h"

#include "core/project/full_prompt.h"

#include <algorithm>
#include <cmath>

namespace longtake {

namespace {

int64_t frame_of(const Keyframe& keyframe, FrameCount frames, FrameRate rate) {
    switch (keyframe.place) {
    case KeyframePlace::First: return 0;
    case KeyframePlace::Last: return frames.value - 1;
    case KeyframePlace::At: break;
    }
    return std::clamp<int64_t>(std::llround(keyframe.at_s * rate.per_second()), 0, frames.value - 1);
}

void add_keyframes(DraftRecipe& draft, const RecipeSources& sources, const Shot& shot, FrameCount frames) {
    for (const Keyframe& keyframe : shot.keyframes) {
        const int64_t frame = frame_of(keyframe, frames, sources.project.frame_rate);
        const bool is_possible = sources.model.has_any_keyframe || (frame == 0 && sources.model.has_first_keyframe);
        if (!is_possible) {
            draft.obstacles.push_back(
                {.kind = PlanReason::Kind::NoKeyframe, .number = frame, .model = sources.model.name});
        }
        const auto hash = sources.image_hash(keyframe.image);
        if (!hash) {
            draft.obstacles.push_back(
                {.kind = PlanReason::Kind::KeyframeImage, .image = keyframe.image, .detail = hash.error().message});
        }
        // An image that cannot be used is part of the recipe all the same: no take without it fits.
        draft.recipe.keyframes.push_back({frame, hash ? *hash : "unreadable"});
    }
    std::ranges::stable_sort(draft.recipe.keyframes, {}, &KeyframeUse::frame);
}

void check_size(DraftRecipe& draft, const ModelFacts& model) {
    const Size size = draft.recipe.size;
    if (!size.is_multiple(model.size_multiple)) {
        draft.obstacles.push_back({.kind = PlanReason::Kind::SizeMultiple,
                                   .before = multiple_text(model.size_multiple),
                                   .now = to_string(size),
                                   .model = model.name});
    }
}

} // namespace

DraftRecipe make_recipe(const RecipeSources& sources, const Shot& shot, FrameCount frames, int64_t variation) {
    const Project& project = sources.project;
    const ModelFacts& model = sources.model;
    DraftRecipe draft;
    draft.recipe = as_variation({}, project, shot, variation);
    ShotRecipe& recipe = draft.recipe;
    recipe.model = model.name;
    recipe.model_hash = model.weights_hash;
    recipe.prompt = full_prompt(project, shot, sources.camera_text(shot));
    recipe.negative = full_negative(project, shot);
    recipe.sampler = model.sampler;
    recipe.steps = shot.steps.value_or(project.steps > 0 ? project.steps : model.default_steps);
    recipe.guidance = shot.guidance.value_or(project.guidance >= 0 ? project.guidance : model.default_guidance);
    recipe.size = project.size;
    recipe.frames = frames;
    if (model.uses_frame_rate) {
        recipe.frame_rate = project.frame_rate;
    }
    recipe.drift_help = project.drift_help;
    recipe.is_loop = shot.is_loop;
    if (shot.is_loop && !model.has_any_keyframe) {
        draft.obstacles.push_back({.kind = PlanReason::Kind::NoLoop, .model = model.name});
    }
    add_keyframes(draft, sources, shot, frames);
    check_size(draft, model);
    return draft;
}

ShotRecipe as_variation(ShotRecipe recipe, const Project& project, const Shot& shot, int64_t variation) {
    recipe.seed = variation_seed(shot.seed ? *shot.seed : derived_seed(project.seed, shot.id), variation);
    recipe.variation = variation;
    return recipe;
}

} // namespace longtake
