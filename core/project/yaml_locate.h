// SPDX-License-Identifier: Apache-2.0
// From the way to a field ("shots[3].keyframes[0].image") to where it stands in a document.
#pragma once

#include "core/project/yaml_tree.h"

#include <string_view>

namespace longtake {

/// The node of the field, or the nearest one above it that is in the document.
YamlNode locate(const YamlNode& root, std::string_view path);

} // namespace longtake
