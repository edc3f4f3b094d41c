// SPDX-License-Identifier: Apache-2.0
// Text as people's editors write it (UTF-8 with or without a mark, UTF-16) becomes plain UTF-8; anything else is
// refused where it stands.
#pragma once

#include "core/base/result.h"
#include "core/project/problem.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <variant>

namespace longtake {

/// `bytes` as UTF-8 without a byte-order mark. UTF-16 with a mark is converted. Refuses UTF-32, zero bytes, unpaired
/// surrogates and everything that is not UTF-8.
std::variant<std::string, Problem> decode_text(std::string bytes, const std::string& file);

/// The file's text so decoded. Errors name the file: it is not there, above `most_bytes`, or no such text.
Result<std::string> read_text(const std::filesystem::path& path, uintmax_t most_bytes);

} // namespace longtake
