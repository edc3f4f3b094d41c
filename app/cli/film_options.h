// SPDX-License-Identifier: Apache-2.0
// Options that several verbs on films have, worded and read in one place: --model, --checkpoint, --checkpoint-steps.
#pragma once

#include "app/cli/arguments.h"
#include "core/render/checkpoint_pace.h"

#include <string>
#include <vector>

namespace longtake {

/// --model, to be appended to a verb's own options.
Option model_option();
/// The model asked for instead of the film's; empty for the film's own.
std::string read_model(const Arguments& arguments);

/// --checkpoint and --checkpoint-steps.
std::vector<Option> checkpoint_options();
Result<CheckpointPace> read_checkpoints(const Arguments& arguments);

} // namespace longtake
