// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"

namespace longtake {

/// `longtake render`: a film's stale shots become takes, and the film a file.
Command render_command();
/// `longtake demo`: the bundled story, rendered with the bundled model.
Command demo_command();

} // namespace longtake
