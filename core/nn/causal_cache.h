// SPDX-License-Identifier: Apache-2.0
// The state that makes a causal video autoencoder a stream: for every causal convolution, in graph order, the last
// input frames it saw. A value: copy it to branch a stream, keep it to resume one, save and load it as named tensors.
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
    /// A stream entered in its middle: nothing is first any more, and every slot starts undefined, which means zero
    /// history. After as many latents as the decoder's receptive field its state is that of the whole stream.
    static CausalCache mid_stream();

    /// The slot of the next causal convolution of this pass; slots are created undefined on the cache's own first pass.
    torch::Tensor& next_slot();
    /// Begins a pass over the next latent: back to the first slot.
    void begin_pass() { cursor_ = 0; }
    void end_pass() {
        ++passes_;
        is_laid_out_ = true;
    }
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
    bool is_laid_out_ = false; ///< a whole pass has been made, so the number of slots is known
};

} // namespace longtake
