// SPDX-License-Identifier: Apache-2.0
// Which models are installed: those that ship with the program and those the person added. Adding records a folder's
// path in models.json of the person's settings; no model file is copied, moved or deleted.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace longtake {

struct InstalledModel {
    std::string name; ///< what films and `--model` call it
    std::filesystem::path folder;
    bool is_shipped = false; ///< comes with the program and cannot be removed

    bool operator==(const InstalledModel&) const = default;
};

class ModelCatalog {
public:
    /// Reads `config_folder`/models.json (none is an empty list) and finds the models in the folders directly below
    /// each of `shipped_folders`. Errors (BadInput) name a models.json that is damaged; it is never overwritten then.
    static Result<ModelCatalog> open(const std::filesystem::path& config_folder,
                                     const std::vector<std::filesystem::path>& shipped_folders);

    /// Shipped ones first, then by name. A recorded folder may be gone: opening it says so.
    const std::vector<InstalledModel>& models() const { return models_; }

    /// Records `folder` under `name`, or when that is empty under the folder's own name (of a Hugging Face cache, the
    /// repository's). Returns the name. Errors: no model_index.json in it, a name that is taken or unusable.
    Result<std::string> add(const std::filesystem::path& folder, const std::string& name = "");
    /// Forgets a model; its files stay.
    Result<void> remove(const std::string& name);

    /// The folder of a model named in a film or on the command line: a catalogue name, else a folder, relative to
    /// `base`.
    Result<std::filesystem::path> resolve(const std::string& name_or_folder,
                                          const std::filesystem::path& base = {}) const;

private:
    Result<void> save() const;

    std::filesystem::path file_;
    std::vector<InstalledModel> models_;
};

/// "Wan2.1-T2V-1.3B-Diffusers" for both .../Wan2.1-T2V-1.3B-Diffusers and
/// .../models--Wan-AI--Wan2.1-T2V-1.3B-Diffusers/snapshots/<revision>.
std::string default_model_name(const std::filesystem::path& folder);

} // namespace longtake
