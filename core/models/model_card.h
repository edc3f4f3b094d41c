// SPDX-License-Identifier: Apache-2.0
// longtake.json, an optional file in a model directory: what a diffusers directory cannot say about a model, so that a
// model trained differently from its family's published weights (the starter) needs no code of its own.
#pragma once

#include "core/base/result.h"
#include "core/models/family.h"

#include <filesystem>

namespace longtake {

/// Overrides `limits` with what FOLDER/longtake.json states; no such file changes nothing. Keys, all optional:
/// native_frames, fps ("24", "24000/1001"), size ("WxH"), steps, guidance, context_latents, blend_latents, handover
/// ("direct", "reencoded_first", "replacement"), first_keyframe, any_keyframe, begins_with_still. Errors
/// (ErrorCode::Model) name the file and each wrong key.
Result<void> apply_model_card(const std::filesystem::path& folder, ModelLimits& limits);

} // namespace longtake
