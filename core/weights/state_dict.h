// SPDX-License-Identifier: Apache-2.0
// Between a network and its files. A network registers its parameters under their checkpoint names; what it registered
// (shape, dtype) is what a file must hold. Everything is compared before the first tensor is made, and on the CPU the
// network then computes on the mapped file itself.
#pragma once

#include "core/base/result.h"
#include "core/weights/safetensors.h"

#include <torch/nn/module.h>
#include <torch/types.h>

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace longtake {

/// The tensors of one component, over all its shards. Opening reads headers only.
class WeightFiles {
public:
    /// Refuses a name that two files hold.
    static Result<WeightFiles> open(const std::vector<std::filesystem::path>& shards);

    /// For decisions by presence of weights ("has image tokens").
    bool contains(const std::string& name) const { return owners_.contains(name); }
    /// Null when there is no such tensor.
    const TensorEntry* find(const std::string& name) const;
    /// Sorted.
    std::vector<std::string> names() const;
    const std::vector<SafetensorsFile>& files() const { return files_; }

    /// The mapped view (see SafetensorsFile::tensor). `name` must be there.
    torch::Tensor tensor(const std::string& name) const;
    torch::Tensor converted(const std::string& name, torch::ScalarType dtype, torch::Device device) const;

private:
    std::vector<SafetensorsFile> files_;
    std::map<std::string, size_t> owners_;
};

/// True for names in the files that the network may leave unused (tied copies, leftovers that diffusers ignores too).
using NamePredicate = std::function<bool(const std::string&)>;

/// The module's parameters under their full names, in the order of registration: for save_tensors and optimisers.
NamedTensors named_parameters(const torch::nn::Module& module);

/// Compares names, shapes and kinds of dtype; looks at no value, and `expected` may be meta tensors. The error
/// (ErrorCode::Model) counts and lists the first ten differences: missing, unexpected, misshaped, not floating point.
/// `origin` names the component.
Result<void> check_parameters(const NamedTensors& expected,
                              const WeightFiles& files,
                              const std::string& origin,
                              const NamePredicate& is_ignored = {});

struct LoadOptions {
    torch::Device device = torch::kCPU;
    /// Parameters get memory of their own even where the mapped bytes would do: for training.
    bool is_owning = false;
};

/// check_parameters, then gives every parameter its data in the dtype the module registered it with. On the CPU, data
/// whose file dtype is the same is the mapped file itself, no second copy; the rest is converted one tensor at a time.
/// On an error of the check the module is unchanged. requires_grad stays as it was.
Result<void> load_parameters(torch::nn::Module& module,
                             const WeightFiles& files,
                             const LoadOptions& options,
                             const std::string& origin,
                             const NamePredicate& is_ignored = {});

} // namespace longtake
