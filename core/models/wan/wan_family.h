// SPDX-License-Identifier: Apache-2.0
// Wan 2.1 and 2.2 (T2V, TI2V, A14B) as a VideoModel. See models.md §1.3, §1.4, §2.
#pragma once

#include "core/models/family.h"
#include "core/models/prompt_reader.h"
#include "core/weights/model_dir.h"

#include <memory>

namespace longtake {

/// Loads everything but the text encoder, which is mapped for the first prompt and let go when denoising begins; with
/// Residency::OnePart nothing, until it is needed.
Result<std::unique_ptr<VideoModel>> load_wan(const ModelDirectory& directory, const ComputePolicy& policy);

/// Reads configs and headers, loads nothing; the error is the one load_wan would give.
Result<ModelLimits> inspect_wan(const ModelDirectory& directory);

Result<PromptReader> load_wan_prompt_reader(const ModelDirectory& directory);

} // namespace longtake
