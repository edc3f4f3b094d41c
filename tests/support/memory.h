// SPDX-License-Identifier: Apache-2.0
// How much more memory this process holds after some work, for tests that say "nothing large is allocated".
#pragma once

#include "core/base/process.h"

#include <cstdint>

namespace longtake {

/// Bytes that `work` left this process holding more than before; 0 where the system does not say.
template <typename Work> int64_t resident_growth(Work&& work) {
    const int64_t before = resident_bytes();
    work();
    return before == 0 ? 0 : resident_bytes() - before;
}

} // namespace longtake
