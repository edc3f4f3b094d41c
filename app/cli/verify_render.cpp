// SPDX-License-Identifier: Apache-2.0
#include "app/cli/verify_render.h"

#include "app/cli/interrupt.h"
#include "app/cli/progress_line.h"
#include "core/base/program_folders.h"
#include "core/render/find_model.h"

namespace longtake {

namespace {

namespace fs = std::filesystem;

/// The folder of the film whose takes these are: takes lie in FILM.t2vdata beside FILM.t2vproj.
fs::path film_folder(const TakeStore& store) {
    return fs::absolute(store.folder()).parent_path();
}

/// The pictures of the recipe's keyframes, looked for among those of the film by content.
Result<KeyframeFiles> find_images(const TakeStore& store, const Receipt& receipt) {
    if (receipt.recipe.keyframes.empty()) {
        return KeyframeFiles{};
    }
    const fs::path film = film_folder(store) / store.folder().filename().replace_extension(".t2vproj");
    const auto loaded = load_project(film);
    if (!loaded) {
        return loaded.error();
    }
    KeyframeFiles images;
    for (const Shot& shot : loaded->project.shots) {
        // A picture of another shot that cannot be read does not matter here.
        if (auto files = keyframe_files(shot, film.parent_path())) {
            images.merge(*files);
        }
    }
    return images;
}

Result<fs::path> find_same_model(const TakeStore& store, const Receipt& receipt, const std::string& model) {
    const std::string& name = model.empty() ? receipt.recipe.model : model;
    auto folder = find_model(name, film_folder(store));
    if (!folder) {
        return folder.error();
    }
    const auto facts = read_model_facts(*folder, name, user_cache_folder());
    if (!facts) {
        return facts.error();
    }
    if (facts->weights_hash != receipt.recipe.model_hash) {
        return model_error("the model '" + name + "' is not the one the take was made with",
                           "Its files have the hash " + facts->weights_hash + " and the receipt names " +
                               receipt.recipe.model_hash + ". --model gives another folder.");
    }
    return folder;
}

} // namespace

DeviceChoice conditions_of(const Receipt& receipt) {
    DeviceChoice choice;
    choice.device = receipt.made_with.device;
    choice.dtype = receipt.made_with.dtype == "BFloat16" ? "bf16" : receipt.made_with.dtype == "Half" ? "fp16" : "fp32";
    choice.threads = receipt.made_with.threads;
    return choice;
}

Result<Remake>
verify_by_rendering(TakeStore& store, const Receipt& receipt, const DeviceChoice& choice, const std::string& model) {
    const auto folder = find_same_model(store, receipt, model);
    if (!folder) {
        return folder.error();
    }
    const auto images = find_images(store, receipt);
    if (!images) {
        return images.error();
    }
    const Interrupt interrupt;
    ModelSession session;
    const auto loaded = session.use(*folder, choice);
    if (!loaded) {
        return loaded.error();
    }
    ProgressLine progress;
    ShotObserver observer;
    observer.on_step = [&](const ShotStep& step) {
        if (step.window == 0 && step.step.step == 1) {
            progress.begin("making the take again", step.windows * step.step.steps);
        }
        progress.advance_to(step.window * step.step.steps + step.step.step);
    };
    return remake_take(**loaded, store, receipt, *images, observer, interrupt.token());
}

} // namespace longtake
