// SPDX-License-Identifier: Apache-2.0
// What can be told about a model directory from its headers and its card, whatever its family: components, sizes,
// licence, and a fingerprint. Opens every weight file's header, so a summary also says that the files are whole.
#pragma once

#include "core/base/result.h"
#include "core/weights/model_dir.h"

#include <torch/types.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace longtake {

struct ComponentSummary {
    std::string name;       ///< "transformer"
    std::string class_name; ///< "WanTransformer3DModel"
    int64_t file_count = 0; ///< of weight files; 0 for a scheduler or tokenizer
    int64_t tensor_count = 0;
    int64_t parameter_count = 0;
    int64_t bytes = 0;                          ///< of the weight files
    std::map<std::string, int64_t> dtype_bytes; ///< "BF16" -> bytes held in it
};

struct ModelSummary {
    std::filesystem::path folder;
    std::string class_name; ///< "WanPipeline"
    std::string licence;    ///< as the card's front matter states it ("apache-2.0"); empty when it does not
    std::vector<ComponentSummary> components;
    int64_t bytes_on_disk = 0; ///< every file in the folder

    int64_t parameter_count() const;
    /// Memory the weights take in `dtype`. On the CPU files of that dtype are mapped: the system may drop and read
    /// again.
    int64_t weight_bytes(torch::ScalarType dtype) const;
};

/// Errors name the first component that is incomplete or damaged.
Result<ModelSummary> summarise_model(const ModelDirectory& model);

/// `license` (or, where that is "other", `license_name`) of the YAML front matter of FOLDER/README.md; empty without
/// one.
std::string licence_of(const std::filesystem::path& folder);

/// 64 hex digits over what the model computes with: every configuration and tokenizer file whole, and of every weight
/// file the size, the header and a few kilobytes of every tensor. Another model, version or fine-tune has another
/// fingerprint; a flipped bit in a file may not show. Milliseconds for gigabytes.
Result<std::string> model_fingerprint(const ModelDirectory& model);

} // namespace longtake
