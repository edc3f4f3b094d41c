// SPDX-License-Identifier: Apache-2.0
#include "core/project/project.h"

#include "core/base/hash.h"

#include <algorithm>
#include <utility>

namespace longtake {

const Shot* Project::find(const ShotId& id) const {
    const auto index = index_of(id);
    return index ? &shots[*index] : nullptr;
}

Shot* Project::find(const ShotId& id) {
    return const_cast<Shot*>(std::as_const(*this).find(id));
}

const Scene* Project::find(const SceneId& id) const {
    const auto found = std::find_if(scenes.begin(), scenes.end(), [&](const Scene& scene) { return scene.id == id; });
    return found == scenes.end() ? nullptr : &*found;
}

const Character* Project::find_character(std::string_view name) const {
    const auto found =
        std::find_if(characters.begin(), characters.end(), [&](const Character& one) { return one.name == name; });
    return found == characters.end() ? nullptr : &*found;
}

std::optional<size_t> Project::index_of(const ShotId& id) const {
    const auto found = std::find_if(shots.begin(), shots.end(), [&](const Shot& shot) { return shot.id == id; });
    if (found == shots.end()) {
        return std::nullopt;
    }
    return static_cast<size_t>(found - shots.begin());
}

FrameCount asked_frames(const ShotLength& length, FrameRate rate) {
    if (const auto* seconds = std::get_if<Seconds>(&length)) {
        return frames_for(seconds->value, rate);
    }
    return {std::max<int64_t>(1, std::get<FrameCount>(length).value)};
}

ShotId new_shot_id(std::string_view prompt, const std::function<bool(const ShotId&)>& is_taken) {
    std::string text(prompt);
    for (int64_t attempt = 2;; ++attempt) {
        const ShotId id{"s" + sha256_hex(text).substr(0, 6)};
        if (!is_taken(id)) {
            return id;
        }
        text = std::string(prompt) + "#" + std::to_string(attempt);
    }
}

} // namespace longtake
