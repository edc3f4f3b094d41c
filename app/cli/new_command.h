// SPDX-License-Identifier: Apache-2.0
// longtake new: a film from a story or screenplay, and later what changed in it.
#pragma once

#include "app/cli/command.h"

namespace longtake {

Command new_command();

} // namespace longtake
