// SPDX-License-Identifier: Apache-2.0
// longtake check: is the film sound, and where not.
#pragma once

#include "app/cli/command.h"

namespace longtake {

Command check_command();

} // namespace longtake
