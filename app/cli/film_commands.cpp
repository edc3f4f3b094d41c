// SPDX-License-Identifier: Apache-2.0
#include "app/cli/measure_command.h"
#include "app/cli/verify_command.h"

namespace longtake {

std::vector<Command> film_commands() {
    return {measure_command(), verify_command()};
}

} // namespace longtake
