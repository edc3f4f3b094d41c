// SPDX-License-Identifier: Apache-2.0
#include "core/weights/state_dict.h"

#include <torch/torch.h>

#include <set>

namespace longtake {

namespace {

constexpr size_t kDifferencesShown = 10;

/// Differences in the order they were found; only the first few are kept as text.
struct Differences {
    std::vector<std::string> shown;
    size_t count = 0;

    void add(const std::string& text) {
        if (++count <= kDifferencesShown) {
            shown.push_back(text);
        }
    }
};

void compare(const std::string& name,
             const torch::Tensor& expected,
             const TensorEntry* entry,
             Differences& differences) {
    const std::vector<int64_t> shape = expected.sizes().vec();
    if (entry == nullptr) {
        differences.add("missing " + name + " " + shape_text(shape));
    } else if (entry->shape != shape) {
        differences.add("misshaped " + name + ": " + shape_text(entry->shape) + " instead of " + shape_text(shape));
    } else if (expected.is_floating_point() && !c10::isFloatingType(entry->dtype)) {
        differences.add(name + " holds " + safetensors_dtype_name(entry->dtype) + " instead of floating point numbers");
    }
}

torch::Tensor
load_one(const std::string& name, torch::ScalarType dtype, const WeightFiles& files, const LoadOptions& options) {
    const bool can_share = options.device.is_cpu() && !options.is_owning && files.find(name)->dtype == dtype;
    return can_share ? files.tensor(name) : files.converted(name, dtype, options.device);
}

} // namespace

Result<WeightFiles> WeightFiles::open(const std::vector<std::filesystem::path>& shards) {
    WeightFiles weights;
    for (const auto& path : shards) {
        auto file = SafetensorsFile::open(path);
        if (!file) {
            return file.error();
        }
        for (const TensorEntry& entry : file->entries()) {
            if (const auto [owner, is_new] = weights.owners_.emplace(entry.name, weights.files_.size()); !is_new) {
                return model_error("tensor " + entry.name + " is in both " +
                                       weights.files_[owner->second].path().string() + " and " + path.string(),
                                   "Two versions of the weights are mixed in one folder; download it again.");
            }
        }
        weights.files_.push_back(*std::move(file));
    }
    return weights;
}

const TensorEntry* WeightFiles::find(const std::string& name) const {
    const auto owner = owners_.find(name);
    return owner == owners_.end() ? nullptr : files_[owner->second].find(name);
}

std::vector<std::string> WeightFiles::names() const {
    std::vector<std::string> names;
    for (const auto& [name, owner] : owners_) {
        names.push_back(name);
    }
    return names;
}

torch::Tensor WeightFiles::tensor(const std::string& name) const {
    const TensorEntry* entry = find(name);
    TORCH_CHECK(entry != nullptr, "[weights.state_dict] no tensor ", name);
    return files_[owners_.at(name)].tensor(*entry);
}

torch::Tensor WeightFiles::converted(const std::string& name, torch::ScalarType dtype, torch::Device device) const {
    const TensorEntry* entry = find(name);
    TORCH_CHECK(entry != nullptr, "[weights.state_dict] no tensor ", name);
    return files_[owners_.at(name)].converted(*entry, dtype, device);
}

NamedTensors named_parameters(const torch::nn::Module& module) {
    NamedTensors named;
    for (const auto& item : module.named_parameters(/*recurse=*/true)) {
        named.emplace_back(item.key(), item.value());
    }
    return named;
}

Result<void> check_parameters(const NamedTensors& expected,
                              const WeightFiles& files,
                              const std::string& origin,
                              const NamePredicate& is_ignored) {
    Differences differences;
    std::set<std::string> known;
    for (const auto& [name, tensor] : expected) {
        known.insert(name);
        compare(name, tensor, files.find(name), differences);
    }
    for (const std::string& name : files.names()) {
        if (!known.contains(name) && !(is_ignored && is_ignored(name))) {
            differences.add("unexpected " + name + " " + shape_text(files.find(name)->shape));
        }
    }
    if (differences.count == 0) {
        return {};
    }
    std::string message =
        origin + ": " + std::to_string(differences.count) + " tensor(s) differ from what its config asks for: ";
    for (const std::string& text : differences.shown) {
        message += (text == differences.shown.front() ? "" : "; ") + text;
    }
    if (differences.count > kDifferencesShown) {
        message += "; and " + std::to_string(differences.count - kDifferencesShown) + " more";
    }
    return model_error(message, "The weights and config.json do not belong together; download both from one place.");
}

Result<void> load_parameters(torch::nn::Module& module,
                             const WeightFiles& files,
                             const LoadOptions& options,
                             const std::string& origin,
                             const NamePredicate& is_ignored) {
    const NamedTensors parameters = named_parameters(module);
    if (auto checked = check_parameters(parameters, files, origin, is_ignored); !checked) {
        return checked;
    }
    return guard("loading " + origin, ErrorCode::Device, [&]() -> Result<void> {
        const torch::NoGradGuard no_grad;
        for (const auto& [name, parameter] : parameters) {
            // The module's own members share this tensor object, so they see the new data as well.
            parameter.set_data(load_one(name, parameter.scalar_type(), files, options));
        }
        return {};
    });
}

} // namespace longtake
