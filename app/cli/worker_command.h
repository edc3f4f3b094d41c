// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"

namespace longtake {

/// `longtake worker`: renders for the window or a farm, told in JSON lines (core/film/worker_protocol.h).
Command worker_command();

} // namespace longtake
