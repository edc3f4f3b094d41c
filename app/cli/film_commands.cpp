// SPDX-License-Identifier: Apache-2.0
#include "app/cli/check_command.h"
#include "app/cli/export_command.h"
#include "app/cli/farm_command.h"
#include "app/cli/measure_command.h"
#include "app/cli/new_command.h"
#include "app/cli/plan_command.h"
#include "app/cli/render_command.h"
#include "app/cli/trim_command.h"
#include "app/cli/verify_command.h"
#include "app/cli/worker_command.h"

namespace longtake {

std::vector<Command> film_commands() {
    return {demo_command(), new_command(),     check_command(),  plan_command(), render_command(), export_command(),
            farm_command(), measure_command(), verify_command(), trim_command(), worker_command()};
}

} // namespace longtake
