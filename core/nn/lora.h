// SPDX-License-Identifier: Apache-2.0
// Low-rank adapters (Hu et al. 2021) on the linear layers of any network: W + scale * B A. A layer needs to know
// nothing of it: attach() gives it the sum as its weight, through which gradients reach A and B. Files are PEFT's:
// NAME.lora_A.weight [rank, in] and NAME.lora_B.weight [out, rank] behind a prefix such as "transformer.", which
// diffusers' load_lora_weights reads.
#pragma once

#include "core/base/result.h"
#include "core/nn/layers.h"

#include <torch/nn/module.h>
#include <torch/types.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace longtake {

class LoraAdapters : public torch::nn::Module {
public:
    /// Adapters of `rank` on every Linear of `network` whose path `takes` accepts. A is random from `seed`, B zero, so
    /// nothing changes until something is learnt. The network must outlive them.
    LoraAdapters(torch::nn::Module& network,
                 int64_t rank,
                 double scale,
                 uint64_t seed,
                 const std::function<bool(const std::string&)>& takes);

    int64_t rank() const { return rank_; }
    size_t layer_count() const { return layers_.size(); }

    /// Gives every layer its adapted weight; call before each forward while A and B change.
    void attach();
    /// Gives every layer its own weight back.
    void detach();
    /// Writes the sums into the network's own weights for good and leaves it without adapters.
    void merge();

    /// Errors: the disk; for load also a layer that is missing, unexpected or of another shape (Model).
    Result<void> save(const std::filesystem::path& path, const std::string& prefix) const;
    Result<void> load(const std::filesystem::path& path, const std::string& prefix);

private:
    struct Layer {
        std::string name;
        std::shared_ptr<Linear> linear;
        torch::Tensor base, down, up; // up is B, down is A
    };
    std::vector<Layer> layers_;
    int64_t rank_;
    double scale_;
};

} // namespace longtake
