// SPDX-License-Identifier: Apache-2.0
#include "app/cli/world_command.h"

namespace longtake {

std::vector<Command> engine_commands() {
    return {world_command()};
}

} // namespace longtake
