// SPDX-License-Identifier: Apache-2.0
// Choices with names: sizes, qualities, looks, camera moves. They come from presets/*.yaml beside the program, so that
// a person can read them and add their own; each says exactly what it sets or which text it adds.
#pragma once

#include "core/base/result.h"
#include "core/base/units.h"
#include "core/project/project.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longtake {

struct SizePreset {
    std::string id;
    std::string name;
    Size size;
    std::string note; ///< for which models or screens
};

struct QualityPreset {
    std::string id;
    std::string name;
    int64_t steps = 0;    ///< 0: the model's default
    double guidance = -1; ///< -1: the model's default
    double scale = 1.0;   ///< of the film's size, (0, 1]: a draft may be smaller
    std::string note;
};

struct LookPreset {
    std::string id;
    std::string name;
    std::string style; ///< becomes the film's look
    std::string negative;
};

struct CameraPreset {
    std::string id;
    std::string name;
    std::string move;                 ///< the field's word: truck, pan, push in, pull out, pedestal, tilt, zoom …
    std::string text;                 ///< added to the prompt
    std::vector<std::string> aliases; ///< other words people write for it
    std::string note;                 ///< what it looks like
};

struct Presets {
    std::vector<SizePreset> sizes;
    std::vector<QualityPreset> qualities;
    std::vector<LookPreset> looks;
    std::vector<CameraPreset> cameras;
};

/// Reads sizes.yaml, quality.yaml, looks.yaml and cameras.yaml; a file that is not there leaves its list empty. Refuses
/// unknown keys, ids given twice and values no film may have, naming file, line and field.
Result<Presets> load_presets(const std::filesystem::path& folder);

/// `own` on top of `shipped`: a preset of the same id replaces the shipped one, others follow behind.
Presets merge_presets(Presets shipped, const Presets& own);

/// The preset a shot's camera means: by id, name or alias, whatever the case and whether with spaces or hyphens.
const CameraPreset* find_camera(const Presets& presets, std::string_view camera);

/// What a shot's camera adds to the prompt: the preset's text, or the camera's own words if it is no preset.
std::string camera_text(const Presets& presets, std::string_view camera);

} // namespace longtake
