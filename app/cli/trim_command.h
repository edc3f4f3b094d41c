// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"

namespace longtake {

Command trim_command();

} // namespace longtake
