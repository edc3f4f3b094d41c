// SPDX-License-Identifier: Apache-2.0
#include "core/weights/model_catalog.h"

#include "core/weights/json.h"
#include "core/weights/model_dir.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <tuple>

namespace longtake {

namespace {

namespace fs = std::filesystem;

constexpr size_t kLongestName = 100;
constexpr size_t kMostModels = 10000;

/// Names are typed, stand in films and must not be taken for folders.
bool is_usable_name(const std::string& name) {
    return is_plain_file_name(name) && name.size() <= kLongestName && name.front() != '.' && name.front() != '-';
}

fs::path utf8_path(const std::string& text) {
    return fs::path(std::u8string(text.begin(), text.end()));
}

std::string utf8_text(const fs::path& path) {
    const std::u8string text = path.generic_u8string();
    return {text.begin(), text.end()};
}

Error damaged(const fs::path& file, const std::string& problem) {
    return bad_input(file.string() + ": " + problem,
                     "Repair the list of models or delete it and add your models again.");
}

Result<std::vector<InstalledModel>> read_recorded(const fs::path& file) {
    std::vector<InstalledModel> models;
    std::error_code failure;
    if (!fs::exists(file, failure)) {
        return models;
    }
    const auto json = read_json_file(file);
    if (!json) {
        return bad_input(json.error().message, "Repair the list of models or delete it and add your models again.");
    }
    const auto list = json->is_object() ? json->find("models") : json->end();
    if (list == json->end() || !list->is_array() || list->size() > kMostModels) {
        return damaged(file, "it has no list \"models\"");
    }
    for (const Json& item : *list) {
        const auto text = [&](const char* key) {
            return item.is_object() && item.contains(key) && item[key].is_string() ? item[key].get<std::string>() : "";
        };
        const std::string name = text("name");
        const std::string folder = text("folder");
        if (!is_usable_name(name) || folder.empty()) {
            return damaged(file, "entry " + std::to_string(models.size() + 1) + " has no usable name and folder");
        }
        models.push_back({name, utf8_path(folder), false});
    }
    return models;
}

std::vector<InstalledModel> find_shipped(const std::vector<fs::path>& folders) {
    std::vector<InstalledModel> models;
    for (const fs::path& folder : folders) {
        std::error_code failure;
        for (const auto& entry : fs::directory_iterator(folder, failure)) {
            if (fs::exists(entry.path() / "model_index.json", failure)) {
                models.push_back({utf8_text(entry.path().filename()), entry.path(), true});
            }
        }
    }
    return models;
}

void sort_models(std::vector<InstalledModel>& models) {
    std::sort(models.begin(), models.end(), [](const InstalledModel& a, const InstalledModel& b) {
        return std::make_tuple(!a.is_shipped, a.name) < std::make_tuple(!b.is_shipped, b.name);
    });
}

const InstalledModel* find_model(const std::vector<InstalledModel>& models, const std::string& name) {
    const auto found =
        std::find_if(models.begin(), models.end(), [&](const InstalledModel& model) { return model.name == name; });
    return found == models.end() ? nullptr : &*found;
}

} // namespace

std::string default_model_name(const fs::path& folder) {
    const fs::path plain = folder.has_filename() ? folder : folder.parent_path();
    if (plain.parent_path().filename() != "snapshots") {
        return utf8_text(plain.filename());
    }
    const std::string repository = utf8_text(plain.parent_path().parent_path().filename());
    const size_t last = repository.rfind("--");
    return last == std::string::npos ? repository : repository.substr(last + 2);
}

Result<ModelCatalog> ModelCatalog::open(const fs::path& config_folder, const std::vector<fs::path>& shipped_folders) {
    ModelCatalog catalog;
    catalog.file_ = config_folder / "models.json";
    auto recorded = read_recorded(catalog.file_);
    if (!recorded) {
        return recorded.error();
    }
    catalog.models_ = find_shipped(shipped_folders);
    for (InstalledModel& model : *recorded) {
        if (find_model(catalog.models_, model.name) == nullptr) {
            catalog.models_.push_back(std::move(model));
        }
    }
    sort_models(catalog.models_);
    return catalog;
}

Result<std::string> ModelCatalog::add(const fs::path& folder, const std::string& name) {
    if (const auto directory = ModelDirectory::open(folder); !directory) {
        return directory.error();
    }
    std::error_code failure;
    const fs::path whole = fs::canonical(folder, failure);
    const std::string chosen = name.empty() ? default_model_name(whole) : name;
    if (!is_usable_name(chosen)) {
        return bad_input("\"" + chosen + "\" cannot be the name of a model",
                         "Give another with --name: no slashes, no leading dot or dash.");
    }
    if (const InstalledModel* known = find_model(models_, chosen)) {
        if (!known->is_shipped && known->folder == whole) {
            return chosen;
        }
        return bad_input("there is a model " + chosen + " already, in " + known->folder.string(),
                         "Give another name with --name, or remove that one first.");
    }
    models_.push_back({chosen, whole, false});
    sort_models(models_);
    const auto saved = save();
    return saved ? Result<std::string>(chosen) : saved.error();
}

Result<void> ModelCatalog::remove(const std::string& name) {
    const InstalledModel* known = find_model(models_, name);
    if (known == nullptr) {
        return bad_input("there is no model " + name, "`longtake model list` shows the names.");
    }
    if (known->is_shipped) {
        return bad_input(name + " comes with Longtake and cannot be removed",
                         "Only models that were added can be removed.");
    }
    std::erase_if(models_, [&](const InstalledModel& model) { return model.name == name; });
    return save();
}

Result<fs::path> ModelCatalog::resolve(const std::string& name_or_folder, const fs::path& base) const {
    if (const InstalledModel* known = find_model(models_, name_or_folder)) {
        return known->folder;
    }
    const fs::path folder = base / utf8_path(name_or_folder);
    std::error_code failure;
    if (!name_or_folder.empty() && fs::exists(folder, failure)) {
        return folder;
    }
    return model_error("there is no model " + name_or_folder,
                       "Give a folder, or a name that `longtake model list` shows.");
}

Result<void> ModelCatalog::save() const {
    Json list = Json::array();
    for (const InstalledModel& model : models_) {
        if (!model.is_shipped) {
            list.push_back({{"name", model.name}, {"folder", utf8_text(model.folder)}});
        }
    }
    std::error_code failure;
    fs::create_directories(file_.parent_path(), failure);
    if (failure) {
        return bad_input("creating " + file_.parent_path().string() + ": " + failure.message(),
                         "Check that your settings folder may be written.");
    }
    return write_json_file(file_, {{"longtake_models", 1}, {"models", list}});
}

} // namespace longtake
