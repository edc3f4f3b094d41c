// SPDX-License-Identifier: Apache-2.0
// A diffusers model directory as it lies on disk: model_index.json, one folder per component with config and weights.
// Finds files and refuses bad ones (pickles, names that leave the folder); knows no model family.
#pragma once

#include "core/base/result.h"
#include "core/weights/json.h"
#include "core/weights/state_dict.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace longtake {

/// One entry of model_index.json: `"vae": ["diffusers", "AutoencoderKLWan"]`.
struct ModelComponent {
    std::string name;
    std::string library;
    std::string class_name;
};

class ModelDirectory {
public:
    /// Reads model_index.json only. Errors (ErrorCode::Model) name the file and the field.
    static Result<ModelDirectory> open(const std::filesystem::path& folder);

    const std::filesystem::path& folder() const { return folder_; }
    /// "WanPipeline"
    const std::string& class_name() const { return class_name_; }
    /// model_index.json whole, for pipeline scalars such as boundary_ratio; use it with ConfigReader(index(),
    /// index_path()).
    const Json& index() const { return *index_; }
    std::string index_path() const;

    /// Components that are there: not those whose entry is [null, null].
    const std::vector<ModelComponent>& components() const { return components_; }
    /// Null when the model has no such component.
    const ModelComponent* find(const std::string& component) const;

    /// A component's JSON file, say ("vae", "config.json") or ("scheduler", "scheduler_config.json").
    Result<Json> component_json(const std::string& component, const std::string& file) const;
    /// A file of a component ("tokenizer", "spiece.model") after the checks that it exists and does not leave the
    /// folder.
    Result<std::filesystem::path> component_file(const std::string& component, const std::string& file) const;
    /// Opens a component's safetensors: by its shard index if there is one, else the single file; the plain name first,
    /// then .bf16, then .fp16. Headers are checked; no tensor is read. A folder with nothing but pickles is refused
    /// with the way to convert them, none is opened.
    Result<WeightFiles> component_weights(const std::string& component) const;

private:
    std::filesystem::path folder_;
    std::string class_name_;
    std::shared_ptr<const Json> index_;
    std::vector<ModelComponent> components_;
};

/// `path` if it is a plain file that lies inside `root` after links are followed. The blob store beside the snapshots
/// of a Hugging Face cache counts as inside, since everything there is a link.
Result<std::filesystem::path> file_inside(const std::filesystem::path& root, const std::filesystem::path& path);

/// For file names that come from a file: not empty, no separators, no "..", no drive, no control characters.
bool is_plain_file_name(const std::string& name);

} // namespace longtake
