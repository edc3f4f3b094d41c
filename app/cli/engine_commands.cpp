// SPDX-License-Identifier: Apache-2.0
#include "app/cli/bench_command.h"
#include "app/cli/evaluate_command.h"
#include "app/cli/generate_command.h"
#include "app/cli/model_command.h"
#include "app/cli/train_command.h"
#include "app/cli/world_command.h"

namespace longtake {

std::vector<Command> engine_commands() {
    return {bench_command(), evaluate_command(), generate_command(), model_command(), train_command(), world_command()};
}

} // namespace longtake
