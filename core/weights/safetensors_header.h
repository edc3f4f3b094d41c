// SPDX-License-Identifier: Apache-2.0
// The header of a .safetensors file as values: 8 bytes length, JSON, then the tensors' bytes without holes.
// Accepts exactly what safetensors/src/tensor.rs accepts, and refuses in addition: a header that does not begin with
// `{`, duplicate keys, nesting deeper than 4, more than 200,000 tensors, names over 512 bytes or with a NUL, ranks over
// 8, and dtypes torch has no type for. The header is read in one pass that stops at the first broken rule; nothing is
// allocated in proportion to a number the file claims.
#pragma once

#include "core/base/result.h"

#include <torch/types.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace longtake {

/// One tensor of a file. [begin, end) are bytes after the header.
struct TensorEntry {
    std::string name;
    torch::ScalarType dtype = torch::kFloat32;
    std::vector<int64_t> shape;
    uint64_t begin = 0;
    uint64_t end = 0;
};

struct SafetensorsHeader {
    std::vector<TensorEntry> tensors; ///< in the order of their bytes
    std::map<std::string, std::string> metadata;
    uint64_t data_start = 0; ///< bytes before the first tensor
};

/// Checks a whole file's bytes (only the header is touched). `origin` names the file in errors (ErrorCode::Model).
Result<SafetensorsHeader> parse_safetensors_header(std::span<const std::byte> file, const std::string& origin);

/// The header's bytes with their length in front, padded with spaces to a multiple of 8. Offsets are taken from
/// `tensors`.
std::string format_safetensors_header(const std::vector<TensorEntry>& tensors,
                                      const std::map<std::string, std::string>& metadata);

/// "BF16" for kBFloat16; empty for dtypes the format lacks.
std::string safetensors_dtype_name(torch::ScalarType dtype);
std::optional<torch::ScalarType> dtype_from_safetensors_name(std::string_view name);

/// "[2, 3]"
std::string shape_text(const std::vector<int64_t>& shape);

} // namespace longtake
