// SPDX-License-Identifier: Apache-2.0
// From what a film calls its model to the folder it is in, and to what the plan must know about it.
#pragma once

#include "core/base/model_facts.h"
#include "core/base/result.h"

#include <filesystem>
#include <string>

namespace longtake {

/// `name` is a folder (absolute, or relative to `project_folder`) or the name of a model that ships with the program or
/// was added to its list (`longtake model add`). Error (Model): lists the names there are.
Result<std::filesystem::path> find_model(const std::string& name, const std::filesystem::path& project_folder);

/// What the plan must know about the model in `folder`, from its configs and file headers; of the weights only their
/// hash is read, and that is kept in `cache_folder` by file sizes and times. `name` is what the film calls it.
Result<ModelFacts> read_model_facts(const std::filesystem::path& folder,
                                    const std::string& name,
                                    const std::filesystem::path& cache_folder);

} // namespace longtake
