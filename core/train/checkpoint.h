// SPDX-License-Identifier: Apache-2.0
// What a killed training needs to go on exactly: the optimiser's tensors and how many steps are done. Everything random
// in a step is derived from (seed, stage, step), so there is no generator to store.
#pragma once

#include "core/base/result.h"
#include "core/train/optimiser.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace longtake {

struct TrainingProgress {
    int64_t steps = 0;
    double seconds = 0; ///< of training so far, over all sessions
    double loss = 0;    ///< moving average, for the log

    bool operator==(const TrainingProgress&) const = default;
};

/// Written atomically: a kill leaves the old checkpoint or the new one. `settings` is a hash of the configuration.
Result<void> save_checkpoint(const std::filesystem::path& path,
                             const Optimiser& optimiser,
                             const TrainingProgress& progress,
                             const std::string& settings);

/// Nothing when there is no file. Errors (Model): a damaged file, or one of other settings.
Result<std::optional<TrainingProgress>>
load_checkpoint(const std::filesystem::path& path, Optimiser& optimiser, const std::string& settings);

} // namespace longtake
