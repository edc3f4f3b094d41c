// SPDX-License-Identifier: Apache-2.0
// See kernel_memory.h.
#include "core/nn/kernel_memory.h"

#include "core/base/free_memory.h"

#include <cstddef>
#include <new>

namespace longtake {
namespace {

/// A kernel takes less than a megabyte, and every thread may compile a few.
constexpr size_t kRoom = size_t{48} << 20;

} // namespace

void require_kernel_memory() {
    if (!has_free_memory(kRoom)) {
        throw std::bad_alloc();
    }
}

} // namespace longtake
