// SPDX-License-Identifier: Apache-2.0
#include "core/weights/model_dir.h"

#include "core/base/lfs_pointer.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace longtake {

namespace {

namespace fs = std::filesystem;

constexpr const char* kPickleHint = "Pickles can run programs when opened, so Longtake never opens them. Get the "
                                    "safetensors version of the model, or convert it "
                                    "with the safetensors library on a machine you can lose.";

/// What a component folder offers: shards in the order the index first names them, and which shard each tensor should
/// be in.
struct WeightPlan {
    std::vector<fs::path> files;
    std::map<std::string, size_t> claimed; // tensor name -> place in `files`; empty without an index
    fs::path index;
};

bool is_pickle(const fs::path& path) {
    static const std::array kExtensions = {".bin", ".pt", ".pth", ".ckpt", ".pkl", ".pickle"};
    const std::string extension = path.extension().string();
    return std::any_of(kExtensions.begin(), kExtensions.end(), [&](const char* known) { return extension == known; });
}

/// True for links too, even broken ones, so that they are refused by name instead of passed over.
bool has_entry(const fs::path& path) {
    std::error_code failure;
    return fs::exists(fs::symlink_status(path, failure));
}

bool is_inside(const fs::path& folder, const fs::path& path) {
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

Result<size_t> shard_place(WeightPlan& plan, const fs::path& root, const fs::path& folder, const Json& shard) {
    const std::string name = shard.is_string() ? shard.get<std::string>() : "";
    if (!is_plain_file_name(name)) {
        return model_error(plan.index.string() + ": the shard name " +
                               shard.dump(-1, ' ', false, Json::error_handler_t::replace) + " is not a plain file name",
                           "Shards must lie beside their index; download the model from its publisher.");
    }
    if (is_pickle(name)) {
        return model_error(plan.index.string() + ": the shard " + name + " is a pickle", kPickleHint);
    }
    const fs::path path = folder / name;
    const auto known = std::find(plan.files.begin(), plan.files.end(), path);
    if (known != plan.files.end()) {
        return static_cast<size_t>(known - plan.files.begin());
    }
    auto file = file_inside(root, path);
    if (!file) {
        return file.error();
    }
    plan.files.push_back(*file);
    return plan.files.size() - 1;
}

Result<WeightPlan> read_shard_index(const fs::path& index, const fs::path& root) {
    WeightPlan plan;
    plan.index = index;
    const auto json = read_json_file(index);
    if (!json) {
        return json.error();
    }
    const auto map = json->is_object() ? json->find("weight_map") : json->end();
    if (map == json->end() || !map->is_object() || map->empty()) {
        return model_error(index.string() + ": it has no weight_map", "Download the index again.");
    }
    for (const auto& [tensor, shard] : map->items()) {
        auto place = shard_place(plan, root, index.parent_path(), shard);
        if (!place) {
            return place.error();
        }
        plan.claimed[tensor] = *place;
    }
    return plan;
}

Error nothing_found(const fs::path& folder) {
    std::error_code failure;
    for (const auto& entry : fs::directory_iterator(folder, failure)) {
        if (is_pickle(entry.path())) {
            return model_error(entry.path().string() + " is a pickle; it was not opened", kPickleHint);
        }
    }
    return model_error("no weights in " + folder.string(),
                       "Expected diffusion_pytorch_model.safetensors, model.safetensors or their index.json; download "
                       "this component again.");
}

/// diffusers' order: an index before a single file. Its variants put the dtype before the last part of either name.
Result<WeightPlan> plan_weights(const fs::path& folder, const fs::path& root) {
    for (const std::string variant : {"", ".bf16", ".fp16"}) {
        for (const std::string base : {"diffusion_pytorch_model", "model"}) {
            for (const std::string& name :
                 {base + variant + ".safetensors.index.json", base + ".safetensors.index" + variant + ".json"}) {
                if (has_entry(folder / name)) {
                    const auto index = file_inside(root, folder / name);
                    return index ? read_shard_index(*index, root) : index.error();
                }
            }
            const fs::path single = folder / (base + variant + ".safetensors");
            if (has_entry(single)) {
                const auto file = file_inside(root, single);
                return file ? Result<WeightPlan>(WeightPlan{{*file}, {}, {}}) : file.error();
            }
        }
    }
    return nothing_found(folder);
}

Result<std::vector<ModelComponent>> read_components(const Json& index, const std::string& origin) {
    std::vector<ModelComponent> components;
    for (const auto& [name, value] : index.items()) {
        const bool is_component = value.is_array() && value.size() == 2 && value[0].is_string() && value[1].is_string();
        if (!is_component || name.starts_with("_")) {
            continue;
        }
        if (!is_plain_file_name(name)) {
            return model_error(origin + ": the component name \"" + name + "\" is not a plain folder name");
        }
        components.push_back({name, value[0].get<std::string>(), value[1].get<std::string>()});
    }
    return components;
}

} // namespace

bool is_plain_file_name(const std::string& name) {
    const bool has_bad_character = std::any_of(name.begin(), name.end(), [](char c) {
        return c == '/' || c == '\\' || c == ':' || static_cast<unsigned char>(c) < 0x20;
    });
    return !name.empty() && name != "." && name != ".." && name.size() <= 255 && !has_bad_character;
}

Result<fs::path> file_inside(const fs::path& root, const fs::path& path) {
    std::error_code failure;
    const fs::path target = fs::canonical(path, failure);
    if (failure || !fs::is_regular_file(target, failure)) {
        return model_error(path.string() + " is missing or not a plain file",
                           "The model is incomplete; download this file.");
    }
    const fs::path home = fs::canonical(root, failure);
    const bool is_snapshot = home.parent_path().filename() == "snapshots";
    const bool is_blob = is_snapshot && target.parent_path() == home.parent_path().parent_path() / "blobs";
    if (!is_blob && !is_inside(home, target)) {
        return model_error(path.string() + " is a link that leaves the model folder (to " + target.string() + ")",
                           "Put the file itself into the folder; a hard link costs no space.");
    }
    if (is_lfs_pointer(target)) {
        return model_error(path.string() + " is only a Git LFS pointer: the file itself was not fetched",
                           "Run `git lfs pull` in the model's folder.");
    }
    return path;
}

Result<ModelDirectory> ModelDirectory::open(const fs::path& folder) {
    std::error_code failure;
    if (!fs::is_directory(folder, failure)) {
        if (is_pickle(folder)) {
            return model_error(folder.string() + " is a pickle; it was not opened", kPickleHint);
        }
        return model_error(folder.string() + " is not a folder",
                           "Give the folder of a model in diffusers layout: the one that holds model_index.json.");
    }
    const fs::path index_path = folder / "model_index.json";
    if (!has_entry(index_path)) {
        return model_error("no model_index.json in " + folder.string(), "This is not a model in diffusers layout.");
    }
    ModelDirectory directory;
    directory.folder_ = folder;
    const auto checked = file_inside(folder, index_path);
    if (!checked) {
        return checked.error();
    }
    auto index = read_json_file(index_path);
    if (!index) {
        return index.error();
    }
    ConfigReader reader(*index, index_path.string());
    directory.class_name_ = reader.text("_class_name", "");
    reader.require(!directory.class_name_.empty(), "_class_name is missing");
    if (auto read = reader.finish(); !read) {
        return read.error();
    }
    auto components = read_components(*index, index_path.string());
    if (!components) {
        return components.error();
    }
    directory.components_ = *std::move(components);
    directory.index_ = std::make_shared<const Json>(*std::move(index));
    return directory;
}

std::string ModelDirectory::index_path() const {
    return (folder_ / "model_index.json").string();
}

const ModelComponent* ModelDirectory::find(const std::string& component) const {
    const auto found = std::find_if(components_.begin(), components_.end(),
                                    [&](const ModelComponent& known) { return known.name == component; });
    return found == components_.end() ? nullptr : &*found;
}

Result<Json> ModelDirectory::component_json(const std::string& component, const std::string& file) const {
    const auto path = component_file(component, file);
    JsonLimits limits;
    limits.reads_python_constants = true;
    return path ? read_json_file(*path, limits) : path.error();
}

Result<fs::path> ModelDirectory::component_file(const std::string& component, const std::string& file) const {
    return file_inside(folder_, folder_ / component / file);
}

Result<WeightFiles> ModelDirectory::component_weights(const std::string& component) const {
    const auto plan = plan_weights(folder_ / component, folder_);
    if (!plan) {
        return plan.error();
    }
    auto weights = WeightFiles::open(plan->files);
    if (!weights) {
        return weights.error();
    }
    for (const auto& [tensor, place] : plan->claimed) {
        if (weights->files()[place].find(tensor) == nullptr) {
            return model_error(plan->index.string() + ": tensor " + tensor + " is not in " +
                                   plan->files[place].filename().string(),
                               "Index and shards do not belong together; download them from one place.");
        }
    }
    return weights;
}

} // namespace longtake
