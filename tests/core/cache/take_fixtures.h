// SPDX-License-Identifier: Apache-2.0
// Takes with small made-up files, for tests of the store and the plan.
#pragma once

#include "core/base/atomic_file.h"
#include "core/cache/take_store.h"

#include <doctest/doctest.h>

#include <string>

namespace longtake {

inline ShotRecipe plain_recipe(const std::string& prompt) {
    ShotRecipe recipe;
    recipe.model_hash = "model";
    recipe.prompt = prompt;
    recipe.sampler = "unipc";
    recipe.steps = 4;
    recipe.size = {32, 32};
    recipe.frames = {5};
    return recipe;
}

/// Writes the files of a take and commits it.
inline Result<Receipt> put_take(TakeStore& store, Receipt receipt) {
    auto take = store.begin(shot_key(receipt.recipe));
    if (!take) {
        return take.error();
    }
    for (const char* name : {kLatentsFile, kFramesFile, kThumbFile}) {
        const std::string content = std::string(name) + " of " + receipt.recipe.prompt + std::string(5000, '.');
        if (auto written = write_file_atomically(take->file(name), content); !written) {
            return written.error();
        }
    }
    return store.commit(std::move(*take), std::move(receipt));
}

inline Receipt plain_receipt(const std::string& prompt, const std::string& shot = "s1") {
    Receipt receipt;
    receipt.shot = {shot};
    receipt.serial = 1;
    receipt.created_at = "2026-11-21T05:00:00Z";
    receipt.recipe = plain_recipe(prompt);
    return receipt;
}

} // namespace longtake
