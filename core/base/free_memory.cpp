// SPDX-License-Identifier: Apache-2.0
#include "core/base/free_memory.h"

#ifdef _WIN32
#include <windows.h>
#else
#include <sys/mman.h>
#endif
#ifdef __GLIBC__
#include <limits>
#include <malloc.h>
#endif

namespace longtake {

bool has_free_memory(size_t bytes) {
#ifdef _WIN32
    void* block = VirtualAlloc(nullptr, bytes, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);
    return block != nullptr && VirtualFree(block, 0, MEM_RELEASE) != 0;
#else
    void* block = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return block != MAP_FAILED && munmap(block, bytes) == 0;
#endif
}

void keep_freed_memory() {
#ifdef __GLIBC__
    mallopt(M_MMAP_MAX, 0); // mapped blocks are always given back
    mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
#endif
}

void return_large_blocks() {
#ifdef __GLIBC__
    // Measured with the benchmark's tiny clip: a twentieth less memory at the same speed; smaller blocks would cost a
    // tenth of it.
    mallopt(M_MMAP_THRESHOLD, 16 << 20);
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
#endif
}

} // namespace longtake
