// SPDX-License-Identifier: Apache-2.0
#include "core/weights/model_summary.h"

#include "core/base/atomic_file.h"
#include "core/base/hash.h"

#include <algorithm>
#include <functional>
#include <numeric>
#include <set>

namespace longtake {

namespace {

namespace fs = std::filesystem;

constexpr uintmax_t kCardLimit = uintmax_t{4} << 20;
constexpr uint64_t kSampleBytes = 4096;

int64_t element_count(const TensorEntry& entry) {
    return std::accumulate(entry.shape.begin(), entry.shape.end(), int64_t{1}, std::multiplies<>());
}

bool has_weights(const fs::path& folder) {
    std::error_code failure;
    for (const auto& entry : fs::directory_iterator(folder, failure)) {
        const std::string name = entry.path().filename().string();
        if (name.find(".safetensors") != std::string::npos || name.starts_with("diffusion_pytorch_model.") ||
            name.starts_with("pytorch_model")) {
            return true;
        }
    }
    return false;
}

/// A network has weights; schedulers, tokenizers and processors have none.
bool is_network(const ModelDirectory& model, const ModelComponent& component) {
    std::error_code failure;
    const bool has_config = fs::exists(model.folder() / component.name / "config.json", failure);
    return has_weights(model.folder() / component.name) || (has_config && !component.name.starts_with("tokenizer"));
}

Result<ComponentSummary> summarise_component(const ModelDirectory& model, const ModelComponent& component) {
    ComponentSummary summary;
    summary.name = component.name;
    summary.class_name = component.class_name;
    if (!is_network(model, component)) {
        return summary;
    }
    const auto weights = model.component_weights(component.name);
    if (!weights) {
        return weights.error();
    }
    for (const SafetensorsFile& file : weights->files()) {
        std::error_code failure;
        summary.bytes += static_cast<int64_t>(fs::file_size(file.path(), failure));
        ++summary.file_count;
        for (const TensorEntry& entry : file.entries()) {
            ++summary.tensor_count;
            summary.parameter_count += element_count(entry);
            summary.dtype_bytes[safetensors_dtype_name(entry.dtype)] += static_cast<int64_t>(entry.end - entry.begin);
        }
    }
    return summary;
}

int64_t bytes_below(const fs::path& folder) {
    int64_t total = 0;
    std::error_code failure;
    for (auto entry = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, failure);
         !failure && entry != fs::recursive_directory_iterator(); entry.increment(failure)) {
        std::error_code ignored;
        const uintmax_t size = entry->is_regular_file(ignored) ? entry->file_size(ignored) : 0;
        total += ignored ? 0 : static_cast<int64_t>(size);
    }
    return total;
}

std::string trimmed(std::string_view text) {
    const size_t first = text.find_first_not_of(" \t\r\"'");
    const size_t last = text.find_last_not_of(" \t\r\"'");
    return first == std::string_view::npos ? "" : std::string(text.substr(first, last - first + 1));
}

/// The scalar after `key:` at the left margin of the front matter between two lines of three dashes.
std::string front_matter_value(std::string_view card, const std::string& key) {
    bool is_inside = false;
    while (!card.empty()) {
        const size_t end = std::min(card.find('\n'), card.size());
        const std::string_view line = card.substr(0, end);
        card.remove_prefix(std::min(end + 1, card.size()));
        if (trimmed(line) == "---") {
            if (is_inside) {
                return "";
            }
            is_inside = true;
        } else if (!is_inside && !trimmed(line).empty()) {
            return "";
        } else if (line.starts_with(key + ":")) {
            return trimmed(line.substr(key.size() + 1));
        }
    }
    return "";
}

/// Files beside the weights that decide what a component computes.
bool decides_computation(const fs::path& path) {
    return path.extension() == ".json" || path.extension() == ".model";
}

Result<void> hash_settings(const ModelDirectory& model, FieldHash& hash) {
    std::set<fs::path> paths = {model.folder() / "model_index.json"};
    for (const ModelComponent& component : model.components()) {
        std::error_code failure;
        for (const auto& entry : fs::directory_iterator(model.folder() / component.name, failure)) {
            if (decides_computation(entry.path()) && entry.is_regular_file(failure)) {
                paths.insert(entry.path());
            }
        }
    }
    for (const fs::path& path : paths) {
        const auto text = read_file(path, uintmax_t{256} << 20);
        if (!text) {
            return model_error(text.error().message, text.error().hint);
        }
        hash.field(path.lexically_relative(model.folder()).generic_string(), sha256_hex(*text));
    }
    return {};
}

void hash_weights(const std::string& component, const WeightFiles& weights, FieldHash& hash) {
    for (const std::string& name : weights.names()) {
        const TensorEntry& entry = *weights.find(name);
        const torch::Tensor tensor = weights.tensor(name);
        const uint64_t bytes = entry.end - entry.begin;
        const uint64_t count = std::min(bytes, kSampleBytes);
        // Half way in: the rows at either end of an embedding are often padding.
        const uint64_t start = (bytes - count) / 2;
        const std::string_view sample =
            count == 0 ? "" : std::string_view(static_cast<const char*>(tensor.data_ptr()) + start, count);
        hash.field(component + "/" + name,
                   safetensors_dtype_name(entry.dtype) + shape_text(entry.shape) + sha256_hex(sample));
    }
}

} // namespace

int64_t ModelSummary::parameter_count() const {
    return std::accumulate(
        components.begin(), components.end(), int64_t{0},
        [](int64_t total, const ComponentSummary& component) { return total + component.parameter_count; });
}

int64_t ModelSummary::weight_bytes(torch::ScalarType dtype) const {
    return parameter_count() * static_cast<int64_t>(c10::elementSize(dtype));
}

Result<ModelSummary> summarise_model(const ModelDirectory& model) {
    ModelSummary summary;
    summary.folder = model.folder();
    summary.class_name = model.class_name();
    summary.licence = licence_of(model.folder());
    summary.bytes_on_disk = bytes_below(model.folder());
    for (const ModelComponent& component : model.components()) {
        auto read = summarise_component(model, component);
        if (!read) {
            return read.error();
        }
        summary.components.push_back(*std::move(read));
    }
    return summary;
}

std::string licence_of(const fs::path& folder) {
    const auto card = read_file(folder / "README.md", kCardLimit);
    if (!card) {
        return "";
    }
    const std::string licence = front_matter_value(*card, "license");
    const std::string name = licence == "other" ? front_matter_value(*card, "license_name") : "";
    return name.empty() ? licence : name;
}

Result<std::string> model_fingerprint(const ModelDirectory& model) {
    FieldHash hash;
    if (auto settings = hash_settings(model, hash); !settings) {
        return settings.error();
    }
    for (const ModelComponent& component : model.components()) {
        if (!is_network(model, component)) {
            continue;
        }
        const auto weights = model.component_weights(component.name);
        if (!weights) {
            return weights.error();
        }
        hash_weights(component.name, *weights, hash);
    }
    return hash.hex();
}

} // namespace longtake
