// SPDX-License-Identifier: Apache-2.0
// longtake bench: what a clip costs on this machine, part by part, and against diffusers with the same weights.
#pragma once

#include "app/cli/command.h"

namespace longtake {

Command bench_command();

} // namespace longtake
