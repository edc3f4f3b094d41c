// SPDX-License-Identifier: Apache-2.0
// The named character references of HTML 5, without their semicolons.
#pragma once

#include <span>
#include <string_view>

namespace longtake {

struct HtmlEntity {
    std::string_view name;
    char32_t first;
    char32_t second;         ///< 0 for none
    bool may_lack_semicolon; ///< the old ones: "&amp" counts as "&amp;"
};

extern const std::span<const HtmlEntity> kHtmlEntities; ///< sorted by name
/// Names that HTML lacks but ftfy reads, written all in capitals, where the capital is another character ("EACUTE");
/// sorted.
extern const std::span<const HtmlEntity> kShoutedEntities;

} // namespace longtake
