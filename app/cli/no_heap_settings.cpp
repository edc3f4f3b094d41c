// SPDX-License-Identifier: Apache-2.0
#include "app/cli/heap_settings.h"

namespace longtake {

void return_large_blocks() {}

} // namespace longtake
