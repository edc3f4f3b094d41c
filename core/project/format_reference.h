// SPDX-License-Identifier: Apache-2.0
// The page that explains the file format, made from the same tables the reader and writer walk.
#pragma once

#include <string>

namespace longtake {

/// docs/t2vproj.md, in Markdown.
std::string format_reference();

} // namespace longtake
