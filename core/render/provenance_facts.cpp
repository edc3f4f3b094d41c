// SPDX-License-Identifier: Apache-2.0
#include "core/render/provenance_facts.h"

#include "core/sampling/memory_ladder.h"

#include <torch/torch.h>
#include <torch/version.h>

#include <array>
#include <ctime>

namespace longtake {

MadeWith made_with(const VideoModel& model, const std::string& program) {
    MadeWith made;
    made.program = program;
    made.device = model.policy().device.str();
    made.dtype = c10::toString(model.policy().dtype);
    made.threads = at::get_num_threads();
    made.libraries["libtorch"] = TORCH_VERSION;
    made.memory_savings = memory_savings_of(model);
    return made;
}

std::string utc_now() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
#ifdef _WIN32
    gmtime_s(&parts, &now);
#else
    gmtime_r(&now, &parts);
#endif
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text.data();
}

} // namespace longtake
