// SPDX-License-Identifier: Apache-2.0
// How much memory this process holds, for tests that say "nothing large is allocated".
#pragma once

#include <cstdint>
#include <fstream>
#include <optional>
#include <string>

namespace longtake {

/// Bytes of RAM this process occupies now (mapped files count where they were touched); nothing where the system does not say.
inline std::optional<int64_t> resident_bytes() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        int64_t kilobytes = 0;
        if (word == "VmRSS:" && status >> kilobytes) {
            return kilobytes * 1024;
        }
    }
    return std::nullopt;
}

/// Bytes that `work` left this process holding more than before; 0 where the system does not say.
template <typename Work>
int64_t resident_growth(Work&& work) {
    const auto before = resident_bytes();
    work();
    const auto after = resident_bytes();
    return before && after ? *after - *before : 0;
}

} // namespace longtake
