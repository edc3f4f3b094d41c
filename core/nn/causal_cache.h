// SPDX-License-Identifier: Apache-2.0
// The state that makes a causal video autoencoder a stream: for every causal convolution, in graph order, the last input
// frames it saw. A value: copy it to branch a stream, keep it to resume one, save and load it as named tensors.
#pragma once

#include <torch/types.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace longtake {

class CausalCache {
public:
    /// The slot of the next causal convolution of this pass; slots are created empty on the first pass.
    torch::Tensor& next_slot();
    /// Begins a pass over the next latent: back to the first slot.
    void begin_pass() { cursor_ = 0; }
    void end_pass() { ++passes_; }
    /// True during the first latent of a stream, which holds one pixel frame.
    bool is_first() const { return passes_ == 0; }
    int64_t passes() const { return passes_; }

    /// An independent copy: later passes on either do not touch the other.
    CausalCache clone() const;
    std::vector<std::pair<std::string, torch::Tensor>> named_tensors() const;
    static CausalCache from_named_tensors(const std::vector<std::pair<std::string, torch::Tensor>>& tensors);

private:
    std::vector<torch::Tensor> slots_;
    size_t cursor_ = 0;
    int64_t passes_ = 0;
};

} // namespace longtake
