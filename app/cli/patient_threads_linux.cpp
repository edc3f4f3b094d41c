// SPDX-License-Identifier: Apache-2.0
#include "app/cli/patient_threads.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>
#include <unistd.h>

namespace longtake {

void make_threads_patient(char** argv) {
    constexpr std::array<std::string_view, 7> kVerbs = {"bench",  "demo",  "evaluate", "generate",
                                                        "render", "train", "worker"};
    constexpr const char* kSpins = "5000"; // a tenth of a millisecond: longer than the gaps between parallel loops
    const bool computes =
        argv[0] != nullptr && argv[1] != nullptr && std::find(kVerbs.begin(), kVerbs.end(), argv[1]) != kVerbs.end();
    if (!computes || std::getenv("OMP_WAIT_POLICY") != nullptr || std::getenv("GOMP_SPINCOUNT") != nullptr) {
        return;
    }
    if (setenv("GOMP_SPINCOUNT", kSpins, 1) == 0) {
        execv("/proc/self/exe", argv);
    }
}

} // namespace longtake
