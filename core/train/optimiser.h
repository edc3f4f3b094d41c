// SPDX-License-Identifier: Apache-2.0
// Muon for matrices, AdamW for everything else, with fp32 masters behind parameters of any dtype, gradient clipping and
// a moving average of the weights. Its whole state is named tensors, so a checkpoint is exact.
#pragma once

#include "core/base/result.h"
#include "core/weights/safetensors.h"

#include <torch/nn/module.h>
#include <torch/types.h>

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace longtake {

struct OptimiserConfig {
    double matrix_rate = .02;   ///< Muon
    double other_rate = 1.5e-3; ///< AdamW
    double momentum = .95;
    double beta1 = .9, beta2 = .98;
    double weight_decay = .02; ///< of matrices
    double average = .999;     ///< decay of the moving average; it warms up
    double clip = 1;           ///< largest norm of all gradients together

    bool operator==(const OptimiserConfig&) const = default;
};

class Optimiser {
public:
    /// Takes every parameter of `module` that requires a gradient. `is_matrix` says which of them Muon takes; kernels
    /// of convolutions count as [out, the rest]. Parameters get memory of their own. The module must outlive the
    /// optimiser.
    Optimiser(torch::nn::Module& module,
              const OptimiserConfig& config,
              const std::function<bool(const std::string&, const torch::Tensor&)>& is_matrix);

    /// One update from the gradients, which are cleared. `rate` in (0, 1] scales both learning rates. Returns the norm
    /// of the gradients before clipping. A norm that is not finite changes nothing (and is returned).
    double step(double rate);
    int64_t steps() const { return steps_; }

    /// Puts the averages, or the current weights back, into the module.
    void use_average();
    void use_current();
    /// The moving average of every parameter, fp32, under the module's names.
    NamedTensors averages() const;

    /// "weight.<name>", "average.<name>", "first.<name>", "second.<name>", fp32 on the CPU.
    NamedTensors state() const;
    /// Error (Model) when a tensor is missing or misshaped; the state is then unusable.
    Result<void> restore(const std::map<std::string, torch::Tensor>& state, int64_t steps);

private:
    struct Slot {
        std::string name;
        torch::Tensor parameter, weight, average, first, second; ///< `second` undefined for matrices
        bool is_matrix = false;
    };
    void update_matrices(double rate);
    void update_other(Slot& slot, double rate) const;
    void finish_step();

    OptimiserConfig config_;
    std::vector<Slot> slots_;
    std::vector<std::vector<size_t>> same_shape_; ///< matrices that are made orthogonal together
    int64_t steps_ = 0;
};

} // namespace longtake
