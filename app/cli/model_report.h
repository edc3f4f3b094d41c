// SPDX-License-Identifier: Apache-2.0
// What `longtake model` says about a model, once for people and once as JSON.
#pragma once

#include "core/models/family.h"
#include "core/weights/model_catalog.h"
#include "core/weights/model_summary.h"

#include <nlohmann/json_fwd.hpp>

#include <iosfwd>
#include <optional>
#include <string>

namespace longtake {

/// Everything known about one model. `limits` and `summary` are missing where `problem` says why.
struct ModelReport {
    std::string name; ///< empty for a folder that is not in the catalogue
    std::filesystem::path folder;
    bool is_shipped = false;
    std::optional<ModelSummary> summary;
    std::optional<ModelLimits> limits;
    std::optional<Error> problem;
};

/// Reads configs and headers, never weights.
ModelReport inspect_model(const InstalledModel& model);

nlohmann::ordered_json report_json(const ModelReport& report);
/// One line: name, class, size, licence, folder, and the problem if there is one.
void print_line(std::ostream& out, const ModelReport& report);
/// A page: components, sizes, memory, what it can make.
void print_page(std::ostream& out, const ModelReport& report);

} // namespace longtake
