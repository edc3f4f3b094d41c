// SPDX-License-Identifier: Apache-2.0
// Reads and writes .safetensors. The reader maps the file and believes nothing: the header must obey every rule of the
// reference implementation (safetensors/src/tensor.rs) and some of ours (safetensors_header.h) before a tensor exists.
// Tensors are views of the mapping, which lives as long as the last of them. Values are not looked at.
#pragma once

#include "core/base/result.h"
#include "core/weights/mapped_file.h"
#include "core/weights/safetensors_header.h"

#include <torch/types.h>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace longtake {

/// Tensors in a fixed order with the names they have in files.
using NamedTensors = std::vector<std::pair<std::string, torch::Tensor>>;

class SafetensorsFile {
public:
    /// Maps the file and checks its header. Errors (ErrorCode::Model) name the file, the tensor and the broken rule.
    static Result<SafetensorsFile> open(const std::filesystem::path& path);

    const std::filesystem::path& path() const { return path_; }
    /// In the order of their bytes.
    const std::vector<TensorEntry>& entries() const { return header_.tensors; }
    /// Null when there is no such tensor.
    const TensorEntry* find(const std::string& name) const;
    const std::map<std::string, std::string>& metadata() const { return header_.metadata; }

    /// A CPU tensor over the mapped bytes (no copy; writing to it changes memory, never the file), or a copy where the
    /// file holds the bytes misaligned for the dtype. `entry` must be one of entries().
    torch::Tensor tensor(const TensorEntry& entry) const;
    /// A tensor of its own memory on `device` in `dtype`; the file's pages it was made from are given back to the
    /// system. Must not be used for an entry whose mapped view somebody writes to.
    torch::Tensor converted(const TensorEntry& entry, torch::ScalarType dtype, torch::Device device) const;

private:
    std::filesystem::path path_;
    SafetensorsHeader header_;
    std::map<std::string, size_t> index_;
    std::shared_ptr<MappedFile> mapping_;
};

/// Every tensor of a small file, as views of its mapping, in file order.
Result<NamedTensors> load_tensors(const std::filesystem::path& path);

/// Writes atomically, one tensor after the other without collecting them in memory; tensors on other devices or not
/// contiguous are copied one at a time. Order: wider dtypes first, then names, as the reference writer does. Errors:
/// BadInput for a name given twice, a dtype the format lacks, or a disk that refuses.
Result<void> save_tensors(const std::filesystem::path& path,
                          const NamedTensors& tensors,
                          const std::map<std::string, std::string>& metadata = {});

} // namespace longtake
