// SPDX-License-Identifier: Apache-2.0
#include "app/cli/heap_settings.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace longtake {

void return_large_blocks() {
#ifdef __GLIBC__
    // Measured with the benchmark's tiny clip: a twentieth less memory at the same speed; smaller blocks would cost a tenth of it.
    mallopt(M_MMAP_THRESHOLD, 16 << 20);
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
#endif
}

} // namespace longtake
