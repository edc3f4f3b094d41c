// SPDX-License-Identifier: Apache-2.0
#include "core/nn/lora.h"

#include "core/nn/noise.h"
#include "core/weights/safetensors.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace longtake {

namespace {

/// A parameter's name may hold no dots.
std::string flat(std::string name) {
    std::replace(name.begin(), name.end(), '.', '-');
    return name;
}

} // namespace

LoraAdapters::LoraAdapters(torch::nn::Module& network,
                           int64_t rank,
                           double scale,
                           uint64_t seed,
                           const std::function<bool(const std::string&)>& takes)
    : rank_(rank)
    , scale_(scale) {
    for (const auto& item : network.named_modules("", false)) {
        auto linear = std::dynamic_pointer_cast<Linear>(item.value());
        if (!linear || !takes(item.key())) {
            continue;
        }
        const auto options = torch::TensorOptions(torch::kFloat32).device(linear->weight.device());
        const int64_t in = linear->weight.size(1), out = linear->weight.size(0);
        const auto number = static_cast<uint64_t>(layers_.size());
        const torch::Tensor random =
            noise_values({seed, number, 0}, rank * in).view({rank, in}) / std::sqrt(static_cast<double>(in));
        Layer layer{item.key(), linear, linear->weight, {}, {}};
        layer.down = register_parameter(flat(item.key()) + "-lora_A", random.to(options.device()));
        layer.up = register_parameter(flat(item.key()) + "-lora_B", torch::zeros({out, rank}, options));
        layers_.push_back(std::move(layer));
    }
}

void LoraAdapters::attach() {
    for (Layer& layer : layers_) {
        layer.linear->weight =
            layer.base.detach() + (scale_ * torch::matmul(layer.up, layer.down)).to(layer.base.scalar_type());
    }
}

void LoraAdapters::detach() {
    for (Layer& layer : layers_) {
        layer.linear->weight = layer.base;
    }
}

void LoraAdapters::merge() {
    const torch::NoGradGuard no_gradients;
    for (Layer& layer : layers_) {
        layer.base.set_data(layer.base + (scale_ * torch::matmul(layer.up, layer.down)).to(layer.base.scalar_type()));
        layer.up.zero_();
    }
    detach();
}

Result<void> LoraAdapters::save(const std::filesystem::path& path, const std::string& prefix) const {
    NamedTensors tensors;
    for (const Layer& layer : layers_) {
        tensors.emplace_back(prefix + layer.name + ".lora_A.weight", layer.down.detach().to(torch::kCPU));
        // The scale goes into B: readers without our metadata then get the same sum.
        tensors.emplace_back(prefix + layer.name + ".lora_B.weight", (scale_ * layer.up.detach()).to(torch::kCPU));
    }
    return save_tensors(path, tensors, {{"format", "pt"}});
}

Result<void> LoraAdapters::load(const std::filesystem::path& path, const std::string& prefix) {
    const auto tensors = load_tensors(path);
    if (!tensors) {
        return tensors.error();
    }
    const std::map<std::string, torch::Tensor> by_name(tensors->begin(), tensors->end());
    if (by_name.size() != 2 * layers_.size()) {
        return model_error(path.string() + " holds " + std::to_string(by_name.size()) +
                           " tensors, these adapters have " + std::to_string(2 * layers_.size()));
    }
    const torch::NoGradGuard no_gradients;
    for (Layer& layer : layers_) {
        for (const auto& [ending, target] :
             {std::pair<std::string, torch::Tensor*>(".lora_A.weight", &layer.down), {".lora_B.weight", &layer.up}}) {
            const auto found = by_name.find(prefix + layer.name + ending);
            if (found == by_name.end() || found->second.sizes() != target->sizes()) {
                return model_error(path.string() + " has no " + prefix + layer.name + ending + " of the right shape");
            }
            target->copy_(target == &layer.up ? found->second / scale_ : found->second);
        }
    }
    return {};
}

} // namespace longtake
