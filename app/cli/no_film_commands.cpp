// SPDX-License-Identifier: Apache-2.0
#include "app/cli/command.h"

namespace longtake {

std::vector<Command> film_commands() {
    return {};
}

} // namespace longtake
