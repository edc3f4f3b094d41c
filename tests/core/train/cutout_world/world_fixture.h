// SPDX-License-Identifier: Apache-2.0
// The world as it ships, and scripts with chosen attributes.
#pragma once

#include "core/train/cutout_world/animation.h"
#include "core/train/cutout_world/renderer.h"

#include <cstdlib>
#include <filesystem>
#include <string>

namespace longtake {

inline std::filesystem::path world_folder() {
    return std::filesystem::path(std::getenv("LONGTAKE_SOURCE_DIR")) / "resources" / "world";
}

inline const Vocabulary& shipped_vocabulary() {
    static const Vocabulary kVocabulary = *load_vocabulary(world_folder());
    return kVocabulary;
}

inline SceneAttributes scene_of(const std::string& subject,
                                const std::string& place,
                                const std::string& motion,
                                const std::string& camera = "static") {
    const Vocabulary& words = shipped_vocabulary();
    SceneAttributes scene;
    scene.subject = words.subject(subject);
    scene.place = Vocabulary::find(words.places, place);
    scene.motion = Vocabulary::find(words.motions, motion);
    scene.camera = Vocabulary::find(words.cameras, camera);
    return scene;
}

} // namespace longtake
