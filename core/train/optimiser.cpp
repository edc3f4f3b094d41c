// SPDX-License-Identifier: Apache-2.0
#include "core/train/optimiser.h"

#include "core/train/muon.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>

namespace longtake {

Optimiser::Optimiser(torch::nn::Module& module,
                     const OptimiserConfig& config,
                     const std::function<bool(const std::string&, const torch::Tensor&)>& is_matrix)
    : config_(config) {
    std::map<std::pair<int64_t, int64_t>, std::vector<size_t>> by_shape;
    for (const auto& item : module.named_parameters()) {
        if (!item.value().requires_grad()) {
            continue;
        }
        item.value().set_data(
            item.value().detach().clone()); // out of the file it may be mapped from: layers give such memory back
        Slot slot{item.key(),
                  item.value(),
                  item.value().detach().to(torch::kFloat32, false, true).contiguous(),
                  {},
                  {},
                  {},
                  is_matrix(item.key(), item.value())};
        slot.average = slot.weight.clone();
        slot.first = torch::zeros_like(slot.weight);
        if (slot.is_matrix) {
            by_shape[{slot.weight.size(0), slot.weight.numel() / slot.weight.size(0)}].push_back(slots_.size());
        } else {
            slot.second = torch::zeros_like(slot.weight);
        }
        slots_.push_back(std::move(slot));
    }
    for (auto& [shape, members] : by_shape) {
        same_shape_.push_back(std::move(members));
    }
}

double Optimiser::step(double rate) {
    const torch::NoGradGuard no_gradients;
    std::vector<torch::Tensor> norms;
    for (const Slot& slot : slots_) {
        if (slot.parameter.grad().defined()) {
            norms.push_back(slot.parameter.grad().to(torch::kFloat32).norm());
        }
    }
    const double norm = torch::stack(norms).norm().item<double>();
    if (!std::isfinite(norm)) {
        for (Slot& slot : slots_) {
            slot.parameter.mutable_grad() = torch::Tensor();
        }
        return norm;
    }
    ++steps_;
    const double shrink = norm > config_.clip ? config_.clip / norm : 1;
    for (Slot& slot : slots_) {
        if (slot.parameter.grad().defined()) {
            slot.parameter.mutable_grad() =
                slot.parameter.grad().to(torch::kFloat32).mul(shrink).to(slot.parameter.scalar_type());
        }
    }
    update_matrices(config_.matrix_rate * rate);
    for (Slot& slot : slots_) {
        if (!slot.is_matrix && slot.parameter.grad().defined()) {
            update_other(slot, config_.other_rate * rate);
        }
    }
    finish_step();
    return norm;
}

void Optimiser::update_matrices(double rate) {
    for (const std::vector<size_t>& members : same_shape_) {
        std::vector<torch::Tensor> directions;
        std::vector<size_t> updated;
        for (const size_t i : members) {
            Slot& slot = slots_[i];
            if (slot.parameter.grad().defined()) {
                const torch::Tensor gradient = slot.parameter.grad().to(torch::kFloat32);
                slot.first.lerp_(gradient, 1 - config_.momentum);
                directions.push_back(gradient.lerp(slot.first, config_.momentum).flatten(1)); // Nesterov
                updated.push_back(i);
            }
        }
        if (updated.empty()) {
            continue;
        }
        const torch::Tensor orthogonal =
            orthogonalised(torch::stack(directions), slots_[updated.front()].parameter.scalar_type());
        const double shape_factor =
            std::sqrt(std::max(1.0, static_cast<double>(orthogonal.size(1)) / static_cast<double>(orthogonal.size(2))));
        for (size_t i = 0; i < updated.size(); ++i) {
            Slot& slot = slots_[updated[i]];
            slot.weight.mul_(1 - rate * config_.weight_decay)
                .add_(orthogonal[static_cast<int64_t>(i)].view_as(slot.weight), -rate * shape_factor);
        }
    }
}

void Optimiser::update_other(Slot& slot, double rate) const {
    constexpr double kEpsilon = 1e-8;
    const torch::Tensor gradient = slot.parameter.grad().to(torch::kFloat32);
    slot.first.lerp_(gradient, 1 - config_.beta1);
    slot.second.lerp_(gradient.square(), 1 - config_.beta2);
    const double first_share = 1 - std::pow(config_.beta1, static_cast<double>(steps_)),
                 second_share = 1 - std::pow(config_.beta2, static_cast<double>(steps_));
    slot.weight.addcdiv_(slot.first, slot.second.div(second_share).sqrt_().add_(kEpsilon), -rate / first_share);
}

void Optimiser::finish_step() {
    const auto done = static_cast<double>(steps_);
    const double decay = std::min(config_.average, (done + 1) / (done + 10));
    for (Slot& slot : slots_) {
        slot.average.lerp_(slot.weight, 1 - decay);
        slot.parameter.detach().copy_(slot.weight);
        slot.parameter.mutable_grad() = torch::Tensor();
    }
}

void Optimiser::use_average() {
    for (Slot& slot : slots_) {
        slot.parameter.detach().copy_(slot.average);
    }
}

void Optimiser::use_current() {
    for (Slot& slot : slots_) {
        slot.parameter.detach().copy_(slot.weight);
    }
}

NamedTensors Optimiser::averages() const {
    NamedTensors tensors;
    for (const Slot& slot : slots_) {
        tensors.emplace_back(slot.name, slot.average);
    }
    return tensors;
}

NamedTensors Optimiser::state() const {
    NamedTensors tensors;
    for (const Slot& slot : slots_) {
        tensors.emplace_back("weight." + slot.name, slot.weight.to(torch::kCPU));
        tensors.emplace_back("average." + slot.name, slot.average.to(torch::kCPU));
        tensors.emplace_back("first." + slot.name, slot.first.to(torch::kCPU));
        if (slot.second.defined()) {
            tensors.emplace_back("second." + slot.name, slot.second.to(torch::kCPU));
        }
    }
    return tensors;
}

Result<void> Optimiser::restore(const std::map<std::string, torch::Tensor>& state, int64_t steps) {
    for (Slot& slot : slots_) {
        for (const auto& [prefix, target] : {std::pair<const char*, torch::Tensor*>{"weight.", &slot.weight},
                                             {"average.", &slot.average},
                                             {"first.", &slot.first},
                                             {"second.", &slot.second}}) {
            if (!target->defined()) {
                continue;
            }
            const auto found = state.find(prefix + slot.name);
            if (found == state.end() || found->second.sizes() != target->sizes()) {
                return model_error("the checkpoint does not hold " + std::string(prefix) + slot.name +
                                       " of the right shape",
                                   "It belongs to another configuration; choose another --out folder.");
            }
            target->copy_(found->second);
        }
    }
    steps_ = steps;
    use_current();
    return {};
}

} // namespace longtake
