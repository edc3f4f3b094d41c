// SPDX-License-Identifier: Apache-2.0
// What every part of a training shares: steps with checkpoints every few minutes, a CSV of losses, progress with the
// time left, validation now and then, and stopping at any step without losing it.
#pragma once

#include "core/base/log.h"
#include "core/base/result.h"
#include "core/train/checkpoint.h"
#include "core/train/train_config.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace longtake {

/// Where a training's files go, who hears of progress, and when to stop.
struct TrainingSession {
    std::filesystem::path folder;
    LogSink log;
    double minutes = 0;                ///< of this session; 0 is no limit
    std::function<bool()> should_stop; ///< asked after every step; may be empty
};

struct TrainingPart {
    std::string name; ///< "autoencoder" or "transformer": names the checkpoint and the CSV
    int64_t steps = 0;
    Optimiser* optimiser = nullptr;
    /// Computes one step's loss and gradients; everything random in it comes from `step`.
    std::function<Result<double>(int64_t step)> learn;
    /// Writes a picture sheet and returns a line for the log.
    std::function<Result<std::string>(int64_t step)> validate;
};

enum class PartOutcome { Finished, Stopped };

/// Goes on from the part's checkpoint in session.folder, if there is one, until its last step, the session's time or
/// should_stop. The checkpoint is then up to date.
Result<PartOutcome> run_part(const TrainConfig& config, const TrainingSession& session, const TrainingPart& part);

} // namespace longtake
