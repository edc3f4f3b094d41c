// SPDX-License-Identifier: Apache-2.0
#include "app/cli/evaluate_command.h"
#include "app/cli/train_command.h"
#include "app/cli/world_command.h"

namespace longtake {

std::vector<Command> engine_commands() {
    return {evaluate_command(), train_command(), world_command()};
}

} // namespace longtake
