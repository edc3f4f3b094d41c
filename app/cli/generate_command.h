// SPDX-License-Identifier: Apache-2.0
// longtake generate: a prompt becomes a clip (design.md §6).
#pragma once

#include "app/cli/command.h"

namespace longtake {

Command generate_command();

} // namespace longtake
