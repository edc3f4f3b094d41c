// SPDX-License-Identifier: Apache-2.0
#include "core/nn/causal_cache.h"

#include <torch/torch.h>

namespace longtake {

CausalCache CausalCache::mid_stream() {
    CausalCache cache;
    cache.passes_ = 1;
    return cache;
}

torch::Tensor& CausalCache::next_slot() {
    if (cursor_ == slots_.size()) {
        TORCH_CHECK(!is_laid_out_, "[nn.causal_cache] expected ", slots_.size(),
                    " slots, got one more after the first pass");
        slots_.emplace_back();
    }
    return slots_[cursor_++];
}

CausalCache CausalCache::clone() const {
    CausalCache copy = *this;
    for (torch::Tensor& slot : copy.slots_) {
        slot = slot.defined() ? slot.clone() : slot;
    }
    return copy;
}

std::vector<std::pair<std::string, torch::Tensor>> CausalCache::named_tensors() const {
    std::vector<std::pair<std::string, torch::Tensor>> tensors;
    tensors.emplace_back("passes", torch::tensor({passes_, static_cast<int64_t>(slots_.size())}, torch::kInt64));
    for (size_t i = 0; i < slots_.size(); ++i) {
        if (slots_[i].defined()) {
            tensors.emplace_back("slot." + std::to_string(i), slots_[i]);
        }
    }
    return tensors;
}

CausalCache CausalCache::from_named_tensors(const std::vector<std::pair<std::string, torch::Tensor>>& tensors) {
    CausalCache cache;
    for (const auto& [name, tensor] : tensors) {
        if (name == "passes") {
            cache.passes_ = tensor[0].item<int64_t>();
            cache.slots_.resize(static_cast<size_t>(tensor[1].item<int64_t>()));
            cache.is_laid_out_ = !cache.slots_.empty();
        }
    }
    for (const auto& [name, tensor] : tensors) {
        if (name.starts_with("slot.")) {
            cache.slots_.at(std::stoul(name.substr(5))) = tensor;
        }
    }
    return cache;
}

} // namespace longtake
