// SPDX-License-Identifier: Apache-2.0
#include "core/base/free_memory.h"

#include <cstdlib>

namespace longtake {

bool has_free_memory(size_t bytes) {
    void* volatile block = std::malloc(bytes); // volatile: or the pair would be optimised away
    const bool is_free = block != nullptr;
    std::free(block);
    return is_free;
}

} // namespace longtake
