// SPDX-License-Identifier: Apache-2.0
// From the film's wishes to the recipe of one shot: defaults filled in, texts put together, lengths on the model's
// grid.
#pragma once

#include "core/base/model_facts.h"
#include "core/cache/shot_key.h"
#include "core/project/project.h"

#include <functional>
#include <string>
#include <vector>

namespace longtake {

/// What a recipe needs from elsewhere; see PlanInputs.
struct RecipeSources {
    const Project& project;
    const ModelFacts& model;
    const std::function<std::string(const Shot&)>& camera_text;
    const std::function<Result<std::string>(const std::string& image)>& image_hash;
};

struct DraftRecipe {
    ShotRecipe recipe;
    std::vector<PlanReason> obstacles; ///< why this model cannot render it
};

/// The recipe of `shot` with `frames` frames as variation `variation`, without what it continues from.
DraftRecipe make_recipe(const RecipeSources& sources, const Shot& shot, FrameCount frames, int64_t variation);

/// `recipe`, which is one of `shot`'s, with the seed of another variation.
ShotRecipe as_variation(ShotRecipe recipe, const Project& project, const Shot& shot, int64_t variation);

} // namespace longtake
