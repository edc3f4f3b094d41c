// SPDX-License-Identifier: Apache-2.0
// See initialise.h.
#include "core/nn/initialise.h"

#include "core/nn/noise.h"

#include <torch/torch.h>

#include <cmath>

namespace longtake {
namespace {

/// FNV-1a: names a parameter's noise stream.
uint64_t stream_of(const std::string& name) {
    uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char letter : name) {
        hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3ULL;
    }
    return hash;
}

} // namespace

void initialise_parameters(torch::nn::Module& module, uint64_t seed) {
    const torch::NoGradGuard no_grad;
    for (const auto& entry : module.named_parameters()) {
        const std::string& name = entry.key();
        torch::Tensor values = entry.value();
        values.set_data(torch::empty(values.sizes(), values.options()));
        const bool is_table = name.ends_with("scale_shift_table");
        if (name.ends_with("bias")) {
            values.zero_();
        } else if (name.ends_with("gamma") || values.dim() == 1) {
            values.fill_(1.0);
        } else {
            const double fan_in = static_cast<double>(values.numel() / values.size(0));
            const double deviation =
                is_table ? 1.0 / std::sqrt(static_cast<double>(values.size(-1))) : std::sqrt(1.0 / (3.0 * fan_in));
            values.copy_(noise_values({seed, stream_of(name), 0}, values.numel()).view(values.sizes()) * deviation);
        }
    }
}

} // namespace longtake
